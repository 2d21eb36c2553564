// Rows with a sign in the middle and signs on either side of it; upright, they are columns that
// touch, and what is left of a sign stands over it.

import { GAP, near, rule, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const LINE = TEXT + 6;
const CLEAR = 4;
const LEAST = 6;
const TALL = 266;

const each = (piles = []) => piles.flatMap((pile) => Array(pile.n).fill(pile));

/** @type {(band: any, width: number) => Laid} */
export const sides = ({ rows, heads, size: usual, small: wanted, upright, limits }, width) => {
  const all = rows.map((row) => ({ ...row, left: each(row.left), right: each(row.right) }));
  const left = Math.max(0, ...all.map((row) => row.left.length));
  const right = Math.max(0, ...all.map((row) => row.right.length));
  const long = upright ? TALL : width - usual - 2 * CLEAR;
  const room = Math.floor(long / Math.max(1, left + right)) - 2;
  const size = upright ? Math.min(usual, Math.floor(width / Math.max(1, all.length))) : usual;
  const small = Math.max(LEAST, Math.min(wanted, room, upright ? size - 2 : wanted));
  const tiny = small + 2;
  const pace = upright ? size : Math.max(size, small) + 2;
  const top = heads[0] || heads[1] ? LINE : 0;
  const middle = (upright ? top + left * tiny : Math.max(wide(heads[0]), left * tiny)) + CLEAR;
  const begin = upright ? 0 : top;
  const after = middle + size + CLEAR;
  /** @type {Mark[]} */
  const marks = [];
  const put = (of, along, across, large) => {
    const [x, y] = upright ? [along, across] : [across, along];
    marks.push(sign(of.sign, x, y, large, of.tone, of.look));
  };
  const pile = (of) => ({ tone: "quiet", ...of });
  all.forEach((row, i) => {
    const along = begin + i * pace;
    const beside = along + (pace - small) / 2;
    put(row, along + (pace - size) / 2, middle, size);
    row.left.forEach((one, k) => {
      put(pile(one), beside, middle - CLEAR - (k + 1) * tiny, small);
    });
    row.right.forEach((one, k) => {
      put(pile(one), beside, after + k * tiny + 2, small);
    });
  });
  let foot = upright ? after + right * tiny : begin + all.length * pace;
  if (upright) {
    marks.push(word(heads[0], 0, TEXT - 1, "start", "quiet"));
    if (heads[1]) {
      foot += LINE;
      marks.push(word(heads[1], 0, foot - 4, "start", "quiet"));
    }
  } else
    marks.push(
      word(heads[0], middle - CLEAR, TEXT - 1, "end", "quiet"),
      word(heads[1], after, TEXT - 1, "start", "quiet"),
    );
  for (const { at: limit, word: words, dash } of limits) {
    const at = begin + Math.min(limit, all.length) * pace;
    const ends = [middle - CLEAR - tiny, after + tiny];
    const [from, to] = upright
      ? ends.map((across) => [at, across])
      : ends.map((across) => [across, at]);
    marks.push(rule(from, to, { tone: "ink", dash }));
    marks.push(rule([8, foot + 3], [8, foot + TEXT + 7], { tone: "ink", dash }));
    marks.push(word(words, TEXT + 2 + GAP, foot + TEXT + 4));
    foot += LINE + 4;
  }
  return { marks, height: near(foot) };
};
