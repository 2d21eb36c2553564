// The sheet for the class, apart from the document that is signed; course/capstone/classwork.py
// does the same.

import { bites, chosen, missing, opened, ready } from "../capstone.js";
import { say } from "../words.js";
import { some } from "./annexes.js";
import { dayOf } from "./form.js";
import { line, paragraphs, wordsOr } from "./lines.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

/** @param {MemoDocument} told @param {Memo} memo */
const rated = ({ words: { labels, rubric } }, memo) => {
  const rows = rubric.map(({ id, title, levels }) => {
    const level = memo.rubric[id];
    const said =
      level === undefined
        ? [labels.unrated, ""]
        : [say(labels.reached, { n: level + 1, of: levels.length }), levels[level]];
    return [title, ...said];
  });
  return [
    ["heading", labels.rated],
    ["table", [labels.criterion, labels.level, labels.says], rows],
    ["heading", labels.help],
    ...wordsOr(paragraphs(memo.help), labels.no_help),
  ];
};

// Every figure that was ticked, with its verdict; which of them the memo leaves out.
/** @param {MemoDocument} told @param {Memo} memo @param {string} country */
const figures = (told, memo, country) => {
  const { labels } = told.words;
  const ticked = chosen(told, memo);
  const had = ticked.filter((f) => !f.cannot);
  const rows = had.map((f) => [
    say(labels.asked, f),
    f.verdict,
    f.badge,
    line(memo.bears[f.key] ?? "") || labels.no_bearing,
  ]);
  const head = ["figure", "verdict", "rests", "bears"].map((key) => labels[key]);
  const judged = had.map((f) => [f.found, say(labels.judged, f)]);
  const none = ticked.length ? "" : labels.no_figures;
  return [
    ["heading", labels.ticked],
    ...some(rows, "table", head, rows),
    ...some(judged, "list", judged),
    ...ticked
      .filter((f) => f.cannot)
      .map((f) => ["quiet", say(labels.cannot, { ...f, country, why: f.cannot })]),
    ...some(none, "quiet", none),
  ];
};

/** @param {MemoDocument} told @param {Memo} memo */
const tensions = (told, memo) => {
  const { labels } = told.words;
  const levers = Object.entries(told.reform.levers).filter(([key]) => memo.levers.includes(key));
  const met = bites(told, memo).map((entry) => [
    entry.lever,
    say(labels.answer, { ...entry, answer: line(entry.answer) || labels.unanswered }),
  ]);
  const lacking = missing(told, memo).join("; ");
  const none = ready(memo) && !met.length ? labels.no_tensions : "";
  const pulled = [labels.levers, levers.map(([, name]) => name).join("; ") || labels.none];
  return [
    ["heading", labels.tensions],
    ["list", [pulled, ...met, ...some(lacking, labels.missing, lacking)]],
    ...some(none, "quiet", none),
    ["note", labels.text],
  ];
};

/** @param {MemoDocument} told @param {any} kept @param {string} date */
export const classwork = (told, kept, date) => {
  const { labels } = told.words;
  const memo = opened(told, kept);
  const country = told.countries[memo.country]?.name ?? memo.country;
  const facts = [
    [labels.from, line(memo.from) || labels.none],
    [labels.date, dayOf(date, labels)],
    [labels.country, country],
    [labels.sector, told.reform.sectors[memo.sector] ?? labels.none],
  ];
  return [
    ["kicker", labels.class_kicker],
    ["title", labels.class_title],
    ["facts", facts],
    ...rated(told, memo),
    ...figures(told, memo, country),
    ...tensions(told, memo),
  ];
};
