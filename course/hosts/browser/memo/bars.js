// The memo's chart, as runs of a hundred cells; course/capstone/bars.py does the same, and says
// how.

import { numberIn } from "../numerals.js";
import { say } from "../words.js";
import { line, sentence } from "./lines.js";

const CELLS = 100;
const SURE = 1.96; // standard errors to either side
const whole = (number) => Math.floor(number + 0.5);

const painted = (spans, mark) => {
  const cells = Array(CELLS).fill("rest");
  const around = mark === null ? [] : [[mark - 1, mark + 1, "rest"]];
  for (const [start, end, kind] of [...spans, ...around])
    cells.fill(kind, Math.max(start, 0), Math.max(end, 0));
  const runs = [];
  for (const kind of cells) {
    const last = runs.at(-1);
    if (last?.[1] === kind) last[0] += 1;
    else runs.push([1, kind]);
  }
  return runs;
};

// A writer's count as shares of a hundred, or null where it is no count of some out of all.
export const counted = (own) => {
  const [found, of] = ["found", "of"].map((part) => numberIn(own[part] ?? ""));
  if (!(of >= 1 && found >= 0 && found <= of)) return null;
  const [share, square] = [found / of, SURE * SURE];
  const middle = share + square / (2 * of);
  const around = SURE * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  const [low, high] = [-1, 1].map((side) => (middle + side * around) / (1 + square / of));
  const told = { low: whole(100 * low), at: whole(100 * share), high: whole(100 * high) };
  const aim = numberIn(own.aim ?? "");
  return aim >= 0 && aim <= CELLS ? { ...told, aim: whole(aim) } : told;
};

export const shareRow = (own, labels) => {
  const shares = counted(own);
  if (!shares) return null;
  const { low, at, high, aim = null } = shares;
  const spans = [
    [0, low, "sure"],
    [low, at, "half"],
    [at, high, "doubt"],
  ];
  const words = Object.fromEntries(
    ["counted", "when", "found", "of"].map((part) => [part, line(own[part] ?? "")]),
  );
  const label = words.when ? String(say(labels.share, words)) : words.counted;
  return [
    sentence(label) || labels.own,
    String(say(aim === null ? labels.share_said : labels.share_aimed, { ...words, ...shares })),
    painted(spans, aim),
    labels.share_ends.split(", "),
    aim,
  ];
};

// What a figure of the record is called where it stands by itself.
export const named = ({ question, about }) =>
  about === question ? question.replace(/\?$/, "") : `${question} (${about})`;

export const changeRow = (figure, labels) => {
  const [low, at, high] = figure.spread.split(" ").map(Number);
  const mine =
    low < high
      ? [
          [low, at, "half"],
          [at, high, "doubt"],
        ]
      : [[at - 1, at + 1, "sure"]];
  return [
    named(figure),
    String(say(labels.change_said, figure)),
    painted(mine, CELLS / 2),
    labels.change_ends.split(", "),
    CELLS / 2,
  ];
};
