// Levels, one above the other, each with its signs in the middle and a word on either side.

import { GAP, near, rule, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const MORE = 14;
const LEAST = 10;

/** @type {(band: any, width: number) => Laid} */
export const levels = ({ levels: given, size: usual }, width) => {
  const all = given.map((level) => ({ left: "", right: "", tone: "own", piles: [], ...level }));
  const high = Math.max(usual, TEXT) + 4;
  const wanted = all.map(({ n, most }) => Math.min(n, most || n));
  const left = Math.max(0, ...all.map((level) => wide(level.left))) + GAP;
  const small = Math.floor((high - 4) / 2);
  const isPiled = all.some(({ piles }) => piles.length);
  const piled = isPiled ? 5 * (small + 1) + 2 * GAP : 0;
  const right = Math.max(0, ...all.map((level) => wide(level.right))) + GAP + piled;
  const room = Math.max(high, width - left - right - 2 * MORE);
  const size = Math.max(LEAST, Math.min(usual, Math.floor(room / Math.max(1, ...wanted)) - 2));
  const step = size + 2;
  const fits = Math.max(1, Math.floor(room / step));
  /** @type {Mark[]} */
  const marks = [];
  all.forEach((level, i) => {
    const drawn = Math.min(wanted[i], fits);
    const x = left + MORE + (room - drawn * step) / 2;
    const y = i * high + (high - size) / 2;
    const base = i * high + (high + TEXT) / 2 - 2;
    const more = (at) =>
      drawn < level.n && marks.push(word("…", at, base, "middle", level.tone, true));
    marks.push(word(level.left, 0, base));
    more(x - MORE / 2);
    for (let one = 0; one < drawn; one++)
      marks.push(sign(level.sign, x + one * step, y, size, level.tone, level.look));
    more(x + drawn * step + MORE / 2);
    const ten = level.piles.flatMap((pile) => Array(pile.n).fill({ tone: "quiet", ...pile }));
    ten.forEach((pile, one) => {
      const along = width - right + 2 * GAP + (one % 5) * (small + 1);
      const down = i * high + 1 + Math.floor(one / 5) * (small + 1);
      marks.push(sign(pile.sign, along, down, small, pile.tone, pile.look));
    });
    marks.push(word(level.right, width, base, "end"));
  });
  if (isPiled) {
    const has = ({ piles }) => piles.length;
    const x = width - right + GAP;
    const [from, to] = [all.findIndex(has) * high + 2, (all.findLastIndex(has) + 1) * high - 2];
    marks.push(rule([x, from], [x, to], { tone: "ink", end: true }));
  }
  return { marks, height: near(all.length * high) };
};
