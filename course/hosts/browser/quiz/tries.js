// How each question went at the first try: pure logic, tested under node.

/** @import { Line } from "../shapes/host.d.ts" */

// The first score of each item, in the order of the file; what was never scored is no try.
/** @param {Line[]} lines @returns {Map<string, number>} */
export const firstTries = (lines) => {
  const first = new Map();
  for (const { item, score } of lines)
    if (typeof score === "number" && !first.has(item)) first.set(item, score);
  return first;
};

// What the end of a quiz says, once every item is scored: how many were right at the first try,
// and the places of those to see again. last: the newest score of each.
/**
 * @param {{ id: string }[]} items
 * @param {Map<string, number>} first
 * @param {Map<string, number>} last
 */
export const endOf = (items, first, last) => {
  if (!items.length || !items.every(({ id }) => last.has(id))) return undefined;
  const missed = items.flatMap(({ id }, place) => (first.get(id) === 1 ? [] : [place]));
  return {
    right: items.length - missed.length,
    again: missed.map((place) => ({ place, since: last.get(items[place].id) === 1 })),
  };
};
