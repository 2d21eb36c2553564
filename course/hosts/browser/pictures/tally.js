// A tally: so many equal signs, in tens, in groups of a colour; their words stand beside.

import { GAP, near, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const LINE = TEXT + 6;

/** @type {(band: any, width: number) => Laid} */
export const tally = ({ groups: given, size }, width) => {
  const groups = given.map((group) => ({ tone: "own", ...group }));
  const step = size + 2;
  const ten = 10 * step + GAP;
  const longest = Math.max(...groups.map((group) => wide(group.word)));
  const fitting = [2, 1].find((k) => k * ten + 2 * GAP + longest <= width);
  const tens = fitting ?? Math.max(1, Math.min(2, Math.floor(width / ten)));
  const perRow = 10 * tens;
  /** @type {Mark[]} */
  const marks = [];
  let at = 0;
  let free = 0;
  for (const group of groups) {
    for (let place = at; place < at + group.n; place++) {
      const along = place % perRow;
      const x = along * step + Math.floor(along / 10) * GAP;
      const y = Math.floor(place / perRow) * step;
      marks.push(sign(group.sign, x, y, size, group.tone, group.look));
    }
    if (fitting && group.word) {
      const y = Math.max(free, Math.floor(at / perRow) * step);
      marks.push(word(group.word, tens * ten + GAP, y + TEXT, "start", group.tone, true));
      free = y + LINE;
    }
    at += group.n;
  }
  const high = Math.ceil(at / perRow) * step;
  if (fitting) return { marks, height: near(Math.max(high, free)) };
  let y = high + 4;
  for (const group of groups.filter((one) => one.word)) {
    marks.push(sign(group.sign, 0, y, TEXT + 2, group.tone, group.look));
    marks.push(word(group.word, TEXT + 2 + GAP, y + TEXT, "start", group.tone, true));
    y += LINE + 2;
  }
  return { marks, height: near(y) };
};
