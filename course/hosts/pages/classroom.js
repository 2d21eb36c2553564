// The lecturer's page of a class: how far a step is, without loading the page again and again; and
// no mark is lost that is typed and not kept.

import { say } from "../browser/words.js";

const EVERY = 1200; // milliseconds
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
/** @type {(id: string) => HTMLElement | null} */
const at = (id) => document.getElementById(id);

const tell = (now) => {
  const [doing, bar, lines] = [at("doing"), at("bar"), at("lines")];
  if (!doing || !bar || !lines) return;
  const said = say("class.underway", { doing: now.doing || say("class.begins") });
  if (doing.textContent !== said) doing.textContent = said;
  // Until it is known of how much, it moves to and fro.
  if (now.of) Object.assign(bar, { max: now.of, value: now.done });
  const old = lines.children.length;
  for (const [n, sentence] of now.told.entries()) {
    const line = lines.children[n] ?? document.createElement("li");
    line.setAttribute("dir", "auto");
    if (line.textContent !== sentence) line.textContent = sentence;
    if (n >= old) lines.append(line);
  }
};

const follow = async ({ state, version, step }) => {
  const away = at("away");
  try {
    const reply = await fetch(state, { headers: { Accept: "application/json" } });
    if (!reply.ok) throw new Error(`${reply.status}`);
    const now = await reply.json();
    if (`${now.version}` !== version || (now.step ?? "") !== step) {
      if (now.version !== Number(version) && step) location.hash = step;
      location.reload();
      return;
    }
    tell(now);
    if (away) away.textContent = "";
  } catch {
    if (away) away.textContent = say("class.away");
  }
  setTimeout(follow, step ? EVERY : 4 * EVERY, { state, version, step });
};

const guard = (form) => {
  let isTyped = false;
  form.addEventListener("input", () => {
    isTyped = true;
  });
  form.addEventListener("submit", () => {
    isTyped = false;
  });
  addEventListener("beforeunload", (event) => {
    if (isTyped) event.preventDefault();
  });
};

// More than the server takes is not sent at all: it would cut the line without a word.
const bounded = (input) => {
  const { most, bytes } = input.dataset;
  input.addEventListener("change", () => {
    const files = [...input.files];
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const isMore = files.length > Number(most) || size > Number(bytes);
    const told = { most, size: Number(bytes) / 1e6 };
    input.setCustomValidity(isMore ? say("class.bring_too_much", told) : "");
    input.reportValidity();
  });
};

const { state, version, step } = main.dataset;
if (state) follow({ state, version, step });
const form = main.dataset.form === undefined ? null : main.querySelector("form");
if (form) guard(form);
const files = at("files");
if (files) bounded(files);
