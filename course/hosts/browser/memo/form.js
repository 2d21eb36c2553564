// The form of an office round a memo; course/capstone/form.py does the same.

import { isDay } from "../days.js";
import { say } from "../words.js";
import { held, line, paragraphs } from "./lines.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// The parts of the form that are a day; those that a copy to be signed must have.
export const DAYS = ["decide", "dated", "starts", "ends"];
// Its parts that take room on the first page.
export const ON_PAGE = [
  "file",
  "post",
  "telephone",
  "through",
  "place",
  "total",
  "payer",
  "rule",
  "case",
];
// That a writer gave a clause: the order gives its own.
const NUMBER = /^\(?[0-9]{1,2}[.)] +/;
const NEEDED = ["file", "post", "power", "starts", "ends", "signer"];

// A day as a letter has it, 2026-11-24 as 24 November 2026; anything else as it is.
export const dayOf = (date, labels) => {
  if (!isDay(date)) return date;
  const [year, month, day] = date.split("-");
  return held(`${Number(day)} ${labels.months.split(", ")[Number(month) - 1]} ${year}`);
};

/** @param {Memo} memo @param {string} part */
export const said = (memo, part) => line(memo.office[part] ?? "");

// Every part of the form and who writes to whom, or the blank that stands for it; and what says it
// within the words of a label, parted at each |.
/** @param {MemoDocument} told @param {Memo} memo */
const filler = ({ words: { office, labels } }, memo) => {
  const all = { ...memo, ...memo.office };
  const shown = (part) => dayOf(line(all[part] ?? "").replace(/\.+$/, ""), labels) || labels.blank;
  const filled = Object.fromEntries(
    [...Object.keys(office), "to", "from"].map((part) => [part, shown(part)]),
  );
  const place = (name) => labels[name].split("|").map((text) => say(text, filled));
  const clause = (kind, part) => (said(memo, part) ? [[kind, ...place(part)]] : []);
  return { labels, filled, place, clause };
};

/** @param {MemoDocument} told @param {Memo} memo @param {string} date */
export const head = (told, memo, date) => {
  const { labels, filled, place } = filler(told, memo);
  const shown = {
    ...filled,
    date: dayOf(date, labels),
    from: said(memo, "post") || filled.from,
    total: place("paid")[0],
  };
  const parts = ["file", "date", "to", "through", "from", "decide", "place", "total"];
  return ["facts", parts.map((part) => [labels[part], shown[part]])];
};

/** @param {MemoDocument} told @param {Memo} memo */
export const banner = (told, memo) => filler(told, memo).clause("banner", "case");

/** @param {MemoDocument} told @param {Memo} memo */
export const stamp = ({ words: { labels } }, memo) => {
  const lacks = NEEDED.filter((part) => !said(memo, part)).map((part) => labels[`draft_${part}`]);
  return lacks.length ? [["stamp", say(labels.draft, { missing: lacks.join(", ") })]] : [];
};

// Who submits and through whom; who decides, with room for a remark; to whom the rules reserve it.
/** @param {MemoDocument} told @param {Memo} memo */
export const signatures = (told, memo) => {
  const last = said(memo, "minister") ? ["endorsed", "remarks", "ordered"] : ["agreed", "remarks"];
  return [["sign", ["submitted", "recommended_by", ...last].map(filler(told, memo).place)]];
};

// The order as it may be issued.
/** @param {MemoDocument} told @param {Memo} memo */
export const order = (told, memo) => {
  const { labels, filled, place, clause } = filler(told, memo);
  const parts = ["number", "dated", ...(said(memo, "place") ? ["place"] : [])];
  const directs = paragraphs(memo.sections.order ?? "");
  const others = ["effect", ...["saving", "stop"].filter((part) => said(memo, part))];
  const clauses = [...directs.map((text) => text.replace(NUMBER, "")), ...others.flatMap(place)];
  return [
    ["order", labels.order],
    ["facts", parts.map((part) => [labels[part], filled[part]])],
    ["words", ...place("power")],
    ...(directs.length ? [] : [["quiet", labels.empty]]),
    ...clauses.map((title, i) => ["words", say(labels.point, { n: i + 1, title })]),
    ["sign", [[], place("signed")]],
    ...clause("words", "copies"),
  ];
};
