// What a kernel does in JupyterLab, done by the page: models that hold their states, and a place for the answers.
(() => {
  const bytesOf = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const decoded = (value) => (value && typeof value === "object" && "base64" in value ? bytesOf(value.base64) : value);

  // Answers: one line a key, so that two tabs never write over each other. The key says who wrote the line and which
  // place it has among all: the order in which they came, whatever a clock said. Lines without a place, which an older
  // edition kept, come first, by their time.
  const { whole, isLine, lineIn, parsed, nameOf, inOrder, meet } = steelFrameLines;
  const MARK = "steel-frame:answer:";
  const device = [...crypto.getRandomValues(new Uint8Array(4))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const memory = new Map(); // what the browser did not take, for as long as the page is open
  let written = 0;
  const keysKept = () => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(MARK));
    } catch {
      return [];
    }
  };
  const textOf = (key) => memory.get(key) ?? localStorage.getItem(key) ?? "";
  const placeOf = (key) => {
    const place = Number(key.split(":")[4]);
    return Number.isSafeInteger(place) ? place : 0;
  };
  const byPlace = (a, b) => a.place - b.place || (a.text < b.text ? -1 : 1);
  const byTime = (a, b) => (a.at === b.at ? byName(a, b) : a.at < b.at ? -1 : 1);
  const byName = (a, b) => (a.device === b.device ? a.n - b.n : a.device < b.device ? -1 : 1);
  const lines = () => {
    const kept = [...new Set([...keysKept(), ...memory.keys()])].map((key) => ({ place: placeOf(key), text: textOf(key) }));
    const old = kept.filter(({ place }) => !place).map(({ text }) => lineIn(text)).filter(Boolean).sort(byTime);
    const placed = kept.filter(({ place }) => place).sort(byPlace).map(({ text }) => lineIn(text)).filter(Boolean);
    return inOrder([...old, ...placed]);
  };
  const lastPlace = () => [...keysKept(), ...memory.keys()].map(placeOf).reduce((a, b) => Math.max(a, b), 0);
  // Put lines at places from `place` on; returns whether the browser took all. One that stands earlier too counts at its
  // last place, so that the earlier copy may go.
  const put = (some, place, inMemory) => {
    const whose = (key) => key.split(":").slice(0, 4).join(":");
    const earlier = keysKept().reduce((map, key) => map.set(whose(key), [...(map.get(whose(key)) ?? []), key]), new Map());
    const kept = some.filter((line, i) => {
      const name = MARK + nameOf(line);
      const key = `${name}:${place + i}`;
      try {
        localStorage.setItem(key, JSON.stringify(line));
        (earlier.get(name) ?? []).forEach((other) => localStorage.removeItem(other));
        return true;
      } catch {
        if (inMemory) memory.set(key, JSON.stringify(line));
        return false;
      }
    });
    return kept.length === some.length;
  };
  const latest = (items) => {
    const known = new Map(items.map((item) => [item.id, item]));
    const fitting = lines().filter(({ item, answer }) => known.has(item) && steelFrameFits(known.get(item), answer));
    return Object.fromEntries(fitting.map(({ item, answer }) => [item, answer]));
  };
  const answered = (message, item, score) => {
    const line = {
      v: 1,
      at: new Date().toISOString().slice(0, 19) + "Z",
      device,
      n: written + 1,
      item: item.id,
      kind: item.kind,
      answer: whole(message.answer),
      score,
      mode: "practice",
      seconds: message.seconds >= 0 && message.seconds < Infinity ? message.seconds : null
    };
    if (!isLine(line)) throw new Error("That text is too long to be kept; shorten it and keep it again.");
    written += 1;
    return put([line], lastPlace() + 1, true);
  };
  const brought = (text) => {
    const theirs = inOrder(parsed(text));
    if (!theirs.length) throw new Error("That file holds no answers; choose the answers.jsonl that you took with you.");
    const { missing, again } = meet(lines(), theirs, Date.now());
    const next = lastPlace() + 1;
    // What must stay the newest moves behind the others first: if there is no room for all, it is the newest still.
    if (!put(again, next + missing.length, false) || !put(missing, next, false))
      throw new Error("This browser has no room for all of them, so keep the file; close other pages or free space, and bring it in again.");
    return missing.length;
  };
  const forgotten = () => {
    memory.clear();
    try {
      keysKept().forEach((key) => localStorage.removeItem(key));
    } catch {
      // Nothing was kept.
    }
  };

  // plotly.js: in the page itself, or in a script beside it, as gzip in base64.
  const plotly = () =>
    new Promise((resolve, reject) => {
      const inside = document.getElementById("plotly");
      if (inside) return resolve(bytesOf(inside.textContent));
      const script = document.createElement("script");
      script.src = "assets/plotly.js";
      script.onload = () => resolve(bytesOf(window.steelFramePlotlyText));
      script.onerror = () => reject(new Error("assets/plotly.js is not beside this page"));
      document.head.append(script);
      return undefined;
    });

  const models = new Set();
  const answer = {
    plotly: async () => [{},
      [await plotly()]
    ],
    answer: async (message, model) => {
      const item = model.get("items").find(({ id }) => id === message.item);
      if (!item || !steelFrameFits(item, message.answer)) throw new Error("That answer belongs to no question here; open the page again.");
      const kept = answered(message, item, message.score ?? null);
      models.forEach((other) => other.get("lines") && other.set("lines", lines()));
      return [{ kept, said: kept ? "Kept in this browser." : "Not kept in this browser." }];
    },
    export: async () => [{ text: lines().map((line) => JSON.stringify(line) + "\n").join("") }],
    import: async (message) => [{ added: brought(message.text) }],
    forget: async () => {
      forgotten();
      return [{ forgotten: true }];
    },
  };
  const model = (state) => {
    const values = new Map(Object.entries(state).map(([name, value]) => [name, decoded(value)]));
    const heard = new Map();
    const tell = (name, ...parts) => [...(heard.get(name) ?? [])].forEach((call) => call(...parts));
    const self = {
      get: (name) => values.get(name),
      set: (name, value) => {
        values.set(name, value);
        tell(`change:${name}`);
      },
      save_changes: () => {},
      on: (name, call) => heard.set(name, [...(heard.get(name) ?? []), call]),
      off: (name, call) => heard.set(name, (heard.get(name) ?? []).filter((other) => other !== call)),
      send: async (message) => {
        const head = { re: message.kind, id: message.id };
        try {
          const [reply, buffers] = await answer[message.kind](message, self);
          if (message.kind === "import" || message.kind === "forget") self.set("lines", lines());
          tell("msg:custom", { ...head, ...reply }, buffers ?? []);
        } catch (error) {
          tell("msg:custom", { ...head, problem: error.message }, []);
        }
      },
    };
    if (values.has("items")) values.set("past", latest(values.get("items")));
    if (values.has("lines")) values.set("lines", lines());
    if (values.has("kernel")) values.set("kernel", false);
    if (values.has("place")) values.set("place", "Your answers stay in this browser. Take them with you before you clear it or change the machine.");
    models.add(self);
    return self;
  };

  const modules = new Map();
  const load = (name) => {
    if (!modules.has(name)) {
      const url = URL.createObjectURL(new Blob([window.steelFrameModules[name]], { type: "text/javascript" }));
      modules.set(name, import(url));
    }
    return modules.get(name);
  };

  const theme = () => {
    const chosen = matchMedia("(prefers-color-scheme: dark)");
    const set = () => (document.body.dataset.jpThemeLight = String(!chosen.matches));
    chosen.addEventListener("change", set);
    set();
  };

  const wake = async (place) => {
    const twin = [...place.childNodes];
    try {
      const { module, state } = JSON.parse(document.getElementById(place.dataset.widget).textContent);
      const { default: widget } = await load(module);
      place.replaceChildren();
      await widget.render({ model: model(state), el: place });
      place.dataset.live = "true";
    } catch (error) {
      const said = document.createElement("p");
      said.textContent = "This part could not be started, so it stands here as on paper. Your answers are kept.";
      place.replaceChildren(said, ...twin); // one part that fails leaves the others, and its own words, on the page
      throw error;
    }
  };

  // Words first: what asks comes to life in the order of the page, a chart when the reader comes near.
  const start = async () => {
    theme();
    const places = [...document.querySelectorAll("[data-widget]")];
    const near = new IntersectionObserver((seen) => seen.forEach((entry) => {
      if (!entry.isIntersecting) return;
      near.unobserve(entry.target);
      wake(entry.target).catch(console.error);
    }), { rootMargin: "800px" });
    for (const place of places) {
      if (place.dataset.module === "explorable") near.observe(place);
      else await wake(place).catch(console.error);
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
