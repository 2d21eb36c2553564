// What a kind of item answers for in the browser: one file a kind beside this one, as
// course/items/kinds has them.
// fits(item, answer): could a page of ours have sent it? What does not fit is never shown and
// breaks nothing.
// score(item, answer): 1, 0.5 or 0; null if the key cannot tell.
// feedback(item, answer): the sentences that explain it.
// parts(item): its inputs; fields, what a draft of it holds, where that is not its boxes; prose:
// the box of a text that is written at length.
// said(item, answer): the answer in words; result and guess: what a prediction and its figure say
// of it.
// drawn(item, answer): a picture of it beside the truth.
// compared(item, answer, rate): what a student judges by herself.

import { isObject } from "../values.js";

/** @import { Item, Kind } from "../shapes/items.d.ts" */

/** @type {Record<string, Kind>} */
export const KINDS = {};

/** @param {Item} item */
const isKnown = (item) => Object.hasOwn(KINDS, item.kind);

/** @param {Item} item */
export const kindOf = (item) => {
  if (!isKnown(item)) throw new Error(`no kind of item is called ${item.kind}`);
  return KINDS[item.kind];
};

// What an answer can be made of.
const VAST = 1e300;
export const isNumber = (value) => typeof value === "number" && -VAST < value && value < VAST;
export const isPlace = (n, value) => Number.isInteger(value) && value >= 0 && value < n;
export const arePlaces = (n, answer) =>
  Array.isArray(answer) && answer.every((part) => isPlace(n, part));
export const areDifferent = (list) => new Set(list).size === list.length;
export const isOf = (answer, keys) =>
  isObject(answer) &&
  Object.keys(answer).length === keys.length &&
  keys.every((key) => Object.hasOwn(answer, key));

// Could a page of ours have sent this answer to this item? As `is_answer` in Python; a test draws
// answers and compares.
/** @param {Item} item @param {any} answer */
export const fits = (item, answer) => isKnown(item) && KINDS[item.kind].fits(item, answer);

// The picture of an answer beside the truth, where its kind draws one: a list of nodes.
/** @param {Item} item @param {any} answer */
export const drawnOf = (item, answer) => kindOf(item).drawn?.(item, answer) ?? [];
