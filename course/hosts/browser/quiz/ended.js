// The end of a quiz: how many were right at the first try, which to see again, and where each is
// explained.

import { el } from "../shared.js";
import { say } from "../words.js";
import { explainedIn } from "./explained.js";
import { endOf } from "./tries.js";

/** @import { Item } from "../shapes/items.d.ts" */

/**
 * @param {HTMLElement} root
 * @param {Item[]} items
 * @param {Map<string, number>} first
 * @param {Map<string, number>} last
 * @param {(place: number) => void} open
 */
export const ended = (root, items, first, last, open) => {
  const end = endOf(items, first, last);
  if (!end) return [];
  const of = items.length;
  const again = ({ place, since }) => {
    const { id, stem, claims } = items[place];
    const to = el(
      "button",
      {
        type: "button",
        class: "sf-tab",
        "data-control": `${id}-again`,
        "aria-label": say("quiz.question", { n: place + 1 }),
        onclick: () => open(place),
      },
      String(place + 1),
    );
    const where = claims?.length ? [el("p", {}, ...explainedIn(root, claims))] : [];
    const now = since ? [el("p", { class: "sf-kept" }, say("quiz.since"))] : [];
    return el("li", {}, to, el("div", {}, el("p", {}, stem), ...now, ...where));
  };
  const list = end.again.length
    ? [el("p", {}, say("quiz.see_again")), el("ul", { class: "sf-again" }, ...end.again.map(again))]
    : [el("p", {}, say("quiz.all_first"))];
  return [
    el(
      "div",
      { class: "sf-card sf-ended" },
      el(
        "p",
        {},
        el("strong", {}, say("quiz.ended", { n: of })),
        ` ${say("quiz.first_try", { right: end.right, of })}`,
      ),
      ...list,
    ),
  ];
};
