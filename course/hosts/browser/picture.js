// The picture in a chart's place: a still at once; plotly.js, which is large, once the reader is
// near or touches the figure.

import { el } from "./shared.js";
import { inWords } from "./still/chart.js";
import { drawStill } from "./still.js";
import { say } from "./words.js";

/** @import { Figure, Plotly } from "./shapes/figure.d.ts" */

const NEAR = "300px";

/**
 * @template State
 * @param {HTMLElement} chart
 * @param {(state: State) => Figure & { height: number }} figureOf
 * @param {AbortSignal} signal
 */
export const pictureIn = (chart, figureOf, signal) => {
  /** @type {Plotly | undefined} */
  let Plotly;
  /** @type {State | undefined} */
  let wanted;
  /** @type {State | undefined} */
  let last;
  let busy = false;
  let drawnAt = 0; // the width of what stands there

  /** @param {State} state */
  const still = (state) => {
    if (!chart.clientWidth) return; // not laid out: the watch on its size calls again
    const { data, layout, height } = figureOf(state);
    chart.style.minHeight = `${height}px`;
    drawnAt = chart.clientWidth;
    try {
      chart.replaceChildren(drawStill({ data, layout }, chart.clientWidth, height));
    } catch (error) {
      chart.replaceChildren(el("p", { class: "sf-wait" }, say("explorable.wait")));
      console.warn(error);
    }
  };
  const paint = async () => {
    if (busy || signal.aborted || !wanted) return;
    if (!Plotly) {
      still(wanted);
      return;
    }
    busy = true;
    while (wanted && !signal.aborted) {
      const { data, layout, height } = figureOf(wanted);
      last = wanted;
      wanted = undefined;
      chart.style.minHeight = `${height}px`;
      drawnAt = chart.clientWidth;
      await Plotly.react(
        chart,
        data,
        { ...inWords({ data, layout }, chart.clientWidth, height), height, autosize: true },
        { displayModeBar: false, responsive: true },
      );
      chart.querySelectorAll(":scope > :is(.sf-still, .sf-wait)").forEach((node) => node.remove());
    }
    busy = false;
  };
  const sized = new ResizeObserver(() => {
    if (!chart.clientWidth || drawnAt === chart.clientWidth) return;
    wanted ??= last; // names stand by the width
    paint();
  });
  sized.observe(chart);
  signal.addEventListener("abort", () => sized.disconnect());

  // Call `load` once, for plotly.js: when the reader comes near, or touches anything in `figure`.
  // What was shown last is then drawn, so no touch is lost. `late` is told if it does not come; the
  // still stays.
  const whenWanted = (figure, load, late) => {
    let asked = false;
    const ask = async () => {
      if (asked || signal.aborted) return;
      asked = true;
      near.disconnect();
      try {
        Plotly = await load();
        await paint();
      } catch (error) {
        Plotly = undefined;
        busy = false;
        late(error);
      }
    };
    const near = new IntersectionObserver(
      (seen) => seen.some((entry) => entry.isIntersecting) && ask(),
      { rootMargin: NEAR, scrollMargin: NEAR },
    );
    signal.addEventListener("abort", () => near.disconnect());
    // What folds it away, or opens it, is no touch of the chart; once open, it is near.
    const touched = ({ target }) => target.closest("summary") || ask();
    for (const touch of ["pointerdown", "keydown", "input"])
      figure.addEventListener(touch, touched, { signal });
    // Who saves data pays for the chart by a touch.
    if (!navigator.connection?.saveData) near.observe(chart);
  };

  return {
    show: (state) => {
      wanted = state;
      paint();
    },
    // A prediction holds it closed: nothing of it is left to be seen.
    clear: () => {
      wanted = undefined;
      last = undefined;
      if (!Plotly) chart.replaceChildren();
    },
    whenWanted,
  };
};
