// A tally: so many equal signs, in tens, in groups of a colour; their words stand beside.

import { GAP, near, rule, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const LINE = TEXT + 6;
// On a phone the signs of more than a few are smaller.
const [FEW, NARROW, SMALL, TINY] = [40, 400, 13, 10];

// Who brings a row about, the arrow from there to it, and the room between two such rows.
const [ACTOR, ARROW, APART] = [28, 22, 8];

// The line of a limit, at the end of a row rather than at the beginning of the next.
const lineOf = ({ at: wanted, dash }, before, most, perRow, step) => {
  const at = Math.min(wanted, most);
  const row = Math.max(0, Math.ceil(at / perRow) - 1);
  const along = at - row * perRow;
  const x = before + along * step - 1 + Math.max(0, Math.ceil(along / 10) - 1) * GAP;
  return rule([x, row * step - 3], [x, row * step + step + 1], { tone: "ink", dash });
};

const actorsOf = (by, top, before) => {
  const y = top + ACTOR / 2;
  return [
    ...by.map((name, i) => sign(name, i * (ACTOR + 2), top, ACTOR)),
    rule([by.length * (ACTOR + 2) + 2, y], [before - 4, y], { tone: "ink", end: true }),
  ];
};

// Where each row has a sign of its own before it, its words have that one: the things may be alike.
const keyOf = (group, y, isAlone) =>
  isAlone
    ? sign(group.by[0], 0, y, TEXT + 2)
    : sign(group.sign, 0, y, TEXT + 2, group.tone, group.look);

/** @type {(band: any, width: number) => Laid} */
export const tally = ({ groups: given, size: usual, limits = [] }, width) => {
  const groups = given.map((group) => ({ tone: "own", by: [], ...group }));
  const actors = Math.max(0, ...groups.map(({ by }) => by.length));
  const before = actors ? actors * (ACTOR + 2) + ARROW + GAP : 0;
  const room = width - before;
  const isMany = groups.reduce((sum, { n }) => sum + n, 0) > FEW;
  const small = actors ? TINY : SMALL;
  const wanted = isMany && width < NARROW ? Math.min(usual, small) : usual;
  const size = Math.min(wanted, Math.floor(room / 10) - 2);
  const step = size + 2;
  const ten = 10 * step + GAP;
  const longest = Math.max(
    ...groups.map((group) => wide(group.word)),
    ...limits.map((limit) => wide(limit.word) + GAP),
  );
  const fitting = [2, 1].find((k) => k * ten + 2 * GAP + longest <= room);
  const tens = fitting ?? Math.max(1, Math.min(2, Math.floor((room + GAP) / ten)));
  const perRow = 10 * tens;
  /** @type {Mark[]} */
  const marks = [];
  let [at, first, top, free, high] = [0, 0, 0, 0, 0];
  for (const group of groups) {
    if (group.by.length) {
      top = high ? high + APART : 0;
      first ||= at;
      [at, free] = [0, top];
      marks.push(...actorsOf(group.by, top, before));
      high = top + Math.max(ACTOR, step);
    }
    for (let place = at; place < at + group.n; place++) {
      const along = place % perRow;
      const x = before + along * step + Math.floor(along / 10) * GAP;
      const y = top + Math.floor(place / perRow) * step;
      marks.push(sign(group.sign, x, y, size, group.tone, group.look));
    }
    if (fitting && group.word) {
      const y = Math.max(free, top + Math.floor(at / perRow) * step);
      marks.push(word(group.word, before + tens * ten + GAP, y + TEXT, "start", group.tone, true));
      free = y + LINE;
    }
    at += group.n;
    high = Math.max(high, top + Math.ceil(at / perRow) * step, fitting ? free : 0);
  }
  marks.push(...limits.map((limit) => lineOf(limit, before, first || at, perRow, step)));
  if (fitting && !limits.length) return { marks, height: near(high) };
  let y = high + 4;
  for (const group of fitting ? [] : groups.filter((one) => one.word)) {
    marks.push(keyOf(group, y, actors === 1 && groups.every(({ by }) => by.length)));
    marks.push(word(group.word, TEXT + 2 + GAP, y + TEXT, "start", group.tone, true));
    y += LINE + 2;
  }
  for (const { word: words, dash } of limits) {
    marks.push(rule([8, y - 1], [8, y + TEXT + 3], { tone: "ink", dash }));
    marks.push(word(words, TEXT + 2 + GAP, y + TEXT));
    y += LINE + 2;
  }
  return { marks, height: near(y) };
};

/**
 * The bands with a student's guess as a dashed line in those that ask for it.
 * @param {any[]} bands @param {any} guess @param {string} words
 */
export const withLine = (bands, guess, words) =>
  bands.map((band) => {
    if (!band.asked || !guess?.mark || typeof guess.answer !== "number") return band;
    const at = Math.max(0, guess.answer / band.asked);
    return { ...band, limits: [...(band.limits ?? []), { at, word: words, dash: "4 3" }] };
  });
