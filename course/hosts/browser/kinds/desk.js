// A situation of the desk, where no option is right. An answer: { option: its number,
// why: reasons }.

import { isText } from "../values.js";
import { isOf, isPlace, KINDS } from "./kind.js";
import { oneTick } from "./parts.js";

/** @import { Argued, Kind, Situation } from "../shapes/items.d.ts" */

KINDS.desk = /** @satisfies {Kind<Situation, Argued>} */ ({
  fits: (item, answer) =>
    isOf(answer, ["option", "why"]) &&
    isText(answer.why) &&
    isPlace(item.options.length, answer.option),
  score: () => null,
  feedback: () => [],
  parts: oneTick,
});
