// What a student typed, as lines that any document may hold; course/capstone/lines.py does the
// same.

import { oneLine } from "../blanks.js";

const AFTER = /(?<=[0-9]) (?=[A-Za-z%])|(?<=%) (?=interval)/g;
const BEFORE = /\b(of|to|section|rule|[A-Z][A-Za-z]{1,8}) (?=[\u22120-9])/g;

// A text whose sums, days, ranges and counts no end of a line parts.
export const held = (text) => text.replace(BEFORE, "$1\u00a0").replace(AFTER, "\u00a0");
export const line = (text) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  held(oneLine(text.replace(/[^\t-\r\x1c-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")));
export const paragraphs = (text) => text.split("\n").map(line).filter(Boolean);
export const sentence = (text) =>
  /^[a-z]/.test(text) ? text[0].toUpperCase() + text.slice(1) : text;
export const wordsOr = (texts, otherwise) =>
  texts.length ? texts.map((text) => ["words", text]) : [["quiet", otherwise]];
