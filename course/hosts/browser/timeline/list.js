// Every period below the other, with what the reader wants to see of it: layers, one change, an
// indicator over the years.

import { el, guard } from "../shared.js";
import { say } from "../words.js";
import { chart } from "./indicator.js";
import { box, tick } from "./pieces.js";
import { changeOf, rowOf } from "./row.js";

// All the changes of a dimension in one sentence.
export const tallyOf = (load, dimension) => {
  if (!dimension) return "";
  const words = load.rows.map((row) => changeOf(load, row, dimension)?.[1]).filter(Boolean);
  const counts = Object.values(load.changes).map(([, word]) => [
    word,
    words.filter((w) => w === word).length,
  ]);
  const told = counts.filter(([, n]) => n).map(([word, n]) => `${n} × ${word}`);
  return say("timeline.tally", {
    dimension: load.dimensions[dimension],
    n: words.length,
    counts: told.join("; "),
  });
};

const chooser = (label, options, picked) => {
  const words = options.map(([value, text]) => el("option", { value }, text));
  const select = el("select", { onchange: () => picked(select.value) }, ...words);
  return box("choice", el("label", {}, el("span", {}, label), select));
};

const choices = (load, { layers, show, change, figure, watch }) => {
  const layer = ([name, words]) =>
    tick(`layer-${name}`, words, true, (checked) => {
      layers[name] = checked;
      show();
    });
  const { lines } = load.indicators;
  return box(
    "choices",
    el(
      "fieldset",
      {},
      el("legend", {}, say("timeline.layers")),
      ...Object.entries(load.layers).map(layer),
    ),
    chooser(
      say("timeline.changed"),
      [["", say("timeline.not_shown")], ...Object.entries(load.dimensions)],
      change,
    ),
    chooser(
      say("timeline.which"),
      [["", say("timeline.none")], ...lines.map((line, i) => [i, line.name])],
      (value) => {
        figure.hidden = value === "";
        watch();
        const shown = value === "" ? [] : chart(load.indicators, lines[value], watch);
        figure.replaceChildren(...shown);
      },
    ),
  );
};

/** @param {any} load @param {AbortSignal} signal */
export const listOf = (load, signal) => {
  const rows = load.rows.map((row) => rowOf(load, row));
  const layers = { text: true, record: true, theory: true };
  const status = el("p", { class: "sf-tl-quiet", role: "status" });
  const figure = el("div", { class: "sf-tl-figure", hidden: true });
  let redraw, dimension;
  const resized = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width) redraw(Math.max(240, width));
  });
  signal.addEventListener("abort", () => resized.disconnect());
  // Draws a place anew whenever its width changes; without one, none is drawn any more.
  const watch = (place, call) => {
    resized.disconnect();
    redraw = call;
    if (place) resized.observe(place);
  };
  const show = guard(status, () => {
    const shown = rows.filter(({ fit }) => fit(layers, dimension));
    status.textContent = shown.length ? tallyOf(load, dimension) : say("timeline.no_layer");
  });
  const change = (value) => {
    dimension = value;
    show();
  };
  const asked = load.indicators && choices(load, { layers, show, change, figure, watch });
  show();
  return [asked, status, figure, el("ol", { class: "sf-tl-list" }, ...rows.map((r) => r.node))];
};
