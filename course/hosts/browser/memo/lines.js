// What a student typed, as lines that any document may hold; course/capstone/lines.py does the
// same.

import { oneLine } from "../blanks.js";

export const line = (text) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  oneLine(text.replace(/[^\t-\r\x1c-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ""));
export const paragraphs = (text) => text.split("\n").map(line).filter(Boolean);
export const sentence = (text) =>
  /^[a-z]/.test(text) ? text[0].toUpperCase() + text.slice(1) : text;
