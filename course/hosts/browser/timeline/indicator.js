// An indicator over the years, as a line of steps.

import { el } from "../shared.js";
import { minus, svg } from "../svg.js";
import { say } from "../words.js";
import { fold, head, quiet, yearsOf } from "./pieces.js";

export const runsOf = (first, values) => {
  const runs = [];
  values.forEach((value, i) => {
    const last = runs.at(-1);
    if (last?.value === value) last.end = first + i;
    else runs.push({ start: first + i, end: first + i, value });
  });
  return runs;
};

const HEIGHT = 210;
const EDGE = { left: 34, right: 26, top: 20, bottom: 24 };
const SPAN = 2; // the scale shown, from -2 to 2, the same for each indicator
export const scaleOf = (width, first, last) => ({
  x: (year) => EDGE.left + ((year - first) / (last - first)) * (width - EDGE.left - EDGE.right),
  y: (value) => EDGE.top + ((SPAN - value) / (2 * SPAN)) * (HEIGHT - EDGE.top - EDGE.bottom),
});

// A value stands for its whole year, so the line goes in steps.
export const pathOf = (runs, { x, y }) => {
  const steps = runs.map(({ end, value }) => `V${y(value).toFixed(1)}H${x(end + 1).toFixed(1)}`);
  return `M${x(runs[0].start).toFixed(1)} ${y(runs[0].value).toFixed(1)}${steps.join("")}`;
};

export const note = (x, y, words, anchor = "middle") =>
  svg("text", { x, y, "text-anchor": anchor }, String(words));

const picture = (about, line, width) => {
  const last = about.first + line.values.length;
  const scale = scaleOf(width, about.first, last);
  const height = HEIGHT - EDGE.top - EDGE.bottom;
  const bands = about.regimes.flatMap(([, first, end], i) => {
    const [left, right] = [Math.max(first, about.first), Math.min(end + 1, last)].map(scale.x);
    const ground = svg("rect", { x: left, y: EDGE.top, width: right - left, height });
    return [...(i % 2 ? [] : [ground]), note((left + right) / 2, EDGE.top - 6, i + 1)];
  });
  const ticks = [-2, -1, 0, 1, 2].flatMap((value) => {
    const y = scale.y(value);
    const rule = {
      x1: EDGE.left,
      x2: width - EDGE.right,
      y1: y,
      y2: y,
      class: value ? "" : "sf-tl-zero",
    };
    return [svg("line", rule), note(EDGE.left - 6, y + 4, minus(value), "end")];
  });
  const apart = width > 420 ? 10 : 20;
  const years = [...Array(Math.ceil(line.values.length / apart)).keys()].map((i) =>
    note(
      scale.x(about.first + i * apart),
      HEIGHT - 6,
      about.first + i * apart,
      i ? "middle" : "start",
    ),
  );
  // How large a step must be before it may be read: an upright bar of a half.
  const [bar, foot, top] = [width - EDGE.right + 12, scale.y(0.75), scale.y(1.25)];
  const rod = svg("path", { class: "sf-tl-rod", d: `M${bar - 4} ${foot}h8m-4 0V${top}m-4 0h8` });
  const drawn = svg("path", {
    class: "sf-tl-line",
    d: pathOf(runsOf(about.first, line.values), scale),
  });
  const frame = { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, "aria-hidden": "true" };
  return svg("svg", frame, ...bands, ...ticks, ...years, rod, note(bar, foot + 16, "0.5"), drawn);
};

export const chart = (about, line, watch) => {
  const runs = runsOf(about.first, line.values);
  const [from, to] = [runs[0], runs.at(-1)];
  const [least, most] = [Math.min(...line.values), Math.max(...line.values)].map(minus);
  const ends = say("timeline.ends", {
    from: minus(from.value),
    start: from.start,
    to: minus(to.value),
    end: to.end,
    most,
    least,
  });
  const place = el("div", {
    class: "sf-tl-picture",
    role: "img",
    "aria-label": say("timeline.line", { name: line.name, ends }),
  });
  watch(place, (width) => place.replaceChildren(picture(about, line, width)));
  const names = about.regimes.map(([name, first, last], i) => {
    const years = yearsOf({ start: first, end: last });
    return el(
      "li",
      {},
      el("strong", {}, String(i + 1)),
      /^\d/.test(name) ? ` ${years}` : ` ${name} ${years}`,
    );
  });
  const figures = runs.map((run) =>
    el("li", {}, `${yearsOf(run)}: `, el("strong", {}, minus(run.value))),
  );
  return [
    head("name", 5, say("timeline.indicator_title", { name: line.name })),
    el("p", {}, say("timeline.indicator", { asks: line.asks, ends })),
    place,
    el("ul", { class: "sf-tl-regimes", "aria-label": say("timeline.bands") }, ...names),
    quiet(say("timeline.doubt", { doubt: about.doubt })),
    quiet(say("timeline.source", { source: about.source })),
    fold(say("timeline.figures"), el("ul", { class: "sf-tl-regimes" }, ...figures)),
  ];
};
