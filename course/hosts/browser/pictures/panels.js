// Panels side by side on one ground, each with columns that grow upward, the first of a column's
// piles undermost.

import { GAP, inside, near, rule, sign, TEXT, word } from "./marks.js";
import { linesOf } from "./said.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const LINE = TEXT + 6;
const [APART, WIDEST, LEAST] = [16, 34, 6];
const [BY, CLEAR] = [24, 4];

const columnOf = (column, middle, ground, [size, small], line) => {
  const { sign: own, tone, look, piles = [] } = column;
  const all = piles.flatMap((pile) => Array(pile.n).fill(pile));
  const grown = all.map((pile, k) => {
    const over = line && k >= line ? CLEAR : 0;
    const y = ground - 2 - (k + 1) * (small + 2) - over;
    return sign(pile.sign, middle - small / 2, y, small, pile.tone ?? "quiet", pile.look);
  });
  return [sign(own, middle - size / 2, ground + 4, size, tone, look), ...grown];
};

/** @type {(band: any, width: number) => Laid} */
export const panels = (band, width) => {
  const usual = { by: [], said: "", line: 0, tone: "ink" };
  const all = band.panels.map((panel) => ({ ...usual, ...panel }));
  const each = (width + APART) / Math.max(1, all.length) - APART;
  const most = Math.max(1, ...all.map(({ columns }) => columns.length));
  const pace = Math.min(WIDEST, Math.floor(each / most));
  const [small, size] = [band.small, band.size].map((n) => Math.max(LEAST, Math.min(n, pace - 2)));
  const names = all.map((panel) => linesOf(panel.word, each));
  const ends = all.map((panel) => linesOf(panel.said, each));
  const long = (of) => Math.max(0, ...of.map((lines) => lines.length));
  const named = all.some(({ by }) => by.length) ? BY + 2 : 0;
  const top = named + long(names) * LINE + 4;
  const highOf = ({ piles = [] }) => piles.reduce((sum, { n }) => sum + n, 0);
  const tallest = Math.max(0, ...all.flatMap(({ line, columns }) => [line, ...columns.map(highOf)]));
  const ground = top + tallest * (small + 2) + 2 + CLEAR;
  let foot = ground + 6 + size;
  /** @type {Mark[]} */
  const marks = [];
  all.forEach(({ by, line, columns, tone }, i) => {
    const middle = i * (each + APART) + each / 2;
    const [start, stop] = [-0.5, 0.5].map((half) => middle + half * columns.length * pace);
    const across = (y) => rule([start, y], [stop, y], { tone: "ink" });
    marks.push(across(ground));
    if (line) marks.push(across(ground - 5 - line * (small + 2)));
    const left = middle - (by.length * (BY + 2)) / 2;
    marks.push(...by.map((name, k) => sign(name, left + k * (BY + 2), 0, BY, tone)));
    const write = (lines, y) =>
      lines.map((words, k) =>
        word(words, inside(middle, words, width), y + TEXT + k * LINE, "middle", tone, true),
      );
    marks.push(...write(names[i], named), ...write(ends[i], foot));
    columns.forEach((column, k) => {
      marks.push(...columnOf(column, start + (k + 0.5) * pace, ground, [size, small], line));
    });
  });
  foot += long(ends) * LINE;
  if (band.key) {
    foot += 4;
    marks.push(rule([0, foot + 9], [TEXT + 2, foot + 9], { tone: "ink" }));
    marks.push(word(band.key, TEXT + 2 + GAP, foot + TEXT));
    foot += LINE;
  }
  return { marks, height: near(foot) };
};
