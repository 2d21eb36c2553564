// A phone in a room: a line that says how it stands and, while a question is open, the question on
// top of whatever chapter is read. An answer that cannot be sent is kept, and sent once.

import { partsOf } from "../asking.js";
import { fits } from "../kinds/kind.js";
import { el } from "../shared.js";
import { say } from "../words.js";
import { inLetters, letter, lettered } from "./letters.js";
import { lookOn, post } from "./link.js";
import { pocketOf } from "./pocket.js";
import { choices, reasons } from "./results.js";

/** @type {HTMLMetaElement | null} */
const meta = document.querySelector("meta[name='steel-frame-room']");
const word = meta?.content ?? "";
const pocket = pocketOf(word);

const line = el("p", { class: "live-standing", role: "status" });
const asked = el("div", { class: "live-asked" });
const panel = el(
  "section",
  { class: "sf sf-room-phone", "aria-label": say("live.room") },
  line,
  asked,
);

let state, round, card, seen;
// silent: what is sent gets no answer, though the line to the room is not seen to break. What the
// room tells meanwhile does not end that: only an answer does, or that nothing is left to send.
let [isHere, silent, sending, refused] = [false, false, false, ""];

const AFTER = {
  reading: "live.nothing_open",
  closed: "live.look_up",
  talk: "live.talk_now",
  shown: "live.figure_up",
  ended: "live.ended",
};

// How the phone stands, in words.
const standing = () => {
  const away = pocket.unsent ? "live.away_kept" : "live.away";
  if (!isHere || (silent && pocket.unsent)) return refused || say(away);
  if (state.stage === "ended") return say("live.ended");
  if (state.stage === "open")
    return say("live.here_answered", { n: state.joined, answered: state.answered });
  const none = state.stage === "closed" && state.answer === false;
  const more = none ? ` ${say("live.no_answer_is_right")}` : "";
  return `${say("live.here", { n: state.joined - state.away })} ${say(AFTER[state.stage])}${more}`;
};

const tell = () => {
  const said = standing();
  if (line.textContent !== said) line.textContent = said;
};

// The letters of the wall, before what can be chosen or moved here.
const withLetters = (item, nodes) => {
  const all = lettered(item);
  const places = nodes.flatMap((node) => [...node.querySelectorAll("li")]);
  const rows = item.steps ? places : nodes;
  for (const [place, row] of all.length ? rows.entries() : []) {
    const step = row.querySelector("[data-step]")?.dataset.step;
    const words = row.querySelector(item.steps ? ".sf-grip + span" : ".sf-words");
    words?.prepend(el("b", { class: "live-letter" }, letter(Number(step ?? place))), " ");
  }
};

// The question with what this phone chose, while there is nothing to answer.
const kept = () => {
  const { question: item, chose, stage } = state;
  const has = chose !== undefined;
  const open = stage === "open";
  const all = state.right ? reasons({ right: state.right, question: item }) : null;
  const options = all ?? (lettered(item).length ? choices(item, has ? [chose].flat() : []) : null);
  return el(
    "div",
    { class: "sf-card live-kept" },
    open ? el("p", { class: "sf-kept", role: "status" }, say("live.is_in")) : null,
    el("p", { class: "live-question" }, item.stem),
    has
      ? el(
          "p",
          { class: "live-chose" },
          say(lettered(item).length ? "live.you_chose" : "live.you_answered", {
            answer: inLetters(item, chose),
          }),
        )
      : null,
    options,
  );
};

const form = (item, number, vote) => {
  const parts = partsOf(item);
  withLetters(item, parts.nodes);
  const told = el("p", { class: "sf-kept", "aria-live": "polite" });
  const button = el("button", { type: "submit" }, say("live.send"));
  const fields = el(
    "fieldset",
    {},
    el(
      "legend",
      {},
      el("span", { class: "sf-count" }, say(vote === 2 ? "live.is_asked_again" : "live.is_asked")),
      item.stem,
    ),
    ...parts.nodes,
  );
  const node = el(
    "form",
    {
      class: "sf-card",
      onsubmit: (event) => {
        event.preventDefault();
        const answer = parts.read();
        if (answer === null || !fits(item, answer)) {
          told.textContent = parts.ask;
          return;
        }
        pocket.hold({ round: number, answer });
        send();
      },
    },
    fields,
    el("div", { class: "sf-actions" }, button),
    told,
  );
  const left = pocket.unsent;
  if (left && left.round === number && fits(item, left.answer)) parts.restore(left.answer);
  return {
    node,
    say: (words, done) => {
      told.textContent = words;
      fields.disabled = done;
      button.hidden = done;
    },
  };
};

// What is kept goes out, once: the room says whether it has it.
const send = async () => {
  const unsent = pocket.unsent;
  if (!unsent || sending) return;
  sending = true;
  card?.say(say(silent ? "live.waits" : "live.sending"), true);
  try {
    const reply = await post("vote", { phone: pocket.phone, ...unsent });
    silent = false;
    if (reply.status !== 429) pocket.hold(null);
    if (reply.ok) hear(reply);
    else card?.say(reply.said, reply.status === 409);
  } catch {
    silent = true;
    card?.say(say("live.waits"), true);
    if (isHere) setTimeout(send, 3000);
  } finally {
    sending = false;
    tell();
  }
};

// The message that the question is, or is no longer, on top.
const shown = () => {
  const isOpen = state.stage === "open" && state.question && !state.mine;
  if (state.mine) pocket.hold(null);
  if (!isOpen) {
    const late = pocket.unsent && pocket.unsent.round !== state.round;
    const gone = pocket.unsent && (late || state.stage !== "open");
    if (gone) pocket.hold(null);
    [round, card] = [undefined, undefined];
    const now = JSON.stringify([state.stage, state.round, state.chose]);
    if (now === seen) return; // only a number is another
    seen = now;
    asked.replaceChildren(
      ...(gone ? [el("p", { class: "sf-card", role: "status" }, say("live.too_late"))] : []),
      ...(state.question ? [kept()] : []),
    );
    asked.scrollTop = 0;
    return;
  }
  seen = undefined;
  if (round !== state.round) {
    round = state.round;
    card = form(state.question, state.round, state.vote);
    asked.replaceChildren(card.node);
    asked.scrollTop = 0;
  }
  if (pocket.unsent?.round === round) send();
};

const hear = (told) => {
  state = told;
  shown();
  document.body.classList.toggle("live-open", state.stage === "open");
  if (state.stage === "ended") pocket.empty();
  tell();
};

document.body.classList.add("live-in");
document.body.append(panel);
// The chapter begins below the line, however many lines that takes on this phone.
new ResizeObserver(() =>
  document.body.style.setProperty("--live-line", `${line.offsetHeight}px`),
).observe(line);
// The search in all chapters is large, so it comes behind all else.
const find = document.getElementById("find");
if (find) setTimeout(() => document.body.append(el("script", { src: "assets/search.js" })), 3000);
lookOn("", `phone=${pocket.phone}`, hear, (here, said) => {
  silent &&= !here || Boolean(pocket.unsent);
  [isHere, refused] = [here, here ? "" : (said ?? refused)];
  if (state || !here) tell();
});
