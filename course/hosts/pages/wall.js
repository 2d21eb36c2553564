// The page for the projector: how to join, the question, how many have answered, and once the vote
// is closed, what; then the answer and the figure with the room's guesses, on one screen.

import { lookOn } from "../browser/live/link.js";
import { choices, counted, reasons, results } from "../browser/live/results.js";
import { el } from "../browser/shared.js";
import { say } from "../browser/words.js";
import { figureIn } from "./guessed.js";
import { theme } from "./waking.js";

const ZOOM = 32 / 12; // of the chart: its smallest letters, made for a phone, are 32 px here
const CHARTS = [440, 380]; // px that it is high at least, of 720; the second beside much text
// rem of the letters: the largest that leaves all on one screen
const SIZES = [4, 3.6, 3.2, 2.9, 2.6, 2.3, 2];
const SMALL = [1.8, 1.6, 1.5];

/** @type {(id: string) => HTMLElement} */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const wall = at("wall");
const figure = figureIn(at("figure"));
let state;
let [isHere, drawn] = [false, ""];

const standing = () => {
  if (!isHere) return say("live.wall_away");
  if (state.stage === "ended") return "";
  const told = counted(state);
  if (state.stage === "reading") return told;
  return state.vote === 2 ? `${say("live.wall_second")}: ${told}` : told;
};

const line = (name, words) => el("p", { class: `live-${name}` }, words);

const howTo = (item) => {
  if (item.steps) return say("live.wall_order");
  if (item.options) return say("live.wall_options");
  return item.unit ? say("live.wall_number_in", { unit: item.unit }) : say("live.wall_number");
};

// What stands below the question at this stage.
const below = () => {
  const { question: item, stage, votes, right } = state;
  const lettered = item.options || item.steps ? [choices(item)] : [];
  if (stage === "open") return [...lettered, line("how", howTo(item))];
  if (stage === "talk") return lettered;
  const key = right?.length ? [reasons(state, true)] : []; // phones have the other reasons
  const room = state.room ? [line("room", state.room)] : [];
  if (stage === "shown" && state.figure) return [...key, ...(state.number ? room : [])];
  if (key.length) return [...key, ...(item.options ? [] : results(state))];
  const few = votes.every((vote) => vote.few);
  const none = state.answer ? [] : [line("none", say("live.no_answer_is_right"))];
  return [...(few || item.steps ? lettered : []), ...results(state), ...none];
};

const over = () => [
  el("h2", { class: "live-over" }, say("live.wall_ended")),
  line("thanks", say("live.wall_thanks")),
];

// Where the whole question and its bars do not fit, the letters are smaller; then its last sentence
// stands for it.
const fit = (stem) => {
  const tooHigh = () => document.documentElement.scrollHeight > innerHeight;
  const sized = (size) => {
    wall.style.setProperty("--live-size", `${size}rem`);
    return !tooHigh();
  };
  const last = state.question?.stem.match(/[^.?!]+[.?!]*\s*$/)?.[0].trim();
  if (SIZES.some(sized)) return;
  if (stem && last) stem.textContent = last;
  if (SIZES.some(sized)) return;
  // Letters that are read from eight metres come before a high chart, and before the reason, which
  // the phones have, too.
  if (at("figure").style.minHeight) at("figure").style.minHeight = `${CHARTS[1]}px`;
  if (SIZES.some(sized)) return;
  if (state.stage === "shown") for (const why of wall.querySelectorAll(".live-why")) why.remove();
  if ([SIZES.at(-1), ...SMALL].some(sized)) return;
  sized(1.35);
};

const draw = () => {
  const { question: item, stage } = state;
  const stem = item && el("h2", { class: "live-stem" }, item.stem);
  const talk = stage === "talk" ? [line("talk", say("live.wall_talk"))] : [];
  const some = stem ? [...talk, stem, ...below()] : [];
  at("question").replaceChildren(...(stage === "ended" ? over() : some));
  const wanted = stage === "shown" && state.figure ? `${state.round} ${innerHeight}` : "";
  figure.show(""); // what is fitted is the page without it
  at("figure").style.setProperty("--live-zoom", `${ZOOM}`);
  at("figure").style.minHeight = wanted ? `${CHARTS[0]}px` : "";
  wall.style.removeProperty("--live-size");
  if (stage !== "reading") fit(stem);
  figure.show(wanted, () => Math.floor(at("figure").clientHeight / ZOOM) - 2);
};

const tell = () => {
  at("standing").textContent = standing();
  wall.classList.toggle("live-lost", !isHere); // beside a figure the line stands for that alone
  if (!state) return;
  wall.dataset.stage = state.stage;
  const { stage, round, votes } = state;
  const now = JSON.stringify([
    stage,
    round,
    votes?.map((vote) => vote.of),
    innerWidth,
    innerHeight,
  ]);
  if (now === drawn) return;
  drawn = now;
  draw();
};

theme();
addEventListener("resize", tell);
lookOn(
  "room/",
  "",
  (told) => {
    state = told;
    tell();
  },
  (here) => {
    isHere = here;
    if (state || !here) tell();
  },
);
