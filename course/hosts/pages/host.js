// A page as host: it keeps the answers in the browser.

import { fits } from "../browser/kinds/kind.js";
import { bytesOf } from "../browser/packed.js";
import { plotlyFrom } from "../browser/plotly.js";
import { say } from "../browser/words.js";
import { inOrder, isLine, lineIn, meet, nameOf, parsed, whole } from "./lines.js";

/** @import { Host, KeptLine, Told } from "../browser/shapes/host.d.ts" */
/** @import { Item } from "../browser/shapes/items.d.ts" */

// Answers: one line a key, so that two tabs never write over each other. The key says who wrote the
// line and which place it has among all: the order in which they came, whatever a clock said. Lines
// without a place, which an older edition kept, come first, by their time.
const MARK = "steel-frame:answer:";
const device = [...crypto.getRandomValues(new Uint8Array(4))]
  .map((b) => b.toString(16).padStart(2, "0"))
  .join("");
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
  const kept = [...new Set([...keysKept(), ...memory.keys()])].map((key) => ({
    place: placeOf(key),
    text: textOf(key),
  }));
  const old = kept
    .filter(({ place }) => !place)
    .map(({ text }) => lineIn(text))
    .filter((line) => line !== undefined)
    .sort(byTime);
  const placed = kept
    .filter(({ place }) => place)
    .sort(byPlace)
    .map(({ text }) => lineIn(text))
    .filter((line) => line !== undefined);
  return inOrder([...old, ...placed]);
};
const lastPlace = () =>
  [...keysKept(), ...memory.keys()].map(placeOf).reduce((a, b) => Math.max(a, b), 0);
// Put lines at places from `place` on; returns whether the browser took all. One that stands
// earlier too counts at its last place, so that the earlier copy may go.
/**
 * @param {KeptLine[]} some
 * @param {number} place
 * @param {boolean} inMemory
 */
const put = (some, place, inMemory) => {
  const whose = (key) => key.split(":").slice(0, 4).join(":");
  const earlier = keysKept().reduce(
    (map, key) => map.set(whose(key), [...(map.get(whose(key)) ?? []), key]),
    new Map(),
  );
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
/** @param {Item[]} items */
const latest = (items) => {
  const known = new Map(items.map((item) => [item.id, item]));
  const fitting = lines().filter((line) => {
    const item = known.get(line.item);
    return item && fits(item, line.answer);
  });
  return Object.fromEntries(fitting.map(({ item, answer }) => [item, answer]));
};
/** @param {Told} message @param {Item} item @param {number | null} score */
const answered = (message, item, score) => {
  const { seconds = -1 } = message;
  const line = {
    v: 1,
    at: `${new Date().toISOString().slice(0, 19)}Z`,
    device,
    n: written + 1,
    item: item.id,
    kind: item.kind,
    answer: whole(message.answer),
    score,
    mode: "practice",
    seconds: seconds >= 0 && seconds < Infinity ? seconds : null,
  };
  if (!isLine(line)) throw new Error(say("host.too_long"));
  written += 1;
  return put([line], lastPlace() + 1, true);
};
/** @param {string} text */
const brought = (text) => {
  const theirs = inOrder(parsed(text));
  if (!theirs.length) throw new Error(say("host.no_answers"));
  const { missing, again } = meet(lines(), theirs, Date.now());
  const next = lastPlace() + 1;
  // What must stay the newest moves behind the others first: if there is no room for all, it is the
  // newest still.
  if (!put(again, next + missing.length, false) || !put(missing, next, false))
    throw new Error(say("host.no_room"));
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

const messageOf = (error) => (error instanceof Error ? error.message : String(error));

// What a module may ask of the page it stands on.
const heard = new Set();
/** @returns {Host} */
export const pageHost = (data) => {
  const items = data.items ?? [];
  const said = (kept) => say(kept ? "host.kept" : "host.not_kept");
  const now = (value) => {
    heard.forEach((call) => call());
    return value;
  };
  return {
    past: latest(items),
    get lines() {
      return lines();
    },
    unread: "",
    notebook: document,
    shelf: "",
    place: say("host.place"),
    silent: say("host.silent"),
    again: say("host.again"),
    onAnswers: (call, signal) => {
      heard.add(call);
      signal.addEventListener("abort", () => heard.delete(call));
    },
    keep: async (told) => {
      const item = items.find(({ id }) => id === told.item);
      if (!item || !fits(item, told.answer)) return { problem: say("host.no_question") };
      try {
        const kept = answered(told, item, told.score ?? null);
        return now({ kept, said: said(kept) });
      } catch (error) {
        return { problem: messageOf(error) };
      }
    },
    take: async () => ({
      text: lines()
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(""),
    }),
    bring: async (text) => {
      try {
        return now({ added: brought(text) });
      } catch (error) {
        return { problem: messageOf(error) };
      }
    },
    forget: async () => {
      forgotten();
      return now({ forgotten: true });
    },
    plotly: () => plotlyFrom(window.steelFramePlotlyVersion, plotly),
    memo: null,
  };
};
