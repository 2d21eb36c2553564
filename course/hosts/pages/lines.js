// Answer lines in a page, as course/items/lines.py and course/doors/contracts.py have them; a test
// draws lines and compares. window.steelFrameContract is datasets/schemas/answer.json itself: the
// contract, and what the order is.

import { isObject, isText } from "../browser/values.js";

/** @import { KeptLine } from "../browser/shapes/host.d.ts" */

const isNumber = (value) => typeof value === "number";

// Half a character, which no file can hold. Under the flag u a whole pair is one character and does
// not match.
const HALF = /\p{Surrogate}/gu;
export const whole = (value) => {
  if (typeof value === "string") return value.replace(HALF, "\ufffd");
  if (Array.isArray(value)) return value.map(whole);
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [whole(name), whole(part)]),
    );
  return value;
};

const characters = (text) => {
  let n = 0;
  for (const _ of text) n++;
  return n;
};
const size = (value, deepest) => {
  if (typeof value === "string") return value.search(HALF) < 0 ? characters(value) : Infinity;
  if (value !== null && typeof value === "object") {
    if (deepest === 0) return Infinity;
    const inside = Array.isArray(value) ? value : Object.entries(value).flat();
    return inside.reduce((sum, part) => sum + size(part, deepest - 1), 1);
  }
  return isNumber(value) && !Number.isFinite(value) ? Infinity : 1;
};

const IS = {
  object: isObject,
  string: isText,
  number: isNumber,
  integer: Number.isInteger,
  null: (value) => value === null,
};
const KEYWORDS = {
  "x-deepest": (most, value) => size(value, most) < Infinity,
  "x-most": (most, value) => size(value, most) <= most,
  type: (names, value) => [names].flat().some((name) => IS[name](value)),
  const: (only, value) => value === only,
  enum: (some, value) => some.includes(value),
  pattern: (pattern, value) => typeof value !== "string" || new RegExp(pattern, "u").test(value),
  minimum: (least, value) => !isNumber(value) || value >= least,
  maximum: (most, value) => !isNumber(value) || value <= most,
  required: (names, value) => !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  properties: (known, value) =>
    !isObject(value) ||
    Object.entries(known).every(
      ([name, rules]) => !Object.hasOwn(value, name) || fits(rules, value[name]),
    ),
};
const fits = (rules, value) =>
  Object.entries(rules).every(
    ([word, told]) => !Object.hasOwn(KEYWORDS, word) || KEYWORDS[word](told, value),
  );
export const isLine = (value) => fits(window.steelFrameContract, value);

/**
 * @param {string} text
 * @returns {KeptLine | undefined}
 */
export const lineIn = (text) => {
  try {
    const line = JSON.parse(text);
    return isLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
};
/**
 * @param {string} text
 * @returns {KeptLine[]}
 */
export const parsed = (text) =>
  text
    .replace(/^\ufeff/, "")
    .split("\n")
    .map(lineIn)
    .filter((line) => line !== undefined);

/** @param {KeptLine} line */
export const nameOf = (line) => `${line.device}:${line.n}`;
/** @param {KeptLine[]} lines */
export const inOrder = (lines) => {
  const [kept, place] = [new Map(), new Map()];
  lines.forEach((line, i) => {
    const name = nameOf(line);
    if (!kept.has(name)) kept.set(name, line);
    place.set(name, i);
  });
  const found = [...place].sort(([, a], [, b]) => a - b).map(([name]) => kept.get(name));
  const ordered = [...found];
  const places = new Map();
  found.forEach((line, i) => {
    const about = `${line.item} ${line.device}`;
    places.set(about, [...(places.get(about) ?? []), i]);
  });
  for (const some of places.values()) {
    const sorted = some.map((i) => found[i]).sort((a, b) => a.n - b.n);
    some.forEach((i, k) => {
      ordered[i] = sorted[k];
    });
  }
  return ordered;
};

/** @param {KeptLine[]} lines */
const newest = (lines) => new Map(lines.map((line) => [line.item, line]));
// What a file that holds a line knew: every earlier one of that device on that item.
/** @param {KeptLine[]} lines */
const reachOf = (lines) => {
  const reach = new Map();
  for (const { item, device, n } of lines)
    reach.set(`${item} ${device}`, Math.max(reach.get(`${item} ${device}`) ?? 0, n));
  return (item, { device, n }) => (reach.get(`${item} ${device}`) ?? 0) >= n;
};
/** @param {KeptLine} a @param {KeptLine} b @param {string} horizon */
const isLater = (a, b, horizon) => {
  const rank = ({ at, device, n }) => [Number(at <= horizon), at, device, n];
  const [x, y] = [rank(a), rank(b)];
  const i = x.findIndex((part, k) => part !== y[k]);
  return i >= 0 && x[i] > y[i];
};
// What to add to `ours` when `theirs` come in: lines that were missing, and lines once more so that
// they stay the newest.
/** @param {KeptLine[]} ours @param {KeptLine[]} theirs @param {number} now */
export const meet = (ours, theirs, now) => {
  const horizon = `${new Date(now + 86400000).toISOString().slice(0, 19)}Z`;
  const held = new Map(ours.map((line) => [nameOf(line), line]));
  const told = theirs
    .filter((line) => (held.get(nameOf(line)) ?? line).item === line.item)
    .map((line) => held.get(nameOf(line)) ?? line);
  const missing = told.filter((line) => !held.has(nameOf(line)));
  const [weKnew, theyKnew] = [reachOf(ours), reachOf(told)];
  const [ourNewest, theirNewest] = [newest(ours), newest(told)];
  const again = [];
  for (const [item, line] of newest(inOrder([...ours, ...missing]))) {
    const [one, other] = [ourNewest.get(item), theirNewest.get(item)];
    if (!one || !other) continue;
    const [we, they] = [weKnew(item, other), theyKnew(item, one)];
    const stays = we === they ? !isLater(other, one, horizon) : we;
    const wins = stays ? one : other;
    if (nameOf(wins) !== nameOf(line)) again.push(wins);
  }
  return { missing, again };
};
