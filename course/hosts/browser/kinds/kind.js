// What a kind of item answers for in the browser: one file a kind beside this one, as course/items/kinds has them.
// fits(item, answer): could a page of ours have sent it? What does not fit is never shown and breaks nothing.
// score(item, answer): 1, 0.5 or 0; null if the key cannot tell. feedback(item, answer): the sentences that explain it.
// parts(item): its inputs. { nodes, ask, read (null: not finished), restore }, and fields, what a draft of it holds,
// where that is not its boxes; prose: the box of a text that is written at length.
// said(item, answer): the answer in words; result and guess: what a prediction and its figure say of it.
// drawn(item, answer): a picture of it beside the truth. compared(item, answer, rate): what a student judges by herself.
import { isObject } from "../values.js";

export const KINDS = {};

export const kindOf = (item) => (Object.hasOwn(KINDS, item.kind) ? KINDS[item.kind] : undefined);

// What an answer can be made of.
const VAST = 1e300;
export const isNumber = (value) => typeof value === "number" && -VAST < value && value < VAST;
export const isPlace = (n, value) => Number.isInteger(value) && value >= 0 && value < n;
export const arePlaces = (n, answer) => Array.isArray(answer) && answer.every((part) => isPlace(n, part));
export const areDifferent = (list) => new Set(list).size === list.length;
export const isOf = (answer, keys) =>
  isObject(answer) && Object.keys(answer).length === keys.length && keys.every((key) => Object.hasOwn(answer, key));

// Could a page of ours have sent this answer to this item? As `is_answer` in Python; a test draws answers and compares.
export const fits = (item, answer) => kindOf(item)?.fits(item, answer) ?? false;

// The picture of an answer beside the truth, where its kind draws one: a list of nodes.
export const drawnOf = (item, answer) => kindOf(item).drawn?.(item, answer) ?? [];
