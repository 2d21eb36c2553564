// The service through time: the text's account on its rail, the record's beside it, an indicator
// above both.

import { el, guard } from "./shared.js";
import { chart } from "./timeline/indicator.js";
import { box, head, quiet, yearsOf } from "./timeline/pieces.js";
import { changeOf, rowOf } from "./timeline/row.js";
import { say } from "./words.js";

/** @import { Shown } from "./shapes/host.d.ts" */

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

/** @returns {[HTMLElement, HTMLSelectElement]} */
const chooser = (label, options, picked) => {
  const words = options.map(([value, text]) => el("option", { value }, text));
  const select = el("select", { onchange: () => picked?.(select.value) }, ...words);
  return [box("choice", el("label", {}, el("span", {}, label), select)), select];
};

const draw = (load, root, signal) => {
  const rows = load.rows.map((row) => rowOf(load, row));
  const layers = { text: true, record: true, theory: true };
  const status = el("p", { class: "sf-tl-quiet", role: "status" });
  const figure = el("div", { class: "sf-tl-figure", hidden: true });
  let redraw, dimension;
  const resized = new ResizeObserver(([entry]) =>
    redraw(Math.max(240, Math.floor(entry.contentRect.width))),
  );
  signal.addEventListener("abort", () => resized.disconnect());
  const watch = (place, call) => {
    redraw = call;
    resized.observe(place);
  };
  const show = guard(status, () => {
    const shown = rows.flatMap(({ fit }, i) => (fit(layers, dimension) ? [i] : []));
    const periods = shown.map((i) =>
      el("option", { value: i }, `${yearsOf(load.rows[i])}: ${load.rows[i].label}`),
    );
    jump.replaceChildren(...periods);
    status.textContent = shown.length ? tallyOf(load, dimension) : say("timeline.no_layer");
  });
  const layer = ([name, words]) => {
    const move = () => {
      layers[name] = tick.checked;
      show();
    };
    const tick = el("input", {
      type: "checkbox",
      checked: true,
      "data-control": `layer-${name}`,
      onchange: move,
    });
    return el("label", { class: "sf-tl-layer" }, tick, el("span", {}, words));
  };
  const lines = load.indicators?.lines ?? [];
  const [changes] = chooser(
    say("timeline.changed"),
    [["", say("timeline.not_shown")], ...Object.entries(load.dimensions)],
    (value) => {
      dimension = value;
      show();
    },
  );
  const [indicators] = chooser(
    say("timeline.which"),
    [["", say("timeline.none")], ...lines.map((line, i) => [i, line.name])],
    (value) => {
      resized.disconnect();
      figure.hidden = value === "";
      figure.replaceChildren(...(value === "" ? [] : chart(load.indicators, lines[value], watch)));
    },
  );
  const [jumps, jump] = chooser(say("timeline.jump"), []);
  const leap = () => {
    const to = rows[jump.value]?.node;
    to?.scrollIntoView({ block: "start" });
    to?.focus({ preventScroll: true });
  };
  jumps.append(el("button", { type: "button", onclick: leap }, say("timeline.go")));
  const ticks = el(
    "fieldset",
    {},
    el("legend", {}, say("timeline.layers")),
    ...Object.entries(load.layers).map(layer),
  );
  const choices = load.indicators ? [ticks, changes, indicators] : [];
  root.append(
    el(
      "section",
      { class: "sf sf-tl", "aria-label": say("timeline.title") },
      head("title", 4, load.title),
      load.about ? quiet(load.about) : null,
      box("choices", ...choices, jumps),
      status,
      figure,
      el("ol", { class: "sf-tl-list" }, ...rows.map(({ node }) => node)),
      el(
        "button",
        { type: "button", class: "sf-quiet", onclick: () => jump.focus() },
        say("timeline.to_choices"),
      ),
    ),
  );
  show();
};

/** @param {Shown} shown */
export const show = ({ data, el: root, signal }) => {
  draw(data, root, signal);
};
