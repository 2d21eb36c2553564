// The page for the projector: how to join, the question, how many have answered, and once the vote
// is closed, what; then the figure behind the question with the room's guesses in it.

import { openHeld } from "../browser/held.js";
import { lookOn } from "../browser/live/link.js";
import { choices, results } from "../browser/live/results.js";
import { bytesOf, gunzip } from "../browser/packed.js";
import { el } from "../browser/shared.js";
import { say } from "../browser/words.js";
import { load, theme } from "./waking.js";

/** @type {(id: string) => HTMLElement} */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const wall = at("wall");
let state;
let [isHere, drawn, figured] = [false, "", ""];
let life = new AbortController();

const standing = () => {
  if (!isHere) return say("live.wall_away");
  if (state.stage === "ended") return say("live.wall_ended");
  if (state.stage === "reading") return say("live.wall_here", { n: state.joined });
  return say("live.wall_answered", { n: state.joined, answered: state.answered });
};

// Where the whole question and its bars do not fit, its last sentence stands for it.
const fitted = (stem) => {
  const node = el("h2", { class: "live-stem" }, stem);
  const last = stem.match(/[^.?!]+[.?!]*\s*$/)?.[0].trim();
  return {
    node,
    fit: () => {
      if (last && document.documentElement.scrollHeight > innerHeight) node.textContent = last;
    },
  };
};

// The question with what was answered, and above it, once it is shown, what the key says.
const question = () => {
  const item = state.question;
  if (!item || state.stage === "ended") return [[], []];
  const stem = fitted(item.stem);
  const lettered = item.steps || (item.options && !state.votes) ? [choices(item)] : [];
  const talk =
    state.stage === "talk" ? [el("p", { class: "live-talk" }, say("live.wall_talk"))] : [];
  const right = (state.right ?? []).map((text) => el("p", { class: "live-right" }, text));
  setTimeout(stem.fit);
  return [right, [...talk, stem.node, ...lettered, ...(state.votes ? results(state) : [])]];
};

// The interactive behind the question, with the guesses of the room in it.
const figure = async () => {
  const wanted = state.stage === "shown" && state.figure ? `${state.round}` : "";
  if (wanted === figured) return;
  figured = wanted;
  life.abort();
  life = new AbortController();
  at("figure").replaceChildren();
  if (!wanted) return;
  const reply = await fetch("room/figure");
  if (!reply.ok || figured !== wanted) return;
  const { stored, opens, ...guess } = await reply.json();
  const [{ show }, { pageHost }] = await Promise.all([load(stored.module), load("page")]);
  const data = JSON.parse(await gunzip(bytesOf(stored.data)));
  const host = pageHost(data);
  const place = el("div", { class: guess.room.length ? "live-guessed" : "" });
  at("figure").replaceChildren(place);
  await show({ data, host, el: place, signal: life.signal });
  openHeld(host, opens, guess);
  // The guesses of a room lie on the chart, so it is unfolded.
  for (const more of guess.room.length ? place.querySelectorAll("details.sf-more") : [])
    more.setAttribute("open", "");
};

const tell = () => {
  at("standing").textContent = standing();
  if (!state) return;
  wall.dataset.stage = state.stage;
  const { stage, round, votes } = state;
  const now = JSON.stringify([stage, round, votes?.map((vote) => vote.of)]);
  if (now === drawn) return;
  drawn = now;
  const [right, asked] = question();
  at("right").replaceChildren(...right);
  at("question").replaceChildren(...asked);
  figure().catch(console.error);
};

theme();
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
