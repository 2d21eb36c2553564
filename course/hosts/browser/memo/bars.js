// The memo's chart, in hundredths; course/capstone/bars.py does the same, and says how.

import { numberIn } from "../numerals.js";
import { say } from "../words.js";
import { line, sentence } from "./lines.js";

const CELLS = 100;
// How many standard errors to either side.
const SURE = 1.96;
const GOALS = ["aim", "stop"];
const whole = (number) => Math.floor(number + 0.5);

// A writer's count as shares of a hundred, or null where it is no count of some out of all.
export const counted = (own) => {
  const [found, of] = ["found", "of"].map((part) => numberIn(own[part] ?? ""));
  if (!(of >= 1 && found >= 0 && found <= of)) return null;
  const [share, square] = [found / of, SURE * SURE];
  const middle = share + square / (2 * of);
  const around = SURE * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  const [low, high] = [-1, 1].map((side) => (middle + side * around) / (1 + square / of));
  const told = { low: whole(100 * low), at: whole(100 * share), high: whole(100 * high) };
  for (const part of GOALS) {
    const goal = numberIn(own[part] ?? "");
    if (goal >= 0 && goal <= CELLS) told[part] = whole(goal);
  }
  return told;
};

// How the cases were picked, as a label says it.
const drawnBy = ({ draws }, own) =>
  `drawn_${Object.hasOwn(draws, own.drawn ?? "") ? own.drawn : "unsaid"}`;

// What chance leaves open is told of cases that chance picked, and of no others.
/** @param {any} own @param {import("../shapes/memo.d.ts").MemoDocument["words"]} words */
export const shareRow = (own, words) => {
  const { labels } = words;
  const shares = counted(own);
  if (!shares) return null;
  const { low, at, high } = shares;
  const said = Object.fromEntries(
    ["counted", "when", "found", "of"].map((part) => [part, line(own[part] ?? "")]),
  );
  const label = said.when ? say(labels.share, said) : said.counted;
  const goals = ["at", ...GOALS]
    .filter((part) => part in shares)
    .map((part) => say(labels[`share_${part}`], shares))
    .join(", ");
  const strokes = [
    ["aim", "aim"],
    ["stop", "stop_at"],
  ].flatMap(([part, word]) => (part in shares ? [[shares[part], say(labels[word], shares)]] : []));
  const drawn = drawnBy(words, own);
  return [
    sentence(label) || labels.own,
    `${say(labels.share_said, { ...said, goals })} ${say(labels[drawn], shares)}`,
    [0, at, String(at)],
    drawn === "drawn_lot" ? [low, high, String(low), String(high)] : null,
    strokes.sort(([a], [b]) => a - b),
    labels.share_ends.split(", "),
  ];
};

export const changeRow = (figure, labels) => {
  const [low, at, high] = figure.spread.split(" ").map(Number);
  const middle = CELLS / 2;
  const ends = figure.interval.split("\u00a0to\u00a0");
  return [
    figure.found,
    say(labels.change_said, figure),
    [middle, at, figure.estimate.split("\u00a0")[0]],
    low < high ? [low, high, ...ends] : null,
    [[middle, labels.no_difference]],
    labels.change_ends.split(", "),
  ];
};
