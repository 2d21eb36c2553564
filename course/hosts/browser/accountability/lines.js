// The lines of a map: which line of one state becomes which of the next, and which is meant by a
// tap.

/** @import { Line, Width } from "../shapes/accountability.d.ts" */

// Same line first; else one that begins, or ends, at the same actor in the same relation turns.
const LIKE = [
  (a, b) => a.key === b.key,
  (a, b) => a.relation === b.relation && a.one === b.one,
  (a, b) => a.relation === b.relation && a.other === b.other,
];

/**
 * For each line of the next state, the place of the line that becomes it; undefined if none does.
 * @param {Line[]} before
 * @param {Line[]} after
 * @returns {(number | undefined)[]}
 */
export const becomes = (before, after) => {
  /** @type {(number | undefined)[]} */
  const found = after.map(() => undefined);
  const free = new Set(before.keys());
  for (const like of LIKE)
    after.forEach((line, i) => {
      if (found[i] !== undefined) return;
      found[i] = [...free].find((place) => like(before[place], line));
      if (found[i] !== undefined) free.delete(found[i]);
    });
  return found;
};

const numbers = (d) => d.match(/-?[\d.]+/g).map(Number);

// A path that holds nothing yet: all of it lies where it will begin.
/** @param {string} d */
export const bud = (d) => {
  const [x, y] = numbers(d);
  return `M${x} ${y}Q${x} ${y} ${x} ${y}`;
};

/** @type {(d: string, point: number[]) => number} */
const farOf = (d, [x, y]) => {
  const [ax, ay, bx, by, cx, cy] = numbers(d);
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= 40; step++) {
    const t = step / 40;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    const far = Math.hypot(a * ax + b * bx + c * cx - x, a * ay + b * by + c * cy - y);
    least = Math.min(least, far);
  }
  return least;
};

/**
 * The line nearest to a point, if it is not farther than `most`.
 * @param {Line[]} lines
 * @param {Width} width
 * @param {number[]} point
 * @param {number} most
 */
export const nearest = (lines, width, point, most) => {
  const far = lines.map((line) => farOf(line[width].d, point));
  const least = Math.min(...far);
  return least <= most ? lines[far.indexOf(least)] : undefined;
};

// What a line's button says: the sentence, and what it rests on.
/** @param {Line} line */
export const toldOf = ({ says, claims, source }) => {
  const rests = [...claims, ...(source ? [source] : [])].join(", ");
  return rests ? `${says} (${rests})` : says;
};
