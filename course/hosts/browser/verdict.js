// The sign of a verdict: one path, in the colour of what it stands in (verdict.css).

import { svg } from "./svg.js";

/** @param {string} path */
export const signOf = (path) => {
  const drawn = svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  drawn.append(svg("path", { d: path, "fill-rule": "evenodd" }));
  return drawn;
};
