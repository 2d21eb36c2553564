// Brings the documents of a page to life, each with its module and the page's host.

import { bytesOf, gunzip } from "../browser/packed.js";
import { say } from "../browser/words.js";
import { bar } from "./bar.js";
import { progress } from "./home.js";

const modules = new Map();
export const load = (name) => {
  if (!modules.has(name)) {
    const { files, modules: ordered } = window.steelFrameModules;
    const text = ordered[name].map((file) => files[file]).join("\n");
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    modules.set(name, import(url));
  }
  return modules.get(name);
};

export const theme = () => {
  const chosen = matchMedia("(prefers-color-scheme: dark)");
  const set = () => (document.body.dataset.jpThemeLight = String(!chosen.matches));
  chosen.addEventListener("change", set);
  set();
};

const wake = async (place, hostOf) => {
  const twin = [...place.childNodes];
  const life = new AbortController();
  try {
    const { module, data } = JSON.parse(place.nextElementSibling.textContent);
    const { show } = await load(module);
    const content = JSON.parse(await gunzip(bytesOf(data)));
    const made = (await hostOf)(content); // until then the twin stands, with its picture
    place.replaceChildren();
    place.dataset.waking = "true"; // what is drawn now has the width that it will keep
    await show({ data: content, host: made, el: place, signal: life.signal });
    place.dataset.live = "true";
  } catch (error) {
    life.abort();
    delete place.dataset.waking; // the twin has its frame again
    const said = document.createElement("p");
    said.textContent = say("host.not_started");
    // One part that fails leaves the others, and its own words, on the page.
    place.replaceChildren(said, ...twin);
    throw error;
  }
};

// Words first: what asks comes to life in the order of the page, a chart when the reader comes
// near.
const start = async (hostOf) => {
  theme();
  bar();
  progress(hostOf).catch(console.error);
  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll(".widget[data-module]");
  const near = new IntersectionObserver(
    (seen) =>
      seen.forEach((entry) => {
        if (!entry.isIntersecting) return;
        near.unobserve(entry.target);
        wake(entry.target, hostOf).catch(console.error);
      }),
    { rootMargin: "800px" },
  );
  for (const place of places) {
    if (place.dataset.module === "explorable") near.observe(place);
    else await wake(place, hostOf).catch(console.error);
  }
};

// hostOf: the promise of a function that gives the host of a document.
export const wakeAll = (hostOf) => {
  if (document.readyState === "loading")
    document.addEventListener("DOMContentLoaded", () => start(hostOf));
  else start(hostOf);
};
