// A verdict as a badge: colour, sign and word, so that none of the three is needed alone.

import { el } from "./shared.js";
import { svg } from "./svg.js";

/** @param {{ verdict: string, word: string, sign: string }} told */
export const badge = ({ verdict, word, sign }) => {
  const drawn = svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  drawn.append(svg("path", { d: sign, "fill-rule": "evenodd" }));
  return el("span", { class: "sf-badge", "data-verdict": verdict }, drawn, word);
};
