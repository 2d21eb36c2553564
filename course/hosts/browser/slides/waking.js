// A slide's figure or question comes to life when the slide is shown, and is made to fit its room.

import { bytesOf, gunzip } from "../packed.js";
import { el } from "../shared.js";

/** @import { Host } from "../shapes/host.d.ts" */

const LARGEST = 2.2; // times the size that it has on a phone
const SMALLEST = 0.9;
const READ = 1.87; // of a question, whose letters then have 28 px on a screen of 1280
const TRIES = 9;
const WITH = 1.87; // of what stands with the words, whose letters are then as large
const HIGH = 225; // of a chart, in its own units

// What a slide may ask of its page: nothing is kept, and plotly.js never comes, since a still is
// drawn for every state.
/** @returns {Host} */
const host = () => ({
  past: {},
  lines: [],
  unread: "",
  notebook: {},
  shelf: "",
  place: "",
  silent: "",
  again: "",
  onAnswers: () => undefined,
  keep: async () => ({ kept: true, said: "" }),
  take: async () => ({ text: "" }),
  bring: async () => ({ added: 0 }),
  forget: async () => ({ forgotten: false }),
  plotly: () => new Promise(() => undefined),
  memo: null,
});

// What stands with the words: the sentence that changes, what is moved, how lines are read.
const WITH_WORDS = [
  ".sf-verdict-line",
  ".sf-figure > .sf-title",
  ".sf-figure > .sf-controls",
  ".sf-ac-tabs",
  ".sf-ac-key",
].join();

// A picture is drawn anew for the width that it has, so a frame passes before it can be measured.
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

// What is measured once it no longer changes: a picture that was drawn anew may be drawn again.
const settled = async (/** @type {() => number} */ share) => {
  let last = NaN;
  for (let tries = 0; tries < TRIES; tries += 1) {
    await drawn();
    const now = share();
    if (now === last) break;
    last = now;
  }
  return last;
};

// Smaller until it fits. Its lines grow longer as they grow lower, hence less than in step.
// share: how much of its room it takes.
/**
 * @param {HTMLElement} node
 * @param {() => number} share
 * @param {number} largest
 * @param {number} least
 */
const shrink = async (node, share, largest, least = SMALLEST) => {
  node.style.opacity = "0";
  for (let near = largest, tries = 0; tries < TRIES; tries += 1) {
    node.style.setProperty("--near", near.toFixed(2));
    const takes = await settled(share);
    if (takes <= 1) break;
    near = Math.max(least, Math.min(near - 0.08, near / takes ** 0.8));
  }
  node.toggleAttribute("data-long", (await settled(share)) > 1);
  node.style.opacity = "";
};
const highOf = (/** @type {Element} */ node) => node.getBoundingClientRect().height;

/** @param {Element} slide */
export const fit = async (slide) => {
  /** @type {HTMLElement | null} */
  const place = slide.querySelector(".place[data-live]");
  /** @type {HTMLElement | null} */
  const moves = slide.querySelector(".moves");
  const room = place?.parentElement;
  const least = slide.matches(".asked") ? READ : SMALLEST;
  const words = moves?.parentElement;
  await Promise.all([
    room && shrink(place, () => highOf(place) / (highOf(room) + 1), LARGEST, least),
    words && shrink(moves, () => words.scrollHeight / (words.clientHeight + 1), WITH),
  ]);
};

// load: gives a module by its name.
/** @param {Element} slide @param {(name: string) => Promise<any>} load */
export const wake = async (slide, load) => {
  /** @type {HTMLElement | null} */
  const place = slide.querySelector(".place");
  const stored = slide.querySelector(":scope > script");
  if (!place || !stored || place.dataset.live) return;
  const still = [...place.childNodes];
  // The drawing stays in sight until what is alive has its size.
  const waits = el("div", { class: `${place.className} waits`, "aria-hidden": true });
  const life = new AbortController();
  place.dataset.live = "true";
  try {
    const { module, data } = JSON.parse(stored.textContent);
    const { show } = await load(module);
    const content = JSON.parse(await gunzip(bytesOf(data)));
    if (module === "explorable") content.figure.layout.template.layout.height = HIGH;
    waits.append(...still);
    place.after(waits);
    await show({ data: content, host: host(), el: place, signal: life.signal });
    const words = slide.querySelector(".beside .words");
    const moved = place.querySelectorAll(WITH_WORDS);
    if (words && moved.length) {
      // the live ones stand for them
      for (const still of words.querySelectorAll(".badge, .ends")) still.remove();
      // Of the headings of a chapter none stands above it here but the slide's own.
      for (const title of moved) if (title.ariaLevel) title.ariaLevel = "2";
      // A map's buttons look as they do on its page only within what is called a map.
      const map = place.querySelector(".sf-ac") ? "sf-ac" : "";
      words.append(el("div", { class: `sf sf-evidence ${map} moves` }, ...moved));
    }
    for (const more of place.querySelectorAll("details.sf-more"))
      more.toggleAttribute("open", place.classList.contains("chart"));
    await fit(slide);
  } catch (error) {
    life.abort();
    delete place.dataset.live;
    place.replaceChildren(...still); // the drawing stands for it
    console.error(error);
  } finally {
    waits.remove();
  }
};
