// The logic of the widgets, without a page. The texts come from Python exactly as both front ends get them.
import assert from "node:assert/strict";
import test from "node:test";
import { given, moduleIn, moduleOf } from "./modules.mjs";

const explorable = await moduleOf("explorable");
const quiz = await moduleOf("quiz");
const predict = await moduleOf("predict");
const reflect = await moduleOf("reflect");
const cards = await moduleOf("cards");

test("each state that the browser plays is the one Python draws", () => {
  for (const { load: packed, cases } of given.explorables) {
    explorable.unpack(packed);
    // A card shows every choice in a chart of its own: its last control says which of the two.
    const every = packed.controls.findIndex((c) => c.name === packed.card?.every);
    for (const { at, figure, table } of cases) {
      packed.controls.forEach((c, i) => (c.at = at[i]));
      const state = explorable.stateOf(packed, at[every] === 1);
      assert.deepEqual(state.data, figure.data);
      assert.equal(state.words.title, figure.layout.meta.title);
      assert.equal(state.words.description, figure.layout.meta.description);
      assert.deepEqual(state.layout.xaxis, figure.layout.xaxis);
      assert.deepEqual(explorable.tableOf(state), table);
    }
  }
});

test("each name stands at its line where Python puts it", () => {
  let many = 0;
  for (const { cases } of given.explorables)
    for (const { figure, names } of cases) {
      const { box, x, y } = explorable.measures(figure, 360, 400);
      const found = explorable.labelsOf(figure.data, x, y, box);
      assert.deepEqual(
        found.map(({ text }) => text),
        names.map(([text]) => text),
      );
      found.forEach((one, i) => {
        assert.ok(
          Math.abs(one.x - names[i][1]) < 0.1 && Math.abs(one.y - names[i][2]) < 0.1,
          one.text,
        );
      });
      many += found.length;
    }
  assert.ok(many > 10 * given.explorables.length);
});

test("a card's choices stand in the order of their estimate, each with its setting", () => {
  const { load } = given.explorables.find(({ load: one }) => one.id === "merit-and-1973");
  const places = explorable.placesOf(load);
  assert.equal(places.length, 16);
  assert.equal(new Set(places.map((one) => JSON.stringify(one))).size, 16);
  assert.deepEqual(Object.keys(places[0]).sort(), ["turn", "window"]);
  const estimates = places.map((setting, i) => {
    for (const c of load.controls) c.at = setting[c.name] ?? c.at;
    const { data } = explorable.stateOf(load, true);
    const own = data.find((trace) => trace.name === "yours");
    assert.deepEqual(own.x, [i + 1]);
    return own.y[0];
  });
  assert.deepEqual(
    estimates,
    [...estimates].sort((a, b) => a - b),
  );
});

test("every module shows, and a kernel's front end gets a widget that renders it", async () => {
  assert.equal(Object.keys(given.modules).length, 15);
  for (const name of Object.keys(given.modules)) {
    const { show, default: alone } = await moduleOf(name);
    assert.equal(typeof show, "function", name);
    assert.equal(alone, undefined, `${name}: a page would be sent a widget`);
    const widget = await moduleIn(given.kernels[name]);
    assert.equal(typeof widget.default.render, "function", name);
  }
});

test("moving a control does not change the figure it came from", () => {
  const { load: packed } = given.explorables[0];
  const before = JSON.stringify(packed.figure);
  packed.controls.forEach((c) => (c.at = 0));
  explorable.stateOf(packed);
  assert.equal(JSON.stringify(packed.figure), before);
});

test("every answer is scored and explained as Python does", () => {
  for (const { item, answers } of given.asked)
    for (const { answer, score, feedback } of answers) {
      assert.equal(quiz.score(item, answer), score, item.id);
      assert.deepEqual(quiz.feedback(item, answer), feedback, item.id);
    }
});

test("a quiz ends with what was right at first, and what to see again whatever came later", () => {
  const items = [{ id: "a" }, { id: "b" }, { id: "c" }];
  const first = quiz.firstTries([
    { item: "a", score: 1 },
    { item: "b", score: 0 },
    { item: "b", score: 1 },
    { item: "c", score: null },
    { item: "c", score: 0.5 },
  ]);
  assert.deepEqual([...first.values()], [1, 0, 0.5]);
  const last = new Map([
    ["a", 0],
    ["b", 1],
  ]);
  assert.equal(quiz.endOf(items, first, last), undefined, "one is not answered yet");
  last.set("c", 0.5);
  assert.deepEqual(quiz.endOf(items, first, last), {
    right: 1,
    again: [
      { place: 1, since: true },
      { place: 2, since: false },
    ],
  });
  assert.equal(quiz.endOf([], first, last), undefined);
});

test("a prediction says what was said and what is", () => {
  const item = { kind: "number", unit: "offices", answer: 14 };
  assert.equal(predict.resultOf(item, 20), "You said 20 offices. The answer is 14 offices.");
  assert.equal(
    predict.resultOf({ kind: "choice", options: [{ text: "Yes" }] }, 0),
    "You said: Yes.",
  );
});

test("the opened figure says of every guess what was guessed and what is so", () => {
  assert.ok(given.predictions.length >= 18);
  for (const { item, guesses } of given.predictions)
    for (const { answer, words } of guesses)
      assert.equal(predict.guessOf(item, answer), words, item.id);
});

test("a guess is drawn across the axis it was made on, and only if it is to be drawn", () => {
  const layout = { template: { layout: { font: { color: "#1b2127" } } } };
  assert.equal(explorable.withGuess(layout, undefined), layout);
  assert.equal(explorable.withGuess(layout, "held"), layout);
  assert.equal(explorable.withGuess(layout, { answer: 3 }), layout);
  const [line] = explorable.withGuess(layout, { answer: 20, mark: "x" }).shapes;
  assert.deepEqual([line.x0, line.x1, line.y0, line.y1, line.yref], [20, 20, 0, 1, "paper"]);
  const [flat] = explorable.withGuess(layout, { answer: 20, mark: "y" }).shapes;
  assert.deepEqual([flat.y0, flat.y1, flat.x0, flat.x1, flat.xref], [20, 20, 0, 1, "paper"]);
});

test("a room's guesses are short marks outside the plot, where they cross no line and no name", () => {
  const template = {
    font: { color: "#1b2127" },
    margin: { t: 30, b: 48, l: 48, r: 12 },
    height: 200,
  };
  const layout = {
    template: { layout: template },
    xaxis: { range: [0, 60] },
    yaxis: { range: [0, 100] },
  };
  for (const mark of ["x", "y"]) {
    const other = mark === "x" ? "y" : "x";
    const { shapes } = explorable.withGuess(layout, { room: [3, 14, 14, 500], mark });
    assert.deepEqual(
      shapes.map((line) => line[`${mark}0`]),
      [3, 14],
    );
    assert.ok(shapes.every((line) => line[`${other}0`] === 1 && line[`${other}1`] > 1));
  }
  assert.equal(explorable.withGuess(layout, { room: [], mark: "x" }), layout);
});

test("a step moves up or down and stays within the list", () => {
  assert.deepEqual(quiz.moved([1, 2, 3], 0, 1), [2, 1, 3]);
  assert.deepEqual(quiz.moved([1, 2, 3], 2, -1), [1, 3, 2]);
  assert.deepEqual(quiz.moved([1, 2, 3], 0, -1), [1, 2, 3]);
  assert.deepEqual(quiz.moved([1, 2, 3], 2, 1), [1, 2, 3]);
});

test("words are counted in any script", () => {
  assert.equal(reflect.wordsIn(""), 0);
  assert.equal(reflect.wordsIn("  one two\nthree "), 3);
  assert.equal(reflect.wordsIn("احتساب کا نظام"), 3);
});

test("a link opens the card of its claim or term, any other none", () => {
  const load = {
    claims: { "CG-a": ["It is so.", "The Classic Government"] },
    terms: {
      cipher: ["cipher", "One who carries out.", "", ""],
      x: ["x", "X.", "احتساب", "a law"],
    },
  };
  assert.equal(cards.cardOf(load, "#claim-CG-a").heading, "CG-a");
  assert.equal(cards.cardOf(load, "#term-cipher").note, "");
  assert.equal(cards.cardOf(load, "#term-x").note, "Urdu: a law.");
  for (const href of ["#claim-CG-z", "#term-none", "#cg-a", "", "#claim-"])
    assert.equal(cards.cardOf(load, href), undefined);
});

test("a card stays within the page", () => {
  const page = { width: 360, height: 600 };
  const size = { width: 340, height: 150 };
  assert.equal(cards.placed({ left: 300, top: 100, bottom: 120 }, size, page).left, 12);
  assert.equal(cards.placed({ left: 0, top: 100, bottom: 120 }, size, page).top, 126);
  assert.equal(cards.placed({ left: 0, top: 500, bottom: 520 }, size, page).top, 344);
  assert.equal(cards.placed({ left: 0, top: 100, bottom: 500 }, size, page).top, 8);
});

test("a typed number is read as Python reads it, and said where it does not stand as typed", () => {
  assert.ok(given.typed.length > 1000);
  for (const { typed, unit, value } of given.typed) {
    const read = quiz.numberIn(typed, unit);
    assert.deepEqual(Number.isNaN(read) ? null : read, value, JSON.stringify([typed, unit]));
  }
  assert.equal(quiz.readAs("1,200", ""), "Read as 1200.");
  assert.equal(quiz.readAs("۳۶٪", "%"), "Read as 36.");
  for (const typed of ["36", " 36 % ", "-0.5", "x", ""])
    assert.equal(quiz.readAs(typed, "%"), "", typed);
});

test("words, trims and lines are those of Python, whatever the blanks", () => {
  assert.ok(given.said.length > 300);
  for (const { text, words, trimmed, line } of given.said) {
    assert.deepEqual(quiz.wordsOf(text), words, JSON.stringify(text));
    assert.equal(quiz.trimmed(text), trimmed, JSON.stringify(text));
    assert.equal(quiz.oneLine(text), line, JSON.stringify(text));
  }
});

test("a prediction holds and opens what stands in its own notebook, and nothing in another", async () => {
  globalThis.window = {};
  globalThis.document = {};
  const copy = (i) => moduleIn(`${given.modules.predict}\n// ${i}\n`);
  const [one, other] = [await copy(1), await copy(2)]; // each widget has its own copy
  const [here, there, page] = [{ notebook: {} }, { notebook: {} }, { notebook: document }];
  const seen = { here: [], there: [], page: [] };
  const { signal } = new AbortController();
  other.onHeld(here, "chain", (state) => seen.here.push(state), signal);
  other.onHeld(there, "chain", (state) => seen.there.push(state), signal);
  other.onHeld(page, "chain", (state) => seen.page.push(state), signal);
  one.hold(here, "chain");
  one.openHeld(page, "chain", undefined);
  assert.deepEqual(seen, {
    here: [undefined, "held"],
    there: [undefined],
    page: [undefined, undefined],
  });
  delete globalThis.window;
  delete globalThis.document;
});

test("one word is one word", () => {
  assert.equal(reflect.written("one", { words: 60 }), "1 word; about 60 are asked for.");
  assert.equal(reflect.written("", { words: 60 }), "0 words; about 60 are asked for.");
});
