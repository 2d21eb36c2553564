// A number within a tolerance. An answer: a number, in the unit of the item.

import { say } from "../words.js";
import { isNumber, KINDS } from "./kind.js";
import { numberBox, ofNumber } from "./parts.js";

/** @import { Kind, NumberItem } from "../shapes/items.d.ts" */

KINDS.number = /** @satisfies {Kind<NumberItem, number>} */ ({
  ...ofNumber,
  fits: (_, answer) => isNumber(answer),
  feedback: (item, answer) => {
    if (ofNumber.score(item, answer)) return [item.feedback];
    const near = (trap) => Math.abs(answer - trap.value) <= (trap.tolerance ?? item.tolerance);
    return [
      (item.traps ?? []).find(near)?.feedback ?? (answer < item.answer ? item.low : item.high),
    ];
  },
  parts: (item) => {
    const { box, label, read } = numberBox(item);
    return {
      nodes: [label],
      ask: say("kinds.write_number"),
      read: () => {
        const value = read();
        return Number.isFinite(value) ? value : null;
      },
      restore: (answer) => (box.value = String(answer)),
    };
  },
});
