// Who is tied to whom: signs at places of a field, with lines that end clear of them.

import { inside, near, rule, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const NARROW = 400;
const [CLEAR, BESIDE] = [5, 2]; // a line keeps so far from a sign, and from the sides of its word
const LEAST = 14; // the shortest line that keeps clear of words too

const isDashed = ({ dash }) => Boolean(dash);

// All ties that are whole, and the first few that are dashed.
const seen = ({ ties: all, few }) => {
  let left = few;
  return all.filter((tie) => {
    if (isDashed(tie)) left -= 1;
    return !isDashed(tie) || left >= 0;
  });
};

// How far from the middle of a sign a line begins that goes some way, so that neither it nor its
// arrow lies under the sign's word, which is in the middle of `middle`.
const leaves = (x, [dx, dy], size, text, middle) => {
  const clear = size / 2 + CLEAR;
  if (dy <= 0) return clear;
  const half = wide(text) / 2 + BESIDE;
  let [begin, end] = [size / 2 / dy, (clear + TEXT) / dy];
  if (dx) {
    const sides = [-half, half].map((by) => (middle + by - x) / dx);
    [begin, end] = [Math.max(begin, Math.min(...sides)), Math.min(end, Math.max(...sides))];
  }
  return begin < end ? Math.max(clear, end) : clear;
};

/** @type {(band: any, width: number) => Laid} */
export const ties = (band, width) => {
  const { nodes, tall, size, cut } = band;
  const isCut = band.few > 0 && width < NARROW && band.ties.filter(isDashed).length > band.few;
  const all = isCut ? seen(band) : band.ties;
  const edge = Math.max(size, 44);
  const height = Math.min(420, Math.max(240, width * tall));
  const at = nodes.map(({ x, y }) => [
    edge + x * (width - 2 * edge),
    size / 2 + y * (height - size - TEXT - 8),
  ]);
  /** @type {Mark[]} */
  const marks = [];
  const from = (i, way) => {
    const text = nodes[i].word ?? "";
    return leaves(at[i][0], way, size, text, inside(at[i][0], text, width));
  };
  for (const tie of all) {
    const [[ax, ay], [bx, by]] = [at[tie.a], at[tie.b]];
    const long = Math.hypot(bx - ax, by - ay) || 1;
    const [dx, dy] = [(bx - ax) / long, (by - ay) / long];
    let [a, b] = [from(tie.a, [dx, dy]), from(tie.b, [-dx, -dy])];
    if (long - a - b < LEAST) a = b = size / 2 + CLEAR;
    if (long > a + b) marks.push(rule([ax + dx * a, ay + dy * a], [bx - dx * b, by - dy * b], tie));
  }
  nodes.forEach((node, i) => {
    const [x, y] = at[i];
    if (node.sign)
      marks.push(sign(node.sign, x - size / 2, y - size / 2, size, node.tone, node.look));
    const text = node.word ?? "";
    marks.push(word(text, inside(x, text, width), y + size / 2 + TEXT, "middle", node.tone));
  });
  if (isCut) marks.push(word(cut, 0, height + TEXT, "start", "quiet"));
  return { marks, height: near(height + (isCut ? TEXT + 6 : 0)) };
};
