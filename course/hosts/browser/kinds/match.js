// Each left-hand text has one right-hand side. An answer: for each pair, the number of a right-hand
// side, from 0.

import { KINDS } from "./kind.js";
import { placed } from "./parts.js";

KINDS.match = (() => {
  // By the numbers of the letters, as Python sorts.
  const before = (one, other) => {
    const [x, y] = [one, other].map((word) => [...word].map((c) => c.codePointAt(0)));
    const at = x.findIndex((c, i) => c !== y[i]);
    return at < 0 ? x.length - y.length : x[at] - (y[at] ?? -1);
  };
  const offered = (item) =>
    item.rights ??
    [...new Set([...item.pairs.map(({ right }) => right), ...(item.distractors ?? [])])].sort(
      before,
    );
  return placed(
    (item) => item.pairs,
    offered,
    (pair) => pair.right,
  );
})();
