// What a picture is made of, as course/charts/pictures/marks.py lays it: signs, words and rules at
// places of it. Lengths are pixels.

/** @import { Rule, Sign, Word } from "../shapes/picture.d.ts" */

export const TEXT = 14;
export const GAP = 8;

/** @param {number} value */
export const near = (value) => Math.floor(value * 10 + 0.5) / 10;

/** @param {string} word */
export const wide = (word) => near([...word].length * TEXT * 0.56);

// Where the middle of a word stands that would be centred at x, but stays in the picture.
/** @type {(x: number, word: string, width: number) => number} */
export const inside = (x, word, width) => {
  const half = wide(word) / 2;
  return Math.max(half, Math.min(width - half, x));
};

// What is usual is not written in a scene; marks.py says what that is.
/** @returns {Sign} */
export const sign = (sign, x, y, size, tone = "ink", look = "solid") => ({
  sign,
  x: near(x),
  y: near(y),
  size,
  tone,
  look,
});

/** @returns {Word} */
export const word = (word, x, y, anchor = "start", tone = "ink", strong = false) => ({
  word,
  x: near(x),
  y: near(y),
  anchor,
  tone,
  strong,
});

/** @type {(from: number[], to: number[], look?: Partial<Rule>) => Rule} */
export const rule = ([x, y], [to_x, to_y], { tone, thick, dash, end } = {}) => ({
  x: near(x),
  y: near(y),
  to_x: near(to_x),
  to_y: near(to_y),
  tone: tone ?? "quiet",
  thick: thick ?? 2,
  dash: dash ?? "",
  end: end ?? false,
});
