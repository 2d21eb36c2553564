// A memo as blocks, [kind, ...parts] in the order of the page; course/capstone/layout.py does the
// same, and says what each kind holds.

import { chosen, opened } from "../capstone.js";
import { say } from "../words.js";
import { annexes } from "./annexes.js";
import { changeRow, shareRow } from "./bars.js";
import { line, paragraphs, sentence } from "./lines.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// An option's name: the first is to change nothing, whatever was typed.
/** @param {MemoDocument} told @param {Memo} memo @param {string} letter */
const named = ({ words: { options } }, memo, letter) =>
  letter === options.letters[0] ? options.nothing : line(memo.options[`${letter}-name`] ?? "");

// A day as a letter has it, 2026-11-24 as 24 November 2026; anything else as it is.
const dayOf = (date, labels) => {
  const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(date) ?? [];
  return year ? `${Number(day)} ${labels.months.split(", ")[Number(month) - 1]} ${year}` : date;
};

/** @param {MemoDocument} told @param {Memo} memo @param {string} date */
const head = (told, memo, date) => {
  const { labels } = told.words;
  const [what, towards] = [line(memo.what), line(memo.towards)];
  const letter = memo.choice.toUpperCase();
  const name = memo.choice && (named(told, memo, memo.choice) || labels.unnamed);
  return [
    ["kicker", labels.kicker],
    ["title", what && towards ? say(labels.title, { what, towards }) : labels.untitled],
    [
      "facts",
      [
        [labels.to, line(memo.to) || labels.none],
        [labels.from, line(memo.from) || labels.none],
        [labels.date, dayOf(date, labels)],
      ],
    ],
    [
      "decision",
      labels.decision,
      memo.choice ? say(labels.approve, { letter, name }) : labels.no_decision,
    ],
  ];
};

// The writer's own count; where there is none to draw, the figures said to bear on the matter.
/** @param {MemoDocument} told @param {Memo} memo */
const evidence = (told, memo) => {
  const { labels } = told.words;
  const own = shareRow(memo.own, labels);
  if (own) {
    const notes = ["source", "doubt"]
      .map((part) => [labels[`own_${part}`], sentence(line(memo.own[part] ?? ""))])
      .flatMap(([label, said]) => (said ? [["note", `${label}: ${said}`]] : []));
    return [["chart", [own], labels.legend_share], ...notes];
  }
  const drawn = chosen(told, memo).filter((f) => !f.cannot && line(memo.bears[f.key] ?? ""));
  return drawn.length
    ? [["chart", drawn.map((figure) => changeRow(figure, labels)), labels.legend_change]]
    : [["quiet", labels.no_evidence]];
};

/** @param {MemoDocument} told @param {Memo} memo */
const options = (told, memo) => {
  const { labels, options: known } = told.words;
  const rows = known.letters.flatMap((letter) => {
    const said = Object.keys(known.parts).map((part) =>
      line(memo.options[`${letter}-${part}`] ?? ""),
    );
    if (!said.some(Boolean)) return [];
    const name = say(letter === memo.choice ? labels.recommended : labels.option, {
      letter: letter.toUpperCase(),
      name: named(told, memo, letter) || labels.unnamed,
    });
    return [[name, ...said.slice(1).map((text) => text || labels.none)]];
  });
  const heads = ["options", "gain", "option_cost", "loses"].map((key) => labels[key]);
  return rows.length ? ["table", heads, rows] : ["quiet", labels.no_options];
};

// The first page under its head, one numbered point after another.
/** @param {MemoDocument} told @param {Memo} memo */
const points = (told, memo) => {
  const { labels, sections } = told.words;
  let n = 0;
  const lead = (title) => {
    n += 1;
    return say(labels.point, { n, title });
  };
  return sections
    .filter(({ place }) => place === "page")
    .flatMap(({ id, title }) => {
      const texts = paragraphs(memo.sections[id] ?? "");
      const point = ["point", lead(title), texts, labels.empty];
      if (id !== "change") return [point];
      return [
        point,
        ["point", lead(labels.evidence), [], ""],
        ...evidence(told, memo),
        ["point", lead(labels.options), [], ""],
        options(told, memo),
      ];
    });
};

/** @param {MemoDocument} told @param {any} kept @param {string} date */
export const blocks = (told, kept, date) => {
  const { labels } = told.words;
  const memo = opened(told, kept);
  const country = told.countries[memo.country]?.name ?? memo.country;
  const signs = [
    say(labels.signed, { name: line(memo.from) }),
    labels.signed_on,
    say(labels.agreed, { to: line(memo.to) }),
    labels.signed_on,
  ];
  return [
    ...head(told, memo, date),
    ...points(told, memo),
    ["sign", signs],
    ...annexes(told, memo, country),
  ];
};
