// White space by one rule; course/doors/blanks.py does the same, and says why. A test compares.

import { say } from "./words.js";

const BLANK =
  "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const WORD = new RegExp(`[^${BLANK}]+`, "gu");
// Signs that leave no ink: a soft hyphen, joiners, marks of direction, fillers.
const INKLESS =
  "\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f" +
  "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0";
const SEEN = new RegExp(`[^${INKLESS}]`, "u");
const IS_BLANK = new RegExp(`[${BLANK}]`, "u");

export const wordsOf = (text) => (text.match(WORD) ?? []).filter((word) => SEEN.test(word));
export const wordsIn = (text) => wordsOf(text).length;
// "1 word; about 60 are asked for."
export const written = (text, { words }) => say("shared.written", { n: wordsIn(text), words });
// From both ends: a pattern that looks for blanks at the end tries every run of them first.
export const trimmed = (text) => {
  let [start, end] = [0, text.length];
  while (start < end && IS_BLANK.test(text[start])) start++;
  while (start < end && IS_BLANK.test(text[end - 1])) end--;
  return text.slice(start, end);
};
export const oneLine = (text) => wordsOf(text).join(" ");
