// A design of reform and the argument for it. An answer: { sector, levers, argument }.
import { isText } from "../values.js";
import { KINDS, isOf } from "./kind.js";
import { areSome, has } from "../names.js";

KINDS.design = {
  fits: (item, answer) =>
    isOf(answer, ["sector", "levers", "argument"]) && isText(answer.argument) && isText(answer.sector) &&
    has(item.sectors, answer.sector) && areSome(answer.levers, item.levers, item.most),
  score: () => null,
  feedback: () => [],
};
