// What was argued at the desk, and how it is shown.

import { oneLine } from "../blanks.js";
import { el } from "../shared.js";
import { say } from "../words.js";

/** @import { Argued, Situation } from "../shapes/items.d.ts" */

// The answer after a choice and a typed reason: a reason is one line, added below the earlier ones.
/** @param {Argued | undefined} said @param {number} option @param {string} typed */
export const argued = (said, option, typed) => {
  const line = oneLine(typed);
  return { option, why: [said?.why, line].filter(Boolean).join("\n") };
};

/** @param {Argued | undefined} said */
export const reasonsIn = (said) => (said?.why ?? "").split("\n").filter(Boolean);
// Each dilemma with the situation of either sitting that puts it: [{ dilemma, first, second }].
/** @param {Situation[]} items */
export const pairs = (items) => {
  const of = (sitting) => items.filter((item) => item.sitting === sitting);
  const second = of("second");
  return of("first").map((first, i) => ({ dilemma: first.dilemma, first, second: second[i] }));
};

const SITTINGS = { first: "desk.first_sitting", second: "desk.second_sitting" };
export const headed = (text) => text[0].toUpperCase() + text.slice(1).replaceAll("-", " ");
export const voice = (told, lens) =>
  el("span", { class: `sf-voice sf-${lens}` }, told.voices[lens]);
const cited = (told, claims) =>
  el(
    "ul",
    { class: "sf-claims" },
    ...claims.map((id) => el("li", {}, el("b", {}, id), ` ${told.claims[id] ?? ""}`)),
  );

export const reasons = (said) => {
  const lines = reasonsIn(said);
  if (!lines.length) return el("p", { class: "sf-kept" }, say("desk.no_reason"));
  return el("ul", { class: "sf-reasons" }, ...lines.map((line) => el("li", { dir: "auto" }, line)));
};

// What a choice argues, in whose voice, and what it costs.
export const argument = (told, option) =>
  el(
    "div",
    { class: `sf-argument sf-${option.lens}` },
    el("p", {}, ...say.nodes("desk.argues", { voice: voice(told, option.lens) })),
    el("p", {}, option.argument),
    el("p", {}, el("b", {}, say("desk.cost"), " "), option.cost),
    cited(told, option.claims ?? []),
  );

export const others = (told, item, chosen) =>
  el(
    "details",
    {},
    el("summary", {}, say("desk.others")),
    ...item.options
      .filter((_, i) => i !== chosen)
      .map((option) =>
        el(
          "div",
          { class: `sf-argument sf-${option.lens}` },
          el("p", {}, voice(told, option.lens)),
          el("p", {}, el("b", {}, option.text)),
          el("p", {}, option.argument),
          el("p", {}, el("b", {}, say("desk.cost"), " "), option.cost),
          cited(told, option.claims ?? []),
        ),
      ),
  );

// All that was argued, each with a way back to it.
export const argumentList = (told, shown, past, again) =>
  el(
    "ol",
    { class: "sf-argued" },
    ...shown.map((item, i) => {
      const said = past[item.id];
      const option = item.options[said.option];
      return el(
        "li",
        { class: `sf-${option.lens}` },
        el("p", {}, el("b", {}, headed(item.dilemma)), " ", voice(told, option.lens)),
        el("p", {}, option.text),
        reasons(said),
        el(
          "button",
          {
            type: "button",
            class: "sf-quiet",
            "data-control": `${item.id}-again`,
            "aria-label": say("desk.reargue_this", { dilemma: headed(item.dilemma) }),
            onclick: () => again(i),
          },
          say("desk.reargue"),
        ),
      );
    }),
  );

export const sideBySide = (told, items, past) => {
  const cell = (item) => {
    const said = item && past[item.id];
    const place = el("p", { class: "sf-count" }, item ? say(SITTINGS[item.sitting]) : "");
    if (!said) return el("div", {}, place, el("p", { class: "sf-kept" }, say("desk.no_answer")));
    const option = item.options[said.option];
    return el(
      "div",
      { class: `sf-${option.lens}` },
      place,
      voice(told, option.lens),
      el("p", {}, option.text),
      reasons(said),
    );
  };
  return [
    el("h3", {}, say("desk.side_by_side")),
    ...pairs(items).map(({ dilemma, first, second }) =>
      el(
        "div",
        { class: "sf-pair", role: "group", "aria-label": headed(dilemma) },
        el("p", {}, el("b", {}, headed(dilemma))),
        cell(first),
        cell(second),
      ),
    ),
    el("p", {}, say("desk.what_changed")),
  ];
};
