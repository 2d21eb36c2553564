// A prediction holds an interactive by its id and opens it with {answer, mark, words}; either may be on the page first.
// What is held is held in its own notebook: JupyterLab may show several in one window.
const shelfOf = (host) => {
  const shelves = (window.steelFrameHeld ??= new WeakMap()); // one a window, whatever the number of widgets
  if (!shelves.has(host.notebook)) shelves.set(host.notebook, { states: new Map(), told: new EventTarget() });
  return shelves.get(host.notebook);
};
const tell = (host, id, state) => {
  const { states, told } = shelfOf(host);
  states.set(id, state);
  told.dispatchEvent(new CustomEvent("held", { detail: id }));
};
export const hold = (host, id) => tell(host, id, "held");
export const openHeld = (host, id, guess) => tell(host, id, guess);
export const onHeld = (host, id, call, signal) => {
  const { states, told } = shelfOf(host);
  told.addEventListener("held", (event) => event.detail === id && call(states.get(id)), { signal });
  call(states.get(id));
};
