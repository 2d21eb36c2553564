// What a phone keeps of a room: its number for the hour, and an answer that could not be sent yet.

import { isObject } from "../values.js";

const KEY = "steel-frame:room";
const LONG = 6 * 3600 * 1000; // ms; no hour is longer

const drawn = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

const left = () => {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "");
    return isObject(found) ? found : {};
  } catch {
    return {};
  }
};

// The pocket of the room called `word`. Another room's number is thrown away.
/** @param {string} word */
export const pocketOf = (word) => {
  const found = left();
  const mine =
    found.word === word &&
    /^[0-9a-f]{32}$/.test(found.phone) &&
    Math.abs(Date.now() - found.since) < LONG;
  let held = mine ? found : { word, phone: drawn(), since: Date.now(), unsent: null };
  const write = () => {
    try {
      localStorage.setItem(KEY, JSON.stringify(held));
    } catch {
      // Kept for as long as the page is open.
    }
  };
  write();
  return {
    phone: held.phone,
    /** @returns {{ round: number, answer: unknown } | null} */
    get unsent() {
      return isObject(held.unsent) ? held.unsent : null;
    },
    hold: (unsent) => {
      held = { ...held, unsent };
      write();
    },
    empty: () => {
      try {
        localStorage.removeItem(KEY);
      } catch {
        // Nothing was kept.
      }
    },
  };
};
