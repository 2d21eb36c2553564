// A design of reform and the argument for it. An answer: { sector, levers, argument }.

import { areSome, has } from "../names.js";
import { isText } from "../values.js";
import { isOf, KINDS } from "./kind.js";

/** @import { DesignItem, Kind } from "../shapes/items.d.ts" */

KINDS.design = /** @satisfies {Kind<DesignItem, any>} */ ({
  fits: (item, answer) =>
    isOf(answer, ["sector", "levers", "argument"]) &&
    isText(answer.argument) &&
    isText(answer.sector) &&
    has(item.sectors, answer.sector) &&
    areSome(answer.levers, item.levers, item.most),
  score: () => null,
  feedback: () => [],
});
