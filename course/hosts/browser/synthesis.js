// All cards on one page: claims in rows, verdicts in columns; a claim opens on its cards.

import { el } from "./shared.js";
import { signOf } from "./verdict.js";
import { say } from "./words.js";

/** @import { Shown } from "./shapes/host.d.ts" */

const box = (name, ...nodes) => el("div", { class: `sf-sy-${name}` }, ...nodes);
const head = (name, level, words) =>
  el("div", { class: `sf-sy-${name}`, role: "heading", "aria-level": level }, words);

// One cell of the picture: the sign of a verdict and how many readings have it; empty where none
// has.
const cell = (kind, n) => {
  if (!n) return el("span", { class: "sf-sy-cell" });
  const said = say("synthesis.times", { verdict: kind.word, n });
  const look = {
    class: "sf-sy-cell",
    role: "img",
    "aria-label": said,
    "data-verdict": kind.verdict,
  };
  return el("span", look, signOf(kind.sign), String(n));
};

const named = (kind) =>
  el(
    "span",
    { class: "sf-sy-kind", "data-verdict": kind.verdict },
    signOf(kind.sign),
    el("span", {}, kind.word),
  );

const note = ([heading, text]) => el("p", {}, el("strong", {}, `${heading}. `), text);

const badge = (kinds, [verdict, readings]) => {
  const kind = kinds.find((one) => one.verdict === verdict);
  const told = readings.filter(Boolean).join(", ");
  return el(
    "p",
    { class: "sf-sy-verdict", "data-verdict": verdict },
    kind ? signOf(kind.sign) : null,
    el("strong", {}, verdict),
    told ? el("span", {}, `: ${told}`) : null,
  );
};

const cardOf = (load, card) =>
  box(
    "card",
    head("question", 5, card.question),
    ...card.verdicts.map((one) => badge(load.kinds, one)),
    ...card.notes.map(note),
  );

// Filled when it is first opened: most readers open a few.
const claimOf = (load, claim) => {
  const words = el(
    "span",
    { class: "sf-sy-words" },
    `“${claim.words}” `,
    el("small", {}, claim.id),
  );
  const cells = load.kinds.map((kind) => cell(kind, claim.counts[kind.verdict]));
  const row = el("details", { class: "sf-sy-claim" }, el("summary", {}, words, ...cells));
  const fill = () => {
    row.removeEventListener("toggle", fill);
    row.append(
      el("p", { class: "sf-sy-full" }, claim.full),
      ...claim.cards.map((card) => cardOf(load, card)),
    );
  };
  row.addEventListener("toggle", fill);
  return row;
};

const draw = (load, root) => {
  const [how, ...about] = load.about;
  root.append(
    el(
      "section",
      { class: "sf sf-sy sf-evidence", "aria-label": load.title },
      head("title", 4, load.title),
      el("p", {}, how),
      el(
        "div",
        { class: "sf-sy-heads", "aria-hidden": "true" },
        el("span"),
        ...load.kinds.map(named),
      ),
      ...load.claims.map((claim) => claimOf(load, claim)),
      ...about.map((text) => el("p", { class: "sf-sy-about" }, text)),
    ),
  );
};

/** @param {Shown} shown */
export const show = ({ data, el: root }) => draw(data, root);
