// Names in an answer: one of those known; different ones, each of `known` if told, at most so many.

import { areDifferent } from "./kinds/kind.js";
import { isText } from "./values.js";

export const has = (known, name) =>
  Array.isArray(known) ? known.includes(name) : Object.hasOwn(known, name);
export const areSome = (answer, known, most = Infinity) =>
  Array.isArray(answer) &&
  answer.every((name) => isText(name) && (!known || has(known, name))) &&
  areDifferent(answer) &&
  answer.length <= most;
