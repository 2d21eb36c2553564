// What several kinds of items share.

import { trimmed } from "../blanks.js";
import { numberIn, readAs } from "../numerals.js";
import { el, inLabel, uid } from "../shared.js";
import { say } from "../words.js";
import { arePlaces } from "./kind.js";

/** @import { Item, Kind, Numeric, Offered, Parts } from "../shapes/items.d.ts" */

// Kinds whose answer has several parts, each right or wrong by itself: a slip in one of them is
// half right. parts: what can go wrong, each with its words and feedback; wrong: the numbers of
// those that are.
export const inParts = (parts, wrong) => ({
  score: (item, answer) => [1, 0.5][wrong(item, answer).length] ?? 0,
  feedback: (item, answer) => {
    const told = wrong(item, answer).map((i) => parts(item)[i]);
    return told.length
      ? told.map((part) => `“${part.text ?? part.left}”: ${part.feedback}`)
      : [item.feedback];
  },
});

// Options with a box each, in the order in which they are shown: an answer keeps the numbers of the
// file.
/**
 * @template A
 * @param {Item & Offered} item
 * @param {string} type
 * @param {(boxes: HTMLInputElement[]) => A | null} read
 * @param {(boxes: HTMLInputElement[], answer: A) => void} restore
 * @param {string} ask
 * @returns {Parts<A>}
 */
export const ticks = (item, type, read, restore, ask) => {
  const name = uid("group");
  const boxes = item.options.map((_, i) =>
    el("input", { type, name, value: i, "data-control": item.id }),
  );
  return {
    nodes: (item.shown ?? [...boxes.keys()]).map((i) => inLabel(boxes[i], item.options[i].text)),
    ask,
    read: () => read(boxes),
    restore: (answer) => restore(boxes, answer),
  };
};

// Options of which one may be ticked. An answer: its number.
/** @param {Item & Offered} item */
export const oneTick = (item) =>
  ticks(
    item,
    "radio",
    (boxes) => {
      const at = boxes.findIndex((box) => box.checked);
      return at < 0 ? null : at;
    },
    (boxes, answer) => {
      if (boxes[answer]) boxes[answer].checked = true;
    },
    say("kinds.choose_one"),
  );

// Each left-hand text gets one of a few places.
export const placed = (lefts, places, right) => ({
  ...inParts(lefts, (item, answer) =>
    lefts(item).flatMap((part, i) => (places(item)[answer[i]] === right(part) ? [] : [i])),
  ),
  fits: (item, answer) =>
    arePlaces(places(item).length, answer) && answer.length === lefts(item).length,
  parts: (item) => {
    const offered = () => places(item).map((place, i) => el("option", { value: i }, place));
    const picks = lefts(item).map(() =>
      el(
        "select",
        { "data-control": item.id },
        el("option", { value: "" }, say("kinds.choose")),
        ...offered(),
      ),
    );
    const row = (pick, i) => {
      const { text, left } = lefts(item)[i];
      return el("label", { class: "sf-statement" }, el("span", {}, text ?? left), pick);
    };
    return {
      nodes: picks.map(row),
      ask: say("kinds.place_all"),
      read: () =>
        picks.some((pick) => pick.value === "") ? null : picks.map((pick) => Number(pick.value)),
      restore: (answer) => answer.forEach((place, i) => (picks[i].value = String(place))),
    };
  },
});

// The box that a number is typed into, with what it was read as beside it. changed(value): told of
// each, NaN if none.
/**
 * @param {Numeric} item
 * @param {(value: number) => void} changed
 */
export const numberBox = (item, changed = () => {}) => {
  const told = el("span", { class: "sf-kept", "aria-live": "polite" });
  const read = () => numberIn(box.value, item.unit);
  const box = el("input", {
    type: "text",
    inputmode: "decimal",
    size: 8,
    autocomplete: "off",
    "data-control": item.id,
    oninput: () => {
      told.textContent = readAs(box.value, item.unit);
      changed(read());
    },
    // JupyterLab eats a text box's Enter before the form hears of it.
    onkeydown: (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      box.form?.requestSubmit();
    },
  });
  const label = el(
    "label",
    { class: "sf-number" },
    el("span", {}, say("kinds.your_answer")),
    box,
    el("span", {}, item.unit),
    told,
  );
  return { box, label, read };
};

// Kinds whose answer is a number with a unit.
/** @param {Numeric} item @param {number | string} answer */
export const inUnit = (item, answer) => trimmed(`${answer} ${item.unit}`);
/** @satisfies {Partial<Kind<Numeric, number>>} */
export const ofNumber = {
  said: inUnit,
  score: (item, answer) => (Math.abs(answer - item.answer) <= item.tolerance ? 1 : 0),
  result: (item, answer) =>
    say("kinds.number_result", { answer: inUnit(item, answer), right: inUnit(item, item.answer) }),
  guess: (item, answer) =>
    say("kinds.number_guess", {
      answer: inUnit(item, answer).replace(/\.$/, ""),
      right: inUnit(item, item.answer),
    }),
};
