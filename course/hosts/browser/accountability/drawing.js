// The map as a drawing: actors keep their places; lines grow, turn and go as the state changes.

import { uid } from "../shared.js";
import { svg } from "../svg.js";
import { becomes, bud, nearest } from "./lines.js";

/** @import { Actor, Line, Load, Place, State, Width } from "../shapes/accountability.d.ts" */

const GRID = 24;
const TEXT = 14;
const SIZE = { wide: [640, 490, 44], narrow: [300, 520, 38] }; // as layout.py has it
const TAP = 16; // so near to a line is meant for it
const GONE = 700; // a line that goes is out of sight by then

// relation -> its dash, what stands at its end, and is that full? svg.py has the same.
const ENDS = {
  commands: ["", "M0 0L10 5L0 10Z", true],
  answers: ["8 5", "M1 1L9 5L1 9", false],
  pays: ["0.1 6", "M2 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z", true],
  leaves: ["14 4 3 4", "M10 0L2 5L10 10", false],
};
const RELATIONS = Object.keys(ENDS);

const end = (label, relation) => {
  const [, d, full] = ENDS[relation];
  const look = full
    ? { fill: "context-stroke" }
    : { fill: "none", stroke: "context-stroke", "stroke-width": 2 };
  const box = { viewBox: "-1 -1 12 12", refX: 9, refY: 5, markerWidth: 13, markerHeight: 13 };
  return svg(
    "marker",
    { id: `${label}-${relation}`, markerUnits: "userSpaceOnUse", orient: "auto", ...box },
    svg("path", { d, ...look }),
  );
};

const ends = (label) => svg("defs", {}, ...RELATIONS.map((relation) => end(label, relation)));

const stroke = (label, relation) => {
  const known = Object.hasOwn(ENDS, relation) ? relation : RELATIONS[0];
  return {
    class: `sf-ac-stroke sf-ac-${known}`,
    "stroke-dasharray": ENDS[known][0] || null,
    "marker-end": `url(#${label}-${known})`,
  };
};

// A kind of line on its own, for the key and for a line's button.
/** @param {string} relation @param {string} [mark] */
export const sample = (relation, mark = "") => {
  const label = uid("kind");
  return svg(
    "svg",
    { class: `sf-ac-sample ${mark && `sf-${mark}`}`, viewBox: "0 0 54 14", "aria-hidden": "true" },
    ends(label),
    svg("path", { d: "M2 7Q26 7 50 7", ...stroke(label, relation) }),
    svg("path", { class: "sf-ac-cross", d: "M21 2L31 12M31 2L21 12" }),
  );
};

const bent = (path, d) => {
  path.setAttribute("d", d);
  path.style.setProperty("d", `path("${d}")`); // which alone can move, where a browser knows it
};

/** @type {(label: string, line: Line) => SVGGElement} */
const lineOf = (label, line) =>
  svg(
    "g",
    { class: "sf-ac-line" },
    svg("path", { class: "sf-ac-tap" }),
    svg("path", stroke(label, line.relation)),
    svg("path", { class: "sf-ac-cross", d: "M-5 -5L5 5M5 -5L-5 5" }),
  );

/** @type {(group: SVGGElement, line: Line, width: Width, d: string) => void} */
const set = (group, line, width, d) => {
  const [tap, path, cross] = group.children;
  for (const one of [tap, path]) bent(one, d);
  const [x, y] = line[width].middle;
  cross.setAttribute("transform", `translate(${x} ${y})`);
  group.setAttribute("class", `sf-ac-line ${line.mark && `sf-${line.mark}`}`);
  group.dataset.line = line.key;
};

/** @type {(label: string, actor: Actor, place: Place, size: number) => SVGGElement} */
const actorOf = (label, actor, { x, y, words }, size) =>
  svg(
    "g",
    { class: "sf-ac-actor", "data-actor": actor.id },
    svg("use", {
      href: `#${label}-${actor.sign}`,
      transform: `translate(${x - size / 2} ${y - size / 2}) scale(${size / GRID})`,
      "stroke-width": (1.4 * GRID) / size,
    }),
    ...words.map((word, n) => svg("text", { x, y: y + size / 2 + 1 + (n + 1) * (TEXT + 2) }, word)),
  );

/**
 * A place in the page that shows one state after another. chosen: told which line was tapped.
 * @param {HTMLElement} root
 * @param {Load} load
 * @param {(line: Line) => void} chosen
 * @param {AbortSignal} signal
 */
export const drawingIn = (root, load, chosen, signal) => {
  const label = uid("map");
  const signs = Object.entries(load.signs).map(([name, d]) =>
    svg("path", { id: `${label}-${name}`, "fill-rule": "evenodd", d }),
  );
  const under = svg("g", {});
  const over = svg("g", {});
  const picture = svg(
    "svg",
    { class: "sf-ac-map", "aria-hidden": "true", "font-size": TEXT, "text-anchor": "middle" },
    svg("defs", {}, ...signs),
    ends(label),
    under,
    over,
  );
  root.append(picture);
  /** @type {State} */
  let state;
  /** @type {Width} */
  let width;
  /** @type {{ line: Line, group: SVGGElement }[]} */
  let drawn = [];
  /** @type {string | undefined} */
  let open;

  const place = (now) => {
    width = now;
    const [wide, high, size] = SIZE[now];
    picture.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    picture.style.maxWidth = `${wide * 1.2}px`;
    over.replaceChildren(
      ...load.actors.map((actor) => actorOf(label, actor, load.layouts[now][actor.id], size)),
    );
    under.replaceChildren();
    drawn = [];
  };
  const leave = ({ line, group }) => {
    group.classList.add("sf-ac-leaving");
    for (const path of [...group.children].slice(0, 2)) bent(path, bud(line[width].d));
    setTimeout(() => group.remove(), GONE);
  };
  const enter = (line, grows) => {
    const group = lineOf(label, line);
    under.append(group);
    set(group, line, width, grows ? bud(line[width].d) : line[width].d);
    if (grows) group.getBoundingClientRect(); // so that it grows from there
    return group;
  };
  const outstanding = () => {
    for (const { line, group } of drawn) group.classList.toggle("sf-ac-open", line.key === open);
  };
  const draw = () => {
    if (!state || !root.clientWidth) return;
    const now = root.clientWidth >= 560 ? "wide" : "narrow";
    const moves = now === width;
    if (!moves) place(now);
    const from = becomes(
      drawn.map(({ line }) => line),
      state.lines,
    );
    for (const [i, one] of drawn.entries()) if (!from.includes(i)) leave(one);
    drawn = state.lines.map((line, i) => {
      const at = from[i];
      const group = at === undefined ? enter(line, moves) : drawn[at].group;
      set(group, line, now, line[now].d);
      return { line, group };
    });
    outstanding();
    for (const actor of over.children)
      actor.classList.toggle(
        "sf-absent",
        state.absent.includes(actor.getAttribute("data-actor") ?? ""),
      );
  };
  picture.addEventListener("click", (event) => {
    const matrix = picture.getScreenCTM();
    if (!matrix || !width) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const line = nearest(state.lines, width, [x, y], TAP);
    if (line) chosen(line);
  });
  const sized = new ResizeObserver(draw);
  sized.observe(root);
  signal.addEventListener("abort", () => sized.disconnect());
  return {
    /** @param {State} next */
    show: (next) => {
      state = next;
      draw();
    },
    // The line whose card is open stands out, also when the page is turned and all is drawn anew.
    /** @param {string} [key] */
    mark: (key) => {
      open = key;
      outstanding();
    },
  };
};
