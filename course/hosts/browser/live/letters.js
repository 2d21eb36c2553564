// The letters that wall, phones and the lecturer's page use for what can be chosen or ordered.

import { minus } from "../svg.js";

export const letter = (place) => String.fromCharCode(65 + place);

// What can be chosen, or put in order, as it is shown: [{ letter, text, at }], at: its number in an
// answer. Of a number nothing.
/** @param {any} item */
export const lettered = (item) => {
  const some = item.steps ?? item.options ?? [];
  const order = item.steps ? [...some.keys()] : (item.shown ?? [...some.keys()]);
  return order.map((at, place) => ({ letter: letter(place), text: some[at].text, at }));
};

// An answer in letters, or as a number with its unit.
/** @param {any} item @param {any} answer */
export const inLetters = (item, answer) => {
  const all = lettered(item);
  if (!all.length) return `${minus(Number(answer))} ${item.unit ?? ""}`.trim();
  const taken = [answer].flat();
  if (item.steps) return taken.map((at) => all.find((one) => one.at === at)?.letter).join(" ");
  return all
    .filter((one) => taken.includes(one.at))
    .map((one) => one.letter)
    .join(", ");
};
