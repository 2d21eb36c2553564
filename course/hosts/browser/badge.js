// A verdict as a badge: colour, sign and word, so that none of the three is needed alone.

import { el } from "./shared.js";
import { signOf } from "./verdict.js";

/** @param {{ verdict: string, word: string, sign: string }} told */
export const badge = ({ verdict, word, sign }, kind = "sf-badge") =>
  el("span", { class: kind, "data-verdict": verdict }, signOf(sign), word);
