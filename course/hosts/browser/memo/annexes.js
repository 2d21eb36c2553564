// What stands behind a memo's first page; course/capstone/annexes.py does the same.

import { bites, chosen, missing, ready } from "../capstone.js";
import { say } from "../words.js";
import { changeRow, named, shareRow } from "./bars.js";
import { line, paragraphs, sentence } from "./lines.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

const some = (found, ...block) => (found.length ? [block] : []);
const wordsOr = (texts, otherwise) =>
  texts.length ? texts.map((text) => ["words", text]) : [["quiet", otherwise]];

/** @param {MemoDocument} told @param {Memo} memo @param {string} where */
const written = ({ words: { sections, labels } }, memo, where) =>
  sections
    .filter(({ place }) => place === where)
    .flatMap(({ id, title }) => [
      ["heading", title],
      ...wordsOr(paragraphs(memo.sections[id] ?? ""), labels.empty),
    ]);

/** @param {MemoDocument} told @param {Memo} memo */
const ownBlocks = ({ words: { labels } }, memo) => {
  const said = (part) => line(memo.own[part] ?? "");
  if (!Object.values(memo.own).some((text) => line(text))) return [];
  const [counted, found, of] = ["counted", "found", "of"].map((part) => said(part) || labels.none);
  const checked = ["when", "source", "doubt"].map((part) => [
    labels[`own_${part}`],
    sentence(said(part)) || labels.none,
  ]);
  return [
    ["heading", labels.own],
    ["words", sentence(String(say(labels.own_count, { counted, found, of })))],
    ["list", checked],
  ];
};

/** @param {MemoDocument} told @param {Memo} memo @param {string} country */
const figureBlocks = (told, memo, country) => {
  const { labels } = told.words;
  const [had, lacking] = [true, false].map((is) =>
    chosen(told, memo).filter((f) => !f.cannot === is),
  );
  const bears = (f) => line(memo.bears[f.key] ?? "");
  const drawn = shareRow(memo.own, labels) ? had.filter(bears) : []; // else the first page has it
  const rows = had.map((f) => [
    say(labels.asked, f),
    say(labels.measured, f),
    f.interval,
    f.verdict,
    f.badge,
  ]);
  const head = ["figure", "estimate", "interval", "verdict", "rests"].map((key) => labels[key]);
  const listed = had.map((f) => [named(f), bears(f) || labels.no_bearing]);
  const charted = drawn.map((figure) => changeRow(figure, labels));
  const none = chosen(told, memo).length ? "" : labels.no_figures;
  return [
    ...some(rows, "heading", labels.bears),
    ...some(listed, "list", listed),
    ...some(charted, "chart", charted, labels.legend_change),
    ...some(rows, "table", head, rows),
    ...lacking.map((f) => ["quiet", say(labels.cannot, { ...f, country, why: f.cannot })]),
    ...some(none, "quiet", none),
  ];
};

/** @param {MemoDocument} told @param {Memo} memo */
const tensionBlocks = (told, memo) => {
  const { labels } = told.words;
  const levers = Object.entries(told.reform.levers).filter(([key]) => memo.levers.includes(key));
  const met = bites(told, memo).map((entry) => [
    entry.lever,
    say(labels.answer, { ...entry, answer: line(entry.answer) || labels.unanswered }),
  ]);
  const lacking = missing(told, memo).join("; ");
  const none = ready(memo) && !met.length ? labels.no_tensions : "";
  return [
    [
      "list",
      [
        [labels.levers, levers.map(([, name]) => name).join("; ") || labels.none],
        ...met,
        ...some(lacking, labels.missing, lacking),
      ],
    ],
    ...some(none, "quiet", none),
  ];
};

/** @param {MemoDocument} told @param {Memo} memo @param {string} country */
export const annexes = (told, memo, country) => {
  const { labels, rubric } = told.words;
  const sources = chosen(told, memo)
    .filter((f) => !f.cannot)
    .map((f) => ["", say(labels.source, f)]);
  const rated = rubric.map(({ id, title, levels }) => {
    const level = memo.rubric[id];
    return [
      title,
      ...(level === undefined
        ? [labels.unrated, ""]
        : [say("memo.level", { n: level + 1, of: levels.length }), levels[level]]),
    ];
  });
  return [
    ["annex", labels.annex_order, true],
    ...written(told, memo, "order"),
    ["annex", labels.annex_evidence, false],
    ...ownBlocks(told, memo),
    ...written(told, memo, "evidence"),
    ...figureBlocks(told, memo, country),
    ["annex", labels.annex_tensions, false],
    ...written(told, memo, "tensions"),
    ...tensionBlocks(told, memo),
    ["annex", labels.annex_doubt, false],
    ...written(told, memo, "doubt"),
    ["heading", labels.sources],
    ["list", [...sources, ["", labels.text]]],
    ["annex", labels.marker, true],
    [
      "facts",
      [
        [labels.country, country],
        [labels.sector, told.reform.sectors[memo.sector] ?? labels.none],
      ],
    ],
    ["heading", labels.rated],
    ["table", [labels.criterion, labels.level, labels.says], rated],
    ["heading", labels.help],
    ...wordsOr(paragraphs(memo.help), labels.no_help),
  ];
};
