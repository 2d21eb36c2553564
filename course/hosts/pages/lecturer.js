// The lecturer's page: what the room sees, what can be done now, and what can be asked.

import { lookOn, post } from "../browser/live/link.js";
import { choices, counted, FEW, reasons, results } from "../browser/live/results.js";
import { el } from "../browser/shared.js";
import { say } from "../browser/words.js";
import { figureIn } from "./guessed.js";
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

// What may be done at which stage; `first`: only before the second vote; `few`: only where too few
// answered; `key`: only where there is an answer.
const MAY = {
  close: { at: ["open"] },
  talk: { at: ["open", "closed"], first: true },
  reopen: { at: ["closed", "talk"], few: true },
  again: { at: ["closed", "talk"], first: true },
  show: { at: ["closed", "talk"], key: true },
  rest: { at: ["closed", "talk", "shown"] },
  end: { at: ["reading", "open", "closed", "talk", "shown"] },
};

const MANY = 100; // phones of one address in ten minutes, of which the lecturer is told

let state;
let [isHere, drawn, sure] = [false, "", ""]; // sure: what was pressed once, and asks for a second
const figure = figureIn(at("figure"));

const standing = () => {
  if (!isHere) return say("live.away");
  return `${say(STAGES[state.stage])} ${counted(state)}.`;
};

const shown = () => {
  const item = state.question;
  if (!item) return [];
  const stem = el("p", {}, el("b", {}, item.stem));
  const { stage, votes, right } = state;
  const isOpen = stage === "open";
  const hidden = isOpen || stage === "talk"; // the wall has no answers
  const told = votes.some((vote) => !vote.few);
  const instead = stage === "shown" && item.options; // the key has the counts, too
  const bars = (told || !hidden) && !instead ? results(state) : [];
  const apart = hidden && told ? say(isOpen ? "live.so_far" : "live.only_you") : "";
  const letters = item.steps || (item.options && !told && !instead) ? [choices(item)] : [];
  const none = state.answer ? [] : [el("p", {}, say("live.no_answer_is_right"))];
  return [
    stem,
    ...letters,
    apart ? el("p", { class: "sf-kept" }, apart) : "",
    ...bars,
    ...none,
    right.length ? key() : "",
  ];
};

// What is right and why, folded but at the end; nobody else sees it before.
const key = () =>
  el(
    "details",
    state.stage === "shown" ? { open: "" } : {},
    el("summary", {}, say("live.the_answer")),
    reasons(state.stage === "shown" ? state : { ...state, votes: [] }),
  );

const may = (what) => {
  const rule = MAY[what];
  if (rule.few && state.answered >= FEW) return false;
  if (rule.key && !state.answer) return false;
  return isHere && rule.at.includes(state.stage) && !(rule.first && state.vote === 2);
};

const written = () => {
  const { files, folder, of_class } = state;
  if (!Object.keys(state.asked).length) return say("live.nothing_written");
  if (!files.length) return say("live.not_written", { folder });
  return say(of_class ? "live.written_in_class" : "live.written_in", {
    folder,
    files: files.join(", "),
  });
};

// Nothing waits for a second press.
const calm = () => {
  sure = "";
  at("told").textContent = "";
  at("end").textContent = say("live.end");
};

const tell = () => {
  at("standing").textContent = standing();
  if (!state) return;
  const n = state.from_one;
  at("crowd").textContent = n >= MANY ? say("live.from_one_address", { n }) : "";
  for (const button of all("[data-do]")) {
    const can = may(button.dataset.do);
    button.hidden = !can && (button.dataset.do !== "end" || state.stage === "ended");
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
  if (sure !== "end") calm(); // the end waits for her, whatever happens meanwhile
  at("question").replaceChildren(...shown());
  at("written").textContent = stage === "ended" ? written() : "";
  figure.show(stage === "shown" && state.figure ? `${round}` : "");
};

const hear = (told) => {
  state = told;
  tell();
};

const act = async (event) => {
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
    const what = button.dataset.do ?? "";
    const { answered, joined: n } = state;
    const few = ["close", "talk"].includes(what) && state.stage === "open" && answered < FEW;
    if (sure !== what && (what === "end" || few)) {
      calm();
      sure = what;
      if (what === "end") button.textContent = say("live.end_sure");
      else at("told").textContent = say("live.few_yet", { answered, n, few: FEW });
      return;
    }
    calm();
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
