// A line from less to more, with signs that stand on it: who would stand on another stands above.

import { inside, near, rule, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const UNDER = TEXT + 18; // one span and its word, and the next

// Each sign with its place and its storey; those of one storey keep clear of each other.
const storeyed = (standing, place, size, width) => {
  /** @type {[number, number][][]} */
  const taken = [];
  const put = [...standing]
    .sort((a, b) => a.at - b.at)
    .map((one) => {
      const x = place(one.at);
      const middle = inside(x, one.word, width);
      const half = wide(one.word) / 2;
      const start = Math.min(x - size / 2, middle - half);
      const stop = Math.max(x + size / 2, middle + half);
      const isFree = (storey) => storey.every(([a, b]) => start >= b + 4 || stop <= a - 4);
      let storey = taken.findIndex(isFree);
      if (storey < 0) storey = taken.push([]) - 1;
      taken[storey].push([start, stop]);
      return { one, x, middle, storey };
    });
  return { put, storeys: taken.length };
};

/** @type {(band: any, width: number) => Laid} */
export const line = (
  { low, high, standing: signs, moves = [], spans: given, ends, size },
  width,
) => {
  const standing = [...moves, ...signs].map((one) => ({ word: "", ...one }));
  const spans = given.map((span) => ({ word: "", tone: "own", ...span }));
  const edge = Math.max(size / 2, 2);
  const scale = (width - 2 * edge) / (high - low);
  const place = (at) => edge + (at - low) * scale;
  const { put, storeys } = storeyed(standing, place, size, width);
  const tall = size + TEXT + 8;
  const ground = storeys * tall;
  /** @type {Mark[]} */
  const marks = [rule([edge, ground], [width - edge, ground])];
  for (const { one, x, middle, storey } of put) {
    const top = ground - storey * tall - size - 2;
    marks.push(sign(one.sign, x - size / 2, top, size, one.tone, one.look));
    if (storey) marks.push(rule([x, top + size + 2], [x, ground], { thick: 1, dash: "2 3" }));
    marks.push(word(one.word, middle, top - 5, "middle", one.tone));
  }
  spans.forEach((span, i) => {
    const [a, b] = [place(span.start), place(span.stop)];
    const y = ground + 6 + i * UNDER;
    const { tone, end } = span;
    const stop = end ? b : Math.max(b, a + 1);
    marks.push(rule([a, y], [stop, y], { tone, thick: end ? 3 : 7, end }));
    const middle = inside((a + b) / 2, span.word, width);
    marks.push(word(span.word, middle, y + TEXT + 6, "middle", span.tone, true));
  });
  let foot = ground + 6 + spans.length * UNDER;
  if (ends[0] || ends[1]) {
    foot += TEXT + 2;
    marks.push(
      word(ends[0], 0, foot, "start", "quiet"),
      word(ends[1], width, foot, "end", "quiet"),
    );
  }
  return { marks, height: near(Math.floor(foot) + 6) };
};
