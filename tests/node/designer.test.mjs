// The reform designer's logic, without a page: every setting that a student can reach, against Python.
import assert from "node:assert/strict";
import test from "node:test";
import { given, moduleOf } from "./modules.mjs";

const designer = await moduleOf("designer");

// given.designer holds the tables (reform.tables) and given.designs every setting (reform.every_outcome).
test("each of the 4 758 settings gives what Python gives", { skip: !given.designs }, () => {
  assert.equal(given.designs.length, 793 * 6);
  for (const { sector, levers, outcome } of given.designs)
    assert.equal(designer.compact(designer.outcome(given.designer, levers, sector)), outcome);
});

test("the order of ticking does not matter", { skip: !given.designs }, () => {
  for (const { sector, levers, outcome } of given.designs.slice(-100))
    assert.equal(
      designer.compact(designer.outcome(given.designer, [...levers].reverse(), sector)),
      outcome,
    );
});

const known = {
  most: 2,
  levers: { a: "Do a", b: "Do b", c: "Do c" },
  tensions: {
    T1: {
      lever: "a",
      basis: "stated",
      sectors: { tax: ["bites", "editorial"], health: ["weak", "editorial"] },
    },
    T2: {
      lever: "a",
      basis: "inferred",
      sectors: { tax: ["bites", "editorial"], health: ["silent", "editorial"] },
    },
    T3: {
      lever: "b",
      basis: "inferred",
      sectors: { tax: ["bites", "stated"], health: ["bites", "stated"] },
    },
  },
  preconditions: { p: { needed_by: ["a"] }, q: { needed_by: ["a", "b"] }, r: { needed_by: ["c"] } },
  models: { M1: { why: { c: "" } }, M2: { why: { a: "", b: "" } } },
};

test("what the text states comes first; a lever that meets nothing is left out", () => {
  const found = designer.outcome(known, ["b", "a"], "tax");
  assert.deepEqual(found.levers, ["a", "b"]);
  assert.deepEqual(
    found.bites.a.map(({ tension }) => tension),
    ["T1", "T2"],
  );
  assert.deepEqual(found.weak, {});
  assert.equal(designer.compact(found), "a:T1so,T2oo b:T3os |  |  | p q | M2:a,b");
});

test("another sector gives another result", () => {
  assert.equal(
    designer.compact(designer.outcome(known, ["a"], "health")),
    " | a:T1so | a:T2oo | p q | M2:a",
  );
});

test("what holds is not missing", () => {
  assert.deepEqual(designer.outcome(known, ["a"], "tax", ["q", "r"]).missing, ["p"]);
  assert.deepEqual(designer.outcome(known, [], "tax").missing, []);
});

test("one lever too many is refused in a sentence, and the set stays", () => {
  assert.deepEqual(designer.pulled(known, ["a"], "b").levers, ["a", "b"]);
  const refused = designer.pulled(known, ["a", "b"], "c");
  assert.equal(refused.levers, undefined);
  assert.match(refused.refused, /“Do c”/);
});
