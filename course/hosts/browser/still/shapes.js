// What a still is made of, where a figure may come from a stranger.

import { svg } from "../svg.js";

/** @import { Trace } from "../shapes/figure.d.ts" */

const SHAPES = new Set(["svg", "g", "path", "rect", "text", "tspan"]);
const COLOUR = /^(#[0-9a-f]{3,8}|rgba?\([\d., ]{5,40}\))$/i;
export const colour = (value, other = "currentColor") =>
  typeof value === "string" && COLOUR.test(value) ? value : other;
export const measure = (value, other) =>
  Number.isFinite(value) ? Math.min(Math.abs(value), 200) : other;
export const at = (value, i) => (Array.isArray(value) ? value[i] : value);
export const shape = (tag, attributes, ...children) => {
  if (!SHAPES.has(tag)) throw new Error(`a still holds no ${tag}`);
  return svg(tag, attributes, ...children);
};

export const path = (d, attributes) => shape("path", { d, fill: "none", ...attributes });
// A trace's name is written in the trace's own colour.
/** @param {Trace} trace @param {string} other */
export const nameColour = ({ line, marker }, other) =>
  colour(line?.color, colour(at(marker?.color, 0), colour(other)));
