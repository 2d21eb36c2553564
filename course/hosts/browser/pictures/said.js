// A sentence in a picture, which breaks where the width ends; a sign before it makes a key of it.

import { GAP, near, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid } from "../shapes/picture.d.ts" */

const LINE = TEXT + 6;
const KEY = TEXT + 2;
const LARGE = 26;

export const linesOf = (words, room) => {
  const lines = [];
  for (const one of words.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${one}` : one;
    if (lines.length && wide(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(one);
  }
  return lines;
};

/** @type {(band: any, width: number) => Laid} */
export const said = (band, width) => {
  const { words, sign: first, by = [], large, tone, strong, sign_tone, look } = band;
  if (!words) return { marks: [], height: 0 };
  const signs = [first, ...by].filter(Boolean);
  const key = large ? LARGE : KEY;
  const left = signs.length ? signs.length * (key + 2) + GAP - 2 : 0;
  const down = (key - KEY) / 2;
  const lines = linesOf(words, width - left);
  const base = (i) => down + TEXT - 1 + i * LINE;
  const marks = lines.map((one, i) => word(one, left, base(i), "start", tone, strong));
  const before = signs.map((name, i) => sign(name, i * (key + 2), 0, key, sign_tone, look));
  const high = Math.max(lines.length * LINE - 2 + down, signs.length ? key : 0);
  return { marks: [...before, ...marks], height: near(high) };
};
