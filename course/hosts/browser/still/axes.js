// Where all of a still stands, and the axes around it, as plotly.js sets them.

import { minus } from "../svg.js";
import { linesOf } from "./labels.js";
import { colour, path, shape } from "./shapes.js";

/** @import { Axis, Figure, Trace } from "../shapes/figure.d.ts" */

// The title of the axis that goes up lies above it: how far from the edge, how high, how far apart.
export const EDGE = 4;
export const LIFT = 12;
export const ROW = 17;
const FAR = 1e5; // what lies further out is not seen anyway
// Ticks as plotly.js sets them: the roundest step that leaves each enough room.
/** @param {Axis} axis @param {number} length @param {number} room */
export const ticks = (axis, length, room) => {
  const [low, high] = [...axis.range].sort((a, b) => a - b);
  const given = axis.tickvals?.filter((value) => value >= low && value <= high);
  if (given) return given.slice(0, 50);
  const rough = (high - low) / (axis.nticks || Math.min(Math.max(length / room, 4), 9) + 1);
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = unit * ([2, 5].find((many) => many >= rough / unit - 1e-9) ?? 10);
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  return Array.from({ length: Math.min(last - first + 1, 50) }, (_, i) =>
    Number(((first + i) * step).toPrecision(9)),
  );
};

const wide = (text, size) =>
  [...text].reduce((sum, letter) => sum + (letter === "." ? 0.27 : 0.57) * size, 0);

/** @param {Trace} trace */
export const isDrawn = (trace) => (trace.visible ?? true) === true && trace.x?.length > 0;
// Where all stands: the plot's box, the lines of the title above it, the two scales.
/** @param {Figure} figure @param {number} width @param {number} height */
export const measures = ({ layout }, width, height) => {
  const base = layout.template.layout;
  const { l, r, t, b } = base.margin;
  const title = linesOf(layout.yaxis.title.text, width);
  const top = t + ROW * (title.length - 1) + (layout.raised ?? 0);
  const box = { left: l, right: width - r, top, foot: height - b };
  const scale = ({ range: [low, high] }, start, stop) => {
    if (![low, high, start, stop].every(Number.isFinite) || low === high)
      throw new Error("an axis without a range");
    const on = (value) => start + ((value - low) / (high - low)) * (stop - start);
    return (value) => Number(Math.max(-FAR, Math.min(FAR, on(value))).toFixed(2));
  };
  const [x, y] = [scale(layout.xaxis, box.left, box.right), scale(layout.yaxis, box.foot, box.top)];
  return { box, x, y, title, base };
};

export const axes = ({ data, layout }, { box, x, y, title: lines, base }) => {
  const { gridcolor, tickcolor, title } = base.xaxis;
  const ink = { fill: colour(base.font.color), "font-size": base.font.size };
  // A label that would run over the edge is left out, as plotly.js leaves it out.
  const { r } = base.margin;
  const grid = (axis, value) => ({
    stroke: colour((value === 0 && axis.zerolinecolor) || gridcolor),
  });
  const mark = { stroke: colour(tickcolor) };
  const [across, up] = [
    ticks(layout.xaxis, box.right - box.left, 80),
    ticks(layout.yaxis, box.foot - box.top, 40),
  ];
  // They stand on a grid of heights alone.
  const bars = data.some((trace) => isDrawn(trace) && trace.type === "bar");
  const words = { ...ink, "font-size": title.font.size, "text-anchor": "middle" };
  return [
    ...across.flatMap((value) => [
      ...(bars ? [] : [path(`M${x(value)} ${box.top}V${box.foot}`, grid(layout.xaxis, value))]),
      path(`M${x(value)} ${box.foot}v5`, mark),
      ...(x(value) + wide(minus(value), base.font.size) / 2 < box.right + r
        ? [
            shape(
              "text",
              { x: x(value), y: box.foot + 21.6, "text-anchor": "middle", ...ink },
              minus(value),
            ),
          ]
        : []),
    ]),
    ...up.flatMap((value) => [
      path(`M${box.left} ${y(value)}H${box.right}`, grid(layout.yaxis, value)),
      path(`M${box.left} ${y(value)}h-5`, mark),
      ...(y(value) > 9.5
        ? [
            shape(
              "text",
              { x: box.left - 8.6, y: y(value) + 4.55, "text-anchor": "end", ...ink },
              minus(value),
            ),
          ]
        : []),
    ]),
    shape(
      "text",
      { x: (box.left + box.right) / 2, y: box.foot + 40.2, ...words },
      layout.xaxis.title.text,
    ),
    shape(
      "text",
      { ...words, "text-anchor": "start" },
      ...lines.map((line, row) =>
        shape(
          "tspan",
          { x: EDGE, y: box.top - LIFT - (layout.raised ?? 0) - ROW * (lines.length - 1 - row) },
          line,
        ),
      ),
    ),
  ];
};
