// The memo as data: what bites, what is open, what a memo is. course/capstone does the same in
// Python; a test compares. memo/layout.js makes blocks of it.

import { trimmed, wordsIn } from "./blanks.js";
import { isDay } from "./days.js";
import { counted } from "./memo/bars.js";
import { DAYS, ON_PAGE, said } from "./memo/form.js";
import { line } from "./memo/lines.js";
import { rows } from "./memo/rows.js";
import { foretold, late } from "./memo/timing.js";
import { outcome } from "./reform.js";
import { isObject, isText } from "./values.js";
import { say } from "./words.js";

/** @import { MemoItem } from "./shapes/items.d.ts" */
/** @import { Memo, MemoDocument } from "./shapes/memo.d.ts" */

// Pure logic, tested under node -------------------------------------------------------------------
// What memos of earlier years lack.
const LATER = ["own", "bears", "options", "choice", "office", "rows"];

// A kept memo with blanks for what memos of its year did not hold.
/** @param {MemoDocument} told @param {any} kept @returns {Memo} */
export const opened = (told, kept) => ({ ...structuredClone(told.blank), ...kept });

/** @param {Memo} memo */
export const ready = (memo) => Boolean(memo.sector && memo.levers.length);

/** @param {MemoDocument} told @param {Memo} memo */
const metBy = (told, memo) =>
  ready(memo) ? outcome(told.reform, memo.levers, memo.sector, memo.held) : null;

// The tensions that bite for the memo's levers in its sector, each with the student's answer.
/** @param {MemoDocument} told @param {Memo} memo */
export const bites = (told, memo) =>
  Object.entries(metBy(told, memo)?.bites ?? {}).flatMap(([lever, entries]) =>
    entries.map(({ tension }) => {
      const { trigger, consequence } = told.reform.tensions[tension];
      return {
        tension,
        lever: told.reform.levers[lever],
        trigger,
        consequence,
        answer: trimmed(memo.answers[tension] ?? ""),
      };
    }),
  );

/** @param {MemoDocument} told @param {Memo} memo */
export const missing = (told, memo) =>
  (metBy(told, memo)?.missing ?? []).map((name) => told.reform.preconditions[name].name);

/** @param {Memo} memo */
export const wordCount = (memo) =>
  Object.values(memo.sections).reduce((sum, text) => sum + wordsIn(text), 0);

// How many words of the writer's the first page holds: its head, its sections, the count, whom it
// consults, and the options.
/** @param {MemoDocument} told @param {Memo} memo */
export const pageWords = (told, memo) =>
  [
    ...Object.values(memo.options),
    ...rows(told, memo, "asked").flatMap(Object.values),
    ...["to", "from", "what", "towards"].map((name) => memo[name]),
    ...ON_PAGE.map((part) => memo.office[part] ?? ""),
    ...["counted", "when", "source", "doubt"].map((part) => memo.own[part] ?? ""),
    ...told.words.sections.flatMap(({ id, place }) =>
      place === "page" ? (memo.sections[id] ?? "") : [],
    ),
  ].reduce((sum, text) => sum + wordsIn(text), 0);

/** @param {MemoDocument} told @param {Memo} memo */
export const chosen = (told, memo) => {
  const figures = told.countries[memo.country]?.figures ?? [];
  return memo.figures.flatMap((key) => figures.find((figure) => figure.key === key) ?? []);
};

// The figures that are to be had, and are said to bear on the matter.
/** @param {MemoDocument} told @param {Memo} memo */
export const bearing = (told, memo) =>
  chosen(told, memo).filter((f) => !f.cannot && line(memo.bears[f.key] ?? ""));

const isSaid = (text) => wordsIn(text ?? "") > 0;

/** @param {MemoDocument} told @param {Memo} memo */
const evidenceGaps = (told, memo) => {
  const { labels, draws } = told.words;
  const { own, bears } = memo;
  const begun = Object.values(own).some(isSaid);
  const shares = /** @type {Record<string, number>} */ (counted(own) ?? {});
  const { low, at, high, aim, stop } = shares;
  const way = (aim - at) * (stop - at); // below zero: the stop lies where the aim does not
  const isDrawn = own.drawn === "lot";
  return [
    [labels.gap_evidence, !begun && !memo.figures.length],
    [labels.gap_national, !begun && memo.figures.length],
    [labels.gap_own, begun && !(at >= 0 && isSaid(own.source) && isSaid(own.doubt))],
    [labels.gap_drawn, at >= 0 && !Object.hasOwn(draws, own.drawn ?? "")],
    [labels.gap_stop, aim >= 0 && !(stop >= 0)],
    [say(labels.gap_idle, shares), way < 0],
    [say(labels.gap_chance, shares), isDrawn && way >= 0 && low <= stop && stop <= high],
    ...chosen(told, memo).map((f) => [say(labels.gap_bears, f), !isSaid(bears[f.key])]),
  ];
};

/** @param {MemoDocument} told @param {Memo} memo */
const optionGaps = ({ words: { labels, options } }, memo) => {
  const has = (letter, part) => isSaid(memo.options[`${letter}-${part}`]);
  const [first, ...others] = options.letters;
  const named = others.filter((letter) => has(letter, "name") && has(letter, "cost"));
  return [
    [labels.gap_nothing, !has(first, "cost")],
    [labels.gap_options, named.length < 2],
    [labels.gap_choice, !memo.choice],
  ];
};

// What is still open in a memo of that day, one sentence each; nothing of it blocks.
/** @param {MemoDocument} told @param {any} kept @param {string} [date] */
export const gaps = (told, kept, date) => {
  const { labels, sections, rubric, most_words: most, page_words: fits } = told.words;
  const memo = opened(told, kept);
  const [n, first] = [wordCount(memo), pageWords(told, memo)];
  return [
    [labels.gap_title, !(wordsIn(memo.what) && wordsIn(memo.towards))],
    ...evidenceGaps(told, memo),
    [labels.gap_levers, !metBy(told, memo)],
    ...bites(told, memo).map((entry) => [say(labels.gap_answer, entry), !entry.answer]),
    ...optionGaps(told, memo),
    ...DAYS.map((part) => said(memo, part)).map((text) => [
      say(labels.gap_day, { said: text }),
      text && !isDay(text),
    ]),
    ...[...late(told, memo), ...foretold(told, memo, date)].map((sentence) => [sentence, true]),
    ...sections.map((section) => [
      say(labels.gap_section, section),
      !wordsIn(memo.sections[section.id] ?? "") &&
        !(section.id === "consult" && rows(told, memo, "asked").length),
    ]),
    [say(labels.gap_page, { n: first, most: fits }), first > fits],
    [say(labels.gap_long, { n, most }), n > most],
    ...rubric.map((criterion) => [
      say(labels.gap_rubric, criterion),
      !(criterion.id in memo.rubric),
    ]),
  ].flatMap(([sentence, open]) => (open ? [sentence] : []));
};

// Could this page have left that as a draft? It holds what a blank memo holds, and names no sector,
// lever, option or level but ours. One that was left in an earlier year is opened first.
/** @param {MemoDocument} told @param {any} draft */
export const isMemo = (told, draft) => {
  const { blank, reform } = told;
  const [item] = /** @type {MemoItem[]} */ (told.items);
  const whole = isObject(draft) && LATER.concat(Object.keys(draft));
  if (!whole || !Object.keys(blank).every((key) => whole.includes(key))) return false;
  const left = opened(told, draft);
  const isLike = (value, like) => {
    if (isText(like)) return isText(value);
    if (Array.isArray(like)) return Array.isArray(value) && value.every(isText);
    return isObject(value);
  };
  if (!isLike(left, {}) || Object.keys(left).length !== Object.keys(blank).length) return false;
  if (!Object.keys(blank).every((key) => isLike(left[key], blank[key]))) return false;
  if (left.sector && !Object.hasOwn(reform.sectors, left.sector)) return false;
  if (
    left.levers.length > reform.most ||
    !left.levers.every((lever) => Object.hasOwn(reform.levers, lever))
  )
    return false;
  const levels = Object.entries(left.rubric);
  const isLevel = ([id, level]) =>
    Number.isInteger(level) && level >= 0 && level < (item.rubric[id] ?? 0);
  const texts = ["sections", "answers", "own", "bears", "options", "office", "rows"].map(
    (part) => left[part],
  );
  return (
    texts.flatMap(Object.values).every(isText) &&
    item.choices.includes(left.choice) &&
    levels.every(isLevel)
  );
};
