// Piles that stand side by side on one ground and grow upward, the first of each undermost.

import { GAP, near, rule, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

/** @type {(band: any, width: number) => Laid} */
export const piles = (band, width) => {
  const { size, small, across, limits = [], of } = band;
  const places = band.places.map((place) => ({ word: "", piles: [], ...place }));
  const tiny = small + 2;
  const pileWide = across * tiny - 2;
  const needed = Math.max(pileWide, size, ...places.map((place) => wide(place.word))) + 2 * GAP;
  const cell = Math.max(needed, Math.min(width / places.length, 1.5 * needed));
  const rowsOf = (place) => Math.ceil(place.piles.reduce((sum, { n }) => sum + n, 0) / across);
  const ground = Math.max(...places.map(rowsOf), ...limits.map(({ at }) => at / across)) * tiny + 2;
  /** @type {Mark[]} */
  const marks = [rule([0, ground], [places.length * cell, ground], { tone: "ink", thick: 2 })];
  let foot = ground + 4;
  places.forEach((place, i) => {
    const middle = (i + 0.5) * cell;
    let at = 0;
    for (const pile of place.piles) {
      for (let one = at; one < at + pile.n; one++) {
        const x = middle - pileWide / 2 + (one % across) * tiny;
        const y = ground - 2 - (Math.floor(one / across) + 1) * tiny;
        marks.push(sign(pile.sign, x, y, small, pile.tone ?? "quiet", pile.look));
      }
      at += pile.n;
    }
    let down = ground + 8;
    if (place.sign) {
      marks.push(sign(place.sign, middle - size / 2, down, size, place.tone, place.look));
      down += size + 4;
    }
    if (place.word) {
      marks.push(word(place.word, middle, down + TEXT - 2, "middle", place.tone, true));
      down += TEXT + 4;
    }
    foot = Math.max(foot, down);
  });
  const [middle, half] = [(of + 0.5) * cell, pileWide / 2 + GAP];
  for (const { at, word: words, dash } of limits) {
    const y = ground - 3 - (at / across) * tiny;
    const line = { tone: "ink", dash };
    marks.push(rule([middle - half, y], [middle + half, y], line));
    marks.push(rule([0, foot + 9], [TEXT + 2, foot + 9], line));
    marks.push(word(words, TEXT + 2 + GAP, foot + TEXT));
    foot += TEXT + 6;
  }
  return { marks, height: near(foot) };
};
