// A paragraph that the student writes and keeps. It is text everywhere and leaves the page only for
// the answers file. A good answer, where there is one, is there to unfold once she has kept hers.

import { wordsIn, written } from "./blanks.js";
import { fieldsOf } from "./drafts.js";
import { keeping } from "./keeping.js";
import { el, guard, unread } from "./shared.js";
import { say } from "./words.js";

/** @import { Shown } from "./shapes/host.d.ts" */

/** @param {Shown} shown */
export const show = ({ data, host, el: root }) => {
  root.append(...unread(host));
  const [item] = data.items;
  const box = el("textarea", {
    rows: 7,
    "data-control": item.id,
    dir: "auto",
    oninput: () => count(),
    onchange: () => keep(),
  });
  const counted = el("span", { class: "sf-kept" });
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  const count = () => {
    counted.textContent = written(box.value, item);
  };
  box.value = host.past[item.id] ?? "";
  const good = el(
    "details",
    { hidden: !item.model || !wordsIn(box.value) },
    el("summary", { "data-control": `${item.id}-model` }, say("reflect.good_answer")),
    el("p", {}, item.model ?? ""),
  );
  const keeper = keeping(host, item, kept, fieldsOf([box]));
  const keep = guard(kept, () => {
    if (keeper.isKept(box.value)) kept.textContent ||= say("shared.kept_already");
    else if (box.value || keeper.hasKept()) {
      const mine = box.value;
      keeper.keep(mine, null).then((done) => {
        if (done && item.model && wordsIn(mine)) good.hidden = false;
      });
    }
  });
  count();
  root.append(
    el(
      "section",
      { class: "sf", "aria-label": say("reflect.title") },
      keeper.watch(
        el(
          "div",
          { class: "sf-card" },
          el(
            "label",
            {},
            el("span", { class: "sf-count" }, say("shared.yours")),
            el("strong", {}, item.stem),
            box,
          ),
          el(
            "div",
            { class: "sf-actions" },
            el(
              "button",
              { type: "button", "data-control": `${item.id}-keep`, onclick: keep },
              say("shared.keep"),
            ),
            counted,
          ),
          kept,
          el(
            "details",
            {},
            el("summary", {}, say("reflect.read_again")),
            el("ul", {}, ...item.checklist.map((c) => el("li", {}, c))),
          ),
          good,
        ),
      ),
    ),
  );
};
