// What is typed or chosen and not yet kept lies in the browser: no reload, no dead kernel and no
// second run loses it.

import { say } from "./words.js";

/** @import { Host } from "./shapes/host.d.ts" */
/** @import { Fields } from "./shapes/items.d.ts" */

// In characters; a longer one no page of ours has written.
const MOST = 1000000;
// A draft belongs to the answers file that would keep it, and on a hub to the user at whose address
// the page stands.
const home = () => {
  try {
    return JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "").baseUrl;
  } catch {
    return "";
  }
};
/** @param {Host} host */
const shelf = (host) => `steel-frame:draft:${home()}:${host.shelf}:`;
const taken = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const parsed = (text) => {
  try {
    return text.length < MOST ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};

// The draft of one question. read() gives what stands on the page, fits(value) says whether this
// page can show it. `found`: what was left unkept and differs from what stands there now, or
// undefined.
/**
 * @template Left
 * @param {Host} host
 * @param {string} name
 * @param {() => Left} read
 * @param {(left: any) => boolean} fits
 */
export const draftOf = (host, name, read, fits) => {
  const key = shelf(host) + name;
  let kept = JSON.stringify(read());
  let mine = taken(key);
  let [timer, safe] = [0, true];
  const drop = () => {
    try {
      // Another window's draft is not ours to drop.
      if (taken(key) === mine) localStorage.removeItem(key);
    } catch {
      // Nothing was there.
    }
    mine = null;
  };
  const write = () => {
    clearTimeout(timer);
    removeEventListener("pagehide", write);
    timer = 0;
    const now = JSON.stringify(read());
    if (now === kept) return drop();
    try {
      safe = now.length < MOST;
      if (safe) localStorage.setItem(key, now);
      mine = now;
    } catch {
      // no room, or a browser that stores nothing: the page works all the same
      safe = false;
    }
    return undefined;
  };
  // Something was typed or chosen: written when the hand rests, when it leaves the box and when the
  // page goes.
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(write, 250);
    addEventListener("pagehide", write);
  };
  const watch = (place) => {
    for (const type of ["input", "change"]) place.addEventListener(type, note);
    place.addEventListener("focusout", () => timer && write());
    return place;
  };
  // `said`, as read() gave it when it was sent, is kept now.
  const settle = (said) => {
    kept = said;
    write();
  };
  const left = mine === null ? undefined : parsed(mine);
  const isSame = left !== undefined && JSON.stringify(left) === kept;
  const found = left !== undefined && !isSame && fits(left) ? left : undefined;
  if (isSame) drop();
  const cure = () => {
    write();
    return say(safe ? "drafts.safe" : "drafts.copy_it");
  };
  // Shows what was left, by put(value), and says so in `kept`.
  const restore = (put, kept) => {
    if (found === undefined) return;
    put(found);
    kept.textContent = say("drafts.found");
  };
  return { found, restore, watch, now: () => JSON.stringify(read()), settle, drop, cure };
};

// The boxes of a form, in their order: ticks as true or false, all else as text.
const BOX = "input, select, textarea";
const boxes = (nodes) =>
  nodes.flatMap((node) => (node.matches(BOX) ? [node] : [...node.querySelectorAll(BOX)]));
const isTick = (box) => ["radio", "checkbox"].includes(box.type);
/**
 * @param {Element[]} nodes
 * @returns {Fields<(string | boolean)[]>}
 */
export const fieldsOf = (nodes) => ({
  read: () => boxes(nodes).map((box) => (isTick(box) ? box.checked : box.value)),
  fits: (values) => {
    const all = boxes(nodes);
    const may = (box, value) => {
      if (isTick(box)) return typeof value === "boolean";
      return (
        typeof value === "string" &&
        (!box.options || [...box.options].some((o) => o.value === value))
      );
    };
    return (
      Array.isArray(values) &&
      values.length === all.length &&
      all.every((box, i) => may(box, values[i]))
    );
  },
  put: (values) =>
    boxes(nodes).forEach((box, i) => {
      box[isTick(box) ? "checked" : "value"] = values[i];
    }),
});

// Every draft of what this host's answers file would keep.
/** @param {Host} host */
export const forgetDrafts = (host) => {
  try {
    for (const key of Object.keys(localStorage).filter((k) => k.startsWith(shelf(host))))
      localStorage.removeItem(key);
  } catch {
    // Nothing was stored.
  }
};
