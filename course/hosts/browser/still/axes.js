// Where all of a still stands, and the axes around it, as plotly.js sets them.

import { minus } from "../svg.js";
import { colour, measure, path, shape } from "./shapes.js";

/** @import { Axis, Figure, Trace } from "../shapes/figure.d.ts" */

const FAR = 1e5; // what lies further out is not seen anyway
// Ticks as plotly.js sets them: the roundest step that leaves each enough room.
/** @param {Axis} axis @param {number} length @param {number} room */
export const ticks = (axis, length, room) => {
  const [low, high] = [...axis.range].sort((a, b) => a - b);
  const given = axis.tickvals?.filter((value) => value >= low && value <= high);
  if (given) return given;
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
// Where all stands: the plot's box, the rows of the legend above it, the two scales.
/** @param {Figure} figure @param {number} width @param {number} height */
export const measures = ({ data, layout }, width, height) => {
  const base = layout.template.layout;
  const { l, r, t, b } = base.margin;
  const named = data.filter((trace) => isDrawn(trace) && trace.showlegend !== false);
  const entries = named.length > 1 ? named : [];
  const step = measure(layout.legend?.entrywidth, base.legend.entrywidth) + 45;
  const across = Math.max(1, Math.floor((width - l - r + 5) / step));
  const legend = entries.length ? 10 + 19 * Math.ceil(entries.length / across) : 0;
  const top = legend ? Math.round((legend + t + 0.02 * (height - b)) / 1.02) : t;
  const box = { left: l, right: width - r, top, foot: height - b };
  const scale = ({ range: [low, high] }, start, stop) => {
    if (![low, high, start, stop].every(Number.isFinite) || low === high)
      throw new Error("an axis without a range");
    const on = (value) => start + ((value - low) / (high - low)) * (stop - start);
    return (value) => Number(Math.max(-FAR, Math.min(FAR, on(value))).toFixed(2));
  };
  const [x, y] = [scale(layout.xaxis, box.left, box.right), scale(layout.yaxis, box.foot, box.top)];
  return { box, x, y, entries, across, step, above: top - 0.02 * (box.foot - top) - legend, base };
};

export const axes = ({ data, layout }, { box, x, y, base }) => {
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
  const longest = Math.max(0, ...up.map((value) => wide(minus(value), base.font.size)));
  const side = box.left - 18.6 - longest;
  const middle = (box.top + box.foot) / 2;
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
      { transform: `rotate(-90,${side},${middle})`, x: side, y: middle, ...words },
      layout.yaxis.title.text,
    ),
  ];
};
