// The timeline's logic, without a page.
import assert from "node:assert/strict";
import test from "node:test";
import { moduleOf } from "./modules.mjs";

const timeline = await moduleOf("timeline");

const row = (kind, changes = {}, record = ["an event"]) => ({
  kind,
  start: 1971,
  end: 1977,
  claims: ["A"],
  changes,
  record,
});
const load = {
  rows: [
    row("regime", { autonomy: ["down", ["B", "A"]] }),
    row("regime"),
    row("gap"),
    row("theory"),
    row("case"),
  ],
  dimensions: { autonomy: "Autonomy" },
  changes: {
    up: ["↑", "rose"],
    down: ["↓", "fell"],
    flat: ["=", "unchanged"],
    silent: ["–", "the text does not say"],
  },
};

test("years are a span or one year", () => {
  assert.equal(timeline.yearsOf({ start: 1971, end: 1977 }), "1971–1977");
  assert.equal(timeline.yearsOf({ start: 1879, end: 1879 }), "1879");
});

test("each layer shows what is its own, and a gap is the text's", () => {
  const layers = (text, record, theory) => ({ text, record, theory });
  assert.deepEqual(timeline.partsOf(row("regime"), layers(true, false, false)), {
    told: true,
    record: false,
  });
  assert.deepEqual(timeline.partsOf(row("gap"), layers(false, true, true)), {
    told: false,
    record: true,
  });
  assert.deepEqual(timeline.partsOf(row("theory", {}, []), layers(true, true, false)), {
    told: false,
    record: false,
  });
  assert.deepEqual(timeline.partsOf(row("theory", {}, []), layers(false, true, true)), {
    told: true,
    record: false,
  });
  assert.deepEqual(timeline.partsOf(row("case"), layers(true, true, true)), {
    told: false,
    record: true,
  });
});

test("a change has a sign and a word; silence says so; gap, theory and case have none", () => {
  const [told, silent, ...none] = load.rows.map((r) => timeline.changeOf(load, r, "autonomy"));
  assert.deepEqual(told, ["↓", "fell", ["B", "A"]]);
  assert.deepEqual(silent, ["–", "the text does not say", []]);
  assert.deepEqual(none, [undefined, undefined, undefined]);
  assert.equal(timeline.changeOf(load, load.rows[0], ""), undefined);
});

test("the changes of a dimension are counted", () => {
  const said =
    "Autonomy, over 2 periods and events of the text: 1 × fell; 1 × the text does not say.";
  assert.equal(timeline.tallyOf(load, "autonomy"), said);
  assert.equal(timeline.tallyOf(load, ""), "");
});

test("a row's claims hold those of its changes, each once, under their sections", () => {
  assert.deepEqual(timeline.claimsOf(load.rows[0]), ["A", "B"]);
  const known = { A: ["One.", "First"], B: ["Two.", "Second"] };
  assert.deepEqual(timeline.bySection(known, ["A", "B"]), [
    ["First", [["A", "One."]]],
    ["Second", [["B", "Two."]]],
  ]);
});

test("only an address becomes a link", () => {
  assert.ok(timeline.isAddress("https://example.org/a?b=1"));
  for (const text of [
    "",
    "javascript:alert(1)",
    "data:text/html,x",
    " https://example.org",
    "see https://example.org",
    "https://a b",
  ])
    assert.ok(!timeline.isAddress(text), text);
});

test("years of one value are one run", () => {
  const runs = timeline.runsOf(1950, [1, 1, 2, 1]);
  assert.deepEqual(runs, [
    { start: 1950, end: 1951, value: 1 },
    { start: 1952, end: 1952, value: 2 },
    { start: 1953, end: 1953, value: 1 },
  ]);
});

test("the line goes in steps over the whole width, high values above low ones", () => {
  const scale = timeline.scaleOf(400, 1950, 1954);
  assert.ok(scale.y(1) < scale.y(-1));
  assert.ok(scale.x(1950) < scale.x(1954) && scale.x(1954) < 400);
  const path = timeline.pathOf(timeline.runsOf(1950, [1, 1, 2, 1]), scale);
  assert.equal(path.match(/V/g).length, 3);
  assert.ok(path.startsWith(`M${scale.x(1950).toFixed(1)} `));
  assert.ok(path.endsWith(`H${scale.x(1954).toFixed(1)}`));
});
