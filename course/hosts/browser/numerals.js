// A number as a person types it, read by one rule; course/doors/numerals.py does the same and
// states it. A test compares.

import { oneLine } from "./blanks.js";
import { say } from "./words.js";

const UNSEEN = /[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu;
const SAME = {
  ".": "\u066b\uff0e",
  ",": "\u060c\uff0c",
  "'": "\u2019\u066c\uff07",
  "-": "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d",
  "+": "\ufe62\uff0b",
  "%": "\u066a\ufe6a\uff05",
};
const PLAIN = new Map(
  Object.entries(SAME).flatMap(([own, others]) => [...others].map((other) => [other, own])),
);
for (const zero of [0x660, 0x6f0, 0x966, 0xff10])
  for (let i = 0; i < 10; i++) PLAIN.set(String.fromCodePoint(zero + i), String(i));
const THREES = "[1-9][0-9]{0,2}(?:([,' ])[0-9]{3})(?:\\1[0-9]{3})*";
const LAKHS = "[1-9][0-9]?(?:([,' ])[0-9]{2})(?:\\2[0-9]{2})*\\2[0-9]{3}";
const GROUPED = new RegExp(`^(?:${THREES}|${LAKHS})(?:([.,])[0-9]*)?$`);
const UNGROUPED = /^(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)$/;

const inPlainSigns = (text) =>
  [...oneLine(text.replace(UNSEEN, ""))].map((c) => PLAIN.get(c) ?? c).join("");

// What was typed without its unit or per cent.
const shorn = (said, unit) => {
  const ends = unit && said.toLowerCase().endsWith(unit.toLowerCase());
  return (ends ? said.slice(0, -unit.length) : said.replace(/%$/, "")).replace(/ $/, "");
};

const pointed = (body) => {
  const [all, threes, lakhs, decimal] = GROUPED.exec(body) ?? [];
  if (all === undefined) return UNGROUPED.test(body) ? body.replace(",", ".") : "none";
  const mark = threes ?? lakhs;
  if (mark === decimal) return "none";
  const [whole, rest] = decimal ? body.split(decimal) : [body, ""];
  return `${whole.replaceAll(mark, "")}.${rest}`;
};

// The number that a person typed, with or without its unit, or NaN.
export const numberIn = (typed, unit = "") => {
  const said = shorn(inPlainSigns(typed), inPlainSigns(unit));
  const [, sign, body] = /^([-+]?) ?(.*)$/u.exec(said) ?? [];
  const value = Number(sign + pointed(body));
  return Number.isFinite(value) ? value : NaN;
};

// How a number was read, where it does not stand there as typed: shown beside it before it is
// checked.
export const readAs = (typed, unit = "") => {
  const value = numberIn(typed, unit);
  const asTyped = /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/.test(shorn(oneLine(typed), unit));
  return Number.isNaN(value) || asTyped ? "" : say("kinds.read_as", { value });
};
