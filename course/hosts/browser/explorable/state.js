// What a chart shows at a place of its controls: pure logic, tested under node.

import { say } from "../words.js";

/** @import { Figure, Layout } from "../shapes/figure.d.ts" */

export const rowOf = (controls) => controls.reduce((row, c) => row * c.values.length + c.at, 0);

// Columns arrive as steps from one state to the next; see states.py.
export const unpack = (load) => {
  const sum = (steps) =>
    steps.map(
      (
        (at) => (step) =>
          (at += step)
      )(0),
    );
  load.columns = load.columns.map(sum);
  return load;
};

const assign = (target, path, value) => {
  const keys = path.split(".");
  const last = keys.pop();
  let at = target;
  for (const key of keys) at = at[key] = { ...at[key] };
  at[last] = value;
};

// Names of the traces that the student has hidden.
const hidden = ({ several }) =>
  new Set(
    several
      ? Object.entries(several.series).flatMap(([name, traces]) =>
          several.on.includes(name) ? [] : traces,
        )
      : [],
  );

// Which of a card's controls stand elsewhere: at the record, or at every choice instead of it.
const shown = (load, every) =>
  load.card?.every
    ? load.controls.map((c) => (c.name === load.card.every ? { ...c, at: every ? 1 : 0 } : c))
    : load.controls;

// Of each choice of a card, in the order of its estimate: {control: place of its value}.
export const placesOf = (load) => {
  const slot = load.slots.findIndex(([, name, key]) => name === "yours" && key === "x");
  const found = [];
  const walk = (controls, setting) => {
    const [name, ...rest] = controls;
    if (name !== undefined) {
      const { values } = load.controls.find((c) => c.name === name);
      values.forEach((_, at) => walk(rest, { ...setting, [name]: at }));
      return;
    }
    const moved = shown(load, true).map((c) => ({ ...c, at: setting[c.name] ?? c.at }));
    const [place] = load.pool[load.columns[slot][rowOf(moved)]];
    if (place) found[place - 1] = setting;
  };
  walk(load.card.choices, {});
  return found;
};

// The figure and words of the state that the controls stand at.
export const stateOf = (load, every = false) => {
  const data = load.figure.data.map((trace) => ({ ...trace }));
  const layout = { ...load.figure.layout };
  const words = { ...layout.meta, notes: [], card: {} };
  const scene = { ...load.scene?.bands };
  const row = rowOf(shown(load, every));
  load.slots.forEach(([part, name, key], i) => {
    const value = load.pool[load.columns[i][row]];
    if (part === "traces")
      assign(
        data.find((t) => t.name === name),
        key,
        value,
      );
    else if (part === "layout") assign(layout, name, value);
    else if (part === "scene") scene[name] = { ...scene[name], [key]: value };
    else if (part === "card") words.card[name] = value;
    else if (part === "notes") words.notes.push([name, value]);
    else words[part] = value;
  });
  return { data: data.filter((t) => !hidden(load).has(t.name)), layout, words, scene };
};

/**
 * @param {Figure} figure
 * @returns {[columns: string[], rows: any[][]]}
 */
export const tableOf = ({ data, layout }) => {
  const traces = data.filter((t) => t.meta !== "no table");
  const [x, y] = [layout.xaxis.title.text, layout.yaxis.title.text];
  if (!traces.some((t) => t.text)) {
    const rows = traces[0].x.map((at, i) => [at, ...traces.map((t) => t.y[i])]);
    return [[x, ...traces.map((t) => t.name)], rows];
  }
  const bars = traces.some((t) => t.error_y);
  const rows = traces.flatMap((t) =>
    (t.text ?? []).map((name, i) => [
      name,
      t.x[i],
      t.y[i],
      ...(bars ? [t.error_y?.array?.[i] ?? null] : []),
    ]),
  );
  rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  return [["", x, y, ...(bars ? [say("explorable.interval")] : [])], rows];
};

const MARK = 9; // px that the mark of a room's guess is long
const RAISED = 12; // px by which the title stands higher, to leave them room

/** @type {(own: string, value: number, from: number, to: number, line: object) => any} */
const lineAt = (own, value, from, to, line) => {
  const other = own === "x" ? "y" : "x";
  return {
    type: "line",
    [`${own}0`]: value,
    [`${own}1`]: value,
    [`${other}0`]: from,
    [`${other}1`]: to,
    [`${other}ref`]: "paper",
    line,
  };
};

// The layout with the student's prediction drawn in: a dotted line across the axis it was made on.
// In a room there are many, guess.room, from small to large: a short mark each, outside the plot,
// where it crosses no line and no name.
/** @param {Layout} layout @param {any} guess */
export const withGuess = (layout, guess) => {
  if (!guess?.mark) return layout;
  const { answer, mark, room } = guess;
  const { font, margin, height } = layout.template.layout;
  const { color } = font;
  const label = { showarrow: false, yanchor: "bottom" };
  if (!room) {
    const place =
      mark === "x" ? { x: answer, y: 0.04, yref: "paper" } : { y: answer, x: 0.96, xref: "paper" };
    return {
      ...layout,
      shapes: [lineAt(mark, answer, 0, 1, { dash: "dot", width: 2, color })],
      annotations: [
        { ...label, ...place, text: say("explorable.your_guess"), xanchor: "left", xshift: 4 },
      ],
    };
  }
  if (!room.length) return layout;
  const raised = mark === "x" ? RAISED : 0;
  const long = mark === "x" ? MARK / (height - margin.t - margin.b - raised) : 0.02;
  const { range } = layout[`${mark}axis`];
  const seen = [...new Set(room)].filter((v) => v >= Math.min(...range) && v <= Math.max(...range));
  const above = { x: 1, y: 1, xref: "paper", yref: "paper", xanchor: "right", yshift: 4 + raised };
  return {
    ...layout,
    raised,
    shapes: seen.map((v) => lineAt(mark, v, 1, 1 + long, { dash: "solid", width: 2.5, color })),
    annotations: [{ ...label, ...above, text: say("explorable.room_guesses") }],
  };
};
