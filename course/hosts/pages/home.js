// The home page: under each chapter, how much of it the reader has answered.

import { say } from "../browser/words.js";

/** @import { Host } from "../browser/shapes/host.d.ts" */

/** @param {Promise<(data: object) => Host>} hostOf */
export const progress = async (hostOf) => {
  /** @type {NodeListOf<HTMLElement>} */
  const tiles = document.querySelectorAll("[data-asked]");
  if (!tiles.length) return;
  const host = (await hostOf)({});
  const answered = new Set(host.lines.map(({ item }) => item));
  for (const tile of tiles) {
    const asked = (tile.dataset.asked ?? "").split(" ");
    const [done, of] = [asked.filter((item) => answered.has(item)).length, asked.length];
    const told = tile.querySelector(".told");
    if (!done || !told) continue;
    told.textContent = done === of ? say("home.all_done", { of }) : say("home.done", { done, of });
    tile.style.setProperty("--done", String(done / of));
  }
};
