// What a stranger's document may hold, without a page: it is refused before anything is drawn.
import assert from "node:assert/strict";
import test from "node:test";
import { given, moduleOf } from "./modules.mjs";

const explorable = await moduleOf("explorable");
const accountability = await moduleOf("accountability");
const timeline = await moduleOf("timeline");
const refused = { message: /^This drawing holds more than the course draws: [^.]+\.$/ };

test("a scene without an end is refused, and ours are drawn", () => {
  for (const [name, scene] of Object.entries(given.drawings.scenes))
    assert.throws(() => explorable.laid(Object.values(scene), 640), refused, name);
  for (const scene of given.drawings.fine) explorable.laid(Object.values(scene), 640);
});

test("bands that share their parts are counted as often as they are drawn", () => {
  const groups = Array.from({ length: 1500 }, () => ({ n: 1, sign: "coin", word: "" }));
  const band = { band: "tally", groups, size: 18, limits: [], asked: 0 };
  assert.throws(() => explorable.laid(Array(100000).fill(band), 640), refused);
});

test("a figure, a map and a timeline without an end are refused", () => {
  const { figures, maps, strips, figure } = given.drawings;
  for (const [name, one] of Object.entries(figures))
    assert.throws(() => explorable.ofFigure(one), refused, name);
  for (const [name, data] of Object.entries(maps))
    assert.throws(() => accountability.show({ data }), refused, name);
  for (const [name, data] of Object.entries(strips))
    assert.throws(() => timeline.show({ data }), refused, name);
  explorable.ofFigure(figure);
});

test("an interactive whose card goes through more choices than it has states is refused", () => {
  const load = given.explorables.find(({ load }) => load.card?.choices.length).load;
  explorable.ofStates(load);
  const choices = Array(30).fill(load.card.choices[0]);
  for (const data of [
    { ...load, card: { ...load.card, choices } },
    { ...load, slots: Array(1000).fill(load.slots[0]) },
  ])
    assert.throws(() => explorable.show({ data }), refused);
});

test("lines and bars that run out of the plot are looked at where they can be seen", () => {
  const x = (value) => 48 + value / 3;
  const y = (value) => Math.max(-1e5, Math.min(1e5, 300 - value * 1e9));
  const box = { left: 48, right: 348, top: 30, foot: 332 };
  const far = { x: [...Array(900).keys()], y: [...Array(900).keys()].map((n) => (-1) ** n * 1e6) };
  for (const type of ["scatter", "bar"]) {
    const start = performance.now();
    explorable.labelsOf([{ name: "a", type, mode: "lines", ...far }], x, y, box);
    assert.ok(performance.now() - start < 2000, type);
  }
});
