// Which line is which, said at the line itself: where each name stands, clear of lines, marks and
// other names. Paper does the same (charts/labels.py), and a test compares the two.

/** @import { Trace } from "../shapes/figure.d.ts" */
/** @typedef {[x: number, y: number]} Dot */
/** @typedef {(value: any) => number} Scale */
/** @typedef {{ left: number, right: number, top: number, foot: number }} Box */
/** @typedef {{ text: string, x: number, y: number, trace: Trace }} Label */

export const SIZE = 12;
const HIGH = 15;
const [GAP, STEP, FAR, MOST] = [5, 8, 32, 12];
const MOST_WORK = 1e6; // places times what each keeps clear of; ours stay below a fifth of it
const SIDES = [
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [1, 0],
  [-1, 0],
];

/** @param {string} text */
export const wide = (text, size = SIZE) =>
  [...text].reduce((sum, letter) => sum + (" .,'ilj1".includes(letter) ? 0.3 : 0.6), 0) * size;

// The title of an axis on one line, or on two where it is too wide for one.
/** @param {string} title @param {number} width */
export const linesOf = (title, width, size = 13) => {
  if (wide(title, size) <= width - 6) return [title];
  const words = title.split(" ");
  const fits = words
    .map((_, n) => n)
    .filter((n) => n > 0 && wide(words.slice(0, n).join(" "), size) <= width - 6);
  const unit = fits.find((n) => words[n].startsWith("("));
  const cut = unit ?? fits.at(-1) ?? 1;
  return [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
};

/** @param {Trace} trace */
const isSeen = (trace) => (trace.visible ?? true) === true && trace.x?.length > 0;
/** @param {Trace} trace */
export const isNamed = (trace) => isSeen(trace) && trace.showlegend !== false && !trace.fill;
/** @param {Trace} trace */
const modeOf = (trace) => (trace.type === "bar" ? "bar" : trace.mode || "lines");
// A line is called by the words of its points, where they have any.
/** @param {Trace} trace */
const nameOf = (trace) =>
  String((modeOf(trace).includes("lines") && trace.text?.[0]) || trace.name || "");
const isThere = (value) => Number.isFinite(value);

/** @param {Trace} trace @param {Scale} x @param {Scale} y @returns {(Dot | null)[]} */
const pointsOf = (trace, x, y) =>
  trace.x.map((a, i) => (isThere(a) && isThere(trace.y[i]) ? [x(a), y(trace.y[i])] : null));

/** @param {Dot} dot @param {Box} box */
const isInside = ([a, b], { left, right, top, foot }) =>
  left <= a && a <= right && top <= b && b <= foot;

// Which part of a way may lie in the box, in shares of it: of one that runs a thousand pages out,
// no more is looked at.
/** @type {(start: Dot, end: Dot, box: Box) => [number, number]} */
const withinOf = (start, end, { left, right, top, foot }) => {
  let [first, last] = [0, 1];
  [
    [left, right],
    [top, foot],
  ].forEach((sides, axis) => {
    const way = end[axis] - start[axis];
    if (!way) return;
    const at = sides.map((side) => (side - start[axis]) / way);
    first = Math.max(first, Math.min(...at));
    last = Math.min(last, Math.max(...at));
  });
  return [first, last];
};

/** @param {(Dot | null)[]} points @param {Box} box @returns {Dot[]} */
const along = (points, box) => {
  /** @type {Dot[]} */
  const found = [];
  /** @type {Dot | null} */
  let last = null;
  for (const point of points) {
    if (point && last) {
      const [across, down] = [point[0] - last[0], point[1] - last[1]];
      const steps = Math.trunc(Math.hypot(across, down) / STEP);
      const [first, stop] = withinOf(last, point, box).map((share) => share * (steps + 1));
      const end = Math.min(steps, Math.trunc(stop) + 1);
      for (let i = Math.max(1, Math.trunc(first)); i <= end; i++)
        found.push([last[0] + (i / (steps + 1)) * across, last[1] + (i / (steps + 1)) * down]);
    }
    if (point) found.push(point);
    last = point;
  }
  return found;
};

// Dots over the words that stand beside the points.
/** @param {Trace} trace @param {(Dot | null)[]} points @returns {Dot[]} */
const overWords = (trace, points) =>
  points.flatMap((point, i) => {
    if (!point) return [];
    const told = trace.textposition;
    const [high, side] = (Array.isArray(told) ? told[i] : told)?.split(" ") ?? ["top", "right"];
    const long = wide(String(trace.text?.[i] ?? ""));
    const left = { left: -long - 6, center: -long / 2, right: 6 }[side] ?? 6;
    const drop = { top: -9, bottom: 10, middle: 0 }[high] ?? 0;
    return Array.from(
      { length: Math.trunc(long / STEP) + 1 },
      (_, step) => /** @type {Dot} */ ([point[0] + left + step * STEP, point[1] + drop]),
    );
  });

// Dots over upright bars.
/** @type {(trace: Trace, points: (Dot | null)[], x: Scale, y: Scale, box: Box) => Dot[]} */
const overBars = (trace, points, x, y, box) => {
  const lying = trace.orientation === "h";
  const [half, foot] = lying ? [0, 0] : [Math.abs(x(1) - x(0)) * 0.4, y(0)];
  return points.flatMap((point) => {
    if (!point) return [];
    const deep = Math.trunc(Math.max(0, Math.min(foot, box.foot) - point[1]) / STEP);
    const first = Math.max(0, Math.trunc((box.top - point[1]) / STEP));
    return Array.from({ length: Math.max(0, deep + 1 - first) }, (_, i) =>
      [-1, 0, 1].map(
        (side) => /** @type {Dot} */ ([point[0] + side * half, point[1] + (first + i) * STEP]),
      ),
    ).flat();
  });
};

// What of a trace a name must keep clear of.
/** @param {Trace} trace @param {Scale} x @param {Scale} y @param {Box} box */
const dotsOf = (trace, x, y, box) => {
  if (!isSeen(trace) || trace.fill) return [];
  const [mode, points] = [modeOf(trace), pointsOf(trace, x, y)];
  /** @type {Dot[]} */
  const found = mode === "bar" ? overBars(trace, points, x, y, box) : [];
  if (mode.includes("lines")) found.push(...along(points, box));
  if (mode.includes("markers"))
    for (const p of points) if (p) found.push(p, [p[0] - 4, p[1] - 4], [p[0] + 4, p[1] + 4]);
  if (mode.includes("text")) found.push(...overWords(trace, points));
  return found.filter((dot) => isInside(dot, box));
};

// Where a name may be tied to its trace, the best first: from the end of a line to its beginning.
/** @param {Trace} trace @param {Scale} x @param {Scale} y @param {Box} box */
const anchorsOf = (trace, x, y, box) => {
  const [lines, points] = [modeOf(trace).includes("lines"), pointsOf(trace, x, y)];
  const dots = lines ? along(points, box) : points.flatMap((point) => (point ? [point] : []));
  const inside = dots.filter((dot) => isInside(dot, box)).reverse();
  const every = lines ? FAR / STEP : Math.max(1, Math.ceil(inside.length / MOST));
  return inside.filter((_, i) => i % every === 0);
};

// Where a name so long may stand beside a point of its trace; a lone point has a second ring.
/** @param {Trace} trace @param {Dot} at @param {number} long @param {number} ties */
const places = (trace, [a, b], long, ties) => {
  const lift = modeOf(trace).includes("text") ? HIGH : 0; // clear of the trace's own words
  return (ties === 1 ? [0, HIGH] : [0]).flatMap((ring) =>
    SIDES.map(([dx, dy]) => [
      a + dx * (long / 2 + (dy ? 0 : GAP + 3 + ring)),
      b + dy * (HIGH / 2 + GAP + ring) - (dy < 0 ? lift : 0),
    ]),
  );
};

// Counted up to `most`, the best so far: few places are counted to the end.
/** @param {Dot} place @param {number} long @param {Dot[]} own @param {Dot[]} others */
const costOf = ([a, b], long, own, others, placed, moved, most) => {
  const [half, high] = [long / 2, HIGH / 2];
  let cost = 0;
  for (const { text, x: c, y: d } of placed)
    if (Math.abs(c - a) < half + wide(text) / 2 + 4 && Math.abs(d - b) < HIGH + 1) cost += 200;
  for (const [c, d] of own) if (Math.abs(c - a) < half + 1 && Math.abs(d - b) < high) cost += 6;
  for (const [c, d] of others) {
    const [far, deep] = [Math.abs(c - a), Math.abs(d - b)];
    if (far >= half + 8 || deep >= high + 6) continue;
    cost += far < half + 2 && deep < high + 1 ? 8 : 1;
    if (cost + moved >= most) break;
  }
  return cost + moved;
};

const within = (value, low, high) => Math.min(Math.max(value, low), high);

/**
 * The name of each trace that needs one, where it covers least.
 * @param {Trace[]} traces @param {Scale} x @param {Scale} y @param {Box} box
 * @returns {Label[]}
 */
export const labelsOf = (traces, x, y, box) => {
  const { left, right, top, foot } = box;
  const dots = traces.map((trace) => dotsOf(trace, x, y, box));
  const named = traces.flatMap((trace, i) => (isNamed(trace) ? [i] : []));
  const ties = new Map(named.map((i) => [i, anchorsOf(traces[i], x, y, box)]));
  const many = (lists) => [...lists].reduce((sum, each) => sum + each.length, 0);
  if (many(ties.values()) * many(dots) > MOST_WORK) return [];
  const choice = (i) => ties.get(i)?.length ?? 0;
  // Who has least choice chooses first, and again when it is known where the last stand.
  const order = [...named].sort((a, b) => choice(a) - choice(b) || a - b);
  /** @type {Map<number, Label>} */
  const found = new Map();
  for (const i of [...order, ...order]) {
    const [trace, long] = [traces[i], wide(nameOf(traces[i]))];
    const others = dots.flatMap((each, j) => (j === i ? [] : each));
    const placed = [...found].flatMap(([j, one]) => (j === i ? [] : [one]));
    let best;
    ties.get(i)?.forEach((at, rank) => {
      places(trace, at, long, choice(i)).forEach(([across, down], turn) => {
        const a = within(across, left + long / 2 + 2, right - long / 2 - 2);
        const b = within(down, top + HIGH / 2, foot - HIGH / 2);
        const moved = (Math.abs(a - across) > long / 2 ? 20 : 0) + 0.3 * rank + 0.1 * turn;
        const most = best ? best[0] : Number.POSITIVE_INFINITY;
        if (moved >= most) return;
        const cost = costOf([a, b], long, dots[i], others, placed, moved, most);
        if (cost < most) best = [cost, a, b];
      });
    });
    if (best) found.set(i, { text: nameOf(trace), x: best[1], y: best[2], trace });
  }
  return named.flatMap((i) => found.get(i) ?? []);
};
