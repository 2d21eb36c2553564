// Cards one at a time: tabs above, back and next below. The quiz and the desk turn their pages with
// it. turned(at) is told each time, before the reader sees it; a card's [tabindex] gets the focus
// when the reader turns to it.

import { el } from "./shared.js";
import { say } from "./words.js";

/**
 * @param {HTMLElement[]} cards
 * @param {HTMLElement[]} tabs
 * @param {(at: number) => void} [turned]
 */
export const turning = (cards, tabs, turned) => {
  let at = 0;
  const show = (to) => {
    at = to;
    cards.forEach((card, i) => (card.hidden = i !== at));
    tabs.forEach((tab, i) =>
      i === at ? tab.setAttribute("aria-current", "true") : tab.removeAttribute("aria-current"),
    );
    back.disabled = at === 0;
    next.disabled = at === cards.length - 1;
    turned?.(at);
  };
  const open = (to) => {
    show(to);
    /** @type {HTMLElement | null} */
    const head = cards[to].querySelector("[tabindex]");
    head?.focus({ preventScroll: true });
  };
  tabs.forEach((tab, i) => tab.addEventListener("click", () => open(i)));
  const back = el(
    "button",
    { type: "button", class: "sf-quiet", "data-control": "back", onclick: () => open(at - 1) },
    say("shared.back"),
  );
  const next = el(
    "button",
    { type: "button", "data-control": "next", onclick: () => open(at + 1) },
    say("shared.next"),
  );
  return {
    show,
    open,
    next,
    at: () => at,
    foot: el("div", { class: "sf-actions sf-turn" }, back, next),
  };
};
