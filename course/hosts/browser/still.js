// A chart as a still: what stands in its place until plotly.js is there, at the same measures, so
// that nothing jumps. Built node by node from a list of shapes. The figure may come from a
// stranger: none of its text becomes markup, and a colour that is not written as one is not taken,
// for url(...) would ask another machine.

import { dashOf, symbolPath } from "./marks.js";
import { axes, isDrawn, measures } from "./still/axes.js";
import { labelsOf, SIZE } from "./still/labels.js";
import { at, colour, measure, nameColour, path, shape } from "./still/shapes.js";

/** @import { Figure, Stroke, Trace } from "./shapes/figure.d.ts" */

const isThere = (value) => Number.isFinite(value);
const along = ({ x: xs, y: ys }, x, y) => {
  let pen = "M"; // a gap stays a gap
  return xs
    .map((value, i) => {
      if (!isThere(value) || !isThere(ys[i])) {
        pen = "M";
        return "";
      }
      const step = `${pen}${x(value)} ${y(ys[i])}`;
      pen = "L";
      return step;
    })
    .join("");
};
/** @type {(trace: Trace) => [number, number, number][]} */
const points = (trace) =>
  trace.x
    .map((value, i) => /** @type {[number, number, number]} */ ([value, trace.y[i], i]))
    .filter(([a, b]) => isThere(a) && isThere(b));

/** @param {Stroke} [line] */
const stroke = (line = {}) => {
  const width = measure(line.width, 2);
  return {
    stroke: colour(line.color),
    "stroke-width": width,
    "stroke-dasharray": dashOf(line.dash, width),
  };
};
/** @type {(trace: Trace, i: number, at: number[]) => Node} */
const marker = ({ marker: look = {}, line }, i, [a, b]) => {
  const symbol = at(look.symbol, i) ?? "circle";
  const own = colour(at(look.color, i), colour(line?.color));
  const edge = look.line?.width ? "#444" : null; // plotly.js's own
  const paint = String(symbol).endsWith("-open")
    ? { fill: "none", stroke: own, "stroke-width": measure(look.line?.width, 1) }
    : { fill: own, stroke: edge, "stroke-width": edge && 2 };
  return path(symbolPath(symbol, measure(at(look.size, i), 6)), {
    transform: `translate(${a},${b})`,
    ...paint,
  });
};
const interval =
  ({ error_y: bars }, x, y) =>
  ([a, b, i]) => {
    const half = bars?.array?.[i];
    if (!half) return [];
    const end = measure(bars.width, 4);
    const [from, to] = [y(b - half), y(b + half)];
    const d =
      `M${x(a)} ${from}V${to}` +
      (end ? `M${x(a) - end} ${from}h${2 * end}M${x(a) - end} ${to}h${2 * end}` : "");
    return [path(d, { stroke: colour(bars.color), "stroke-width": measure(bars.thickness, 2) })];
  };
// Beside its point, clear of its marker.
const word =
  (trace, x, y, font) =>
  ([a, b, i]) => {
    const [high, side] = String(at(trace.textposition, i) ?? "middle center").split(" ");
    const size = measure(trace.textfont?.size, font.size);
    const clear = trace.mode.includes("markers")
      ? measure(at(trace.marker?.size, i), 6) / 1.6 + 1
      : 0;
    const [right, down] = [{ left: -1, right: 1 }[side] ?? 0, { top: -1, bottom: 1 }[high] ?? 0];
    const place = {
      x: x(a) + right * clear,
      y: y(b) + size * 0.75 + down * clear + ((down - 1) * size) / 2,
    };
    const anchor = ["end", "middle", "start"][right + 1];
    return shape(
      "text",
      {
        ...place,
        "text-anchor": anchor,
        "font-size": size,
        fill: colour(trace.textfont?.color, colour(font.color)),
      },
      String(at(trace.text, i) ?? ""),
    );
  };

// A bar, hatched where the chart hatches it, so that a grey copy tells it too.
const bar = (look = {}, left, top, across, high) => {
  const hatch = [];
  if (look.pattern?.shape)
    for (let c = 6; c < across + high; c += 11) {
      const [a, b] = [Math.max(0, c - high), Math.min(c, across)];
      hatch.push(`M${left + a} ${top + c - a}L${left + b} ${top + c - b}`);
    }
  const lines = {
    stroke: colour(look.pattern?.fgcolor, "#fff"),
    "stroke-opacity": measure(look.pattern?.fgopacity, 1),
    "stroke-width": 2,
  };
  return [
    shape("rect", { x: left, y: top, width: across, height: high, fill: colour(look.color) }),
    ...(hatch.length ? [path(hatch.join(""), lines)] : []),
  ];
};
const bars = (trace, layout, { x, y, box }) => {
  const lying = trace.orientation === "h";
  const half =
    ((lying ? Math.abs(y(1) - y(0)) : Math.abs(x(1) - x(0))) * (1 - measure(layout.bargap, 0.2))) /
    2;
  // Hatched no further than it is seen.
  const cut = (from, to, low, high) => [from, to].map((v) => Math.max(low, Math.min(high, v)));
  return points(trace).flatMap(([a, b]) => {
    const [across, up] = lying
      ? [
          [Math.min(x(0), x(a)), Math.max(x(0), x(a))],
          [y(b) - half, y(b) + half],
        ]
      : [
          [x(a) - half, x(a) + half],
          [Math.min(y(0), y(b)), Math.max(y(0), y(b))],
        ];
    const [left, right] = cut(...across, box.left, box.right);
    const [top, foot] = cut(...up, box.top, box.foot);
    return bar(trace.marker, left, top, right - left, foot - top);
  });
};

const drawn = (trace, layout, place) => {
  const { x, y, base } = place;
  if (trace.type === "bar") return bars(trace, layout, place);
  const mode = trace.mode ?? "lines";
  const all = points(trace);
  return [
    ...(trace.fill === "toself"
      ? [path(`${along(trace, x, y)}Z`, { fill: colour(trace.fillcolor) })]
      : []),
    ...all.flatMap(interval(trace, x, y)),
    ...(mode.includes("lines") && trace.line?.width !== 0
      ? [path(along(trace, x, y), stroke(trace.line))]
      : []),
    ...(mode.includes("markers") ? all.map(([a, b, i]) => marker(trace, i, [x(a), y(b)])) : []),
    ...(mode.includes("text") ? all.map(word({ ...trace, mode }, x, y, base.font)) : []),
  ];
};

// Each series with its name beside it, in its own colour.
const named = ({ data }, { x, y, box, base }) =>
  labelsOf(data, x, y, box).map(({ text, x: a, y: b, trace }) =>
    shape(
      "text",
      {
        x: a,
        y: b + 4.2,
        "text-anchor": "middle",
        "font-size": SIZE,
        "font-weight": 600,
        fill: nameColour(trace, base.font.color),
      },
      text,
    ),
  );

// The dotted lines of predictions, or the short marks of a room, and their words (see withGuess).
const guess = ({ layout }, { box, x, y, base }) => {
  const [label] = /** @type {any[]} */ (layout.annotations ?? []);
  if (!layout.shapes?.length || !label) return [];
  const upright = layout.shapes[0].yref === "paper";
  const down = (share) => box.foot - share * (box.foot - box.top);
  const along = (share) => box.left + share * (box.right - box.left);
  const d = (line) =>
    upright
      ? `M${x(line.x0)} ${down(line.y0)}V${down(line.y1)}`
      : `M${along(line.x0)} ${y(line.y0)}H${along(line.x1)}`;
  const beside = upright
    ? { x: x(label.x) + 6, y: down(0.96) + 4 }
    : { x: along(0.04) + 6, y: y(label.y) - 6 };
  const above = { x: box.right, y: box.top - label.yshift - 3, "text-anchor": "end" };
  return [
    ...layout.shapes.map((line) => path(d(line), stroke(line.line))),
    shape(
      "text",
      {
        ...(label.xanchor === "right" ? above : beside),
        fill: colour(base.font.color),
        "font-size": 12,
      },
      label.text,
    ),
  ];
};

// The SVG of a figure (data and layout, in the colours it is to have), so many pixels wide and
// high. Throws for a figure that it cannot draw. Its words for a screen reader stand around it.
/** @param {Figure} figure @param {number} width @param {number} height */
export const drawStill = (figure, width, height) => {
  const place = measures(figure, width, height);
  const { left, right, top, foot } = place.box;
  const [across, high] = [right - left, foot - top];
  const inner = {
    x: left,
    y: top,
    width: across,
    height: high,
    viewBox: `${left} ${top} ${across} ${high}`,
  };
  const traces = figure.data.filter(isDrawn).flatMap((trace) => drawn(trace, figure.layout, place));
  const outer = {
    class: "sf-still",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "aria-hidden": "true",
    "font-family": "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  };
  return shape(
    "svg",
    outer,
    ...axes(figure, place),
    shape("svg", inner, ...traces),
    ...guess(figure, place),
    ...named(figure, place),
  );
};
