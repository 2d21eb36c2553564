// The years to scale: lines that stand side by side and are read downwards. Left of the blocks
// stands the record, right of them the text, then names. charts/strip.py draws the same for paper.

import { el } from "../shared.js";
import { box } from "./pieces.js";

// Where a span lies on a line, in per cent of its length; nothing, if it lies on another.
export const stretchOn = ([first, end], [from, to]) => {
  if (from >= end || (to <= first && from < first)) return undefined;
  const at = (year) => (100 * (year - first)) / (end - first);
  const [top, foot] = [at(Math.max(from, first)), at(Math.min(to, end))];
  return [top, foot - top];
};

// The year at a place of a line, 0 to 1, within those that may be chosen.
export const yearAt = ([first, end], [least, most], place) =>
  Math.min(most, Math.max(least, first + Math.floor(place * (end - first))));

const put = (line, span, name, ...words) => {
  const stretch = stretchOn(line, span);
  if (!stretch) return [];
  const [top, high] = stretch;
  return [el("span", { class: name, style: `top: ${top}%; height: ${high}%` }, ...words)];
};

const blocks = (line, { governments }) =>
  governments.flatMap(({ start, end, look, begins }) =>
    put(line, [start, end], `sf-tl-block sf-tl-${look}${begins ? " sf-tl-broken" : ""}`),
  );

const dates = (line, record) =>
  record.flatMap(({ span, lane = "" }) => {
    const shown = put(line, span, "sf-tl-date");
    for (const date of shown) date.dataset.lane = lane;
    return shown;
  });

const marks = (line, rows) =>
  rows.flatMap(({ kind, start, end, record }) => {
    const look = start === end ? "point" : "length";
    return [
      ...dates(line, record),
      ...(kind === "case" ? [] : put(line, [start, end], `sf-tl-said sf-tl-${look} sf-tl-${kind}`)),
    ];
  });

// Names stand at the year that they begin with.
const names = (line, load) => {
  const points = load.rows.filter(({ kind }) => kind === "colonial" || kind === "case");
  const ruled = load.strip.governments.filter(({ look }) => look !== "colonial");
  return [
    ...points.map(({ start, label }) => [start, label]),
    ...ruled.map((r) => [r.start, r.name]),
  ]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, name]) =>
      put(
        line,
        [year, year],
        "sf-tl-entry",
        el("span", { class: "sf-tl-at" }, String(Math.floor(year))),
        el("span", { class: "sf-tl-of" }, name),
      ),
    );
};

// Each name clear of the one above it, and room for the last: how long a name is, only the page
// knows.
const spread = (line) => {
  let taken = Number.NEGATIVE_INFINITY;
  for (const entry of line.querySelectorAll(".sf-tl-entry")) {
    entry.style.translate = "";
    const { top, bottom } = entry.getBoundingClientRect();
    const by = Math.max(0, taken - top);
    entry.style.translate = `0 ${by}px`;
    taken = bottom + by + 2;
  }
  const below = Number.parseFloat(getComputedStyle(line.parentElement).paddingBottom);
  const over = taken - line.getBoundingClientRect().bottom - below + 2;
  line.style.marginBottom = `${Math.max(0, over)}px`;
};

const KEYS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, PageDown: 10, PageUp: -10 };

/**
 * The strip, and what shows a year on it. choose(year): told of what the reader chose.
 * @param {any} load
 * @param {string} label
 * @param {(year: number) => void} choose
 * @param {AbortSignal} signal
 */
export const stripOf = (load, label, choose, signal) => {
  const [least, most] = load.strip.years;
  let now = least;
  const marker = el("span", { class: "sf-tl-now" });
  const touch = (line, node) => (event) => {
    const { top, height } = node.getBoundingClientRect();
    choose(yearAt(line, load.strip.years, (event.clientY - top) / height));
  };
  const lines = load.strip.lines.map((line, i) => {
    const goesOn = i < load.strip.lines.length - 1;
    const node = box("line", ...blocks(line, load.strip), ...marks(line, load.rows));
    node.append(
      ...names(line, load),
      el("span", { class: "sf-tl-on" }, goesOn ? `${line[1]} →` : String(most)),
    );
    const chosen = touch(line, node);
    node.addEventListener("click", chosen);
    // A mouse may be drawn along; a finger scrolls the page.
    node.addEventListener("pointermove", (event) => {
      if (event.pointerType === "mouse" && event.buttons === 1) chosen(event);
    });
    return node;
  });
  const key = (event) => {
    const ends = { Home: least, End: most };
    const to = event.key in ends ? ends[event.key] : now + (KEYS[event.key] ?? Number.NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    choose(Math.min(most, Math.max(least, to)));
  };
  const node = el(
    "div",
    {
      class: "sf-tl-strip",
      role: "slider",
      tabindex: 0,
      "aria-label": label,
      "aria-orientation": "vertical",
      "aria-valuemin": least,
      "aria-valuemax": most,
      "data-control": "timeline-year",
      "data-lm-suppress-shortcuts": "true",
      onkeydown: key,
    },
    ...lines,
  );
  const sized = new ResizeObserver(() => lines.forEach(spread));
  sized.observe(node);
  signal.addEventListener("abort", () => sized.disconnect());
  const show = (year, words) => {
    now = year;
    node.setAttribute("aria-valuenow", String(year));
    node.setAttribute("aria-valuetext", words);
    const at = load.strip.lines.findIndex(([first, end]) => first <= year && year < end);
    const [first, end] = load.strip.lines[at];
    marker.replaceChildren(el("span", {}, String(year)));
    marker.style.top = `${(100 * (year + 0.5 - first)) / (end - first)}%`;
    lines[at].append(marker);
  };
  // Shows the dates of those layers of the record that are on.
  const mark = (on) => {
    /** @type {NodeListOf<HTMLElement>} */
    const dated = node.querySelectorAll(".sf-tl-date");
    for (const date of dated) {
      const { lane = "" } = date.dataset;
      date.hidden = lane !== "" && !on[lane];
    }
  };
  return { node, show, mark };
};
