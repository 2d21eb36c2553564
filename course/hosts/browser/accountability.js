// Who answers to whom: a state at a time as a drawing, and the same lines in words. A line opens on
// what it rests on.

import { drawingIn, sample } from "./accountability/drawing.js";
import { toldOf } from "./accountability/lines.js";
import { ofMap } from "./bounds.js";
import { bySection, claimLine } from "./sections.js";
import { el, uid } from "./shared.js";
import { say } from "./words.js";

/** @import { Line, Load, State } from "./shapes/accountability.d.ts" */
/** @import { Shown } from "./shapes/host.d.ts" */

const STEP = 3500; // while it plays
const COLOURS = ["classic", "npm", "governance", "pakistan"];

const box = (name, ...nodes) => el("div", { class: `sf-ac-${name}` }, ...nodes);
const head = (name, level, words) =>
  el("div", { class: `sf-ac-${name}`, role: "heading", "aria-level": level }, words);

/** @param {Line} line */
const standing = ({ inferred, source }) => {
  if (inferred) return say("accountability.inferred_from", { why: inferred });
  return source ? say("accountability.of_own", { source }) : say("accountability.stated");
};

/** @type {(load: Load, line: Line, id: string, close: () => void) => HTMLElement} */
const cardOf = (load, line, id, close) => {
  const rests = bySection(load.claims, line.claims).flatMap(([section, claims]) => [
    el("p", { class: "sf-ac-quiet" }, `“${section}”`),
    el("ul", {}, ...claims.map(claimLine)),
  ]);
  const look = { type: "button", class: "sf-quiet", onclick: close };
  return el(
    "div",
    { id, class: "sf-ac-card", role: "group", "aria-label": line.says },
    box("top", head("where", 5, line.says), el("button", look, say("accountability.close"))),
    el("p", {}, standing(line)),
    ...rests,
  );
};

/** @param {Load} load @param {State} state */
const keyOf = (load, state) => {
  const relations = [...new Set(state.lines.map((line) => line.relation))];
  const marks = [...new Set(state.lines.map((line) => line.mark))].filter(Boolean);
  const row = (picture, words) => el("span", { class: "sf-ac-kind" }, picture, words);
  return [
    ...relations.map((relation) => row(sample(relation), load.relations[relation])),
    ...marks.map((mark) => row(sample("commands", mark), load.marks[mark])),
    row(el("span", { class: "sf-ac-outline" }), say("accountability.outline")),
  ];
};

const chip = (words) => [" ", el("span", { class: "sf-ac-mark" }, words)];

// Buttons to go from state to state, and one that goes through all.
const turning = (states, go, signal) => {
  let at = 0;
  let timer;
  const to = (next) => {
    at = next;
    tabs.forEach((tab, i) => tab.setAttribute("aria-pressed", String(i === at)));
    go(states[at]);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = say("controls.play");
  };
  const step = () => (at < states.length - 1 ? to(at + 1) : stop());
  const tabs = states.map((state, i) =>
    el(
      "button",
      {
        type: "button",
        class: "sf-ac-tab",
        "aria-pressed": "false",
        "data-control": `map-${state.id}`,
        onclick: () => {
          stop();
          to(i);
        },
      },
      state.name,
    ),
  );
  const play = el(
    "button",
    {
      type: "button",
      class: "sf-quiet",
      "data-control": "map-play",
      onclick: () => {
        if (timer) return stop();
        to(at === states.length - 1 ? 0 : at + 1);
        timer = setInterval(step, STEP);
        play.textContent = say("controls.pause");
        return undefined;
      },
    },
    say("controls.play"),
  );
  signal.addEventListener("abort", stop);
  const label = say("accountability.states");
  const bar = el("div", { class: "sf-ac-tabs", role: "group", "aria-label": label }, ...tabs, play);
  return { bar, begin: () => to(0) };
};

/** @param {Load} load @param {HTMLElement} root @param {AbortSignal} signal */
const draw = (load, root, signal) => {
  const title = head("title", 4, "");
  const says = el("p", { class: "sf-ac-says", "aria-live": "polite" });
  const stage = el("div", { class: "sf-ac-stage", role: "img" });
  const key = box("key");
  const below = box("below");
  const list = el("ul", { class: "sf-ac-list" });
  const summary = el("summary", { "data-control": "map-list" });
  const section = el("section", { class: "sf sf-ac", "aria-label": say("accountability.title") });
  /** @type {{ key: string, close: () => void } | undefined} */
  let open;

  // One card at a time: under the drawing, or under the button that opened it.
  const opened = (line, place, button) => {
    const was = open?.key === line.key && open;
    open?.close();
    if (was) return;
    const id = uid("line");
    const close = () => {
      card.remove();
      button?.setAttribute("aria-expanded", "false");
      button?.removeAttribute("aria-controls");
      drawing.mark();
      open = undefined;
    };
    const back = () => {
      close();
      button?.focus();
    };
    const card = cardOf(load, line, id, back);
    place.append(card);
    button?.setAttribute("aria-expanded", "true");
    button?.setAttribute("aria-controls", id);
    card.addEventListener("keydown", (event) => event.key === "Escape" && back());
    drawing.mark(line.key);
    open = { key: line.key, close };
    if (!button) card.scrollIntoView({ block: "nearest" });
  };
  const drawing = drawingIn(stage, load, (line) => opened(line, below), signal);

  const row = (line) => {
    const place = el("li");
    const note = line.inferred ? say("accountability.inferred") : "";
    const marks = [load.marks[line.mark], note].filter(Boolean);
    const button = el(
      "button",
      {
        type: "button",
        class: "sf-ac-row",
        "aria-expanded": "false",
        "data-control": `line ${line.key}`,
        onclick: () => opened(line, place, button),
      },
      sample(line.relation, line.mark),
      el("span", {}, toldOf(line), ...marks.flatMap(chip)),
    );
    button.addEventListener("keydown", (event) => event.key === "Escape" && open?.close());
    place.append(button);
    return place;
  };
  const go = (state) => {
    open?.close();
    const colour = COLOURS.includes(state.colour) ? state.colour : "own";
    section.className = `sf sf-ac sf-ac-${colour}`;
    const name = { title: say("accountability.title"), name: state.name, says: state.says };
    title.textContent = `${name.title}: ${state.name}`;
    says.textContent = state.says;
    stage.setAttribute("aria-label", say("accountability.picture", name));
    key.replaceChildren(...keyOf(load, state));
    summary.textContent = say("accountability.list", { n: state.lines.length });
    list.replaceChildren(...state.lines.map(row));
    drawing.show(state);
  };
  const { bar, begin } = turning(load.states, go, signal);
  section.append(
    title,
    ...(load.states.length > 1 ? [bar] : []),
    says,
    stage,
    key,
    el("p", { class: "sf-ac-quiet" }, say("accountability.tap")),
    below,
    el("details", { class: "sf-ac-words" }, summary, list),
  );
  root.append(section);
  begin();
};

/** @param {Shown} shown */
export const show = ({ data, el: root, signal }) => {
  ofMap(data);
  draw(data, root, signal);
};
