// Do the days of a memo agree with one another and with its own? course/capstone/timing.py does the
// same.

import { isDay } from "../days.js";
import { say } from "../words.js";
import { dayOf, said } from "./form.js";
import { line } from "./lines.js";
import { rows } from "./rows.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// section -> the part of the form before whose day it must come
const DUE = { consult: "decide", doubt: "decide", know: "ends" };
const UNITS = { day: 1, week: 7, month: 30, year: 365 };
const found = (text, pattern) => [...line(text ?? "").matchAll(new RegExp(pattern, "g"))];

// The days that a text names; one without a year is of the year that is told.
const daysIn = (text, year, labels) =>
  found(text, labels.day_said)
    .map(([, day, month, of = year]) => {
      const number = String(labels.months.split(", ").indexOf(month) + 1);
      return [of, number.padStart(2, "0"), day.padStart(2, "0")].join("-");
    })
    .filter(isDay)
    .sort();

// What stands in a section; of whom the memo consults, by when and what they said.
/** @param {MemoDocument} told @param {Memo} memo @param {string} id */
const saidIn = (told, memo, id) => {
  const asked = id === "consult" ? rows(told, memo, "asked") : [];
  const replies = asked.map((row) => `${dayOf(row.when, told.words.labels)} ${row.said}`);
  return [memo.sections[id] ?? "", ...replies].join("\n");
};

// What would overturn the advice comes after the decision; the count comes after the order; the
// order is shorter than what it counts: a sentence each.
/** @param {MemoDocument} told @param {Memo} memo */
export const late = (told, memo) => {
  const { labels, sections } = told.words;
  const [starts, ends] = ["starts", "ends"].map((part) => said(memo, part));
  const n = isDay(starts) && isDay(ends) ? (Date.parse(ends) - Date.parse(starts)) / 864e5 : 0;
  return [
    ...sections.flatMap(({ id, title }) => {
      const limit = said(memo, DUE[id]);
      const last = isDay(limit) && daysIn(saidIn(told, memo, id), limit.slice(0, 4), labels).at(-1);
      if (!last || last <= limit) return [];
      return [
        say(labels[`gap_${DUE[id]}`], {
          title,
          day: dayOf(last, labels),
          limit: dayOf(limit, labels),
        }),
      ];
    }),
    ...[memo.own.counted, memo.sections.know]
      .flatMap((text) => found(text, labels.term_said))
      .flatMap(([term, count, unit]) => {
        const number = Number(count) || labels.numbers.split(" ").indexOf(count) || 1;
        return n > 0 && n < number * UNITS[unit] ? [say(labels.gap_short, { n, term })] : [];
      }),
  ];
};

// Replies that are quoted and came after the day of the memo: a sentence each.
/** @param {MemoDocument} told @param {Memo} memo @param {string} [date] */
export const foretold = (told, memo, date = "") => {
  const { labels } = told.words;
  return rows(told, memo, "asked").flatMap(({ whom, when, said: reply }) =>
    reply && isDay(when) && isDay(date) && when > date
      ? [
          say(labels.gap_reply, {
            whom: whom || labels.none,
            day: dayOf(when, labels),
            date: dayOf(date, labels),
          }),
        ]
      : [],
  );
};
