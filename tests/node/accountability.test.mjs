// The map's logic, without a page.
import assert from "node:assert/strict";
import test from "node:test";
import { moduleOf } from "./modules.mjs";

const map = await moduleOf("accountability");

const line = (one, relation, other, d = "M0 0Q50 0 100 0") => ({
  key: `${one} ${relation} ${other}`,
  one,
  relation,
  other,
  says: "It says",
  claims: ["CG-e", "CG-d"],
  source: "",
  wide: { d },
  narrow: { d: "M0 0Q0 50 0 100" },
});

test("the same line stays, whatever stands before it", () => {
  const [a, b] = [line("minister", "commands", "desk"), line("desk", "answers", "court")];
  assert.deepEqual(map.becomes([a, b], [b, a]), [1, 0]);
});

test("a line turns round the actor that it keeps, and no line becomes two", () => {
  const before = [line("desk", "answers", "secretary"), line("firm", "pays", "desk")];
  const after = [
    line("desk", "answers", "court"),
    line("desk", "answers", "press"),
    line("firm", "commands", "desk"),
  ];
  assert.deepEqual(map.becomes(before, after), [0, undefined, undefined]);
});

test("a line that ends where another ended becomes that one, if it is of its kind", () => {
  const before = [line("secretary", "commands", "desk")];
  assert.deepEqual(map.becomes(before, [line("manager", "commands", "desk")]), [0]);
  assert.deepEqual(map.becomes(before, [line("manager", "pays", "desk")]), [undefined]);
});

test("a line grows from where it begins", () => {
  assert.equal(map.bud("M1.5 -2Q3 4 5 6"), "M1.5 -2Q1.5 -2 1.5 -2");
});

test("a tap means the nearest line, if one is near", () => {
  const lines = [line("a", "pays", "b"), line("b", "pays", "a", "M0 20Q50 20 100 20")];
  assert.equal(map.nearest(lines, "wide", [50, 8], 16), lines[0]);
  assert.equal(map.nearest(lines, "wide", [50, 14], 16), lines[1]);
  assert.equal(map.nearest(lines, "wide", [50, 60], 16), undefined);
  assert.equal(map.nearest(lines, "narrow", [3, 90], 16), lines[0]);
  assert.equal(map.nearest([], "wide", [0, 0], 16), undefined);
});

test("a line's button says the sentence and what it rests on", () => {
  const one = line("a", "pays", "b");
  assert.equal(map.toldOf(one), "It says (CG-e, CG-d)");
  assert.equal(map.toldOf({ ...one, claims: [], source: "a walk" }), "It says (a walk)");
  assert.equal(map.toldOf({ ...one, claims: [] }), "It says");
});
