// What stands around a chapter in JupyterLab: its banner, and one quiet line with its name, the
// chapters before and after it, and how far the reader has come.

import { el } from "./shared.js";
import { svg } from "./svg.js";
import { say } from "./words.js";

/** @typedef {[sign: string, tone: string, look: string]} Place */
/**
 * @typedef {object} Chapter
 * @property {string} stem
 * @property {string} name
 * @property {string} own
 * @property {string} question
 * @property {string} said
 * @property {Place[]} row
 */

const [GRID, STEP] = [24, 30];
const COLOURS = { classic: "blue", npm: "rust", governance: "green", pakistan: "plum" };

/** @param {string} tone @param {string} own */
const colourOf = (tone, own) => `var(--chart-${COLOURS[tone === "own" ? own : tone] ?? "ink"})`;

/** @param {Chapter} chapter @param {Record<string, string>} signs */
const rowOf = ({ row, own, said }, signs) =>
  svg(
    "svg",
    {
      viewBox: `0 -2 ${row.length * STEP - (STEP - GRID)} ${GRID + 4}`,
      role: "img",
      "aria-label": said,
    },
    ...row.map(([sign, tone, look], i) => {
      const colour = colourOf(tone, own);
      const paint =
        look === "outline"
          ? { fill: "none", stroke: colour, "stroke-width": 1.4 }
          : { fill: colour };
      const transform = `translate(${i * STEP} 0)`;
      return svg("path", { d: signs[sign], "fill-rule": "evenodd", transform, ...paint });
    }),
  );

/** The banner of a chapter. @param {Chapter} chapter @param {Record<string, string>} signs */
export const bannerOf = (chapter, signs) =>
  el(
    "div",
    { class: "sf sf-banner", style: `--own: ${colourOf("own", chapter.own)}` },
    rowOf(chapter, signs),
    el("p", {}, chapter.question),
  );

/**
 * The line of a chapter; `go` opens another by its stem, `unfold` shows the code or hides it.
 * @param {Chapter[]} chapters
 * @param {string} stem
 * @param {(stem: string) => void} go
 * @param {(shown: boolean) => void} unfold
 */
export const lineOf = (chapters, stem, go, unfold) => {
  const at = chapters.findIndex((one) => one.stem === stem);
  const way = (key) => el("span", { class: "sf-way" }, key);
  const to = (chapter, key, sign) =>
    chapter
      ? el(
          "button",
          {
            type: "button",
            class: "sf-quiet",
            "data-control": `to-${chapter.stem}`,
            title: `${chapter.stem.slice(0, 2)} ${chapter.name}`,
            onclick: () => go(chapter.stem),
          },
          ...(sign === "←" ? [`${sign} `, way(key)] : [way(key), ` ${sign}`]),
        )
      : null;
  let isShown = false;
  const code = el(
    "button",
    {
      type: "button",
      class: "sf-quiet",
      "data-control": "show-code",
      onclick: () => {
        isShown = !isShown;
        code.textContent = say(isShown ? "frame.hide_code" : "frame.show_code");
        unfold(isShown);
      },
    },
    say("frame.show_code"),
  );
  const come = el("i", {});
  const line = el(
    "nav",
    { class: "sf sf-frame", "aria-label": say("page.place") },
    el("b", {}, `${stem.slice(0, 2)} ${chapters[at].name}`),
    code,
    to(chapters[at - 1], say("frame.previous"), "←"),
    to(chapters[at + 1], say("page.next"), "→"),
    el("div", { class: "sf-come", "aria-hidden": "true" }, come),
  );
  /** @param {number} share */
  const tell = (share) => {
    come.style.width = `${Math.round(share * 100)}%`;
  };
  return { line, tell };
};
