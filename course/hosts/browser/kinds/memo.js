// The policy memo, which a person marks. An answer: what course/capstone says a memo holds.

import { areSome, has } from "../names.js";
import { isObject, isText } from "../values.js";
import { isOf, isPlace, KINDS } from "./kind.js";

/** @import { Kind, MemoItem } from "../shapes/items.d.ts" */

KINDS.memo = (() => {
  const PARTS = ["country", "figures", "sector", "levers", "held", "answers", "sections", "rubric"];
  const LATER = ["own", "bears", "options", "choice"]; // what memos of the first year did not hold
  const LAST = [...LATER, "office"]; // and of the second
  const NEWEST = [...LAST, "rows"]; // and of the third
  const areWords = (answer, known) =>
    isObject(answer) &&
    Object.entries(answer).every(([name, text]) => isText(text) && (!known || has(known, name)));
  const areLevels = (answer, known) =>
    isObject(answer) &&
    Object.entries(answer).every(
      ([name, level]) => has(known, name) && isPlace(known[name], level),
    );
  // Has it what memos hold now, if it has any of it?
  const isLater = (item, answer) =>
    !Object.hasOwn(answer, "choice") ||
    (has(item.choices, answer.choice) &&
      areWords(answer.own, item.own) &&
      areWords(answer.bears) &&
      areWords(answer.options, item.options) &&
      areWords(answer.office === undefined ? {} : answer.office, item.office) &&
      areWords(answer.rows === undefined ? {} : answer.rows, item.rows));
  return /** @satisfies {Kind<MemoItem, any>} */ ({
    fits: (item, answer) =>
      [[], LATER, LAST, NEWEST].some((later) =>
        isOf(answer, [...PARTS, ...later, ...item.lines]),
      ) &&
      ["country", "sector", ...item.lines].every((name) => isText(answer[name])) &&
      (answer.sector === "" || has(item.sectors, answer.sector)) &&
      areSome(answer.figures, null, item.most_figures) &&
      areSome(answer.levers, item.levers, item.most) &&
      areSome(answer.held) &&
      areWords(answer.answers) &&
      areWords(answer.sections, item.sections) &&
      areLevels(answer.rubric, item.rubric) &&
      isLater(item, answer),
    score: () => null,
    feedback: () => [],
  });
})();
