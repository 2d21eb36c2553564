// A memo's blocks as nodes, and as the text of a page that stands alone: never markup made of text.
// course/interface/templates/memo.html draws the same.

import { el } from "../shared.js";
import { svg } from "../svg.js";
import { say } from "../words.js";

const auto = (tag, ...parts) => el(tag, { dir: "auto" }, ...parts);
const row = (cells, tag) => el("tr", {}, ...cells.map((cell) => auto(tag, cell)));

const bar = ([label, said, [start, tip, figure], line, strokes, ends], head) => {
  const text = (name, x, y, words) => svg("text", { class: name, x: `${x}%`, y: `${y}em` }, words);
  const rect = (name, x, width) =>
    svg("rect", { class: name, x: `${x}%`, y: "1.3em", width: `${width}%`, height: "1em" });
  const stretch = (x1, x2, y1, y2) =>
    svg("line", { x1: `${x1}%`, x2: `${x2}%`, y1: `${y1}em`, y2: `${y2}em` });
  /** @type {Node[]} */
  const parts = [
    rect("rest", 0, 100),
    rect("bar", Math.min(start, tip), Math.abs(tip - start)),
    text("left", 0, 2.15, ends[0]),
    text("", 100, 2.15, ends[1]),
    text(tip < start ? "left" : "", tip, 2.15, figure),
  ];
  const [low, high, least, most] = line ?? [];
  if (line)
    parts.push(
      stretch(low, high, 0.6, 0.6),
      text("left", low, 0.95, least),
      text("", high, 0.95, most),
    );
  const sides = strokes.length > 1 ? ["left", ""] : ["mid"];
  strokes.forEach(([at, word], i) =>
    parts.push(stretch(at, at, 1.1, 2.5), text(sides[i], at, 3.3, word)),
  );
  return el(
    "div",
    { class: ["strip", ...(line ? [] : ["bare"])].join(" ") },
    el("div", { class: "point" }, ...head, auto("p", el("b", {}, `${label}.`), ` ${said}`)),
    svg("svg", { "aria-hidden": true }, ...parts),
  );
};

const table = (head, rows) =>
  el(
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": head[0] },
    el(
      "table",
      {},
      el("thead", {}, row(head, "th")),
      el("tbody", {}, ...rows.map((cells) => row(cells, "td"))),
    ),
  );

// `first` is the level of the title; an annex stands one below it, a heading two.
const drawers = (first) => {
  const heading = (down, attributes, text) =>
    el(/** @type {"h1"} */ (`h${first + down}`), attributes, text);
  return {
    title: (text) => heading(0, { dir: "auto" }, text),
    annex: (text, sheet) => heading(1, { class: sheet ? "afresh" : null }, text),
    heading: (text) => heading(2, {}, text),
    facts: (pairs) =>
      el(
        "dl",
        { class: "facts" },
        ...pairs.map(([label, text]) => el("div", {}, el("dt", {}, label), auto("dd", text))),
      ),
    decision: (label, text) =>
      el("p", { class: "decision", dir: "auto" }, el("b", {}, `${label}:`), ` ${text}`),
    point: (lead, texts, empty) =>
      el(
        "section",
        { class: "point" },
        heading(2, {}, lead),
        " ",
        ...texts.map((text) => auto("p", text)),
        ...(empty && !texts.length ? [el("p", { class: "quiet" }, empty)] : []),
      ),
    chart: (rows, legend, lead) =>
      el(
        "figure",
        {},
        ...rows.map((one, i) => bar(one, i ? [] : [heading(2, {}, lead), " "])),
        legend ? el("figcaption", {}, legend) : null,
      ),
    sign: (places) =>
      el(
        "div",
        { class: "sign" },
        ...places.map((lines) => el("div", {}, ...lines.map((text) => auto("p", text)))),
      ),
    table,
    list: (pairs) =>
      el(
        "ul",
        {},
        ...pairs.map(([lead, text]) =>
          lead ? auto("li", el("b", {}, `${lead}.`), ` ${text}`) : auto("li", text),
        ),
      ),
  };
};

/** @param {any[]} made @param {1 | 4} first */
export const drawn = (made, first) => {
  const draw = drawers(first);
  const plain = (kind) => (text) => el("p", { class: kind, dir: "auto" }, text);
  return made.map(([kind, ...parts]) => (draw[kind] ?? plain(kind))(...parts));
};

// The first fact stands at the foot of each printed sheet.
/** @param {any[]} made @param {string} style */
export const fileOf = (made, style) => {
  const first = (kind) => made.find(([block]) => block === kind)[1];
  const page = document.implementation.createHTMLDocument(first("title"));
  page.documentElement.lang = say.language;
  const folio = JSON.stringify(first("facts")[0].join(" "));
  page.documentElement.style.cssText = `--folio:${folio}`;
  page.head.prepend(
    el("meta", { charset: "utf-8" }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
  );
  page.head.append(el("style", {}, style));
  page.body.append(el("main", {}, ...drawn(made, 1)));
  return `<!doctype html>\n${new XMLSerializer().serializeToString(page.documentElement)}`;
};
