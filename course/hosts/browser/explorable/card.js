// An evidence card: claim, verdict, finding, chart and two sentences; all else is folded below.
// Every choice is a mark of a small chart, and a reader walks from one to the next.

import { badge } from "../badge.js";
import { chooser, control } from "../controls.js";
import { el, uid } from "../shared.js";
import { measures } from "../still/axes.js";
import { drawStill } from "../still.js";
import { minus } from "../svg.js";
import { say } from "../words.js";
import { placesOf, stateOf } from "./state.js";

/** @import { Figure } from "../shapes/figure.d.ts" */

const HEIGHT = 250;

export const pair = ([heading, text]) =>
  el("p", { class: "sf-note" }, el("strong", {}, `${heading}. `), text);

// What follows the verdict, a line a clause: [its own verdict or "", what it says, its error rate].
// (A document of an earlier course has none, or words alone.)
const beside = ({ beside: told = [] }, signs = {}) =>
  told.map((one, at) => {
    const [verdict, words, rate] = typeof one === "string" ? ["", one, ""] : one;
    return el(
      "span",
      { class: "sf-beside" },
      verdict ? badge({ verdict, word: verdict, sign: signs[verdict] ?? "" }, "sf-lesser") : "",
      ` ${words}${rate ? ` (${rate})` : ""}`,
      el("i", {}, at < told.length - 1 ? ";" : "."),
    );
  });

const fold = (summary, ...inside) =>
  el("details", { class: "sf-fold" }, el("summary", {}, summary), ...inside);

// Every choice in its own chart: a mark each, told apart by touch and by the keys of a slider.
/**
 * @param {any} load
 * @param {(state: any, height?: number) => Figure} figureOf
 * @param {() => void} changed
 */
const curveIn = (load, figureOf, changed) => {
  const finding = el("p", { class: "sf-found sf-verdict-told" });
  const chart = el("div", { class: "sf-curve" });
  const id = uid("choice");
  const out = el("output", { for: id });
  const words = el("p", { class: "sf-choice", "aria-live": "polite" });
  let places = [];
  const slide = el("input", {
    id,
    type: "range",
    min: 1,
    step: 1,
    "data-control": "choice",
    oninput: () => to(Number(slide.value)),
  });
  const to = (place) => {
    const setting = places[place - 1];
    if (!setting) return;
    for (const c of load.controls) if (c.name in setting) c.at = setting[c.name];
    changed();
  };
  chart.addEventListener("click", (event) => {
    if (!places.length || !chart.clientWidth) return;
    const { box } = measures(figureOf(stateOf(load, true)), chart.clientWidth, HEIGHT);
    const across = event.clientX - chart.getBoundingClientRect().left - box.left;
    const place = Math.round((across / (box.right - box.left)) * (places.length + 1));
    to(Math.min(Math.max(place, 1), places.length));
  });
  const draw = () => {
    const state = stateOf(load, true);
    const figure = figureOf(state);
    const trace = (/** @type {string} */ name) =>
      /** @type {any} */ (figure.data.find((t) => t.name === name));
    const each = trace("choices");
    const own = trace("yours").x[0];
    places = placesOf(load);
    finding.textContent = state.words.title;
    slide.max = String(each.x.length);
    if (own) slide.value = String(own);
    const told = own
      ? say("card.found", {
          choice: each.text[own - 1],
          estimate: minus(each.y[own - 1].toFixed(2)),
        })
      : say("card.none");
    out.textContent = own ? say("card.place", { at: own, n: each.x.length }) : "";
    slide.setAttribute("aria-valuetext", told);
    words.textContent = told;
    if (chart.clientWidth && each.x.length)
      chart.replaceChildren(drawStill(figure, chart.clientWidth, HEIGHT));
    else chart.replaceChildren();
  };
  const walk = el(
    "div",
    { class: "sf-control sf-walk" },
    el("label", {}, el("span", {}, say("card.choice")), slide),
    out,
  );
  return {
    nodes: [finding, chart, el("p", { class: "sf-hint" }, say("card.touch")), walk, words],
    draw,
  };
};

/**
 * The parts of a card in their order. `tell` renews them for a state.
 * @param {any} load
 * @param {Record<"title" | "chart" | "lost" | "words" | "source", Node>
 *   & Record<"table" | "every", () => Node>} parts
 * @param {(state: any) => Figure} figureOf
 * @param {() => void} show
 * @param {AbortSignal} signal
 */
export const cardIn = (load, parts, figureOf, show, signal) => {
  const { card } = load;
  const seal = el("p", { class: "sf-verdict-line", "aria-live": "polite" });
  const judge = el("div", { class: "sf-verdict-told" });
  const described = el("p");
  const tables = el("div");
  const others = load.controls.filter((c) => c.name !== card.lead && c.name !== card.every);
  const nodes = Object.fromEntries(load.controls.map((c) => [c.name, control(c, show, signal)]));
  const set = (several) =>
    several.length
      ? el("div", { class: "sf-controls" }, ...several.map((c) => nodes[c.name]))
      : null;
  const curve = card.every ? curveIn(load, figureOf, show) : null;
  const summary = el("summary", {}, say("card.ways"));
  const ways = el(
    "details",
    { class: "sf-fold sf-ways" },
    summary,
    load.hint ? el("p", { class: "sf-hint" }, load.hint) : null,
    ...(curve ? curve.nodes : []),
    set(others),
    load.several ? chooser(load.several, show) : null,
  );
  const source = fold(say("card.source"), described, parts.source, tables);
  let waits = false; // where a reader writes her own verdict first
  const refresh = () => {
    if (curve && ways.open) curve.draw();
    if (!source.open) return;
    const each = card.every
      ? [el("p", { class: "sf-found" }, say("card.each")), parts.every()]
      : [];
    tables.replaceChildren(parts.table(), ...each);
  };
  ways.addEventListener("toggle", refresh);
  source.addEventListener("toggle", refresh);
  const sized = new ResizeObserver(refresh);
  sized.observe(ways);
  signal.addEventListener("abort", () => sized.disconnect());
  return {
    claim: el("p", { class: "sf-claim" }, el("strong", {}, `${say("card.claim")}. `), card.claim),
    nodes: [
      seal,
      parts.title,
      set(load.controls.filter((c) => c.name === card.lead)),
      parts.chart,
      parts.lost,
      el("figcaption", {}, parts.words),
      fold(say("card.judge"), ...load.before.map(pair), judge),
      ways,
      card.beware.length
        ? fold(say("card.beware"), el("ul", {}, ...card.beware.map((text) => el("li", {}, text))))
        : null,
      source,
    ],
    fail: () => (source.open = true),
    /** @param {boolean} now */
    wait: (now) => (waits = now),
    // A finding is the course's own reading of a choice: a reader who is to write hers first is
    // asked the question instead.
    // (A document of an earlier course has no question, and its reason in what it says.)
    titled: ({ words }) => (waits && card.question) || words.title,
    says: ({ words: { card: told } }) =>
      waits || !told.reason ? told.said : `${told.said} ${told.reason}`,
    tell: (state) => {
      const told = state.words.card;
      const face = () => [badge(told), ...beside(told, card.signs)];
      seal.replaceChildren(...(waits ? [say("card.yours_first")] : face()));
      judge.replaceChildren(...state.words.notes.map(pair));
      described.textContent = state.words.description;
      for (const c of load.controls) {
        const pick = nodes[c.name].querySelector("select");
        if (pick) pick.selectedIndex = c.at;
      }
      if (curve) {
        const n = stateOf(load, true).data.find((t) => t.name === "choices").x.length;
        summary.textContent = say("card.choices", { n });
      }
      refresh();
    },
  };
};
