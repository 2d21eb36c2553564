// What a kernel does in JupyterLab, done by the page: models that hold their states, and a place for the answers.
(() => {
  const bytesOf = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const decoded = (value) => (value && typeof value === "object" && "base64" in value ? bytesOf(value.base64) : value);

  // Answers: one line a key, so that two tabs never write over each other; datasets/schemas/answer.json is the contract.
  const MARK = "steel-frame:answer:";
  const device = [...crypto.getRandomValues(new Uint8Array(4))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const memory = new Map();
  let written = 0;
  const stored = () => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(MARK)).map((key) => localStorage.getItem(key));
    } catch {
      return [...memory.values()];
    }
  };
  const put = (key, text) => {
    memory.set(key, text);
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  };
  const parsed = (text) => {
    try {
      const line = JSON.parse(text);
      return line && ["at", "device", "n", "item", "answer"].every((key) => key in line) ? line : undefined;
    } catch {
      return undefined;
    }
  };
  const order = (line) => [String(line.at), String(line.device), String(line.n).padStart(9, "0")].join(" ");
  const lines = () => stored().map(parsed).filter(Boolean).sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  const nameOf = (line) => `${MARK}${line.device}:${line.n}`;
  const latest = (items) => {
    const wanted = new Set(items.map((item) => item.id));
    return Object.fromEntries(lines().filter((l) => wanted.has(l.item)).map((l) => [l.item, l.answer]));
  };
  const answered = (message, item, score) => {
    const line = {
      v: 1,
      at: new Date().toISOString().slice(0, 19) + "Z",
      device,
      n: ++written,
      item: item.id,
      kind: item.kind,
      answer: message.answer,
      score,
      mode: "practice",
      seconds: message.seconds ?? null
    };
    return put(nameOf(line), JSON.stringify(line));
  };
  const brought = (text) => {
    const theirs = text.split("\n").map(parsed).filter(Boolean);
    if (!theirs.length) throw new Error("That file holds no answers; choose the answers.jsonl that you took with you.");
    const ours = new Set(lines().map(nameOf));
    const fresh = theirs.filter((line) => !ours.has(nameOf(line)));
    const kept = fresh.filter((line) => put(nameOf(line), JSON.stringify(line)));
    if (kept.length < fresh.length) throw new Error("This browser has no room for all of them, so keep the file; close other pages or free space, and bring it in again.");
    return new Set(fresh.map(nameOf)).size;
  };
  const forgotten = () => {
    memory.clear();
    try {
      for (const key of Object.keys(localStorage).filter((k) => k.startsWith(MARK))) localStorage.removeItem(key);
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
      const kept = answered(message, item, message.score ?? null);
      models.forEach((other) => other.get("lines") && other.set("lines", lines()));
      return [{ kept, said: kept ? "Kept in this browser." : "Not kept: this browser keeps nothing for this page. Take it with you before you close it." }];
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
    const { module, state } = JSON.parse(document.getElementById(place.dataset.widget).textContent);
    const { default: widget } = await load(module);
    place.replaceChildren();
    await widget.render({ model: model(state), el: place });
    place.dataset.live = "true";
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
