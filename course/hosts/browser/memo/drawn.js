// A memo's blocks as nodes, and as the text of a page that stands alone: never markup made of text.
// course/interface/templates/memo.html draws the same.

import { el } from "../shared.js";
import { svg } from "../svg.js";
import { say } from "../words.js";

const auto = (tag, ...parts) => el(tag, { dir: "auto" }, ...parts);
const row = (cells, tag) => el("tr", {}, ...cells.map((cell) => auto(tag, cell)));

const bar = ([label, said, runs, ends, mark]) => {
  let at = 0;
  const rects = runs.map(([cells, kind]) => {
    const made = svg("rect", { class: kind, x: at, y: 0, width: cells, height: 10 });
    at += cells;
    return made;
  });
  const line = { x1: mark, x2: mark, y1: 0, y2: 10, "vector-effect": "non-scaling-stroke" };
  if (mark !== null) rects.push(svg("line", line));
  const about = { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": true };
  return el(
    "div",
    { class: "strip" },
    auto("p", el("b", {}, `${label}.`), ` ${said}`),
    svg("svg", about, ...rects),
    el("div", { class: "ends" }, ...ends.map((end) => el("span", {}, end))),
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
    chart: (rows, legend) => el("figure", {}, ...rows.map(bar), el("figcaption", {}, legend)),
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

export const fileOf = (made, style) => {
  const [, title] = made.find(([block]) => block === "title");
  const page = document.implementation.createHTMLDocument(String(title));
  page.documentElement.lang = say.language;
  page.head.prepend(
    el("meta", { charset: "utf-8" }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
  );
  page.head.append(el("style", {}, style));
  page.body.append(el("main", {}, ...drawn(made, 1)));
  return `<!doctype html>\n${new XMLSerializer().serializeToString(page.documentElement)}`;
};
