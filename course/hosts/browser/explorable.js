// A chart with its controls. Every state is in the payload; no touch goes to the kernel.

import { chooser, control } from "./controls.js";
import { onHeld, openHeld } from "./held.js";
import { pictureIn } from "./picture.js";
import { el, guard, uid } from "./shared.js";
import { isDark, onTheme, recolour } from "./theme.js";
import { say } from "./words.js";

/** @import { Figure, Layout, Trace } from "./shapes/figure.d.ts" */
/** @import { Host, Shown } from "./shapes/host.d.ts" */

// Pure logic, tested under node -------------------------------------------------------------------
export const rowOf = (controls) => controls.reduce((row, c) => row * c.values.length + c.at, 0);

// Columns arrive as steps from one state to the next; see states.py.
export const unpack = (load) => {
  const sum = (steps) =>
    steps.map(
      (
        (at) => (step) =>
          (at += step)
      )(0),
    );
  load.columns = load.columns.map(sum);
  return load;
};

const assign = (target, path, value) => {
  const keys = path.split(".");
  const last = keys.pop();
  let at = target;
  for (const key of keys) at = at[key] = { ...at[key] };
  at[last] = value;
};

// Names of the traces that the student has hidden.
const hidden = ({ several }) =>
  new Set(
    several
      ? Object.entries(several.series).flatMap(([name, traces]) =>
          several.on.includes(name) ? [] : traces,
        )
      : [],
  );

// The figure and words of the state that the controls stand at.
export const stateOf = (load) => {
  const data = load.figure.data.map((trace) => ({ ...trace }));
  const layout = { ...load.figure.layout };
  const words = { ...layout.meta, notes: [] };
  const row = rowOf(load.controls);
  load.slots.forEach(([part, name, key], i) => {
    const value = load.pool[load.columns[i][row]];
    if (part === "traces")
      assign(
        data.find((t) => t.name === name),
        key,
        value,
      );
    else if (part === "layout") assign(layout, name, value);
    else if (part === "notes") words.notes.push([name, value]);
    else words[part] = value;
  });
  return { data: data.filter((t) => !hidden(load).has(t.name)), layout, words };
};

/**
 * @param {Figure} figure
 * @returns {[columns: string[], rows: any[][]]}
 */
export const tableOf = ({ data, layout }) => {
  const traces = data.filter((t) => t.meta !== "no table");
  const [x, y] = [layout.xaxis.title.text, layout.yaxis.title.text];
  if (!traces.some((t) => t.text)) {
    const rows = traces[0].x.map((at, i) => [at, ...traces.map((t) => t.y[i])]);
    return [[x, ...traces.map((t) => t.name)], rows];
  }
  const bars = traces.some((t) => t.error_y);
  const rows = traces.flatMap((t) =>
    (t.text ?? []).map((name, i) => [
      name,
      t.x[i],
      t.y[i],
      ...(bars ? [t.error_y?.array?.[i] ?? null] : []),
    ]),
  );
  rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  return [["", x, y, ...(bars ? [say("explorable.interval")] : [])], rows];
};

// On a phone plotly sets the legend one entry a line; the plot keeps its height all the same.
/** @param {Layout} layout @param {Trace[]} data @param {number} width */
const heightOf = (layout, data, width) => {
  const entries = data.filter((t) => t.showlegend !== false).length;
  return layout.template.layout.height + (width < 480 ? 18 * entries - 40 : 0);
};

// The layout with the student's prediction drawn in: a dotted line across the axis it was made on.
/** @param {Layout} layout @param {any} guess */
export const withGuess = (layout, guess) => {
  if (!guess?.mark) return layout;
  const [own, other] = guess.mark === "x" ? ["x", "y"] : ["y", "x"];
  const place = {
    [own]: guess.answer,
    [`${other}ref`]: "paper",
  };
  const line = {
    type: "line",
    [`${own}0`]: guess.answer,
    [`${own}1`]: guess.answer,
    [`${other}0`]: 0,
    [`${other}1`]: 1,
    [`${other}ref`]: "paper",
    line: { dash: "dot", width: 2, color: layout.template.layout.font.color },
  };
  const label = {
    ...place,
    [other]: own === "x" ? 0.04 : 0.96,
    text: say("explorable.your_guess"),
    showarrow: false,
    xanchor: "left",
    yanchor: "bottom",
    xshift: 4,
  };
  return { ...layout, shapes: [line], annotations: [label] };
};

// The page ----------------------------------------------------------------------------------------

const table = (state) => {
  const [columns, rows] = tableOf(state);
  const cell = (value) => el("td", {}, value === null ? "" : String(value));
  return el(
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": say("explorable.table") },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, ...columns.map((c) => el("th", { scope: "col" }, c)))),
      el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map(cell)))),
    ),
  );
};

const pair = ([heading, text]) =>
  el("p", { class: "sf-note" }, el("strong", {}, `${heading}. `), text);

/**
 * @param {any} load
 * @param {Host} host
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 */
const draw = (load, host, root, signal) => {
  const title = el("div", { class: "sf-title", role: "heading", "aria-level": 4 });
  const words = el("p", { id: uid("words"), "aria-live": "polite" });
  const source = el("p", { class: "sf-source" });
  const notes = el("div");
  const chart = el("div", { class: "sf-chart", "data-chart": load.id, role: "img" });
  const lost = el("p", { class: "sf-wait", hidden: true });
  const summary = el("summary", {}, say("explorable.table"));
  const details = el("details", {}, summary);
  let resting, guess;

  const tell = (state) => {
    title.textContent = state.words.title;
    chart.setAttribute("aria-label", say("explorable.chart", { title: state.words.title }));
    source.textContent = `${state.words.source} ${state.words.uncertainty}`;
    notes.replaceChildren(...state.words.notes.map(pair));
    words.textContent ||= state.words.description;
    clearTimeout(resting); // a screen reader hears where the slider rests, not every step
    resting = setTimeout(() => (words.textContent = state.words.description), 250);
  };
  // The state in the colours and at the height that it has here and now.
  const figureOf = (state) => {
    const light = { data: state.data, layout: withGuess(state.layout, guess) };
    const { data, layout } = isDark() ? recolour(light, load.dark) : light;
    return { data, layout, height: heightOf(layout, data, chart.clientWidth) };
  };
  const picture = pictureIn(chart, figureOf, signal);
  const show = guard(words, () => {
    const state = stateOf(load);
    tell(state);
    if (details.open) details.replaceChildren(summary, table(state));
    if (guess === "held") picture.clear();
    else picture.show(state);
  });
  details.addEventListener("toggle", show);
  signal.addEventListener("abort", onTheme(show));

  const look = el(
    "button",
    { type: "button", class: "sf-quiet", onclick: () => openHeld(host, load.id, undefined) },
    say("explorable.show"),
  );
  const closed = el("p", { class: "sf-closed" }, say("explorable.closed"), " ", look);
  const guessed = el("p", { class: "sf-note sf-guess" });
  const figure = el(
    "figure",
    { class: "sf sf-figure", "aria-describedby": words.id },
    ...load.before.map(pair),
    closed,
    guessed,
    title,
    load.controls.length
      ? el("div", { class: "sf-controls" }, ...load.controls.map((c) => control(c, show, signal)))
      : null,
    load.several ? chooser(load.several, show) : null,
    load.hint ? el("p", { class: "sf-hint" }, load.hint) : null,
    chart,
    lost,
    el("figcaption", {}, words, source),
    notes,
    details,
  );
  root.append(figure);
  onHeld(
    host,
    load.id,
    (state) => {
      guess = state;
      figure.classList.toggle("sf-held", guess === "held");
      guessed.textContent = guess?.words ?? "";
      guessed.hidden = !guessed.textContent;
      show();
    },
    signal,
  );
  const late = (error) => {
    lost.textContent = say("explorable.lost", { again: host.again });
    lost.hidden = false;
    details.open = true;
    console.warn(error);
  };
  picture.whenWanted(figure, () => host.plotly(), late);
};

/** @param {Shown} shown */
export const show = ({ data, host, el: root, signal }) => {
  draw(unpack(data), host, root, signal);
};
