// Who stands on a line, in one row, with their words over them.

import { inside, near, rule, sign, TEXT, wide, word } from "./marks.js";

// A row of words over those who stand level; from them to the line.
const [NAME, LEAD] = [TEXT + 4, 12];

const inOrder = (all) => [...all].sort((a, b) => a.at - b.at);

// The lowest storey with room from one end to the other, which is then taken.
/** @type {(taken: number[][][], ends: number[]) => number} */
const freeOf = (taken, [start, stop]) => {
  const isFree = (storey) => storey.every(([a, b]) => start >= b + 4 || stop <= a - 4);
  let storey = taken.findIndex(isFree);
  if (storey < 0) storey = taken.push([]) - 1;
  taken[storey].push([start, stop]);
  return storey;
};

// Where those stand who are moved apart until none touches the next.
const apart = (all, place, size, width) => {
  const step = size + 3;
  const xs = [];
  for (const { at } of all) xs.push(xs.length ? Math.max(place(at), xs.at(-1) + step) : place(at));
  return xs.map((x, i) => Math.min(x, width - size / 2 - (xs.length - 1 - i) * step));
};

/** @type {(all: any[], place: (at: number) => number, size: number, width: number) => any} */
export const level = (all, place, size, width) => {
  const ordered = inOrder(all);
  const xs = apart(ordered, place, size, width);
  /** @type {number[][][]} */
  const taken = [];
  const put = ordered.map((one, i) => {
    const middle = inside(xs[i], one.word, width);
    const half = wide(one.word) / 2;
    return { one, x: xs[i], middle, storey: freeOf(taken, [middle - half, middle + half]) };
  });
  const words = taken.length * NAME;
  const ground = words + size + LEAD;
  const marks = put.flatMap(({ one, x, middle, storey }) => {
    const base = near(words - storey * NAME - 4);
    const lead = { tone: one.tone ?? "ink", thick: 1.5 };
    const above = rule([x, base + 3], [x, words], { thick: 1, dash: "2 3" });
    return [
      sign(one.sign, x - size / 2, words + 2, size, one.tone, one.look),
      rule([x, words + size + 3], [place(one.at), ground], lead),
      ...(storey ? [above] : []),
      word(one.word, middle, base, "middle", one.tone),
    ];
  });
  return { marks, ground };
};
