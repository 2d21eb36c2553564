// The interactive behind the question on the wall, with the room's guesses in it.

import { openHeld } from "../browser/held.js";
import { bytesOf, gunzip } from "../browser/packed.js";
import { el } from "../browser/shared.js";
import { say } from "../browser/words.js";
import { load } from "./waking.js";

// A figure in `place`. show(wanted, high): another is drawn once `wanted` is another, and none for
// ""; high() says how high its chart may be, and 0 leaves it as it is.
/** @param {HTMLElement} place */
export const figureIn = (place) => {
  let shown = "";
  let life = new AbortController();
  const draw = async (wanted, high) => {
    // On a slow machine the place would be empty for seconds, before a class that waits.
    place.replaceChildren(el("p", { role: "status" }, say("live.figure_comes")));
    const reply = await fetch("room/figure");
    if (shown !== wanted) return;
    if (!reply.ok) return place.replaceChildren(); // the room is further on
    const { stored, opens, ...guess } = await reply.json();
    const [{ show }, { pageHost }] = await Promise.all([load(stored.module), load("page")]);
    const data = JSON.parse(await gunzip(bytesOf(stored.data)));
    if (shown !== wanted) return;
    if (high()) data.figure.layout.template.layout.height = high();
    const host = pageHost(data);
    const inside = el("div");
    place.replaceChildren(inside);
    await show({ data, host, el: inside, signal: life.signal });
    for (const title of inside.querySelectorAll("[role=heading]"))
      title.setAttribute("aria-level", "2"); // no chapter's headings stand above it here
    openHeld(host, opens, { ...guess, words: "" });
    // The guesses of a room lie on the chart, so it is unfolded.
    for (const more of inside.querySelectorAll("details.sf-more")) more.setAttribute("open", "");
  };
  return {
    show: (wanted, high = () => 0) => {
      if (wanted === shown) return;
      shown = wanted;
      life.abort();
      life = new AbortController();
      place.replaceChildren();
      if (!wanted) return;
      draw(wanted, high).catch((error) => {
        console.error(error);
        if (shown === wanted) place.replaceChildren();
      });
    },
  };
};
