// Steps are put in order. An answer: the steps' numbers, from 0, as put; a step's number is its
// right place.

import { el } from "../shared.js";
import { say } from "../words.js";
import { areDifferent, arePlaces, KINDS } from "./kind.js";
import { inParts } from "./parts.js";

/** @import { Kind, Order } from "../shapes/items.d.ts" */

// A list with the entry at `place` moved by one up (-1) or down (1).
export const moved = (list, place, by) => {
  const to = place + by;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  [next[place], next[to]] = [next[to], next[place]];
  return next;
};

// Where a step goes that is held at height y, among the middles of the others from top to bottom.
const placeAt = (middles, y) => middles.filter((middle) => middle < y).length;

KINDS.order = (() => {
  const wrong = (answer) => answer.flatMap((step, place) => (step === place ? [] : [place]));
  const told = inParts(
    (item) => item.steps,
    (_, answer) => wrong(answer),
  );
  const fits = (item, answer) =>
    arePlaces(item.steps.length, answer) &&
    areDifferent(answer) &&
    answer.length === item.steps.length;
  return /** @satisfies {Kind<Order, number[]>} */ ({
    fits,
    // Two neighbours in each other's place are half right.
    score: (_, answer) => {
      const [one, other, ...more] = wrong(answer);
      if (one === undefined) return 1;
      return other === one + 1 && !more.length ? 0.5 : 0;
    },
    // One step out of place moves all that follow.
    feedback: (item, answer) => told.feedback(item, answer).slice(0, 1),
    parts: (item) => {
      let steps = [...item.shown];
      const list = el("ol", { class: "sf-steps" });
      const told = el("p", { class: "sf-told", "aria-live": "polite" });
      const tell = (step) =>
        (told.textContent = say("kinds.step_now", {
          step: item.steps[step].text,
          n: steps.indexOf(step) + 1,
        }));
      const put = (step, by) => {
        steps = moved(steps, steps.indexOf(step), by);
        draw();
        list.dispatchEvent(new Event("change", { bubbles: true }));
        const buttons = [...rows[step].querySelectorAll("button")].filter((b) => !b.disabled);
        (buttons.find((b) => b.dataset.by === String(by)) ?? buttons[0]).focus();
        tell(step);
      };
      const arrow = (step, by, sign, name) =>
        el(
          "button",
          {
            type: "button",
            class: "sf-quiet",
            "data-control": item.id,
            "data-step": step,
            "data-by": by,
            "aria-label": name,
            onclick: () => put(step, by),
          },
          sign,
        );
      // Mouse and finger may drag a step by its grip; the arrows do the same for keys.
      const drag = (step) => (event) => {
        event.preventDefault();
        const life = new AbortController();
        const on = (type, call) => document.addEventListener(type, call, { signal: life.signal });
        const others = steps.filter((other) => other !== step);
        rows[step].classList.add("sf-dragged");
        on("pointermove", ({ clientY }) => {
          const middles = others
            .map((other) => rows[other].getBoundingClientRect())
            .map((r) => r.top + r.height / 2);
          const to = placeAt(middles, clientY);
          steps = [...others.slice(0, to), step, ...others.slice(to)];
          draw();
        });
        const stop = () => {
          life.abort();
          rows[step].classList.remove("sf-dragged");
          list.dispatchEvent(new Event("change", { bubbles: true }));
          tell(step);
        };
        on("pointerup", stop);
        on("pointercancel", stop);
      };
      const row = (step) =>
        el(
          "li",
          {},
          el(
            "div",
            { class: "sf-step" },
            el("span", { class: "sf-grip", "aria-hidden": "true", onpointerdown: drag(step) }, "⠿"),
            el("span", {}, item.steps[step].text),
            arrow(step, -1, "↑", say("kinds.move_up", { step: item.steps[step].text })),
            arrow(step, 1, "↓", say("kinds.move_down", { step: item.steps[step].text })),
          ),
        );
      const rows = item.steps.map((_, step) => row(step));
      const draw = () => {
        list.append(...steps.map((step) => rows[step]));
        steps.forEach((step, place) =>
          rows[step].querySelectorAll("button").forEach((b) => {
            b.disabled = place === (Number(b.dataset.by) < 0 ? 0 : steps.length - 1);
          }),
        );
      };
      draw();
      const restore = (answer) => {
        steps = [...answer];
        draw();
      };
      return {
        nodes: [list, told],
        ask: "",
        read: () => steps,
        restore,
        fields: { read: () => steps, fits: (left) => fits(item, left), put: restore },
      };
    },
  });
})();
