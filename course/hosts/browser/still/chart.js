// The layout that plotly.js is given: names at their lines and the title above its axis, at the
// places that the still has found.

import { EDGE, LIFT, measures } from "./axes.js";
import { labelsOf, SIZE } from "./labels.js";
import { nameColour } from "./shapes.js";

/** @import { Figure } from "../shapes/figure.d.ts" */

/** @param {Figure} figure @param {number} width @param {number} height */
export const inWords = (figure, width, height) => {
  const { data, layout } = figure;
  const { box, x, y, title, base } = measures(figure, width, height);
  const [across, high] = [box.right - box.left, box.foot - box.top];
  const plain = { showarrow: false, xref: "paper", yref: "paper" };
  const names = labelsOf(data, x, y, box).map(({ text, x: a, y: b, trace }) => ({
    ...plain,
    text: `<b>${text}</b>`,
    x: (a - box.left) / across,
    y: (box.foot - b) / high,
    xanchor: "center",
    yanchor: "middle",
    font: { size: SIZE, color: nameColour(trace, base.font.color) },
  }));
  const above = {
    ...plain,
    text: title.join("<br>"),
    x: 0,
    y: 1,
    xanchor: "left",
    yanchor: "bottom",
    align: "left",
    xshift: EDGE - box.left - 1,
    yshift: LIFT - 6 + (layout.raised ?? 0),
    font: { size: base.yaxis.title.font.size },
  };
  return {
    ...layout,
    showlegend: false,
    margin: { ...base.margin, t: box.top },
    yaxis: { ...layout.yaxis, title: { text: "" } },
    annotations: [...(layout.annotations ?? []), ...names, above],
  };
};
