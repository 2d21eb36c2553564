// What stands behind a memo's first page; course/capstone/annexes.py does the same.

import { bearing, bites } from "../capstone.js";
import { say } from "../words.js";
import { order, stamp } from "./form.js";
import { line, paragraphs, sentence, wordsOr } from "./lines.js";
import { sources } from "./sources.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

export const some = (found, ...block) => (found.length ? [block] : []);

/** @param {MemoDocument} told @param {Memo} memo @param {string} where */
const written = ({ words: { sections, labels } }, memo, where) =>
  sections
    .filter(({ place }) => place === where)
    .flatMap(({ id, title }) => [
      ["heading", title],
      ...wordsOr(paragraphs(memo.sections[id] ?? ""), labels.empty),
    ]);

/** @param {MemoDocument} told @param {Memo} memo */
const ownBlocks = ({ words: { labels, draws } }, memo) => {
  const drawn = memo.own.drawn ?? "";
  const own = { ...memo.own, drawn: Object.hasOwn(draws, drawn) ? draws[drawn] : "" };
  const said = (part) => line(own[part] ?? "");
  if (!Object.values(own).some((text) => line(text))) return [];
  const [counted, found, of] = ["counted", "found", "of"].map((part) => said(part) || labels.none);
  const checked = ["when", "drawn", "source", "doubt"].map((part) => [
    labels[`own_${part}`],
    sentence(said(part)) || labels.none,
  ]);
  return [
    ["heading", labels.own],
    ["words", sentence(say(labels.own_count, { counted, found, of }))],
    ["list", checked],
  ];
};

/** @param {MemoDocument} told @param {Memo} memo */
const figureBlocks = (told, memo) => {
  const { labels } = told.words;
  const had = bearing(told, memo);
  const rows = had.map((f) => [
    f.found,
    say(labels.measured, f),
    f.interval,
    line(memo.bears[f.key]),
  ]);
  const head = ["shown", "estimate", "interval", "bears"].map((key) => labels[key]);
  return [...some(rows, "heading", labels.of_country), ...some(rows, "table", head, rows)];
};

/** @param {MemoDocument} told @param {Memo} memo */
export const annexes = (told, memo) => {
  const { labels } = told.words;
  const answered = bites(told, memo)
    .map(({ consequence, answer }) => [consequence, line(answer)])
    .filter(([, answer]) => answer);
  const found = sources(told, memo);
  const head = ["title", "year", "where"].map((part) => labels[`work_${part}`]);
  return [
    ["annex", labels.annex_order, true],
    ...stamp(told, memo),
    ...order(told, memo),
    ["annex", labels.annex_evidence, true],
    ...ownBlocks(told, memo),
    ...written(told, memo, "evidence"),
    ...figureBlocks(told, memo),
    ["annex", labels.annex_tensions, false],
    ...written(told, memo, "tensions"),
    ...some(answered, "list", answered),
    ["annex", labels.annex_sources, false],
    found.length ? ["table", head, found] : ["quiet", labels.no_sources],
  ];
};
