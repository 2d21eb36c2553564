// Who is tied to whom: signs at places of a field, with lines that end clear of them.

import { inside, near, rule, sign, TEXT, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const NARROW = 400;

const isDashed = ({ dash }) => Boolean(dash);

// All ties that are whole, and the first few that are dashed.
const seen = ({ ties: all, few }) => {
  let left = few;
  return all.filter((tie) => {
    if (isDashed(tie)) left -= 1;
    return !isDashed(tie) || left >= 0;
  });
};

/** @type {(band: any, width: number) => Laid} */
export const ties = (band, width) => {
  const { nodes, tall, size, cut, high } = band;
  const isCut = band.few > 0 && width < NARROW && band.ties.filter(isDashed).length > band.few;
  const all = isCut ? seen(band) : band.ties;
  const edge = Math.max(size, 44);
  const height = high || Math.min(420, Math.max(240, width * tall));
  const at = nodes.map(({ x, y }) => [
    edge + x * (width - 2 * edge),
    size / 2 + y * (height - size - TEXT - 8),
  ]);
  /** @type {Mark[]} */
  const marks = [];
  const clear = size / 2 + 5;
  for (const tie of all) {
    const [[ax, ay], [bx, by]] = [at[tie.a], at[tie.b]];
    const long = Math.hypot(bx - ax, by - ay) || 1;
    if (long <= 2 * clear) continue;
    const [dx, dy] = [((bx - ax) / long) * clear, ((by - ay) / long) * clear];
    marks.push(rule([ax + dx, ay + dy], [bx - dx, by - dy], tie));
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
