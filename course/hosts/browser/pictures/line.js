// A line from less to more, with signs that stand on it.

import { inside, near, rule, sign, TEXT, wide, word } from "./marks.js";
import { level } from "./standing.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const UNDER = TEXT + 18; // one span and its word, and the next
const POLE = 15;
const [STEP, CROSS] = [22, 16]; // a way that is cut at once, and the cross there

// The trough that holds what lies under the line.
const trough = (a, b, ground, foot, tone) => {
  const look = { tone, thick: 5 };
  return [
    rule([a, ground - 3], [a, foot], look),
    rule([b, ground - 3], [b, foot], look),
    rule([a - 2.5, foot], [b + 2.5, foot], look),
  ];
};

// A way that what lies there would go, and a cross where not even the first step is free.
const way = (a, b, { size, tone, cut }, middle) => {
  const to = b > a ? 1 : -1;
  const start = a + to * (size / 2 + 3);
  const room = (b - start) * to - (cut ? CROSS + 4 : 0);
  const step = cut ? Math.min(room, STEP) : room;
  const marks = [];
  if (step > 6)
    marks.push(rule([start, middle], [start + to * step, middle], { tone, thick: 3, end: true }));
  if (cut && room >= 0) {
    const cross = start + to * (Math.max(step, 0) + 1 + CROSS / 2) - CROSS / 2;
    marks.push(sign("cross", cross, middle - CROSS / 2, CROSS, tone));
  }
  return marks;
};

const underneath = (under, spans, size, place, ground) => {
  const [middle, foot] = [near(ground + 5 + size / 2), near(ground + size + 8)];
  const around = spans.flatMap(({ start, stop, tone, wall, push, cut }) => {
    const [a, b] = [near(place(start)), near(place(stop))];
    if (wall) return trough(a, b, ground, foot, tone);
    return push ? way(a, b, { size, tone, cut }, middle) : [];
  });
  const lying = under.map((one) =>
    sign(one.sign, place(one.at) - size / 2, ground + 5, size, one.tone, one.look),
  );
  return [...around, ...lying];
};

// The words of both ends, and what they stand for in signs.
const endsOf = (ends, poles, foot, width) => {
  const [left, right] = [0, 1].map((i) => (poles[i] ? poles[i].n * (POLE + 1) + 4 : 0));
  /** @type {Mark[]} */
  const marks = [
    word(ends[0], left, foot, "start", "quiet"),
    word(ends[1], width - right, foot, "end", "quiet"),
  ];
  [0, width - right + 4].forEach((start, end) => {
    const { n = 0, sign: name, tone = "quiet", look } = poles[end] ?? {};
    for (let i = 0; i < n; i++)
      marks.push(sign(name, start + i * (POLE + 1), foot - TEXT + 1, POLE, tone, look));
  });
  return marks;
};

// A word at each end of a stretch; where both ends are near, moved apart.
const sidesOf = ({ sides: [first, last], tone }, a, b, y, width) => {
  if (!last) return [word(first, inside((a + b) / 2, first, width), y, "middle", tone, true)];
  const apart = (wide(first) + wide(last)) / 2 + 6;
  const left = inside(Math.min(a, (a + b) / 2 - apart / 2), first, width);
  const right = inside(Math.max(b, left + apart), last, width);
  return [
    word(first, Math.min(left, right - apart), y, "middle", tone, true),
    word(last, right, y, "middle", tone, true),
  ];
};

/** @type {(band: any, width: number) => Laid} */
export const line = (band, width) => {
  const { low, high, spans: given, ends, size, under = [], poles = [] } = band;
  const all = band.standing.map((one) => ({ word: "", ...one }));
  const spans = given.map((span) => ({ word: "", tone: "own", ...span }));
  const edge = Math.max(size / 2, 2);
  const scale = (width - 2 * edge) / (high - low);
  const place = (at) => edge + (at - low) * scale;
  const stood = level(all, place, size, width);
  const { ground } = stood;
  /** @type {Mark[]} */
  const marks = [rule([edge, ground], [width - edge, ground]), ...stood.marks];
  let y = ground + 6;
  if (under.length) {
    marks.push(...underneath(under, spans, size, place, ground));
    y += size + 10;
  }
  for (const span of spans) {
    const [a, b] = [place(span.start), place(span.stop)];
    const { tone } = span;
    if (!span.wall && !span.push)
      marks.push(rule([a, y], [Math.max(b, a + 1), y], { tone, thick: 7 }));
    if (span.sides?.[0]) {
      marks.push(...sidesOf(span, a, b, y + TEXT + 2, width));
      y += TEXT + 4;
    }
    const middle = inside((a + b) / 2, span.word, width);
    marks.push(word(span.word, middle, y + TEXT + 6, "middle", span.tone, true));
    if (span.word || !span.push) y += UNDER;
  }
  if (ends[0] || ends[1]) {
    y += TEXT + 2;
    marks.push(...endsOf(ends, poles, y, width));
  }
  return { marks, height: near(Math.floor(y) + 6) };
};
