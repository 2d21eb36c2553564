// How much a drawing holds at most. A document may come from a stranger: a few bytes of it must not
// keep a reader's machine busy. Python asks the same (course/charts/bounds.py).

const SIGNS = 2000;
const LETTERS = 1000;
const FAR = 10000;
const SIZES = ["size", "small", "across"];
const LARGEST = 200;
const SHOWN = 80;
const [TRACES, POINTS, WORDS] = [40, 2000, 6000];
const [ACTORS, STATES, LINES] = [40, 12, 60];
const [ROWS, FOLDS] = [1000, 40];
const [SLOTS, CHOICES] = [400, 1500]; // as many as an interactive may have states

const refuse = (what) => {
  throw new Error(`This drawing holds more than the course draws: ${what}.`);
};

// Bands may share their parts, so that few bytes hold many: who counts stops where it is too much.
const counting = () => {
  let many = 0;
  return (more) => {
    many += more;
    if (many > SIGNS) refuse("signs");
  };
};

/** @type {(value: any, isLevel: boolean, count: (more: number) => void, name?: string) => void} */
const weigh = (value, isLevel, count, name = "") => {
  if (Array.isArray(value)) {
    for (const part of value) {
      count(1);
      weigh(part, isLevel, count, name === "counts" ? "n" : "");
    }
  } else if (value && typeof value === "object") {
    for (const [key, part] of Object.entries(value)) weigh(part, isLevel, count, key);
  } else if (name === "n") {
    if (!Number.isInteger(value) || value < 0) refuse(name);
    count(isLevel ? Math.min(value, SHOWN) : value);
  } else if (SIZES.includes(name)) {
    if (!Number.isFinite(value) || value < 1 || value > LARGEST) refuse(name);
  } else if (typeof value === "string") {
    if (value.length > LETTERS) refuse("letters");
  } else if (typeof value !== "boolean" && !(Math.abs(value ?? Number.NaN) <= FAR))
    refuse("a measure");
};

// The bands of a scene, if they may be drawn; else an error.
/** @param {any[]} bands */
export const ofScene = (bands) => {
  const count = counting();
  for (const band of bands) {
    count(1);
    weigh(band, band.band === "levels", count);
  }
  return bands;
};

// A state of a chart, likewise.
/** @template {{ data: any[], layout: any }} State @param {State} state */
export const ofFigure = (state) => {
  const { data, layout } = state;
  const long = (value) => (Array.isArray(value) ? value.length : 0);
  const sum = (of) => data.reduce((so_far, trace) => so_far + of(trace), 0);
  const words = ({ name, text }) => String(name ?? "").length + String(text ?? "").length;
  if (data.length > TRACES || sum(({ x, y }) => long(x) + long(y)) > 2 * POINTS) refuse("points");
  const titles = [layout.xaxis, layout.yaxis].map(({ title }) => String(title.text).length);
  if (sum(words) > WORDS + POINTS || Math.max(...titles) > LETTERS) refuse("words");
  return state;
};

// An interactive as it arrives: what changes in it, and how many choices its card goes through.
/** @param {any} load */
export const ofStates = ({ controls, card, figure, slots }) => {
  if (figure.data.length > TRACES || slots.length > SLOTS) refuse("series");
  const named = card?.choices ?? [];
  const many = controls.filter(({ name }) => named.includes(name));
  const all = many.reduce((product, { values }) => product * values.length, 1);
  if (new Set(named).size < named.length || all > CHOICES) refuse("choices");
};

/** @param {any} load */
export const ofMap = ({ actors, states, layouts }) => {
  const places = Object.values(layouts).flatMap((layout) => Object.values(layout));
  const many = [actors.length, ...places.map(({ words }) => words.length)];
  const full = ({ lines, absent }) => lines.length > LINES || absent.length > ACTORS;
  if (Math.max(...many) > ACTORS || states.length > STATES || states.some(full)) refuse("actors");
};

/** @param {any} load */
export const ofStrip = ({ rows, strip }) => {
  if (rows.length > ROWS || (strip?.lines.length ?? 0) > FOLDS) refuse("years");
};
