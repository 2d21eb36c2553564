// Levels, one above the other, each with its signs in the middle and a word on either side.

import { GAP, near, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

/** @type {(band: any, width: number) => Laid} */
export const levels = ({ levels: given, size }, width) => {
  const all = given.map((level) => ({ left: "", right: "", tone: "own", ...level }));
  const step = size + 2;
  const high = Math.max(size, TEXT) + 4;
  const left = Math.max(0, ...all.map((level) => wide(level.left))) + GAP;
  const right = Math.max(0, ...all.map((level) => wide(level.right))) + GAP;
  const room = Math.max(step, width - left - right);
  const fits = Math.max(1, Math.floor(room / step));
  /** @type {Mark[]} */
  const marks = [];
  all.forEach((level, i) => {
    const drawn = level.n <= fits ? level.n : Math.max(1, fits - 1);
    const x = left + (room - Math.min(level.n, fits) * step) / 2;
    const base = i * high + (high + TEXT) / 2 - 4;
    marks.push(word(level.left, 0, base));
    for (let one = 0; one < drawn; one++)
      marks.push(sign(level.sign, x + one * step, i * high, size, level.tone, level.look));
    if (drawn < level.n)
      marks.push(word("…", x + drawn * step + step / 2, base, "middle", level.tone, true));
    marks.push(word(level.right, width, base, "end"));
  });
  return { marks, height: near(all.length * high) };
};
