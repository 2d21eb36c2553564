// Panels side by side on one ground, each with columns that grow upward, the first of a column's
// piles undermost.

import { GAP, inside, near, rule, sign, TEXT, word } from "./marks.js";
import { linesOf } from "./said.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const LINE = TEXT + 6;
const [APART, WIDEST, LEAST] = [16, 34, 6];
const [BY, CLEAR] = [24, 4];
const [BEFORE, RISE, SHORT] = [7, 20, 16];

// Across the columns; from the beginning of a floor an arrow rises so far.
const lineOf = (start, stop, y, rise) => [
  rule([start, y], [stop, y], { tone: "ink" }),
  ...(rise ? [rule([start, y], [start, y - rise], { tone: "ink", end: true })] : []),
];

// at: the middle of its foot, on the ground; what stands over a line rises.
const columnOf = (like, counts, [middle, ground], [size, small], line, tone) => {
  const { sign: own, piles = [] } = like;
  const toned = (given) => (given === "own" ? tone : given);
  const all = piles.flatMap((pile, i) => Array(counts[i] ?? 0).fill(pile));
  const grown = all.map((pile, k) => {
    const y = ground - 2 - (k + 1) * (small + 2) - (line && k + 1 > line ? CLEAR : 0);
    return sign(pile.sign, middle - small / 2, y, small, toned(pile.tone ?? "quiet"), pile.look);
  });
  const under = sign(own, middle - size / 2, ground + 4, size, toned(like.tone), like.look);
  return [under, ...grown];
};

// Of each column of each panel, the signs of its piles.
const columnsOf = ({ column, counts }) => {
  const piles = Math.max(1, column.piles?.length ?? 0);
  const count = Math.ceil(counts.length / piles);
  return Array.from({ length: count }, (_, i) => counts.slice(i * piles, (i + 1) * piles));
};

/** @type {(band: any, width: number) => Laid} */
export const panels = (band, width) => {
  const { across, lines, tones } = band;
  const all = band.panels.map((panel) => ({ by: [], ...panel }));
  const each = (width + APART) / Math.max(1, all.length) - APART;
  const pace = Math.min(WIDEST, Math.floor(each / across));
  const [small, size] = [band.small, band.size].map((n) => Math.max(LEAST, Math.min(n, pace - 2)));
  const names = all.map((panel) => linesOf(panel.word, each));
  const ends = band.said.map((words) => linesOf(words, each));
  const long = (of) => Math.max(0, ...of.map((some) => some.length));
  const named = all.some(({ by }) => by.length) ? BY + 2 : 0;
  const top = named + long(names) * LINE + 4;
  const columns = columnsOf(band);
  const tallest = Math.max(0, ...lines, ...columns.map((some) => some.reduce((a, b) => a + b, 0)));
  const ground = top + tallest * (small + 2) + 2 + CLEAR;
  let foot = ground + 6 + size;
  /** @type {Mark[]} */
  const marks = [];
  all.forEach(({ by, least }, i) => {
    const [line, tone] = [lines[i], tones[i]];
    const middle = i * (each + APART) + each / 2;
    const [start, stop] = [-0.5, 0.5].map((half) => middle + half * across * pace);
    marks.push(...lineOf(start, stop, ground, 0));
    if (line) {
      const y = ground - 5 - line * (small + 2);
      marks.push(...lineOf(start - (least ? BEFORE : 0), stop, y, least ? RISE : 0));
    }
    const left = middle - (by.length * (BY + 2)) / 2;
    marks.push(...by.map((name, k) => sign(name, left + k * (BY + 2), 0, BY, tone)));
    const write = (some, y) =>
      some.map((words, k) =>
        word(words, inside(middle, words, width), y + TEXT + k * LINE, "middle", tone, true),
      );
    marks.push(...write(names[i], named), ...write(ends[i], foot));
    columns.slice(i * across, (i + 1) * across).forEach((counts, k) => {
      /** @type {[number, number]} */
      const at = [start + (k + 0.5) * pace, ground];
      marks.push(...columnOf(band.column, counts, at, [size, small], line, tone));
    });
  });
  foot += long(ends) * LINE;
  foot += band.keys.length ? 4 : 0;
  band.keys.forEach((words, i) => {
    const rise = i ? SHORT : 0;
    foot += rise / 4;
    marks.push(...lineOf(5, TEXT + 2, foot + 9 + rise / 4, rise));
    for (const text of linesOf(words, width - TEXT - 2 - GAP)) {
      marks.push(word(text, TEXT + 2 + GAP, foot + TEXT));
      foot += LINE;
    }
  });
  return { marks, height: near(foot) };
};
