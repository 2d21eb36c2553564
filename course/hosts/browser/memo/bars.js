// The memo's chart, in hundredths; course/capstone/bars.py does the same, and says how.

import { numberIn } from "../numerals.js";
import { say } from "../words.js";
import { line, sentence } from "./lines.js";

const CELLS = 100;
// How many standard errors to either side.
const SURE = 1.96;
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
  const aim = numberIn(own.aim ?? "");
  return aim >= 0 && aim <= CELLS ? { ...told, aim: whole(aim) } : told;
};

export const shareRow = (own, labels) => {
  const shares = counted(own);
  if (!shares) return null;
  const { low, at, high, aim = null } = shares;
  const words = Object.fromEntries(
    ["counted", "when", "found", "of"].map((part) => [part, line(own[part] ?? "")]),
  );
  const label = words.when ? say(labels.share, words) : words.counted;
  return [
    sentence(label) || labels.own,
    say(aim === null ? labels.share_said : labels.share_aimed, { ...words, ...shares }),
    [0, at, String(at)],
    [low, high, String(low), String(high)],
    aim === null ? null : [aim, say(labels.aim, { aim })],
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
    [middle, labels.no_difference],
    labels.change_ends.split(", "),
  ];
};
