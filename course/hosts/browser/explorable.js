// A chart with its controls. Every state is in the payload; no touch goes to the kernel.

import { ofFigure, ofStates } from "./bounds.js";
import { chooser, control } from "./controls.js";
import { cardIn, pair } from "./explorable/card.js";
import { stateOf, tableOf, unpack, withGuess } from "./explorable/state.js";
import { onHeld, openHeld, verdictOf } from "./held.js";
import { pictureIn } from "./picture.js";
import { sceneIn } from "./pictures/scene.js";
import { withLine } from "./pictures/tally.js";
import { el, guard, uid } from "./shared.js";
import { isDark, onTheme, recolour } from "./theme.js";
import { say } from "./words.js";

/** @import { Host, Shown } from "./shapes/host.d.ts" */

// The page ----------------------------------------------------------------------------------------

const table = (state, name = say("explorable.table")) => {
  const [columns, rows] = tableOf(state);
  const cell = (value) => el("td", {}, value === null ? "" : String(value));
  return el(
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": name },
    el(
      "table",
      {},
      el(
        "thead",
        {},
        el("tr", {}, ...columns.map((c) => (c ? el("th", { scope: "col" }, c) : el("td")))),
      ),
      el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map(cell)))),
    ),
  );
};

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
  const details = el("details", { class: "sf-table" }, summary);
  const stage = load.scene && el("div", { class: "sf-stage", role: "img" });
  const act = stage && sceneIn(stage, load.scene.signs, load.scene.own, signal);
  let resting, guess, card;

  const told = (state) => (card ? card.says(state) : state.words.description);
  const titled = (state) => (card ? card.titled(state) : state.words.title);
  const tell = (state) => {
    title.textContent = titled(state);
    chart.setAttribute("aria-label", say("explorable.chart", { title: titled(state) }));
    stage?.setAttribute("aria-label", say("explorable.scene", { title: state.words.title }));
    source.textContent = `${state.words.source} ${state.words.uncertainty}`;
    notes.replaceChildren(...state.words.notes.map(pair));
    card?.tell(state);
    words.textContent ||= told(state);
    clearTimeout(resting); // a screen reader hears where the slider rests, not every step
    resting = setTimeout(() => (words.textContent = told(state)), 250);
  };
  // The state in the colours and at the height that it has here and now.
  const figureOf = (state) => {
    const light = { data: state.data, layout: withGuess(state.layout, guess) };
    const { data, layout } = isDark() ? recolour(light, load.dark) : light;
    return { data, layout, height: layout.template.layout.height };
  };
  const parts = {
    title,
    chart,
    lost,
    words,
    source,
    table: () => table(stateOf(load)),
    every: () => table(stateOf(load, true), say("card.each")),
  };
  if (load.card) card = cardIn(load, parts, figureOf, () => show(), signal);
  const picture = pictureIn(chart, figureOf, signal);
  const show = guard(words, () => {
    const state = ofFigure(stateOf(load));
    tell(state);
    if (details.open) details.replaceChildren(summary, table(state));
    if (guess === "held") picture.clear();
    else picture.show(state);
    const bands = guess === "held" ? [] : Object.values(state.scene);
    const whose = guess?.room ? say("explorable.room_guesses") : say("explorable.your_guess");
    act?.(withLine(bands, guess, whose));
  });
  details.addEventListener("toggle", show);
  signal.addEventListener("abort", onTheme(show));

  const controls = (several) =>
    several.length
      ? el("div", { class: "sf-controls" }, ...several.map((c) => control(c, show, signal)))
      : null;
  const look = el(
    "button",
    { type: "button", class: "sf-quiet", onclick: () => openHeld(host, load.id, undefined) },
    say("explorable.show"),
  );
  const closed = el("p", { class: "sf-closed" }, say("explorable.closed"), " ", look);
  const guessed = el("p", { class: "sf-note sf-guess" });
  const lead = stage ? load.controls.filter((c) => c.name === load.scene.lead) : load.controls;
  const others = load.controls.filter((c) => !lead.includes(c));
  const body = () => [
    controls(others),
    load.several ? chooser(load.several, show) : null,
    load.hint ? el("p", { class: "sf-hint" }, load.hint) : null,
    chart,
    lost,
    el("figcaption", {}, words, source),
    notes,
    details,
  ];
  const more =
    stage &&
    el("details", { class: "sf-more" }, el("summary", {}, say("explorable.more")), ...body());
  const figure = el(
    "figure",
    { class: `sf sf-figure${card ? " sf-evidence" : ""}`, "aria-describedby": words.id },
    ...(card ? [card.claim] : load.before.map(pair)),
    closed,
    guessed,
    ...(card?.nodes ?? [title, controls(lead), stage, ...(more ? [more] : body())]),
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
  if (card)
    onHeld(
      host,
      verdictOf(load.id),
      (state) => {
        card.wait(state === "held");
        figure.classList.toggle("sf-waits", state === "held");
        show();
      },
      signal,
    );
  const late = (error) => {
    lost.textContent = say("explorable.lost", { again: host.again });
    lost.hidden = false;
    if (card) card.fail();
    else details.open = true;
    console.warn(error);
  };
  // Beside a scene the chart is folded: plotly.js is asked for once the reader opens it.
  picture.whenWanted(more ?? figure, () => host.plotly(), late);
};

/** @param {Shown} shown */
export const show = ({ data, host, el: root, signal }) => {
  ofStates(data);
  draw(unpack(data), host, root, signal);
};
