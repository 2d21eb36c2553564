// A sentence in a picture, which breaks where the width ends; a sign before it makes a key of it.

import { GAP, near, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid } from "../shapes/picture.d.ts" */

const LINE = TEXT + 6;
const KEY = TEXT + 2;

const linesOf = (words, room) => {
  const lines = [];
  for (const one of words.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${one}` : one;
    if (lines.length && wide(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(one);
  }
  return lines;
};

/** @type {(band: any, width: number) => Laid} */
export const said = ({ words, sign: key, tone, strong, sign_tone, look }, width) => {
  if (!words) return { marks: [], height: 0 };
  const left = key ? KEY + GAP : 0;
  const lines = linesOf(words, width - left);
  const marks = lines.map((one, i) => word(one, left, TEXT - 1 + i * LINE, "start", tone, strong));
  const before = key ? [sign(key, 0, 0, KEY, sign_tone, look)] : [];
  return { marks: [...before, ...marks], height: near(lines.length * LINE - 2) };
};
