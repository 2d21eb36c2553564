// A text in the student's own words. An answer: a string or, where a question has a model answer,
// { text, rating }; nobody rates a reflection, which says how long it is to be.

import { wordsIn } from "../blanks.js";
import { el } from "../shared.js";
import { isText } from "../values.js";
import { say } from "../words.js";
import { isOf, KINDS } from "./kind.js";

/** @import { Kind, Text } from "../shapes/items.d.ts" */

KINDS.text = (() => {
  /** @type {[number, string][]} */
  const RATINGS = [
    [0, "kinds.rated_missed"],
    [0.5, "kinds.rated_partly"],
    [1, "kinds.rated_got"],
  ];
  const isRated = (answer) =>
    isOf(answer, ["rating", "text"]) && isText(answer.text) && [0, 0.5, 1].includes(answer.rating);
  return /** @satisfies {Kind<Text, any>} */ ({
    fits: (item, answer) =>
      isText(answer) || ("model" in item && !("words" in item) && isRated(answer)),
    score: (_, answer) => answer.rating ?? null,
    feedback: () => [],
    parts: (item) => {
      const prose = el("textarea", { rows: 5, dir: "auto", "data-control": item.id });
      return {
        prose,
        nodes: [el("label", {}, say("kinds.your_answer"), prose)],
        ask: say("kinds.write_first"),
        read: () => (wordsIn(prose.value) ? prose.value : null),
        restore: (answer) => (prose.value = answer.text ?? answer),
      };
    },
    // A text is read against a model answer, and the student says how it did.
    compared: (item, answer, rate) => {
      const button = ([rating, key]) =>
        el(
          "button",
          {
            type: "button",
            class: "sf-quiet",
            "data-control": `${item.id}-rate`,
            onclick: () => rate({ text: answer.text ?? answer, rating }),
          },
          say(key),
        );
      const [, key] = RATINGS.find(([rating]) => rating === answer.rating) ?? [0, ""];
      return [
        el("p", {}, el("strong", {}, say("kinds.good_answer"), " "), item.model),
        el("p", {}, say("kinds.look_for")),
        el("ul", {}, ...item.checklist.map((line) => el("li", {}, line))),
        el(
          "p",
          {},
          key ? say("kinds.you_said", { answer: say(key) }) : say("kinds.how_did_yours_do"),
        ),
        el("div", { class: "sf-actions" }, ...RATINGS.map(button)),
      ];
    },
  });
})();
