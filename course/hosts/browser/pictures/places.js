// Places in a row, each with its sign, what is piled under it, and a word.

import { GAP, near, rule, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

// Where counts stand, the last place stands for all that are left.
const every = ({ places: given, counts }) => {
  const alike = (n, i) => {
    const one = given[Math.min(i, given.length - 1)];
    return { ...one, piles: [{ ...one.piles[0], n }] };
  };
  const found = counts.length ? counts.map(alike) : given;
  return found.map((place) => ({ word: "", piles: [], ...place }));
};

// Of a place, after how many signs each pile begins, and the end.
const startsOf = ({ piles }) => {
  const starts = [0];
  for (const { n } of piles) starts.push(starts.at(-1) + n);
  return starts;
};

const arrowsOf = (count, cell, size, top) => {
  const y = top + size / 2;
  const middle = (i) => i * cell + (cell - GAP) / 2;
  const from = (i) => [middle(i) + size / 2 + 1, y];
  const to = (i) => [middle(i + 1) - size / 2 - 1, y];
  const look = { tone: "ink", thick: 1.5, end: true };
  return Array.from({ length: count - 1 }, (_, i) => rule(from(i), to(i), look));
};

/** @type {(band: any, width: number) => Laid} */
export const places = (band, width) => {
  const { size, small, across, to } = band;
  const all = every(band);
  if (to) all.push({ sign: to, tone: "own", word: "", piles: [] });
  const tiny = small + 2;
  const pileWide = across * tiny - 2;
  const cell = Math.max(size, pileWide, ...all.map((place) => wide(place.word))) + GAP;
  const most = Math.max(1, Math.min(all.length, Math.floor((width + GAP) / cell)));
  // rows are about as long, so that the end never stands alone
  const each = to ? Math.ceil(all.length / Math.ceil(all.length / most)) : most;
  /** @type {Mark[]} */
  const marks = [];
  let top = 0;
  for (let start = 0; start < all.length; start += each) {
    const row = all.slice(start, start + each);
    const begins = row.map(startsOf);
    const footOf = ({ sign: own }, i) =>
      (own ? size + 4 : 0) + Math.ceil(begins[i].at(-1) / across) * tiny;
    const foot = Math.max(...row.map(footOf));
    if (to) marks.push(...arrowsOf(row.length, cell, size, top));
    row.forEach((place, i) => {
      const middle = i * cell + (cell - GAP) / 2;
      const [x, y] = [middle - size / 2, top + (place.sign ? size + 4 : 0)];
      if (place.sign) marks.push(sign(place.sign, x, top, size, place.tone, place.look));
      place.piles.forEach((pile, p) => {
        const at = begins[i][p];
        for (let one = at; one < at + pile.n; one++) {
          const along = middle - pileWide / 2 + (one % across) * tiny;
          const down = y + Math.floor(one / across) * tiny;
          marks.push(sign(pile.sign, along, down, small, pile.tone ?? "quiet", pile.look));
        }
      });
      marks.push(word(place.word, middle, top + foot + TEXT, "middle", place.tone));
    });
    top += foot + (row.some((place) => place.word) ? TEXT + 6 : 0) + GAP;
  }
  return { marks, height: near(top) };
};
