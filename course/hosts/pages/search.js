// The search on the contents page: plain words, all of which must stand in a chapter; shows where
// the first one does.

import { say } from "../browser/words.js";

const box = /** @type {HTMLInputElement} */ (document.getElementById("find"));
const found = /** @type {HTMLElement} */ (document.getElementById("found"));
const hit = ({ title, address, text }, words) => {
  const low = text.toLowerCase();
  if (!words.every((word) => low.includes(word))) return undefined;
  const at = low.indexOf(words[0]);
  return { title, address, near: text.slice(Math.max(0, at - 60), at + 90).trim() };
};
const show = () => {
  const words = box.value
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 1);
  const hits = words.length
    ? window.steelFrameTexts.map((page) => hit(page, words)).filter((one) => one !== undefined)
    : [];
  found.replaceChildren(
    ...hits.map(({ title, address, near }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = address;
      link.textContent = title;
      item.append(link, ` … ${near} …`);
      return item;
    }),
  );
  if (words.length && !hits.length) found.textContent = say("search.none");
};
box.addEventListener("input", show);
box.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
