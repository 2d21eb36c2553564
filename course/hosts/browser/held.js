// A prediction holds an interactive by its id and opens it with {answer, mark, words}; either may
// be on the page first. What is held is held in its own notebook: JupyterLab may show several in
// one window.

/** @import { Host } from "./shapes/host.d.ts" */

/** @param {Host} host */
const shelfOf = (host) => {
  // One a window, whatever the number of widgets.
  window.steelFrameHeld ??= new WeakMap();
  const shelves = window.steelFrameHeld;
  const shelf = shelves.get(host.notebook) ?? { states: new Map(), told: new EventTarget() };
  shelves.set(host.notebook, shelf);
  return shelf;
};
const tell = (host, id, state) => {
  const { states, told } = shelfOf(host);
  states.set(id, state);
  told.dispatchEvent(new CustomEvent("held", { detail: id }));
};
// A card's own verdict is held, too, where a reader writes hers first.
/** @param {string} card */
export const verdictOf = (card) => `verdict ${card}`;
export const hold = (host, id) => tell(host, id, "held");
export const openHeld = (host, id, guess) => tell(host, id, guess);
export const onHeld = (host, id, call, signal) => {
  const { states, told } = shelfOf(host);
  const hear = (/** @type {any} */ event) => event.detail === id && call(states.get(id));
  told.addEventListener("held", hear, { signal });
  call(states.get(id));
};
