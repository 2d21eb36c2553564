// The memo's fourth step.

import { wordsIn } from "../blanks.js";
import { chosen, pageWords, wordCount } from "../capstone.js";
import { quiet } from "../reform.js";
import { el } from "../shared.js";
import { say } from "../words.js";
import { button, group, live, step } from "./fields.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// Step 4: the lines at the head and the sections.
/**
 * @param {MemoDocument} told
 * @param {Memo} memo
 * @param {Function} text
 */
export const writing = (told, memo, text) => {
  const { page, office, sections, rows, most_words: most, page_words: fits } = told.words;
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
  // A box for each row of a short table, its parts below one another.
  const short = (name) =>
    Array.from({ length: rows[name].most }, (_, n) =>
      el(
        "fieldset",
        { class: "sf-row" },
        el("legend", {}, say("memo.row", { n: n + 1 })),
        ...Object.entries(rows[name].parts).map(([part, label]) => {
          const control = `${name}-${n + 1}-${part}`;
          return text(label, control, memo.rows, control, 0, tell);
        }),
      ),
    );
  // Whom the memo consults is a table; the running text of an earlier year stays where it was.
  const consulted = ({ id, title, ask }, i) =>
    el(
      "div",
      { class: "sf-field" },
      el("b", {}, title),
      quiet(ask),
      ...short("asked"),
      memo.sections[id]
        ? text(say("memo.earlier"), `section-${id}`, memo.sections, id, 3, tell)
        : "",
      memo.sections[id] ? counts[i] : "",
    );
  const section = (asked) => {
    const { id, title, ask } = asked;
    const i = sections.indexOf(asked);
    if (id === "consult") return consulted(asked, i);
    const field = text(title, `section-${id}`, memo.sections, id, 6, tell);
    field.append(quiet(ask), id === "figures" ? figures : "");
    field.append(counts[i]);
    return field;
  };
  const head = (name) => text(page.lines[name], `memo-${name}`, memo, name);
  const form = (part) => text(office[part], `office-${part}`, memo.office, part);
  const groups = page.groups.map(({ id, title, places = [], ...of }) => {
    const node = group(
      title,
      ...(of.lines ?? []).map(head),
      ...(of.office ?? []).map(form),
      ...sections.filter(({ place }) => places.includes(place)).map(section),
      ...(of.rows ? short(of.rows) : []),
      places.includes("page") ? first : "",
    );
    const go = () => {
      node.scrollIntoView();
      node.querySelector("legend")?.focus({ preventScroll: true });
    };
    return { node, link: button(`go-${id}`, "sf-quiet", go, title) };
  });
  return {
    node: step(
      told,
      3,
      el("p", {}, page.office),
      el(
        "div",
        { class: "sf-go", role: "group", "aria-label": page.go },
        ...groups.map(({ link }) => link),
      ),
      ...groups.map(({ node }) => node),
      total,
    ),
    draw,
  };
};
