// Which slide a key leads to, and what the clock says beside the plan: pure logic.

const ON = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];

// The slide (from 0) that a key leads to from slide `at` of `count`; undefined for any other key.
/** @param {string} key @param {boolean} shift @param {number} at @param {number} count */
export const placeOf = (key, shift, at, count) => {
  const last = count - 1;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (BACK.includes(key) || (key === " " && shift)) return Math.max(at - 1, 0);
  return ON.includes(key) ? Math.min(at + 1, last) : undefined;
};

// The slide that an address names (#slide-3 is the third), within those that there are.
/** @param {string} hash @param {number} count */
export const namedIn = (hash, count) => {
  const n = Number(hash.match(/^#slide-(\d{1,3})$/)?.[1] ?? 1);
  return Math.min(Math.max(n, 1), count) - 1;
};

/** @param {number} ms */
export const clock = (ms) => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

// Whole minutes behind the plan (+) or ahead of it (-), for a slide of so many minutes that begins
// at a minute of the seminar; 0 while the time is the slide's own.
/** @param {number} ms @param {number} begins @param {number} minutes */
export const behind = (ms, begins, minutes) => {
  const gone = ms / 60000;
  if (gone > begins + minutes) return Math.ceil(gone - begins - minutes);
  return gone < begins ? -Math.ceil(begins - gone) : 0;
};
