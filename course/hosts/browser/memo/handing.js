// The memo's last step.

import { gaps } from "../capstone.js";
import { saveAs } from "../saving.js";
import { el, guard } from "../shared.js";
import { say } from "../words.js";
import { classwork } from "./classwork.js";
import { drawn, fileOf } from "./drawn.js";
import { asked, button, live, step, today } from "./fields.js";
import { blocks } from "./layout.js";

/** @import { Host } from "../shapes/host.d.ts" */
/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// Step 6: what is open, the memo as it will be read, and its files.
/**
 * @param {Host} host
 * @param {MemoDocument} told
 * @param {Memo} memo
 * @param {() => Promise<void>} keep
 */
export const handing = (host, told, memo, keep) => {
  const { page } = told.words;
  const sheet = () => el("article", { class: "sf-preview" });
  const [open, preview, apart, said] = [el("div"), sheet(), sheet(), live("sf-kept")];
  const made = () => blocks(told, memo, today());
  const forClass = () => classwork(told, memo, today());
  const draw = () => {
    const found = gaps(told, memo, today());
    open.replaceChildren(
      el("p", {}, el("b", {}, found.length ? page.open : page.closed)),
      el("ul", {}, ...found.map((gap) => el("li", {}, gap))),
    );
    preview.replaceChildren(...drawn(made(), 4));
    apart.replaceChildren(...drawn(forClass(), 4));
  };
  const save = (file, made) =>
    guard(said, () => {
      saveAs(file, fileOf(made(), told.style), "text/html");
      said.textContent = say(page.saved, { file });
    });
  const quiet = host.memo ? "sf-quiet" : "";
  const write = async () => {
    if (!host.memo) return;
    said.textContent = page.writing;
    await keep();
    const reply = await asked(host.memo.write(memo, today()), said, host);
    if (reply) said.textContent = say(page.written, { files: reply.files.join(", ") });
  };
  const files = host.memo ? [button("memo-write", "", write, page.write)] : [];
  return {
    node: step(
      told,
      5,
      open,
      el(
        "div",
        { class: "sf-actions" },
        ...files,
        button("memo-save", quiet, save("memo.html", made), page.save),
        button("memo-save-class", "sf-quiet", save("memo-class.html", forClass), page.save_class),
      ),
      said,
      preview,
      apart,
    ),
    draw,
  };
};
