// White space by one rule; course/blanks.py does the same, and says why. A test compares.
const BLANK = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const WORD = new RegExp(`[^${BLANK}]+`, "gu");
const AROUND = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, "gu");

export const wordsOf = (text) => text.match(WORD) ?? [];
export const wordsIn = (text) => wordsOf(text).length;
// "1 word; about 60 are asked for."
export const written = (text, { words }) => {
  const n = wordsIn(text);
  return `${n} ${n === 1 ? "word" : "words"}; about ${words} are asked for.`;
};
export const trimmed = (text) => text.replace(AROUND, "");
export const oneLine = (text) => wordsOf(text).join(" ");
