// What the timeline is made of.

import { el } from "../shared.js";

export const yearsOf = ({ start, end }) => (start === end ? `${start}` : `${start}–${end}`);

export const box = (name, ...nodes) => el("div", { class: `sf-tl-${name}` }, ...nodes);

export const quiet = (words) => el("p", { class: "sf-tl-quiet" }, words);
export const head = (name, level, words) =>
  el("div", { class: `sf-tl-${name}`, role: "heading", "aria-level": level }, words);
// A box to tick; changed(is ticked) is told.
export const tick = (name, words, checked, changed) => {
  const input = el("input", {
    type: "checkbox",
    checked,
    "data-control": name,
    onchange: () => changed(input.checked),
  });
  return el("label", { class: "sf-tl-layer" }, input, el("span", {}, words));
};
export const fold = (words, ...nodes) => el("details", {}, el("summary", {}, words), ...nodes);
