// The memo's fourth step.

import { wordsIn } from "../blanks.js";
import { chosen, pageWords, wordCount } from "../capstone.js";
import { quiet } from "../reform.js";
import { el } from "../shared.js";
import { say } from "../words.js";
import { live, step } from "./fields.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// Step 4: the lines at the head and the sections.
/**
 * @param {MemoDocument} told
 * @param {Memo} memo
 * @param {Function} text
 */
export const writing = (told, memo, text) => {
  const { page, office, sections, most_words: most, page_words: fits } = told.words;
  const [total, figures] = [live("sf-total"), el("ul", { class: "sf-chosen" })];
  const first = live("sf-total");
  const counts = sections.map(() => el("span", { class: "sf-kept sf-count-words" }));
  const tell = () => {
    sections.forEach(
      ({ id, words: [low, high] }, i) =>
        (counts[i].textContent = say("memo.counted", {
          n: wordsIn(memo.sections[id] ?? ""),
          low,
          high,
        })),
    );
    first.textContent = say(page.page_count, { n: pageWords(told, memo), most: fits });
    total.textContent = say("memo.total", { n: wordCount(memo), most });
  };
  const draw = () => {
    tell();
    figures.replaceChildren(
      ...chosen(told, memo).map((f) =>
        el("li", {}, f.cannot ? `${f.about}: ${say(page.cannot, f)}` : say(page.quote, f)),
      ),
    );
  };
  const section = ({ id, title, ask }, i) => {
    const field = text(title, `section-${id}`, memo.sections, id, 6, tell);
    field.append(quiet(ask), id === "figures" ? figures : "");
    field.append(counts[i]);
    return field;
  };
  const head = (name) => text(page.lines[name], `memo-${name}`, memo, name);
  const form = Object.entries(office).map(([part, label]) =>
    text(label, `office-${part}`, memo.office, part),
  );
  return {
    node: step(
      told,
      3,
      ...["to", "from", "what", "towards"].map(head),
      el("fieldset", {}, el("legend", {}, page.office), ...form),
      ...sections.map(section),
      first,
      total,
      head("help"),
    ),
    draw,
  };
};
