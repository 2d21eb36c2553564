// What a memo quotes, as a short list at its end; course/capstone/sources.py does the same.

import { bearing } from "../capstone.js";
import { say } from "../words.js";
import { line, sentence } from "./lines.js";
import { rows } from "./rows.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

const found = (text, pattern) => [...text.matchAll(new RegExp(pattern, "g"))];

/** @param {MemoDocument} told @param {Memo} memo */
const ownSource = ({ words: { labels } }, memo) => {
  const [counted, when, source] = ["counted", "when", "source"].map((p) => line(memo.own[p] ?? ""));
  if (!source) return [];
  const title = counted ? `${labels.own}: ${counted}` : labels.own;
  const years = new Set(found(when, labels.year_said).map(([year]) => year));
  return [[title, [...years].join(", ") || labels.none, sentence(source)]];
};

// The laws that stand with their year in a section or in the form.
/** @param {MemoDocument} told @param {Memo} memo */
const laws = ({ words: { labels, sections } }, memo) =>
  [
    ...sections.map(({ id, title }) => [title, memo.sections[id]]),
    [labels.law_signed, memo.office.rule],
    [labels.order, memo.office.power],
  ].flatMap(([title, text]) =>
    found(line(text ?? ""), labels.law_said).map(([, name, year]) => [
      name,
      year,
      say(labels.law_where, { title }),
    ]),
  );

/** @param {MemoDocument} told @param {Memo} memo */
export const sources = (told, memo) => {
  const { labels } = told.words;
  /** @type {string[][]} */
  const all = [
    ...ownSource(told, memo),
    ...bearing(told, memo).flatMap((f) => f.listed.split("\n").map((entry) => entry.split("|"))),
    ...rows(told, memo, "work").map((row) => Object.values(row).map((said) => said || labels.none)),
    ...laws(told, memo),
  ];
  const isSame = (row) => (other) => row[0] === other[0] && row[1] === other[1];
  return all.filter((row, i) => all.findIndex(isSame(row)) === i);
};
