// Shared by every widget and put in front of its text. It imports nothing and puts no data into markup.
const sf = (() => {
  // JupyterLab takes arrow keys from controls in an output unless the control itself says not to.
  const FORM = new Set(["input", "select", "button", "summary", "textarea"]);

  const el = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value === true) node.setAttribute(name, "");
      else if (value !== false && value != null) node.setAttribute(name, value);
    }
    if (FORM.has(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true");
    node.append(...children.filter((child) => child != null));
    return node;
  };

  // One count a document: each widget has a copy of this module, and two chapters may be open in one JupyterLab.
  const uid = (word) => {
    window.steelFrameSerial = (window.steelFrameSerial ?? 0) + 1;
    return `sf-${word}-${window.steelFrameSerial}`;
  };

  // A box with its words. It stands in its label, so that a tap on the words cannot tick another question's.
  const option = (box, ...words) => el("label", { class: "sf-option" }, box, el("span", { class: "sf-words" }, ...words));

  // Dark or light: JupyterLab says so on the body; elsewhere the system does.
  const isDark = () => {
    const told = document.body.dataset.jpThemeLight;
    if (told !== undefined) return told === "false";
    return matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const onTheme = (call) => {
    const watch = new MutationObserver(call);
    watch.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
    const media = matchMedia("(prefers-color-scheme: dark)");
    media.addEventListener("change", call);
    return () => {
      watch.disconnect();
      media.removeEventListener("change", call);
    };
  };

  const recolour = (value, twins) => {
    if (typeof value === "string") return twins[value] ?? value;
    if (Array.isArray(value)) return value.map((item) => recolour(item, twins));
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, recolour(v, twins)]));
    return value;
  };

  const gunzip = (bytes) =>
    new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();

  // One guard for what a student touches: a plain sentence on the page, the error itself in the console.
  const guard =
    (place, call) =>
    (...parts) => {
      try {
        return call(...parts);
      } catch (error) {
        place.textContent = say("shared.stopped");
        place.classList.add("sf-fault");
        console.error(error);
        return undefined;
      }
    };

  // Said above what is asked: earlier answers are there and could not be read, so none is shown.
  const unread = (host) => (host.unread ? [el("div", { class: "sf" }, el("p", { class: "sf-fault", role: "status" }, host.unread))] : []);

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
  const hold = (host, id) => tell(host, id, "held");
  const open = (host, id, guess) => tell(host, id, guess);
  const onHeld = (host, id, call, signal) => {
    const { states, told } = shelfOf(host);
    told.addEventListener("held", (event) => event.detail === id && call(states.get(id)), { signal });
    call(states.get(id));
  };

  return { el, uid, option, isDark, onTheme, recolour, gunzip, guard, unread, hold, open, onHeld };
})();
