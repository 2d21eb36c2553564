// All right options are to be ticked, and no other. An answer: the numbers of the options ticked,
// from 0, in order.

import { say } from "../words.js";
import { arePlaces, KINDS } from "./kind.js";
import { inParts, ticks } from "./parts.js";

/** @import { Choice, Kind } from "../shapes/items.d.ts" */

KINDS.several = /** @satisfies {Kind<Choice, number[]>} */ ({
  ...inParts(
    (item) => item.options,
    (item, answer) =>
      item.options.flatMap((option, i) =>
        answer.includes(i) === Boolean(option.correct) ? [] : [i],
      ),
  ),
  fits: (item, answer) =>
    arePlaces(item.options.length, answer) &&
    answer.every((part, i) => i === 0 || answer[i - 1] < part),
  parts: (item) =>
    ticks(
      item,
      "checkbox",
      (boxes) => {
        const on = boxes.flatMap((box, i) => (box.checked ? [i] : []));
        return on.length ? on : null;
      },
      (boxes, answer) => boxes.forEach((box, i) => (box.checked = answer.includes(i))),
      say("kinds.tick_one"),
    ),
});
