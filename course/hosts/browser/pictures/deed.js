// Who does what, as a sentence in signs: who, an arrow with a verb, and what comes of it, counted.

import { GAP, near, rule, sign, TEXT, wide, word } from "./marks.js";
import { linesOf } from "./said.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const LINE = TEXT + 6;
// Who; the sign of a key; the end of an arrow that is cut.
const [ACTOR, KEY, CROSS] = [28, TEXT + 2, 16];
// How far down the arrow runs, and the foot of its verb.
const [MIDDLE, OVER] = [21, 15];
// From which width on there is more room; more signs stand under who and verb below it.
const [BROAD, MANY] = [440, 40];
const BESIDE = 120; // the least room of words beside signs

const gaps = (along) => Math.max(0, along) * GAP;

// Where words end downward.
const endOf = (marks) =>
  Math.max(0, ...marks.filter((mark) => "word" in mark).map(({ y }) => y + 6));

const actors = ({ by, who: name }, who) => {
  const each = by.flatMap((pile) => Array(pile.n).fill({ tone: "quiet", ...pile }));
  const size = Math.min(ACTOR, Math.floor(who / Math.max(1, each.length)) - 2);
  const start = (who - each.length * (size + 2)) / 2;
  return [
    ...each.map((one, i) =>
      sign(one.sign, start + i * (size + 2), (ACTOR - size) / 2, size, one.tone, one.look),
    ),
    word(name, who / 2, ACTOR + TEXT, "middle"),
  ];
};

const arrow = ({ verb: name, cut, tone }, who, verb) => {
  if (!name) return [];
  const end = who + verb - 2;
  return [
    rule([who + 4, MIDDLE], [cut ? end - CROSS : end, MIDDLE], { tone, end: !cut }),
    word(name, who + verb / 2, OVER, "middle", tone),
    ...(cut ? [sign("cross", end - CROSS, MIDDLE - CROSS / 2, CROSS, tone)] : []),
  ];
};

// What comes of it, counted, with the lines of limits; and where it ends downward.
const things = ({ groups, limits = [] }, left, top, size, perRow) => {
  const step = size + 2;
  /** @type {Mark[]} */
  const marks = [];
  let at = 0;
  for (const group of groups) {
    for (let place = at; place < at + group.n; place++) {
      const along = place % perRow;
      const x = left + along * step + gaps(Math.floor(along / 10));
      const y = top + Math.floor(place / perRow) * step;
      marks.push(sign(group.sign, x, y, size, group.tone, group.look));
    }
    at += group.n;
  }
  for (const limit of limits) {
    const behind = Math.min(limit.at, at);
    const row = Math.max(0, Math.ceil(behind / perRow) - 1);
    const along = behind - row * perRow;
    const x = left + along * step - 1 + gaps(Math.ceil(along / 10) - 1);
    const y = top + row * step;
    marks.push(rule([x, y - 3], [x, y + step + 1], { tone: "ink", dash: limit.dash }));
  }
  return { marks, high: top + Math.ceil(at / perRow) * step };
};

// The words of each group, from its first row on.
const besideOf = ({ groups }, left, room, first, { step, perRow }) => {
  let [at, free] = [0, 0];
  return groups.flatMap((group) => {
    const row = first + Math.floor(at / perRow) * step;
    const lines = group.word ? linesOf(group.word, room) : [];
    const y = Math.max(free, row) + TEXT;
    if (lines.length) free = y - TEXT + lines.length * LINE;
    at += group.n;
    return lines.map((one, i) => word(one, left, y + i * LINE, "start", group.tone, true));
  });
};

// The words of groups that have no room beside them, and of limits.
const keyOf = (groups, limits, left, room, top) => {
  const said = groups.filter((group) => group.word);
  const x = left + KEY + GAP;
  /** @type {Mark[]} */
  const marks = [];
  let y = top;
  const lines = (words, from, tone = "ink", strong = false) => {
    for (const one of linesOf(words, left + room - from)) {
      marks.push(word(one, from, y + TEXT - 1, "start", tone, strong));
      y += LINE;
    }
  };
  for (const group of said) {
    if (said.length > 1) marks.push(sign(group.sign, left, y, KEY, group.tone, group.look));
    lines(group.word, said.length > 1 ? x : left, group.tone, true);
  }
  for (const { word: words, dash } of limits) {
    const across = left + KEY / 2;
    marks.push(rule([across, y - 1], [across, y + TEXT + 3], { tone: "ink", dash }));
    lines(words, x);
  }
  return marks;
};

/** @type {(given: any, width: number) => Laid} */
export const deed = (given, width) => {
  if (!given.groups.length) return { marks: [], height: 0 };
  const groups = given.groups.map((group) => ({ tone: "own", ...group }));
  const band = { ...given, groups, limits: given.limits ?? [] };
  const [who, verb] = width >= BROAD ? [104, 92] : [78, 74];
  const marks = [...actors(band, who), ...arrow(band, who, verb)];
  const foot = ACTOR + (band.who ? TEXT + 5 : 2);
  const left = who + verb + GAP;
  const room = width - left;
  const count = groups.reduce((sum, { n }) => sum + n, 0);
  if (width < BROAD && count > MANY) {
    const said = keyOf(groups, [], left, room, 4);
    const top = Math.max(foot, endOf(said)) + 4;
    const placed = things(band, 0, top, Math.floor((width - GAP) / 20) - 2, 20);
    const key = [...said, ...keyOf([], band.limits, 0, width, placed.high + 4)];
    const height = near(Math.max(placed.high, endOf(key)));
    return { marks: [...marks, ...placed.marks, ...key], height };
  }
  const most = room / Math.max(1, Math.min(count, 10)) - 2;
  const size = Math.floor(Math.min(band.size, most));
  const top = Math.max(0, MIDDLE - size / 2);
  const ten = 10 * (size + 2) + GAP;
  const longest = Math.min(Math.max(...groups.map((group) => wide(group.word))), BESIDE);
  const tens = [2, 1].find((k) => k * ten + longest <= room);
  const perRow = 10 * (tens ?? Math.max(1, Math.floor((room + GAP) / ten)));
  const placed = things(band, left, top, size, perRow);
  const used = Math.min(count, perRow);
  const after = left + used * (size + 2) + gaps(Math.floor((used - 1) / 10)) + GAP;
  const isBeside = after + longest <= width;
  const first = top + (size - TEXT) / 2 - 2;
  const rows = { step: size + 2, perRow };
  const words = isBeside ? besideOf(band, after, width - after, first, rows) : [];
  const high = Math.max(placed.high, endOf(words));
  const key = keyOf(words.length ? [] : groups, band.limits, left, room, high + 4);
  const height = near(Math.max(foot, high, endOf(key)));
  return { marks: [...marks, ...placed.marks, ...words, ...key], height };
};
