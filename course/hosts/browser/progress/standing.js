// How an item and a chapter stand: pure logic, tested under node.

import { say } from "../words.js";

/** @import { Line } from "../shapes/host.d.ts" */
/** @typedef {{ id: string, stem: string, part?: string, prediction?: boolean }} Listed */
/** @typedef {{ title: string, stem?: string, items: Listed[] }} Chapter */

const DAY = 86400000;
const SPACING = [1, 3, 7, 21, 60]; // days after the first, second, ... right answer in a row

// Which kind of work an item is. A notebook of an earlier version says only what is a prediction.
/** @param {Listed} item */
export const partOf = (item) => item.part ?? (item.prediction ? "predictions" : "questions");

// What stands of one item, from its lines in order: undefined if never answered.
// A clock that stood more than a day ahead of `now` told no time: what was answered then is due at
// once.
/** @param {Line[]} lines @param {number} now */
export const standing = (lines, now = Infinity) => {
  if (!lines.length) return undefined;
  const last = lines[lines.length - 1];
  const told = Date.parse(last.at);
  const at = told <= now + DAY ? told : -Infinity;
  if (last.score === null || last.score === undefined) return { score: null, due: Infinity };
  const wrong = lines.map((l) => l.score).lastIndexOf(0);
  const half = lines.map((l) => l.score).lastIndexOf(0.5);
  const streak = lines.length - 1 - Math.max(wrong, half);
  return {
    score: last.score,
    due: streak ? at + SPACING[Math.min(streak, SPACING.length) - 1] * DAY : at,
  };
};

/** @param {Listed} item @param {Line[]} lines */
const linesOf = (item, lines) => lines.filter((line) => line.item === item.id);

// How each item of a kind of work stands: done, again or open. What is not scored, and a
// prediction, is done once it is given.
/** @param {Chapter} chapter @param {string} part @param {Line[]} lines */
export const looksOf = (chapter, part, lines) =>
  chapter.items
    .filter((item) => partOf(item) === part)
    .map((item) => {
      const state = standing(linesOf(item, lines));
      if (!state) return "open";
      const isDone = part !== "questions" || state.score === null || state.score === 1;
      return isDone ? "done" : "again";
    });

// A chapter's figures and the items to revisit at `now` (milliseconds), the longest due first. A
// prediction is made, not right or wrong, and never due: a wrong guess costs nothing.
/** @param {Chapter} chapter @param {Line[]} lines @param {number} now */
export const summary = (chapter, lines, now) => {
  const done = chapter.items.flatMap((item) => {
    const state = standing(linesOf(item, lines), now);
    return state ? [{ item, state }] : [];
  });
  const asked = done.filter(({ item }) => partOf(item) !== "predictions");
  return {
    done: done.length,
    of: chapter.items.length,
    right: asked.filter(({ state }) => state.score === 1).length,
    predicted: done.length - asked.length,
    due: asked
      .filter(({ state }) => state.due <= now)
      .sort((a, b) => a.state.due - b.state.due)
      .map(({ item }) => item),
  };
};

export const counted = (done, of, right, predicted) => {
  if (!predicted) return say("progress.answered", { done, of, right });
  return say("progress.answered_and_predicted", { done, of, right, n: predicted });
};
