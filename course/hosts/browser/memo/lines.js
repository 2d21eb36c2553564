// What a student typed, as lines that any document may hold; course/capstone/lines.py does the
// same.

import { oneLine } from "../blanks.js";

export const line = (text) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  oneLine(text.replace(/[^\t-\r\x1c-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")).replace(
    /([0-9]) of (?=[0-9])/g,
    "$1\u00a0of\u00a0",
  );
export const paragraphs = (text) => text.split("\n").map(line).filter(Boolean);
export const sentence = (text) =>
  /^[a-z]/.test(text) ? text[0].toUpperCase() + text.slice(1) : text;
