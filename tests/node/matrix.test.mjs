// The comparison's logic, without a page.
import assert from "node:assert/strict";
import test from "node:test";
import { moduleOf } from "./modules.mjs";

const matrix = await moduleOf("matrix");

const load = {
  columns: ["Classic government", "New Public Management", "Governance", "Pakistan today", "India"],
  rows: [
    {
      dimension: "accountability",
      comparable: "full",
      note: "A note.",
      cells: [
        { says: "Upward", standing: "stated", claims: ["A-1", "B-1", "A-2"], tensions: ["T-1"] },
        { says: "Pieced together.", standing: "inferred", claims: [], tensions: [] },
        { says: "", standing: "silent", claims: [], tensions: [] },
        { says: "", standing: "silent", claims: [], tensions: [] },
        { says: "Of its own", standing: "case", claims: [], tensions: [], source: "A law" },
      ],
    },
  ],
  claims: { "A-1": ["One.", "First"], "A-2": ["Two.", "First"], "B-1": ["Three.", "Second"] },
  tensions: { "T-1": ["It is done", "It follows", "stated"] },
  standings: {
    stated: "Stated.",
    inferred: "Inferred.",
    silent: "The text is silent.",
    case: "From the case.",
  },
  bases: { stated: "the text states it" },
};

test("what is ticked is what is shown", () => {
  assert.deepEqual(matrix.placesOf([true, false, true]), [0, 2]);
  assert.deepEqual(matrix.placesOf([false]), []);
});

test("a phone turns round the ends, and past what is not shown", () => {
  assert.equal(matrix.turned([0, 2, 5], 2, 1), 5);
  assert.equal(matrix.turned([0, 2, 5], 5, 1), 0);
  assert.equal(matrix.turned([0, 2, 5], 0, -1), 5);
  assert.equal(matrix.turned([0, 2, 5], 3, 1), 0);
  assert.equal(matrix.turned([4], 4, 1), 4);
});

test("an open cell gives its claims under their sections, and its tensions with their basis", () => {
  const said = matrix.openedOf(load, 0, 0);
  assert.equal(said.heading, "Classic government: accountability");
  assert.equal(said.says, "Upward.");
  assert.deepEqual(said.claims, [
    [
      "First",
      [
        ["A-1", "One."],
        ["A-2", "Two."],
      ],
    ],
    ["Second", [["B-1", "Three."]]],
  ]);
  assert.deepEqual(said.tensions, [["T-1", "It is done", "It follows", "the text states it"]]);
});

test("a sentence gets one full stop, silence none", () => {
  assert.equal(matrix.openedOf(load, 0, 1).says, "Pieced together.");
  assert.equal(matrix.openedOf(load, 0, 2).says, "");
  assert.equal(matrix.openedOf(load, 0, 2).standing, "The text is silent.");
});

test("what is inferred, and what is a case's, is marked; what is stated or silent is not", () => {
  assert.deepEqual(load.rows[0].cells.map(matrix.markOf), [
    "",
    "inferred",
    "",
    "",
    "from the case",
  ]);
  assert.equal(matrix.openedOf(load, 0, 4).source, "A law");
});

test("the title names what stands beside the paradigms", () => {
  assert.equal(
    matrix.titleOf(load.columns.slice(0, 4)),
    "Three paradigms and Pakistan today, side by side",
  );
  assert.equal(
    matrix.titleOf(load.columns),
    "Three paradigms, Pakistan today and India, side by side",
  );
});
