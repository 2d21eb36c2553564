// A prediction: the interactive it opens stays closed until the student commits.

import { feedback, partsOf, score } from "./asking.js";
import { hold, openHeld } from "./held.js";
import { keeping } from "./keeping.js";
import { drawnOf, kindOf } from "./kinds/kind.js";
import { el, guard, unread } from "./shared.js";
import { say } from "./words.js";

/** @import { Shown } from "./shapes/host.d.ts" */
/** @import { Answer, Item } from "./shapes/items.d.ts" */

/** @param {Item} item @param {Answer} answer */
export const resultOf = (item, answer) => kindOf(item).result?.(item, answer) ?? "";

// What the opened figure says of the guess, whether or not it has an axis to draw it on.
/** @param {Item} item @param {Answer} answer */
export const guessOf = (item, answer) => kindOf(item).guess?.(item, answer) ?? "";

/** @param {Shown} shown */
export const show = ({ data, host, el: root }) => {
  root.append(...unread(host));
  const [item] = data.items;
  const parts = partsOf(item);
  const told = el("div", { class: "sf-verdict", "aria-live": "polite" });
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  const button = el(
    "button",
    { type: "submit", "data-control": `${item.id}-commit` },
    say("predict.commit"),
  );
  const reveal = (answer) => {
    told.className = "sf-verdict";
    told.replaceChildren(
      el("p", {}, el("strong", {}, resultOf(item, answer))),
      ...drawnOf(item, answer),
      ...feedback(item, answer).map((text) => el("p", {}, text)),
    );
    fields.disabled = true;
    button.hidden = true;
    said = answer;
    openHeld(host, item.opens, { answer, mark: item.mark, words: guessOf(item, answer) });
  };
  let said;
  const commit = guard(told, () => {
    const answer = said ?? parts.read();
    if (answer === null) {
      told.replaceChildren(el("p", {}, parts.ask));
      return;
    }
    if (said === undefined) reveal(answer);
    // Seen only if it is not kept: what was committed stays.
    button.textContent = say("shared.keep");
    keeper.keep(answer, score(item, answer)).then((done) => (button.hidden = done));
  });
  const past = host.past[item.id];
  if (past !== undefined) parts.restore(past);
  const keeper = keeping(host, item, kept, {
    ...parts.fields,
    fits: (left) => past === undefined && parts.fields.fits(left),
  });
  const fields = el(
    "fieldset",
    {},
    el("legend", {}, el("span", { class: "sf-count" }, say("predict.predict")), item.stem),
    ...parts.nodes,
  );
  root.append(
    el(
      "section",
      { class: "sf", "aria-label": say("predict.predict") },
      keeper.watch(
        el(
          "form",
          {
            class: "sf-card sf-predict",
            "data-chart": item.id,
            onsubmit: (event) => {
              event.preventDefault();
              commit();
            },
          },
          fields,
          el("div", { class: "sf-actions" }, button),
          told,
          kept,
        ),
      ),
    ),
  );
  if (past === undefined) hold(host, item.opens);
  else reveal(past);
};
