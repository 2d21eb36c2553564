// The memo as data: what bites, what is open, its blocks. course/capstone does the same in Python;
// a test compares.

import { oneLine, trimmed, wordsIn } from "./blanks.js";
import { outcome } from "./reform.js";
import { el } from "./shared.js";
import { isObject, isText } from "./values.js";
import { say } from "./words.js";

/** @import { Memo, MemoDocument } from "./shapes/memo.d.ts" */

// Pure logic, tested under node -------------------------------------------------------------------
const line = (text) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  oneLine(text.replace(/[^\t-\r\x1c-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ""));

/** @param {MemoDocument} told @param {Memo} memo */
const metBy = (told, memo) =>
  memo.sector && memo.levers.length
    ? outcome(told.reform, memo.levers, memo.sector, memo.held)
    : null;

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
const missing = (told, memo) =>
  (metBy(told, memo)?.missing ?? []).map((name) => told.reform.preconditions[name].name);

/** @param {Memo} memo */
export const wordCount = (memo) =>
  Object.values(memo.sections).reduce((sum, text) => sum + wordsIn(text), 0);

// What is still open, one sentence each; nothing of it blocks.
/** @param {MemoDocument} told @param {Memo} memo */
export const gaps = (told, memo) => {
  const { labels, sections, rubric, most_words: most } = told.words;
  const n = wordCount(memo);
  return [
    [labels.gap_title, !(wordsIn(memo.what) && wordsIn(memo.towards))],
    [labels.gap_figures, !memo.figures.length],
    [labels.gap_levers, !metBy(told, memo)],
    ...bites(told, memo).map((entry) => [say(labels.gap_answer, entry), !entry.answer]),
    ...sections.map((section) => [
      say(labels.gap_section, section),
      !wordsIn(memo.sections[section.id] ?? ""),
    ]),
    [say(labels.gap_long, { n, most }), n > most],
    ...rubric.map((criterion) => [
      say(labels.gap_rubric, criterion),
      !(criterion.id in memo.rubric),
    ]),
  ].flatMap(([sentence, open]) => (open ? [String(sentence)] : []));
};

/** @param {MemoDocument} told @param {Memo} memo */
export const chosen = (told, memo) => {
  const figures = told.countries[memo.country]?.figures ?? [];
  return memo.figures.flatMap((key) => figures.find((figure) => figure.key === key) ?? []);
};

const some = (found, ...block) => (found.length ? [block] : []);

/** @param {MemoDocument} told @param {Memo} memo @param {string} country */
const figureBlocks = (told, memo, country) => {
  const { labels } = told.words;
  const [figures, lacking] = [true, false].map((had) =>
    chosen(told, memo).filter((f) => !f.cannot === had),
  );
  const rows = figures.map((f) => [
    say(labels.asked, f),
    say(labels.measured, f),
    f.interval,
    f.verdict,
    f.badge,
  ]);
  const head = ["figure", "estimate", "interval", "verdict", "rests"].map((key) => labels[key]);
  const made = [
    ...some(rows, "table", head, rows),
    ...lacking.map((f) => ["quiet", say(labels.cannot, { ...f, country, why: f.cannot })]),
  ];
  return made.length ? made : some(labels.no_figures, "quiet", labels.no_figures);
};

/** @param {MemoDocument} told @param {Memo} memo */
const tensionBlocks = (told, memo) => {
  const { labels } = told.words;
  const said = (entry) =>
    say(labels.answer, { ...entry, answer: line(entry.answer) || labels.unanswered });
  const met = bites(told, memo).map((entry) => [`${entry.tension}, ${entry.lever}`, said(entry)]);
  const lacking = missing(told, memo).join("; ");
  const none = metBy(told, memo) && !met.length ? labels.no_tensions : "";
  return [
    ...some(met, "list", met),
    ...some(none, "quiet", none),
    ...some(lacking, "list", some(lacking, labels.missing, lacking)),
  ];
};

// The blocks of a memo: [kind, ...parts] in the order of the page. See course/capstone/layout.py.
/** @param {MemoDocument} told @param {Memo} memo @param {string} date */
export const blocks = (told, memo, date) => {
  const { labels, sections, rubric } = told.words;
  const country = told.countries[memo.country]?.name ?? memo.country;
  const [what, towards] = [line(memo.what), line(memo.towards)];
  const words = (text) =>
    text
      .split("\n")
      .map(line)
      .filter(Boolean)
      .map((said) => ["words", said]);
  const or = (found, label) => (found.length ? found : some(label, "quiet", label));
  const levers = Object.entries(told.reform.levers).filter(([key]) => memo.levers.includes(key));
  const facts = [
    [labels.to, line(memo.to) || labels.none],
    [labels.from, line(memo.from) || labels.none],
    [labels.date, date],
    [labels.country, country],
    [labels.sector, told.reform.sectors[memo.sector] ?? labels.none],
    [labels.levers, levers.map(([, name]) => name).join("; ") || labels.none],
  ];
  const after = {
    figures: () => figureBlocks(told, memo, country),
    tensions: () => tensionBlocks(told, memo),
  };
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
    ["title", what && towards ? say(labels.title, { what, towards }) : labels.untitled],
    ["facts", facts],
    ...sections.flatMap(({ id, title }) => [
      ["heading", title],
      ...or(words(memo.sections[id] ?? ""), labels.empty),
      ...(after[id]?.() ?? []),
    ]),
    ["heading", labels.sources],
    ["list", [...sources, ["", labels.text]]],
    ["heading", labels.rated],
    ["table", [labels.criterion, labels.level, labels.says], rated],
    ["heading", labels.help],
    ...or(words(memo.help), labels.no_help),
  ];
};

// Could this page have left that as a draft? It holds what a blank memo holds, and names no sector,
// lever or level but ours.
/** @param {MemoDocument} told @param {any} left */
export const isMemo = (told, left) => {
  const { blank, reform } = told;
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
    told.words.rubric.find((c) => c.id === id)?.levels[level] !== undefined;
  return (
    [...Object.values(left.sections), ...Object.values(left.answers)].every(isText) &&
    levels.every(isLevel)
  );
};

// Blocks drawn as nodes, and as the text of a page that stands alone: never markup made of text ---
/** @param {any[]} made @param {1 | 4} level */
export const drawn = (made, level) => {
  const auto = (tag, ...parts) => el(tag, { dir: "auto" }, ...parts);
  const row = (cells, tag) => el("tr", {}, ...cells.map((cell) => auto(tag, cell)));
  const draw = {
    title: (text) => auto(level === 1 ? "h1" : "h4", text),
    heading: (text) => el(level === 1 ? "h2" : "h5", {}, text),
    words: (text) => auto("p", text),
    quiet: (text) => el("p", { class: "quiet", dir: "auto" }, text),
    facts: (pairs) =>
      el(
        "table",
        { class: "facts" },
        el(
          "tbody",
          {},
          ...pairs.map(([label, text]) =>
            el("tr", {}, el("th", { scope: "row" }, label), auto("td", text)),
          ),
        ),
      ),
    table: (head, rows) =>
      el(
        "div",
        { class: "scroll-x", tabindex: 0, role: "region", "aria-label": head[0] },
        el(
          "table",
          {},
          el("thead", {}, row(head, "th")),
          el("tbody", {}, ...rows.map((cells) => row(cells, "td"))),
        ),
      ),
    list: (pairs) =>
      el(
        "ul",
        {},
        ...pairs.map(([lead, text]) =>
          lead ? auto("li", el("b", {}, `${lead}.`), ` ${text}`) : auto("li", text),
        ),
      ),
  };
  return made.map(([kind, ...parts]) => draw[kind](...parts));
};

export const fileOf = (made, style) => {
  const page = document.implementation.createHTMLDocument(made[0][1]);
  page.documentElement.lang = say.language;
  page.head.prepend(
    el("meta", { charset: "utf-8" }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
  );
  page.head.append(el("style", {}, style));
  page.body.append(...drawn(made, 1));
  return `<!doctype html>\n${new XMLSerializer().serializeToString(page.documentElement)}`;
};
