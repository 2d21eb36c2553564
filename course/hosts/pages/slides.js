// A chapter's slides: one at a time, by keys or buttons; ?notes is the lecturer's window.

import { otherWindow } from "../browser/slides/other.js";
import { behind, clock, namedIn, placeOf } from "../browser/slides/place.js";
import { fit, wake } from "../browser/slides/waking.js";
import { say } from "../browser/words.js";
import { load } from "./waking.js";

const [WIDE, HIGH] = [1280, 720];
const SHOWN = 2500; // ms for which the buttons stay after the mouse has moved
const TYPES = "input, select, textarea, summary, button, a";

const presents = new URLSearchParams(location.search).has("notes");
const { body } = document;
/** @type {HTMLElement[]} */
const slides = [...document.querySelectorAll(".slide")].map((one) => /** @type {any} */ (one));
const notes = [...document.querySelectorAll(".notes")];
/** @type {(selector: string) => HTMLElement} */
const the = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

let at = namedIn(location.hash, slides.length);
let began = 0;

const sized = () => {
  const zoom = Math.min(innerWidth / WIDE, innerHeight / HIGH);
  body.style.setProperty("--zoom", zoom.toFixed(3));
  body.style.setProperty("--small", ((innerWidth * 0.55) / WIDE).toFixed(3));
  fit(slides[at]);
};

const show = (/** @type {number} */ to) => {
  if (to > at && !began) began = Date.now();
  at = to;
  slides.forEach((slide, i) => {
    slide.classList.toggle("now", i === at);
    slide.classList.toggle("next", i === at + 1);
  });
  notes.forEach((note, i) => note.classList.toggle("now", i === at));
  body.classList.remove("dark");
  the(".turns output").textContent = say("slides.place", { n: at + 1, of: slides.length });
  history.replaceState(null, "", `#slide-${at + 1}`);
  if (!presents) wake(slides[at], load);
};

const other = otherWindow(
  (to) => to >= 0 && to < slides.length && show(to),
  () => at,
);
const go = (/** @type {number} */ to) => {
  show(to);
  other.tell(at);
};

const DO = {
  back: () => go(Math.max(at - 1, 0)),
  on: () => go(Math.min(at + 1, slides.length - 1)),
  notes: () => {
    const address = `${location.href.split(/[?#]/)[0]}?notes#slide-${at + 1}`;
    the(".told").textContent = other.open(address) ? "" : say("slides.no_window");
  },
  full: () => (document.fullscreenElement ? document.exitFullscreen() : body.requestFullscreen()),
  dark: () => body.classList.toggle("dark"),
  again: () => (began = Date.now()),
};
const KEYS = { f: "full", n: "notes", b: "dark", ".": "dark" };

addEventListener("keydown", (event) => {
  const { key, shiftKey, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  // A slider keeps its arrows; a clicker's keys turn the page wherever the focus is.
  const typed = target instanceof Element && target.closest(TYPES);
  if (typed && !key.startsWith("Page")) return;
  const to = placeOf(key, shiftKey, at, slides.length);
  if (to === undefined && !KEYS[key]) return;
  event.preventDefault();
  if (to === undefined) DO[KEYS[key]]();
  else go(to);
});
for (const button of document.querySelectorAll("button[data-do]"))
  button.addEventListener("click", () => DO[/** @type {any} */ (button).dataset.do]());
addEventListener("hashchange", () => go(namedIn(location.hash, slides.length)));
addEventListener("resize", sized);

let resting;
addEventListener("pointermove", () => {
  body.classList.add("moved");
  clearTimeout(resting);
  resting = setTimeout(() => body.classList.remove("moved"), SHOWN);
});

const tick = () => {
  const now = new Date();
  const gone = began ? now.getTime() - began : 0;
  const { begins, minutes } = slides[at].dataset;
  const late = began ? behind(gone, Number(begins), Number(minutes)) : 0;
  the("[data-time=day]").textContent = now.toLocaleTimeString([], {
    hour: "2-digit",
    minute: "2-digit",
  });
  the("[data-time=gone]").textContent = clock(gone);
  the("[data-time=late]").textContent = late
    ? say(late > 0 ? "slides.behind" : "slides.ahead", { n: Math.abs(late) })
    : "";
};

body.classList.add("shows");
the(".turns").hidden = false;
if (presents) {
  body.classList.add("presents");
  the(".watch").hidden = false;
  the("[data-do=notes]").hidden = true;
  tick();
  setInterval(tick, 1000);
} else if (matchMedia("(max-width: 45rem)").matches) {
  for (const slide of slides) wake(slide, load); // they stand one below the other
}
show(at);
sized();
