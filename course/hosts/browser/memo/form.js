// The form of an office round a memo; course/capstone/form.py does the same.

import { isDay } from "../days.js";
import { say } from "../words.js";
import { line } from "./lines.js";

/** @import { Memo } from "../shapes/memo.d.ts" */

export const DAYS = ["decide", "dated"]; // the parts of the form that are a day

// A day as a letter has it, 2026-11-24 as 24 November 2026; anything else as it is.
export const dayOf = (date, labels) => {
  if (!isDay(date)) return date;
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${labels.months.split(", ")[Number(month) - 1]} ${year}`;
};

/** @param {Memo} memo */
const filled = (memo, part, labels) => {
  const said = line(memo.office[part] ?? "");
  return (DAYS.includes(part) ? dayOf(said, labels) : said) || labels.blank;
};
const fact = (memo, labels) => (part) => [labels[part], filled(memo, part, labels)];

/** @param {Memo} memo @param {string} date */
export const head = (memo, date, labels) => [
  "facts",
  [
    fact(memo, labels)("file"),
    [labels.date, dayOf(date, labels)],
    [labels.to, line(memo.to) || labels.blank],
    [labels.from, line(memo.office.post ?? "") || line(memo.from) || labels.blank],
    ...["place", "decide", "total", "payer"].map(fact(memo, labels)),
  ],
];

// Room for a remark; then a place for the one who submits and one for the one who decides.
/** @param {Memo} memo */
export const signatures = (memo, labels) => {
  const telephone = filled(memo, "telephone", labels);
  return [
    ["remarks", labels.remarks],
    [
      "sign",
      [
        [
          labels.submitted,
          line(memo.from) || labels.blank,
          filled(memo, "post", labels),
          say(labels.telephone_on, { telephone }),
        ],
        [labels.agreed, line(memo.to) || labels.blank, labels.signed_on],
      ],
    ],
  ];
};

// The number and the day of the order that is enclosed.
/** @param {Memo} memo */
export const orderHead = (memo, labels) => ["facts", ["number", "dated"].map(fact(memo, labels))];

// The place for the one who signs the order, at the right as on a letter.
/** @param {Memo} memo */
export const orderSigned = (memo, labels) => [
  "sign",
  [[], [labels.signature, filled(memo, "signer", labels)]],
];
