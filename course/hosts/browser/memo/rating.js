// The memo's fifth step.

import { el, uid } from "../shared.js";
import { offered, step } from "./fields.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// Step 5: the published rubric, by the student's own hand.
/**
 * @param {MemoDocument} told
 * @param {Memo} memo
 * @param {() => void} changed
 */
export const rating = (told, memo, changed) => {
  const criterion = ({ id, title, levels }) => {
    const name = uid("rubric");
    const set = (i) => () => {
      memo.rubric[id] = i;
      changed();
    };
    return el(
      "fieldset",
      {},
      el("legend", {}, title),
      ...levels.map((level, i) =>
        offered(
          "radio",
          `rubric-${id}-${i}`,
          memo.rubric[id] === i,
          set(i),
          { name },
          el("b", {}, `${i + 1} `),
          level,
        ),
      ),
    );
  };
  return {
    node: step(told, 4, el("p", {}, told.words.page.rate), ...told.words.rubric.map(criterion)),
  };
};
