// A chart as a still: what stands in its place until plotly.js is there, at the same measures, so that nothing jumps.
// Built node by node from a list of shapes. The figure may come from a stranger: none of its text becomes markup, and a
// colour that is not written as one is not taken, for url(...) would ask another machine.
import { dashOf, symbolPath } from "./marks.js";
import { svg } from "./svg.js";
import { say } from "./words.js";

const SHAPES = new Set(["svg", "g", "path", "rect", "text"]);
const COLOUR = /^(#[0-9a-f]{3,8}|rgba?\([\d., ]{5,40}\))$/i;
const colour = (value, other = "currentColor") => (typeof value === "string" && COLOUR.test(value) ? value : other);
const number = (value, other) => (Number.isFinite(value) ? Math.min(Math.abs(value), 200) : other);
const FAR = 1e5; // what lies further out is not seen anyway
const at = (value, i) => (Array.isArray(value) ? value[i] : value);

const shape = (tag, attributes, ...children) => {
  if (!SHAPES.has(tag)) throw new Error(`a still holds no ${tag}`);
  return svg(tag, attributes, ...children);
};
const path = (d, attributes) => shape("path", { d, fill: "none", ...attributes });

// Ticks as plotly.js sets them: the roundest step that leaves each enough room.
const ticks = (axis, length, room) => {
  const [low, high] = [...axis.range].sort((a, b) => a - b);
  const given = axis.tickvals?.filter((value) => value >= low && value <= high);
  if (given) return given;
  const rough = (high - low) / (axis.nticks || Math.min(Math.max(length / room, 4), 9) + 1);
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = unit * [2, 5, 10].find((many) => many >= rough / unit - 1e-9);
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  return Array.from({ length: Math.min(last - first + 1, 50) }, (_, i) => Number(((first + i) * step).toPrecision(9)));
};
const told = (value) => String(value).replace("-", "−");
const wide = (text, size) => [...text].reduce((sum, letter) => sum + (letter === "." ? 0.27 : 0.57) * size, 0);

const isDrawn = (trace) => (trace.visible ?? true) === true && trace.x?.length > 0;

// Where all stands: the plot's box, the rows of the legend above it, the two scales.
const measures = ({ data, layout }, width, height) => {
  const base = layout.template.layout;
  const { l, r, t, b } = base.margin;
  const named = data.filter((trace) => isDrawn(trace) && trace.showlegend !== false);
  const entries = named.length > 1 ? named : [];
  const step = number(layout.legend?.entrywidth, base.legend.entrywidth) + 45;
  const across = Math.max(1, Math.floor((width - l - r + 5) / step));
  const legend = entries.length ? 10 + 19 * Math.ceil(entries.length / across) : 0;
  const top = legend ? Math.round((legend + t + 0.02 * (height - b)) / 1.02) : t;
  const box = { left: l, right: width - r, top, foot: height - b };
  const scale = ({ range: [low, high] }, start, stop) => {
    if (![low, high, start, stop].every(Number.isFinite) || low === high) throw new Error("an axis without a range");
    const on = (value) => start + ((value - low) / (high - low)) * (stop - start);
    return (value) => Number(Math.max(-FAR, Math.min(FAR, on(value))).toFixed(2));
  };
  const [x, y] = [scale(layout.xaxis, box.left, box.right), scale(layout.yaxis, box.foot, box.top)];
  return { box, x, y, entries, across, step, above: top - 0.02 * (box.foot - top) - legend, base };
};

const axes = ({ data, layout }, { box, x, y, base }) => {
  const { gridcolor, tickcolor, title } = base.xaxis;
  const ink = { fill: colour(base.font.color), "font-size": base.font.size };
  const { r } = base.margin; // a label that would run over the edge is left out, as plotly.js leaves it out
  const grid = (axis, value) => ({ stroke: colour((value === 0 && axis.zerolinecolor) || gridcolor) });
  const mark = { stroke: colour(tickcolor) };
  const [across, up] = [ticks(layout.xaxis, box.right - box.left, 80), ticks(layout.yaxis, box.foot - box.top, 40)];
  const longest = Math.max(0, ...up.map((value) => wide(told(value), base.font.size)));
  const side = box.left - 18.6 - longest;
  const middle = (box.top + box.foot) / 2;
  const bars = data.some((trace) => isDrawn(trace) && trace.type === "bar"); // they stand on a grid of heights alone
  const words = { ...ink, "font-size": title.font.size, "text-anchor": "middle" };
  return [
    ...across.flatMap((value) => [
      ...(bars ? [] : [path(`M${x(value)} ${box.top}V${box.foot}`, grid(layout.xaxis, value))]),
      path(`M${x(value)} ${box.foot}v5`, mark),
      ...(x(value) + wide(told(value), base.font.size) / 2 < box.right + r ? [shape("text", { x: x(value), y: box.foot + 21.6, "text-anchor": "middle", ...ink }, told(value))] : []),
    ]),
    ...up.flatMap((value) => [
      path(`M${box.left} ${y(value)}H${box.right}`, grid(layout.yaxis, value)),
      path(`M${box.left} ${y(value)}h-5`, mark),
      ...(y(value) > 9.5 ? [shape("text", { x: box.left - 8.6, y: y(value) + 4.55, "text-anchor": "end", ...ink }, told(value))] : []),
    ]),
    shape("text", { x: (box.left + box.right) / 2, y: box.foot + 40.2, ...words }, layout.xaxis.title.text),
    shape("text", { transform: `rotate(-90,${side},${middle})`, x: side, y: middle, ...words }, layout.yaxis.title.text),
  ];
};

const isThere = (value) => Number.isFinite(value);
const along = ({ x: xs, y: ys }, x, y) => {
  let pen = "M"; // a gap stays a gap
  return xs.map((value, i) => {
    if (!isThere(value) || !isThere(ys[i])) {
      pen = "M";
      return "";
    }
    const step = `${pen}${x(value)} ${y(ys[i])}`;
    pen = "L";
    return step;
  }).join("");
};
const points = (trace) => trace.x.map((value, i) => [value, trace.y[i], i]).filter(([a, b]) => isThere(a) && isThere(b));

const stroke = (line = {}) => {
  const width = number(line.width, 2);
  return { stroke: colour(line.color), "stroke-width": width, "stroke-dasharray": dashOf(line.dash, width) };
};
const marker = ({ marker: look = {}, line }, i, [a, b], most = Infinity) => {
  const symbol = at(look.symbol, i) ?? "circle";
  const own = colour(at(look.color, i), colour(line?.color));
  const edge = look.line?.width ? "#444" : null; // plotly.js's own
  const paint = String(symbol).endsWith("-open") ? { fill: "none", stroke: own, "stroke-width": number(look.line?.width, 1) } : { fill: own, stroke: edge, "stroke-width": edge && 2 };
  return path(symbolPath(symbol, Math.min(most, number(at(look.size, i), 6))), { transform: `translate(${a},${b})`, ...paint });
};
const interval = ({ error_y: bars }, x, y) => ([a, b, i]) => {
  const half = bars?.array?.[i];
  if (!half) return [];
  const end = number(bars.width, 4);
  const [from, to] = [y(b - half), y(b + half)];
  const d = `M${x(a)} ${from}V${to}` + (end ? `M${x(a) - end} ${from}h${2 * end}M${x(a) - end} ${to}h${2 * end}` : "");
  return [path(d, { stroke: colour(bars.color), "stroke-width": number(bars.thickness, 2) })];
};
// Beside its point, clear of its marker.
const word = (trace, x, y, font) => ([a, b, i]) => {
  const [high, side] = String(at(trace.textposition, i) ?? "middle center").split(" ");
  const size = number(trace.textfont?.size, font.size);
  const clear = trace.mode.includes("markers") ? number(at(trace.marker?.size, i), 6) / 1.6 + 1 : 0;
  const [right, down] = [{ left: -1, right: 1 } [side] ?? 0, { top: -1, bottom: 1 } [high] ?? 0];
  const place = { x: x(a) + right * clear, y: y(b) + size * 0.75 + down * clear + ((down - 1) * size) / 2 };
  const anchor = ["end", "middle", "start"][right + 1];
  return shape("text", { ...place, "text-anchor": anchor, "font-size": size, fill: colour(trace.textfont?.color, colour(font.color)) }, String(at(trace.text, i) ?? ""));
};

// A bar, hatched where the chart hatches it, so that a grey copy tells it too.
const bar = (look = {}, left, top, across, high) => {
  const hatch = [];
  if (look.pattern?.shape)
    for (let c = 6; c < across + high; c += 11) {
      const [a, b] = [Math.max(0, c - high), Math.min(c, across)];
      hatch.push(`M${left + a} ${top + c - a}L${left + b} ${top + c - b}`);
    }
  const lines = { stroke: colour(look.pattern?.fgcolor, "#fff"), "stroke-opacity": number(look.pattern?.fgopacity, 1), "stroke-width": 2 };
  return [
    shape("rect", { x: left, y: top, width: across, height: high, fill: colour(look.color) }),
    ...(hatch.length ? [path(hatch.join(""), lines)] : []),
  ];
};
const bars = (trace, layout, x, y) => {
  const lying = trace.orientation === "h";
  const half = (lying ? Math.abs(y(1) - y(0)) : Math.abs(x(1) - x(0))) * (1 - number(layout.bargap, 0.2)) / 2;
  return points(trace).flatMap(([a, b]) =>
    lying ?
    bar(trace.marker, Math.min(x(0), x(a)), y(b) - half, Math.abs(x(a) - x(0)), 2 * half) :
    bar(trace.marker, x(a) - half, Math.min(y(0), y(b)), 2 * half, Math.abs(y(b) - y(0))));
};

const drawn = (trace, layout, { x, y, base }) => {
  if (trace.type === "bar") return bars(trace, layout, x, y);
  const mode = trace.mode ?? "lines";
  const all = points(trace);
  return [
    ...(trace.fill === "toself" ? [path(`${along(trace, x, y)}Z`, { fill: colour(trace.fillcolor) })] : []),
    ...all.flatMap(interval(trace, x, y)),
    ...(mode.includes("lines") && trace.line?.width !== 0 ? [path(along(trace, x, y), stroke(trace.line))] : []),
    ...(mode.includes("markers") ? all.map(([a, b, i]) => marker(trace, i, [x(a), y(b)])) : []),
    ...(mode.includes("text") ? all.map(word({ ...trace, mode }, x, y, base.font)) : []),
  ];
};

const legend = ({ entries, across, step, above, box, base }) =>
  entries.flatMap((trace, i) => {
    const left = box.left + step * (i % across);
    const middle = above + 14.5 + 19 * Math.floor(i / across);
    const mode = trace.type === "bar" ? "" : (trace.mode ?? "lines");
    return [
      ...(mode.includes("lines") && trace.line?.width !== 0 ? [path(`M${left + 5} ${middle}h30`, stroke(trace.line))] : []),
      ...(mode.includes("markers") ? [marker(trace, 0, [left + 20, middle], 16)] : []),
      ...(mode ? [] : bar(trace.marker, left + 14, middle - 6, 12, 12)),
      shape("text", { x: left + 40, y: middle + 4.7, "font-size": base.legend.font.size, fill: colour(base.font.color) }, trace.name),
    ];
  });

// The dotted line of a prediction and its words (see withGuess).
const guess = ({ layout }, { box, x, y, base }) => {
  const [line] = layout.shapes ?? [];
  if (!line) return [];
  const upright = line.yref === "paper";
  const d = upright ? `M${x(line.x0)} ${box.top}V${box.foot}` : `M${box.left} ${y(line.y0)}H${box.right}`;
  const place = upright ? { x: x(line.x0) + 6, y: box.top + 0.04 * (box.foot - box.top) + 4 } : { x: box.left + 0.04 * (box.right - box.left) + 6, y: y(line.y0) - 6 };
  return [path(d, stroke(line.line)), shape("text", { ...place, fill: colour(base.font.color), "font-size": 12 }, say("explorable.your_guess"))];
};

// The SVG of a figure (data and layout, in the colours it is to have), so many pixels wide and high.
// Throws for a figure that it cannot draw. Its words for a screen reader stand around it.
export const drawStill = (figure, width, height) => {
  const place = measures(figure, width, height);
  const { left, right, top, foot } = place.box;
  const [across, high] = [right - left, foot - top];
  const inner = { x: left, y: top, width: across, height: high, viewBox: `${left} ${top} ${across} ${high}` };
  const traces = figure.data.filter(isDrawn).flatMap((trace) => drawn(trace, figure.layout, place));
  const outer = { class: "sf-still", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", "font-family": "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" };
  return shape("svg", outer, ...axes(figure, place), shape("svg", inner, ...traces), ...guess(figure, place), ...legend(place));
};
