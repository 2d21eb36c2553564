// The lecturer's page: what the room sees, what can be done now, and what can be asked.

import { lookOn, post } from "../browser/live/link.js";
import { choices, results } from "../browser/live/results.js";
import { el } from "../browser/shared.js";
import { say } from "../browser/words.js";
import { theme } from "./waking.js";

/** @type {(id: string) => HTMLElement} */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @type {(selector: string) => HTMLButtonElement[]} */
const all = (selector) =>
  [...document.querySelectorAll(selector)].map((node) => /** @type {any} */ (node));

const STAGES = {
  reading: "live.stage_reading",
  open: "live.stage_open",
  closed: "live.stage_closed",
  talk: "live.stage_talk",
  shown: "live.stage_shown",
  ended: "live.stage_ended",
};

// What may be done at which stage; `first`: only before the second vote.
const MAY = {
  close: { at: ["open"] },
  talk: { at: ["open", "closed"], first: true },
  again: { at: ["closed", "talk"], first: true },
  show: { at: ["closed", "talk"] },
  rest: { at: ["closed", "talk", "shown"] },
  end: { at: ["reading", "open", "closed", "talk", "shown"] },
};

const MANY = 100; // phones of one address in ten minutes, of which the lecturer is told

let state;
let [isHere, drawn, sure] = [false, "", false];

const standing = () => {
  if (!isHere) return say("live.away");
  const numbers =
    state.stage === "reading" || state.stage === "ended"
      ? say("live.wall_here", { n: state.joined })
      : say("live.wall_answered", { n: state.joined, answered: state.answered });
  return `${say(STAGES[state.stage])} ${numbers}.`;
};

const shown = () => {
  const item = state.question;
  if (!item) return [];
  const stem = el("p", {}, el("b", {}, item.stem));
  if (state.votes) return [stem, ...(item.steps ? [choices(item)] : []), ...results(state)];
  return item.options || item.steps ? [stem, choices(item)] : [stem];
};

const may = (what) => {
  const rule = MAY[what];
  return isHere && rule.at.includes(state.stage) && !(rule.first && state.vote === 2);
};

const tell = () => {
  at("standing").textContent = standing();
  if (!state) return;
  const n = state.from_one;
  at("crowd").textContent = n >= MANY ? say("live.from_one_address", { n }) : "";
  for (const button of all("[data-do]")) {
    const can = may(button.dataset.do);
    button.hidden = !can && button.dataset.do !== "end";
    button.disabled = !can;
  }
  for (const button of all("[data-ask]"))
    button.disabled = !isHere || ["open", "ended"].includes(state.stage);
  for (const place of all("[data-asked]")) {
    const n = state.asked[place.dataset.asked ?? ""];
    place.textContent = n ? say("live.asked_times", { n }) : "";
  }
  const { stage, round, votes } = state;
  const now = JSON.stringify([stage, round, votes?.map((vote) => vote.of)]);
  if (now === drawn) return;
  drawn = now;
  at("question").replaceChildren(...shown());
};

const hear = (told) => {
  state = told;
  tell();
};

const act = async (event) => {
  at("told").textContent = "";
  try {
    const reply = await post("lecturer/do", event);
    if (reply.ok) hear(reply);
    else at("told").textContent = reply.said;
  } catch {
    at("told").textContent = say("live.away");
  }
};

for (const button of all("[data-do]"))
  button.addEventListener("click", () => {
    const what = button.dataset.do;
    if (what === "end" && !sure) {
      sure = true;
      button.textContent = say("live.end_sure");
      setTimeout(() => {
        sure = false;
        button.textContent = say("live.end");
      }, 6000);
      return;
    }
    act({ event: what });
  });
for (const button of all("[data-ask]"))
  button.addEventListener("click", () => {
    act({ event: "ask", question: button.dataset.ask });
    at("standing").scrollIntoView({ block: "center" });
  });

theme();
lookOn("lecturer/", "", hear, (here) => {
  isHere = here;
  if (state || !here) tell();
});
