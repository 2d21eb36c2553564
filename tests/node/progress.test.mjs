// What is due, without a page.
import assert from "node:assert/strict";
import test from "node:test";
import { moduleOf } from "./modules.mjs";

const { addressOf, counted, looksOf, saidOf, standing, summary } = await moduleOf("progress");

const DAY = 86400000;
const start = Date.parse("2026-01-01T00:00:00Z");
const line = (score, day, item = "a") => ({
  item,
  score,
  at: new Date(start + day * DAY).toISOString(),
});

test("each right answer in a row puts the next look further off", () => {
  assert.equal(standing([]), undefined);
  assert.equal(standing([line(1, 0)]).due, start + DAY);
  assert.equal(standing([line(1, 0), line(1, 1)]).due, start + DAY + 3 * DAY);
  assert.equal(standing([line(1, 0), line(0, 1)]).due, start + DAY);
  assert.equal(standing([line(0, 0), line(1, 1)]).due, start + DAY + DAY);
  assert.equal(
    standing(Array.from({ length: 9 }, (_, i) => line(1, i))).due,
    start + 8 * DAY + 60 * DAY,
  );
});

test("an answer from a clock that stood years ahead is due at once", () => {
  const chapter = { title: "x", items: [{ id: "a" }] };
  assert.equal(summary(chapter, [line(1, 2000)], start).due.length, 1);
  assert.equal(summary(chapter, [line(1, 0.5)], start).due.length, 0);
  assert.equal(
    summary(chapter, [{ ...line(1, 0), at: "2026-02-31T00:00:00Z" }], start).due.length,
    1,
  );
});

test("what a person must mark is never due", () => {
  assert.equal(standing([line(null, 0)]).due, Infinity);
});

test("a chapter's figures count items, not lines, and the longest due comes first", () => {
  const chapter = { title: "x", items: [{ id: "a" }, { id: "b" }, { id: "c" }] };
  const lines = [line(1, 0), line(1, 1), line(0, 1.5, "b")];
  const now = start + 30 * DAY;
  const found = summary(chapter, lines, now);
  assert.deepEqual(
    [found.done, found.of, found.right, found.due.map((i) => i.id)],
    [2, 3, 1, ["b", "a"]],
  );
  assert.deepEqual(summary(chapter, lines, start + DAY).due, []);
});

test("a prediction is made, never right or wrong, and never due", () => {
  const chapter = {
    title: "x",
    items: [
      { id: "a", prediction: false },
      { id: "b", prediction: true },
      { id: "c", prediction: true },
    ],
  };
  const found = summary(chapter, [line(1, 0), line(0, 0, "b"), line(1, 0, "c")], start + 300 * DAY);
  assert.deepEqual(
    [found.done, found.right, found.predicted, found.due.map((i) => i.id)],
    [3, 1, 2, ["a"]],
  );
  assert.equal(counted(3, 4, 1, 2), "3 of 4 answered, 1 right, 2 predictions made.");
  assert.equal(counted(3, 4, 1, 1), "3 of 4 answered, 1 right, 1 prediction made.");
  assert.equal(counted(0, 4, 0, 0), "0 of 4 answered, 0 right.");
});

test("a chapter of an earlier version, which says only what is a prediction, counts the same", () => {
  const item = (part, prediction) => ({ id: part, part, prediction });
  const now = { title: "x", items: [item("predictions"), item("questions")] };
  const then = { title: "x", items: now.items.map(({ id }) => ({ id })) };
  then.items[0].prediction = true;
  const lines = [line(0, 0, "predictions"), line(0, 0, "questions")];
  const found = [now, then].map((c) => summary(c, lines, start + DAY));
  assert.deepEqual(
    found.map(({ predicted, due }) => [predicted, due.map(({ id }) => id)]),
    [
      [1, ["questions"]],
      [1, ["questions"]],
    ],
  );
});

test("a square is done, to see again or open; a prediction and a paragraph are never to see again", () => {
  const item = (id, part) => ({ id, part });
  const chapter = {
    title: "01 X",
    items: [
      item("p1", "predictions"),
      item("p2", "predictions"),
      item("q1", "questions"),
      item("q2", "questions"),
      item("q3", "questions"),
      item("q4", "questions"),
      item("r1", "reflections"),
    ],
  };
  const lines = [
    line(0, 0, "p1"),
    line(1, 0, "q1"),
    line(0.5, 0, "q2"),
    line(0, 0, "q3"),
    line(null, 0, "r1"),
  ];
  const looks = (part) => looksOf(chapter, part, lines);
  assert.deepEqual(looks("predictions"), ["done", "open"]);
  assert.deepEqual(looks("questions"), ["done", "again", "again", "open"]);
  assert.deepEqual(looks("reflections"), ["done"]);
  assert.equal(
    saidOf("01 X", "predictions", looks("predictions")),
    "01 X. Predictions: 1 of 2 made, and as many figures opened with them.",
  );
  assert.equal(
    saidOf("01 X", "questions", looks("questions")),
    "01 X. Questions: 1 right, 2 to see again, 1 still open, of 4.",
  );
  assert.equal(saidOf("01 X", "reflections", []), "01 X. Written: none in this chapter.");
});

test("a chapter is a page beside a page and a notebook beside a notebook", () => {
  const chapter = { title: "01 X", stem: "01-x", items: [] };
  globalThis.location = { pathname: "/course/00-start-here.html" };
  assert.equal(addressOf(chapter), "01-x.html");
  globalThis.location = { pathname: "/lab/tree/00-start-here.ipynb" };
  assert.equal(addressOf(chapter), "01-x.ipynb");
  assert.ok(!addressOf({ title: "01 X", items: [] }), "an earlier version names no file");
  delete globalThis.location;
});
