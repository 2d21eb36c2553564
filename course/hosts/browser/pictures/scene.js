// A scene: bands one below the other, drawn at the width that the page has, anew for each state.

import { ofScene } from "../bounds.js";
import { uid } from "../shared.js";
import { svg } from "../svg.js";
import { deed } from "./deed.js";
import { levels } from "./levels.js";
import { line } from "./line.js";
import { near, TEXT } from "./marks.js";
import { panels } from "./panels.js";
import { places } from "./places.js";
import { said } from "./said.js";
import { sides } from "./sides.js";
import { tally } from "./tally.js";
import { ties } from "./ties.js";

/** @import { Laid, Mark } from "../shapes/picture.d.ts" */

const KINDS = { tally, places, levels, line, ties, sides, said, deed, panels };
const GRID = 24;
const BETWEEN = 14;
const BELOW = 6;
const COLOURS = {
  ink: "ink",
  quiet: "quiet",
  classic: "blue",
  npm: "rust",
  governance: "green",
  pakistan: "plum",
};

/** @type {(mark: any, by: number) => Mark} */
const down = (mark, by) =>
  "to_y" in mark
    ? { ...mark, y: near(mark.y + by), to_y: near(mark.to_y + by) }
    : { ...mark, y: near(mark.y + by) };

/** @type {(bands: any[], width: number) => Laid} */
export const laid = (bands, width) => {
  let top = 0;
  let foot = 0;
  const marks = ofScene(bands).flatMap((band) => {
    const one = KINDS[band.band](band, width);
    const here = top;
    if (one.height) {
      foot = top + one.height;
      top = foot + (band.band === "said" ? BELOW : BETWEEN);
    }
    return one.marks.filter((mark) => mark.word !== "").map((mark) => down(mark, here));
  });
  return { marks, height: near(foot) };
};

const paint = (colour, { look, size }) =>
  look === "outline" || look === "struck"
    ? { fill: "none", stroke: colour, "stroke-width": (Math.min(1.4, size / 18) * GRID) / size }
    : { fill: colour };

// A scene may come from a stranger: a colour is one of ours, and all else stands as an attribute.
const written = (mark, own, label) => {
  const name = COLOURS[mark.tone === "own" ? own : mark.tone] ?? "ink";
  const colour = `var(--chart-${name})`;
  if ("sign" in mark) {
    const transform = `translate(${mark.x} ${mark.y}) scale(${mark.size / GRID})`;
    const drawn = { href: `#${label}-${mark.sign}`, ...paint(colour, mark) };
    if (mark.look !== "struck") return svg("use", { ...drawn, transform });
    const bar = { d: "M1 23l22-22", stroke: colour, "stroke-width": Math.max(2.4, 36 / mark.size) };
    return svg("g", { transform }, svg("use", drawn), svg("path", bar));
  }
  if ("word" in mark) {
    const { x, y, anchor, strong, word } = mark;
    const weight = strong ? 650 : null;
    return svg("text", { x, y, "text-anchor": anchor, fill: colour, "font-weight": weight }, word);
  }
  return svg("path", {
    d: `M${mark.x} ${mark.y}L${mark.to_x} ${mark.to_y}`,
    stroke: colour,
    "stroke-width": mark.thick,
    "stroke-dasharray": mark.dash || null,
    "marker-end": mark.end ? `url(#${label}-tip)` : null,
  });
};

// Signs stand on the lines that tie them, and words over both.
const over = (mark) => ("to_y" in mark ? 0 : "sign" in mark ? 1 : 2);

const tip = (label) =>
  svg(
    "marker",
    {
      id: `${label}-tip`,
      viewBox: "0 0 10 10",
      refX: 8,
      refY: 5,
      markerWidth: 5,
      markerHeight: 5,
      orient: "auto",
    },
    svg("path", { d: "M0 0L10 5L0 10Z", fill: "context-stroke" }),
  );

/**
 * A place in the page that shows one scene after another. paths: {sign: its path}; own: the
 * paradigm that the scene is about.
 * @param {HTMLElement} root
 * @param {Record<string, string>} paths
 * @param {string} own
 * @param {AbortSignal} signal
 */
export const sceneIn = (root, paths, own, signal) => {
  const label = uid("scene");
  const signs = Object.entries(paths).map(([name, d]) =>
    svg("path", { id: `${label}-${name}`, "fill-rule": "evenodd", d }),
  );
  const drawing = svg("g", {});
  const picture = svg(
    "svg",
    { class: "sf-scene", "aria-hidden": "true", "font-size": TEXT },
    svg("defs", {}, ...signs, tip(label)),
    drawing,
  );
  root.append(picture);
  let bands;
  const draw = () => {
    const width = root.clientWidth;
    if (!bands || !width) return;
    const found = laid(bands, width);
    picture.setAttribute("viewBox", `0 -2 ${width} ${found.height + 6}`);
    picture.setAttribute("height", String(found.height + 6));
    found.marks.sort((a, b) => over(a) - over(b));
    drawing.replaceChildren(...found.marks.map((mark) => written(mark, own, label)));
  };
  const sized = new ResizeObserver(draw);
  sized.observe(root);
  signal.addEventListener("abort", () => sized.disconnect());
  return (shown) => {
    bands = ofScene(shown); // before a change of size draws it again
    draw();
  };
};
