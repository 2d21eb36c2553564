// The memo's third step.

import { pageWords } from "../capstone.js";
import { quiet } from "../reform.js";
import { el, uid } from "../shared.js";
import { say } from "../words.js";
import { live, offered, step } from "./fields.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// Step 3: at least three options, the first to change nothing, and the one that is recommended.
/**
 * @param {MemoDocument} told
 * @param {Memo} memo
 * @param {Function} text
 * @param {() => void} changed
 */
export const options = (told, memo, text, changed) => {
  const { page, options: known, page_words: most } = told.words;
  const [total, names, group] = [live("sf-total"), {}, uid("choice")];
  const heads = {};
  const nameOf = (letter) =>
    letter === known.letters[0] ? known.nothing : (memo.options[`${letter}-name`] ?? "");
  const draw = () => {
    total.textContent = say(page.page_count, { n: pageWords(told, memo), most });
    for (const letter of known.letters) {
      const name = nameOf(letter);
      const titled = `${say(page.option, { letter: letter.toUpperCase() })}${name && ": "}${name}`;
      heads[letter].textContent = titled;
      names[letter].textContent = titled;
    }
  };
  const card = (letter) => {
    heads[letter] = el("legend");
    const parts = Object.entries(known.parts).filter(
      ([part]) => part !== "name" || letter !== known.letters[0],
    );
    return el(
      "fieldset",
      { class: "sf-way" },
      heads[letter],
      ...parts.map(([part, label]) =>
        text(label, `option-${letter}-${part}`, memo.options, `${letter}-${part}`, 2, draw),
      ),
    );
  };
  const chosen = (letter) => {
    names[letter] = el("span");
    const take = () => {
      memo.choice = letter;
      changed();
    };
    return offered(
      "radio",
      `choice-${letter}`,
      memo.choice === letter,
      take,
      { name: group },
      names[letter],
    );
  };
  const cards = known.letters.map(card);
  const choices = known.letters.map(chosen);
  draw();
  return {
    node: step(
      told,
      2,
      el("p", {}, page.weigh),
      ...cards,
      el("fieldset", {}, el("legend", {}, page.recommend), ...choices),
      quiet(total),
    ),
    draw,
  };
};
