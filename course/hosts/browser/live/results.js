// What a room answered, drawn: bars with their numbers, and for a number a strip of dots; the first
// and the second vote side by side.

import { el } from "../shared.js";
import { minus, svg } from "../svg.js";
import { say } from "../words.js";
import { letter, lettered } from "./letters.js";

export const FEW = 5;
const VOTES = { 1: "live.first_vote", 2: "live.second_vote" };

// How many have answered, of all who joined; between questions, how many are here. Who lost the
// network is neither left out nor named.
/** @param {any} state */
export const counted = ({ stage, joined, answered, away }) => {
  const told =
    stage === "reading" || stage === "ended"
      ? say("live.wall_here", { n: joined - away })
      : say("live.wall_answered", { n: joined, answered });
  return away ? `${told}; ${say("live.wall_some_away", { n: away })}` : told;
};

const inHundred = (count, n) => Math.round((100 * count) / n);
const share = (count, n) => say("live.share", { count, n, percent: inHundred(count, n) });

const bar = (label, vote, count, several) => {
  const n = vote.of;
  return el(
    "div",
    {
      class: `sf-bar live-vote-${vote.vote}`,
      role: "img",
      "aria-label": say("live.bar_of", { label, count, n }),
    },
    el("i", { style: `width: ${n ? (56 * count) / n : 0}%` }),
    el("b", {}, share(count, n)),
    several ? el("small", {}, say(VOTES[vote.vote])) : null,
  );
};

const bars = (labels, votes, several) =>
  el(
    "ol",
    { class: "live-bars" },
    ...labels.map((label, place) =>
      el(
        "li",
        {},
        el("span", { class: "live-label" }, el("b", {}, letter(place)), " ", label),
        ...votes.map((vote) => bar(label, vote, vote.counts[place], several)),
      ),
    ),
  );

// Where the line begins and ends: the item's own, or what holds nine in ten of the answers.
/** @param {any} item @param {number[]} dots, from small to large */
export const ends = (item, dots) => {
  if (item.line) return item.line;
  const last = dots.length - 1;
  const [low, high] = [dots[Math.round(0.05 * last)], dots[Math.round(0.95 * last)]];
  const room = (high - low) * 0.1 || Math.abs(high) * 0.2 || 1;
  if (dots.every(Number.isInteger)) return [Math.floor(low - room), Math.ceil(high + room)];
  return [low - room, high + room].map((value) => Number(value.toPrecision(3)));
};

const COLUMNS = 48;
const SIDE = 20;

// Each dot in its column, one upon the other: [[column, height], ...].
/** @param {number[]} dots @param {number[]} line */
export const stacked = (dots, [from, to]) => {
  const heights = new Map();
  return dots.map((dot) => {
    const share = (dot - from) / (to - from);
    const column = Math.round(Math.min(1, Math.max(0, share)) * (COLUMNS - 1));
    const height = heights.get(column) ?? 0;
    heights.set(column, height + 1);
    return [column, height];
  });
};

const half = (dots) => {
  const at = (dots.length - 1) / 2;
  return (dots[Math.floor(at)] + dots[Math.ceil(at)]) / 2;
};

const inUnit = (value, item) => `${minus(Number(value.toPrecision(4)))} ${item.unit ?? ""}`.trim();

const strip = (item, vote, line, several) => {
  const places = stacked(vote.dots, line);
  const most = Math.max(...places.map(([, height]) => height)) + 1;
  const squeeze = Math.min(1, 7 / most); // a tall pile is pressed together, and stays whole
  const high = SIDE * Math.max(2, most * squeeze);
  const said = say("live.strip", {
    n: vote.dots.length,
    low: inUnit(vote.dots[0], item),
    high: inUnit(vote.dots[vote.dots.length - 1], item),
    half: inUnit(half(vote.dots), item),
  });
  const drawn = svg(
    "svg",
    {
      viewBox: `0 0 ${COLUMNS * SIDE} ${high + 3}`,
      class: "live-dots",
      role: "img",
      "aria-label": said,
    },
    ...places.map(([column, height]) =>
      svg("circle", {
        cx: (column + 0.5) * SIDE,
        cy: high - (height + 0.5) * SIDE * squeeze,
        r: 8,
        class: `live-vote-${vote.vote}`,
      }),
    ),
    svg("path", { d: `M0 ${high + 1}H${COLUMNS * SIDE}` }),
  );
  const [low, top] = [vote.dots[0] < line[0], vote.dots[vote.dots.length - 1] > line[1]];
  const end = (value, out, key) =>
    out ? say(key, { value: inUnit(value, item) }) : inUnit(value, item);
  return el(
    "div",
    { class: "live-strip" },
    several ? el("small", {}, say(VOTES[vote.vote])) : null,
    drawn,
    el(
      "div",
      { class: "live-ends" },
      el("span", {}, end(line[0], low, "live.at_most")),
      el("span", {}, end(line[1], top, "live.at_least")),
    ),
    el("p", {}, said),
  );
};

// All votes on the question, as nodes.
/** @param {any} told the state of the wall */
export const results = (told) => {
  const { question: item, labels, votes, moved } = told;
  const several = votes.length > 1;
  const seen = votes.filter((vote) => !vote.few);
  const none = say("live.few", { n: FEW });
  const few = votes
    .filter((vote) => vote.few)
    .map(({ vote }) => el("p", {}, several ? `${say(VOTES[vote])}: ${none}` : none));
  if (!seen.length) return few;
  const { of: n, changed } = moved ?? {};
  const turned = moved
    ? [el("p", { class: "live-moved" }, say("live.changed", { n, changed }))]
    : [];
  if (!told.number) return [...few, bars(labels, seen, several), ...turned];
  const all = seen.flatMap((vote) => vote.dots).sort((a, b) => a - b);
  const line = ends(item, all);
  return [...few, ...seen.map((vote) => strip(item, vote, line, several)), ...turned];
};

// What can be chosen, with the letters that the bars have; of an order, what its letters mean.
/** @param {any} item @param {number[]} mine numbers of what a phone chose */
export const choices = (item, mine = []) =>
  el(
    "ol",
    { class: "live-bars" },
    ...lettered(item).map(({ letter: sign, text, at }) =>
      el(
        "li",
        mine.includes(at) ? { class: "live-mine" } : {},
        el("span", { class: "live-label" }, el("b", {}, sign), " ", text),
      ),
    ),
  );

// What is right and why the others are not, each with its letter and with what the votes gave it.
// brief: why the others are not is left out.
/** @param {any} told */
export const reasons = ({ right, votes = [], question: item }, brief = false) => {
  const seen = item.options ? votes.filter((vote) => !vote.few) : [];
  const counted = (place) => {
    const [newest, ...before] = [...seen].reverse().map((vote) => [vote.counts[place], vote.of]);
    const was = before.map(([count, n]) => say("live.was", { percent: inHundred(count, n) }));
    return [...was, share(...newest)].join(" ");
  };
  return el(
    "ol",
    { class: "live-bars" },
    ...right.map((one, place) =>
      el(
        "li",
        one.right ? { class: "live-right" } : {},
        el(
          "span",
          { class: "live-label" },
          el("b", {}, one.letter),
          " ",
          el(one.right ? "strong" : "span", {}, one.text),
          one.right && !item.steps
            ? el("span", { class: "live-tick" }, ` ✓ ${say("live.right_answer")}`)
            : null,
          seen.length ? el("span", { class: "live-count" }, ` ${counted(place)}`) : null,
          one.right || !brief ? el("span", { class: "live-why" }, ` ${one.why}`) : null,
        ),
      ),
    ),
  );
};
