// One of several options is right. An answer: the option's number, from 0.

import { trimmed } from "../blanks.js";
import { say } from "../words.js";
import { isPlace, KINDS } from "./kind.js";
import { oneTick } from "./parts.js";

/** @import { Choice, Kind } from "../shapes/items.d.ts" */

KINDS.choice = (() => {
  const said = (item, answer) => item.options[answer].text;
  const bare = (text) => trimmed(text).replace(/\.$/, "");
  return /** @satisfies {Kind<Choice, number>} */ ({
    said,
    fits: (item, answer) => isPlace(item.options.length, answer),
    score: (item, answer) => (item.options[answer].correct ? 1 : 0),
    feedback: (item, answer) => [item.options[answer].feedback],
    result: (item, answer) => say("kinds.you_said", { answer: said(item, answer) }),
    guess: (item, answer) => {
      const right = item.options.findIndex((option) => option.correct);
      const told = { answer: bare(said(item, answer)), right: bare(said(item, right)) };
      return right === answer ? say("kinds.guess_is_so", told) : say("kinds.guess_is_not", told);
    },
    parts: oneTick,
  });
})();
