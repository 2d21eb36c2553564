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

const dated = (start, end = start) => ({ span: [start, end] });
const told = {
  strip: {
    years: [1793, 2025],
    lines: [
      [1868, 1947],
      [1947, 2026],
    ],
    governments: [
      { name: "One", start: 1947.62, end: 1958.77, begins: "" },
      { name: "Other", start: 1958.77, end: 1969.23, begins: "7 October 1958" },
    ],
  },
  rows: [
    { ...row("colonial", {}, [dated(1793), dated(1853, 1856)]), start: 1793, end: 1793 },
    { ...row("theory", {}, []), start: 1911, end: 1911 },
    { ...row("gap", {}, [dated(1958.77, 1958.82)]), start: 1956, end: 1958 },
    { ...row("regime", {}, [dated(1950)]), start: 1958, end: 1969 },
  ],
};

test("a year that the text tells of brings its period; a year that it does not, its silence", () => {
  assert.deepEqual(timeline.timeOf(told, 1957), { start: 1956, end: 1958 });
  assert.deepEqual(timeline.timeOf(told, 1958), { start: 1956, end: 1969 });
  assert.deepEqual(timeline.timeOf(told, 1850), { start: 1794, end: 1955 });
  assert.deepEqual(timeline.timeOf(told, 1911), { start: 1794, end: 1955 }, "theory is no account");
  assert.deepEqual(timeline.timeOf(told, 2020), { start: 1970, end: 2025 });
  assert.equal(timeline.toldOf(told, 1958).length, 2);
  assert.equal(timeline.theoryOf(told, 1911).length, 1);
});

test("the record of a time is what is dated in it, in order, beside whatever row it stands", () => {
  const spans = (year) =>
    timeline.recordOf(told, timeline.timeOf(told, year)).map(({ span }) => span[0]);
  assert.deepEqual(spans(1793), [1793]);
  assert.deepEqual(spans(1850), [1853, 1950]);
  assert.deepEqual(spans(1957), [1958.77]);
  assert.deepEqual(spans(2020), []);
});

test("a layer that is off keeps its dates back, and what has no layer stays", () => {
  const on = (lanes) =>
    timeline
      .withLanes({ ...told, rows: laned }, lanes)
      .rows.flatMap(({ record }) => record.map(({ span }) => span[0]));
  const laned = [
    {
      ...told.rows[0],
      record: [{ ...dated(1793), lane: "service-law" }, dated(1853)],
    },
    { ...told.rows[2], record: [{ ...dated(1958), lane: "constitution" }] },
  ];
  assert.deepEqual(on({}), [1853]);
  assert.deepEqual(on({ constitution: true }), [1853, 1958]);
  assert.deepEqual(on({ constitution: true, "service-law": true }), [1793, 1853, 1958]);
});

test("a year names who governed, and a break with its day", () => {
  assert.deepEqual(timeline.rulersOf(told, 1950), ["One"]);
  assert.deepEqual(timeline.rulersOf(told, 1958), [
    "One; then Other",
    "A break on 7 October 1958: military rule begins, and the constitution is set aside.",
  ]);
  assert.deepEqual(timeline.rulersOf(told, 1959), ["Other"]);
  assert.deepEqual(timeline.rulersOf(told, 2020), [""]);
});

test("a step goes to the next year in which anything begins, and stays at the ends", () => {
  assert.equal(timeline.stepped(told, 1793, 1), 1853);
  assert.equal(timeline.stepped(told, 1853, -1), 1793);
  assert.equal(timeline.stepped(told, 1793, -1), 1793);
  assert.equal(timeline.stepped(told, 2025, 1), 2025);
  assert.equal(timeline.firstYear(told), 1957, "the reader begins in the gap");
});

test("a place on the strip is a year and a year a place, on its own line alone", () => {
  const [, line] = told.strip.lines;
  assert.equal(timeline.yearAt(line, [1793, 2025], 0), 1947);
  assert.equal(timeline.yearAt(line, [1793, 2025], 0.999), 2025);
  assert.equal(timeline.yearAt(line, [1793, 2025], 1.2), 2025);
  assert.equal(timeline.yearAt([1789, 1868], [1793, 2025], 0), 1793);
  assert.deepEqual(timeline.stretchOn([1900, 2000], [1950, 1975]), [50, 25]);
  assert.deepEqual(timeline.stretchOn([1900, 2000], [1950, 2075]), [50, 50]);
  assert.deepEqual(timeline.stretchOn([1900, 2000], [1900, 1900]), [0, 0]);
  assert.equal(timeline.stretchOn([1900, 2000], [2000, 2000]), undefined);
  assert.equal(timeline.stretchOn([1900, 2000], [1800, 1900]), undefined);
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
