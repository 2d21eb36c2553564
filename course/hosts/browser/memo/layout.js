// A memo as blocks, [kind, ...parts] in the order of the page; course/capstone/layout.py does the
// same, and says what each kind holds.

import { bearing, opened } from "../capstone.js";
import { say } from "../words.js";
import { annexes } from "./annexes.js";
import { changeRow, shareRow } from "./bars.js";
import { banner, dayOf, head as formHead, signatures, stamp } from "./form.js";
import { line, paragraphs, sentence } from "./lines.js";
import { rows } from "./rows.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// An option's name: the first is to change nothing, whatever was typed.
/** @param {MemoDocument} told @param {Memo} memo @param {string} letter */
const named = ({ words: { options } }, memo, letter) =>
  letter === options.letters[0] ? options.nothing : line(memo.options[`${letter}-name`] ?? "");

/** @param {MemoDocument} told @param {Memo} memo @param {string} date */
const head = (told, memo, date) => {
  const { labels } = told.words;
  const [what, towards] = [line(memo.what), line(memo.towards)];
  const letter = memo.choice.toUpperCase();
  const name = memo.choice && (named(told, memo, memo.choice) || labels.unnamed);
  const enclosed = paragraphs(memo.sections.order ?? "").length ? ` ${labels.enclosed}` : "";
  const approved = `${say(labels.approve, { letter, name })}${enclosed}`;
  const titled = say(labels.title, { what: sentence(what), towards });
  return [
    ...banner(told, memo),
    ...stamp(told, memo),
    ["kicker", labels.kicker],
    ["title", what && towards ? titled : labels.untitled],
    formHead(told, memo, date),
    ["decision", labels.decision, memo.choice ? approved : labels.no_decision],
  ];
};

// The writer's own count; where there is none to draw, the figures said to bear on the matter.
/** @param {MemoDocument} told @param {Memo} memo @param {string} lead */
const evidence = (told, memo, lead) => {
  const { labels } = told.words;
  const own = shareRow(memo.own, told.words);
  if (own) {
    const notes = ["source", "doubt"].flatMap((part) => {
      const text = line(memo.own[part] ?? "").replace(/\.+$/, "");
      return text ? [`${labels[`own_${part}`]}: ${sentence(text)}.`] : [];
    });
    const chart = ["chart", [own], "", lead];
    return notes.length ? [chart, ["note", notes.join(" ")]] : [chart];
  }
  const drawn = bearing(told, memo);
  if (!drawn.length) return [["point", lead, [], labels.no_evidence]];
  const rows = drawn.map((figure) => changeRow(figure, labels));
  const chart = ["chart", rows, labels.legend_change, lead];
  const counts = Object.values(memo.own).some((text) => line(text));
  return counts ? [chart] : [chart, ["note", labels.only_national]];
};

/** @param {MemoDocument} told @param {Memo} memo @param {string} lead */
const options = (told, memo, lead) => {
  const { labels, options: known } = told.words;
  const described = known.letters.flatMap((letter) => {
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
  const heads = [lead, ...["gain", "option_cost", "loses"].map((key) => labels[key])];
  return described.length ? ["table", heads, described] : ["point", lead, [], labels.no_options];
};

// Whom the memo consults, by when, and what they said: a row each. A running text is of an earlier
// year, and stands above it.
/** @param {MemoDocument} told @param {Memo} memo @param {string} lead @param {string[]} texts */
const consult = (told, memo, lead, texts) => {
  const { labels } = told.words;
  const said = rows(told, memo, "asked").map((row) => [
    row.whom || labels.none,
    dayOf(row.when, labels) || labels.none,
    row.said || labels.not_asked,
  ]);
  const asked = (corner) =>
    said.length ? [["table", [corner, labels.asked_when, labels.asked_said], said]] : [];
  return texts.length || !said.length
    ? [["point", lead, texts, labels.empty], ...asked(labels.asked_whom)]
    : asked(lead);
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
      const point = lead(title);
      if (id === "consult") return consult(told, memo, point, texts);
      const written = ["point", point, texts, labels.empty];
      if (id !== "change") return [written];
      return [
        written,
        ...evidence(told, memo, lead(labels.evidence)),
        options(told, memo, lead(labels.options)),
      ];
    });
};

/** @param {MemoDocument} told @param {any} kept @param {string} date */
export const blocks = (told, kept, date) => {
  const memo = opened(told, kept);
  return [
    ...head(told, memo, date),
    ...points(told, memo),
    ...signatures(told, memo),
    ...annexes(told, memo),
  ];
};
