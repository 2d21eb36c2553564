// What the comparison says, and what of it is shown.

import { bySection } from "../sections.js";
import { say } from "../words.js";

// Places of what is shown; picks are lists of true and false.
export const placesOf = (picks) => picks.flatMap((on, i) => (on ? [i] : []));

// The place `step` further among those shown, round the end; the first if `at` is not shown.
export const turned = (shown, at, step) => {
  const place = shown.indexOf(at);
  return place < 0 ? shown[0] : shown[(place + step + shown.length) % shown.length];
};

// What an open cell says: heading, words, standing, claims and tensions, each with its words.
export const openedOf = (load, row, column) => {
  const { dimension, cells } = load.rows[row];
  const cell = cells[column];
  return {
    heading: `${load.columns[column]}: ${dimension}`,
    says: cell.says && `${cell.says.replace(/\.$/, "")}.`,
    standing: load.standings[cell.standing],
    source: cell.source ?? "",
    claims: bySection(load.claims, cell.claims),
    tensions: cell.tensions.map((id) => {
      const [trigger, consequence, basis] = load.tensions[id];
      return [id, trigger, consequence, load.bases[basis]];
    }),
  };
};

export const titleOf = (columns) => {
  const [last, ...others] = columns.slice(3).reverse();
  return say("matrix.side_by_side", {
    columns: [say("matrix.paradigms"), ...others].join(", "),
    last,
  });
};

// A few words in the cell itself; what the text states outright needs none.
export const markOf = (cell) =>
  ({ inferred: say("matrix.inferred"), case: say("matrix.from_case") })[cell.standing] ?? "";
