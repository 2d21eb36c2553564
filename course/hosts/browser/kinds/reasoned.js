// A choice among ways that are all open, with reasons. An answer: { option: its number, why } and,
// once it was compared with the course's, defence.

import { isText } from "../values.js";
import { isOf, isPlace, KINDS } from "./kind.js";
import { oneTick } from "./parts.js";

/** @import { Chosen, Kind, Reasoned } from "../shapes/items.d.ts" */

KINDS.reasoned = /** @satisfies {Kind<Reasoned, Chosen>} */ ({
  fits: (item, answer) =>
    (isOf(answer, ["option", "why"]) ||
      (isOf(answer, ["option", "why", "defence"]) && isText(answer.defence))) &&
    isText(answer.why) &&
    isPlace(item.options.length, answer.option),
  score: () => null,
  feedback: () => [],
  parts: oneTick,
});
