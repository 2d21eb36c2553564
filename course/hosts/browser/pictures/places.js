// Places in a row, each with its sign, what is piled under it, and a word.

import { GAP, near, sign, TEXT, wide, word } from "./marks.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

// Where counts stand, the one place stands for all.
const every = ({ places: given, counts }) => {
  const [same] = given;
  const alike = (n) => ({ ...same, piles: [{ ...same.piles[0], n }] });
  const found = counts.length ? counts.map(alike) : given;
  return found.map((place) => ({ word: "", piles: [], ...place }));
};

// After how many signs each pile begins, an unfilled row counted as full where another sign begins
// its own; and the end.
const startsOf = (piles, across, apart) => {
  const starts = [];
  let at = 0;
  let own = "";
  for (const { n, sign: name } of piles) {
    if (apart && n && name !== own) {
      at = Math.ceil(at / across) * across;
      own = name;
    }
    starts.push(at);
    at += n;
  }
  return [...starts, at];
};

/** @type {(band: any, width: number) => Laid} */
export const places = (band, width) => {
  const { size, small, across, apart } = band;
  const all = every(band);
  const tiny = small + 2;
  const pileWide = across * tiny - 2;
  const cell = Math.max(size, pileWide, ...all.map((place) => wide(place.word))) + GAP;
  const each = Math.max(1, Math.min(all.length, Math.floor((width + GAP) / cell)));
  const footOf = ({ sign: own, piles }) =>
    (own ? size + 4 : 0) + Math.ceil(startsOf(piles, across, apart).at(-1) / across) * tiny;
  /** @type {Mark[]} */
  const marks = [];
  let top = 0;
  for (let start = 0; start < all.length; start += each) {
    const row = all.slice(start, start + each);
    const foot = Math.max(...row.map(footOf));
    row.forEach((place, i) => {
      const middle = i * cell + (cell - GAP) / 2;
      const [x, y] = [middle - size / 2, top + (place.sign ? size + 4 : 0)];
      if (place.sign) marks.push(sign(place.sign, x, top, size, place.tone, place.look));
      const starts = startsOf(place.piles, across, apart);
      place.piles.forEach((pile, p) => {
        const at = starts[p];
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
