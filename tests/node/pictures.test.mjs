// Scenes, without a page: the marks that the browser lays are those of Python.
import assert from "node:assert/strict";
import test from "node:test";
import { given, moduleOf } from "./modules.mjs";

const explorable = await moduleOf("explorable");

test("at each width the browser lays the marks that Python lays", () => {
  assert.ok(given.scenes.length > 20);
  for (const { scene, laid } of given.scenes)
    for (const [width, marks] of Object.entries(laid))
      assert.deepEqual(explorable.laid(Object.values(scene), Number(width)), marks);
});

test("a guess stands in the bands that ask for it, and only once it is made", () => {
  const guess = { answer: 37, mark: "y" };
  for (const { scene, laid, guessed } of given.scenes) {
    const bands = Object.values(scene);
    for (const width of Object.keys(laid).map(Number)) {
      const told = explorable.withLine(bands, guess, "your guess");
      assert.deepEqual(explorable.laid(told, width), guessed[width]);
      for (const none of [undefined, "held", { answer: 3 }, { answer: "x", mark: "y" }])
        assert.deepEqual(explorable.withLine(bands, none, "your guess"), bands);
    }
  }
});

test("a scene of an earlier edition, without what is new, is still laid", () => {
  const [{ scene }] = given.scenes;
  const { limits, asked, ...tally } = scene.tally;
  assert.ok(limits && asked !== undefined);
  assert.deepEqual(explorable.laid([tally], 320), explorable.laid([scene.tally], 320));
});

test("each state that is played has the scene that Python draws", () => {
  const scenes = given.explorables.flatMap(({ load, cases }) =>
    cases.filter(({ scene }) => scene).map((one) => ({ load, ...one })),
  );
  assert.ok(scenes.length > 10);
  for (const { load, at, scene } of scenes) {
    const unpacked = explorable.unpack(structuredClone(load));
    unpacked.controls.forEach((c, i) => {
      c.at = at[i];
    });
    assert.deepEqual(explorable.stateOf(unpacked).scene, scene);
  }
});

// The corners of a ring, in whatever order they are drawn.
const corners = (drawn) =>
  [...drawn.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

test("a symbol has on paper the corners that it has on the screen", () => {
  for (const [kind, drawn] of Object.entries(given.symbols)) {
    const [paper, screen] = [corners(drawn), corners(explorable.symbolPath(kind, 10))];
    assert.equal(paper.length, screen.length, kind);
    for (const [x, y] of paper)
      assert.ok(
        screen.some(([a, b]) => Math.hypot(a - x, b - y) < 0.02),
        `${kind}: no corner at ${x} ${y}`,
      );
  }
});

test("a line is dashed on paper as on the screen", () => {
  for (const { dash, width, drawn } of given.dashes)
    assert.equal(explorable.dashOf(dash, width), drawn);
});
