// The short tables of a memo, whom it consults and what it quotes; course/capstone/rows.py does the
// same.

import { line } from "./lines.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// The rows of a table in which something is said, {part: words} each.
/** @param {MemoDocument} told @param {Memo} memo @param {string} name */
export const rows = ({ words }, memo, name) => {
  const { most, parts } = words.rows[name];
  const said = (n, part) => line(memo.rows[`${name}-${n + 1}-${part}`] ?? "");
  return Array.from({ length: most }, (_, n) =>
    Object.fromEntries(Object.keys(parts).map((part) => [part, said(n, part)])),
  ).filter((row) => Object.values(row).some(Boolean));
};
