// One item of an assignment: answered and kept, not explained. A text is kept when it is left, and
// on the button.

import { partsOf } from "./asking.js";
import { wordsIn, written } from "./blanks.js";
import { keeping } from "./keeping.js";
import { el, guard, unread } from "./shared.js";
import { say } from "./words.js";

/** @import { Shown } from "./shapes/host.d.ts" */

/** @param {Shown} shown */
export const show = ({ data, host, el: root }) => {
  root.append(...unread(host));
  const [item] = data.items;
  const parts = partsOf(item);
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  const counted = el("span", { class: "sf-kept" });
  const past = host.past[item.id];
  if (past !== undefined) {
    parts.restore(past);
    kept.textContent = say("asked.kept");
  }
  const keeper = keeping(host, item, kept, parts.fields);
  const keep = guard(kept, () => {
    const answer = parts.read();
    if (answer === null) kept.textContent = parts.ask;
    else keeper.keep(answer, null);
  });
  const { prose } = parts;
  if (prose) {
    prose.rows = 12;
    const count = () => (counted.textContent = written(prose.value, item));
    prose.addEventListener("input", count);
    prose.addEventListener(
      "change",
      () => wordsIn(prose.value) && !keeper.isKept(prose.value) && keep(),
    );
    count();
  }
  const worth = item.points ? say("asked.points", { n: item.points }) : say("asked.not_marked");
  const role = prose ? "sf-task" : "sf-asked";
  const heading = el(
    "legend",
    { class: role },
    el("span", { class: "sf-count" }, worth),
    item.stem,
  );
  root.append(
    el(
      "section",
      { class: "sf", "aria-label": say("asked.assignment") },
      keeper.watch(
        el(
          "form",
          {
            class: "sf-card",
            onsubmit: (event) => {
              event.preventDefault();
              keep();
            },
          },
          el(
            "fieldset",
            {},
            heading,
            ...parts.nodes,
            el(
              "div",
              { class: "sf-actions" },
              el(
                "button",
                { type: "submit", "data-control": `${item.id}-keep` },
                say("asked.keep"),
              ),
              counted,
            ),
            kept,
          ),
        ),
      ),
    ),
  );
};
