// A number given as a mark on a line. An answer: a number on that line, in the unit of the item.

import { fieldsOf } from "../drafts.js";
import { el } from "../shared.js";
import { say } from "../words.js";
import { isNumber, KINDS } from "./kind.js";
import { inUnit, numberBox, ofNumber } from "./parts.js";

/** @import { Estimate, Kind } from "../shapes/items.d.ts" */

KINDS.estimate = (() => {
  const fits = (item, answer) =>
    isNumber(answer) && item.line[0] <= answer && answer <= item.line[1];
  // How far the mark lies from the known value, rounded as the line is stepped; Python does the
  // same.
  const distance = (item, answer) => {
    const scale = 10 ** (String(item.step).split(".")[1] ?? "").length;
    const away = Math.floor(Math.abs(answer - item.answer) * scale + 0.5) / scale;
    const told = { known: inUnit(item, item.answer), away: inUnit(item, away) };
    if (!away) return say("estimate.met", told);
    return answer < item.answer ? say("estimate.below", told) : say("estimate.above", told);
  };
  const doubt = (item) => {
    if (!item.interval) return [];
    const [low, high] = item.interval;
    return [say("estimate.interval", { low, high: inUnit(item, high) })];
  };
  const shareOf = ([from, to], value) => (100 * (value - from)) / (to - from);
  // What stands at a place of the line keeps within it: at its ends it reaches inwards.
  const at = (item, value, name, ...words) => {
    const share = shareOf(item.line, value);
    return el(
      "span",
      { class: `sf-${name}`, style: `left: ${share}%; transform: translateX(-${share}%)` },
      ...words,
    );
  };
  return /** @satisfies {Kind<Estimate, number>} */ ({
    ...ofNumber,
    fits,
    feedback: (item, answer) => {
      const why = ofNumber.score(item, answer)
        ? item.feedback
        : answer < item.answer
          ? item.low
          : item.high;
      return [distance(item, answer), ...doubt(item), why];
    },
    // The mark and the known value with its interval, on the line.
    drawn: (item, answer) => {
      const [from, to] = item.line;
      const [low, high] = (item.interval ?? [item.answer, item.answer]).map((value) =>
        shareOf(item.line, value),
      );
      return [
        el(
          "div",
          { class: "sf-scale", role: "img", "aria-label": distance(item, answer) },
          at(
            item,
            item.answer,
            "scale-known",
            say("estimate.known", { answer: inUnit(item, item.answer) }),
          ),
          el(
            "div",
            { class: "sf-rail" },
            el("span", { class: "sf-span", style: `left: ${low}%; width: ${high - low}%` }),
            at(item, item.answer, "truth"),
            at(item, answer, "mark"),
          ),
          at(item, answer, "scale-you", say("estimate.you", { answer: inUnit(item, answer) })),
          el("div", { class: "sf-ends" }, el("span", {}, String(from)), el("span", {}, String(to))),
        ),
      ];
    },
    parts: (item) => {
      const [from, to] = item.line;
      const put = (value) => {
        slide.value = value;
        tell();
      };
      const tell = () => {
        slide.classList.toggle("sf-unset", box.value === "");
        slide.setAttribute(
          "aria-valuetext",
          box.value === "" ? say("estimate.on_line", { from, to }) : inUnit(item, box.value),
        );
      };
      const { box, label, read } = numberBox(item, (value) =>
        Number.isFinite(value) ? put(value) : tell(),
      );
      const slide = el("input", {
        type: "range",
        min: from,
        max: to,
        step: item.step,
        "data-control": `${item.id}-line`,
        "aria-label": say("estimate.line"),
        oninput: () => {
          box.value = slide.value;
          box.dispatchEvent(new Event("input", { bubbles: true }));
        },
      });
      const restore = (answer) => {
        box.value = String(answer);
        put(answer);
      };
      tell();
      const fields = fieldsOf([box]);
      return {
        nodes: [
          el(
            "div",
            { class: "sf-slide" },
            slide,
            el(
              "div",
              { class: "sf-ends" },
              el("span", {}, String(from)),
              el("span", {}, String(to)),
            ),
          ),
          label,
        ],
        ask: say("estimate.on_line", { from, to }),
        read: () => (fits(item, read()) ? read() : null),
        restore,
        fields: {
          ...fields,
          put: ([typed]) => {
            box.value = typed;
            box.dispatchEvent(new Event("input"));
          },
        },
      };
    },
  });
})();
