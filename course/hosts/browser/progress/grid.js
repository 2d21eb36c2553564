// One small grid: chapters by kinds of work, a square an item.

import { el } from "../shared.js";
import { say } from "../words.js";
import { looksOf } from "./standing.js";

/** @import { Line } from "../shapes/host.d.ts" */
/** @import { Chapter } from "./standing.js" */

const PARTS = {
  predictions: "progress.predictions",
  questions: "progress.questions",
  reflections: "progress.reflections",
};
const KEY = { done: "progress.key_done", again: "progress.key_again", open: "progress.key_open" };

// A cell in words.
/** @param {string} title @param {string} part @param {string[]} looks */
export const saidOf = (title, part, looks) => {
  const count = (look) => looks.filter((one) => one === look).length;
  const of = looks.length;
  if (!of) return say("progress.none_asked", { title, part: say(PARTS[part]) });
  if (part === "predictions") return say("progress.predicted", { title, n: count("done"), of });
  if (part === "reflections") return say("progress.wrote", { title, n: count("done"), of });
  const [right, again, open] = [count("done"), count("again"), count("open")];
  return say("progress.asked", { title, right, again, open, of });
};

const square = (look) => el("span", { class: `sf-square sf-is-${look}` });

// The file of a chapter: a page beside this page, a notebook beside this notebook.
/** @param {Chapter} chapter */
export const addressOf = ({ stem }) =>
  stem && `${stem}${location.pathname.endsWith(".html") ? ".html" : ".ipynb"}`;

/** @param {Chapter} chapter */
export const linkTo = (chapter) => {
  const href = addressOf(chapter);
  return href ? el("a", { href }, chapter.title) : chapter.title;
};

/** @param {Chapter[]} chapters @param {Line[]} lines */
export const gridOf = (chapters, lines) => {
  const cell = (chapter, part) => {
    const looks = looksOf(chapter, part, lines);
    const words = saidOf(chapter.title, part, looks);
    const squares = el(
      "span",
      {
        class: "sf-squares",
        role: "img",
        "aria-label": words,
        title: words,
        style: `--sf-n: ${looks.length}; --sf-five: ${Math.min(5, looks.length)}`,
      },
      ...looks.map(square),
    );
    const done = looks.filter((look) => look !== "open").length;
    return el(
      "td",
      { "data-part": say(PARTS[part]) },
      squares,
      looks.length ? el("small", {}, `${done}/${looks.length}`) : "",
    );
  };
  const row = (chapter) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, linkTo(chapter)),
      ...Object.keys(PARTS).map((part) => cell(chapter, part)),
    );
  const heads = Object.values(PARTS).map((key) => el("th", { scope: "col" }, say(key)));
  const key = Object.entries(KEY).map(([look, words]) => el("li", {}, square(look), say(words)));
  return [
    el(
      "table",
      { class: "sf-grid" },
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("progress.chapter")), ...heads)),
      el("tbody", {}, ...chapters.map(row)),
    ),
    el("ul", { class: "sf-grid-key" }, ...key, el("li", {}, say("progress.predicted_only"))),
  ];
};
