// The logic of the widgets, without a page. The texts come from Python exactly as both front ends get them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const given = JSON.parse(readFileSync(process.env.WIDGET_CASES, "utf8"));
const load = async (name) =>
  import(`data:text/javascript;base64,${Buffer.from(given.modules[name]).toString("base64")}`);
const explorable = await load("explorable");
const quiz = await load("quiz");

test("each state that the browser plays is the one Python draws", () => {
  for (const { load: packed, cases } of given.explorables) {
    explorable.unpack(packed);
    for (const { at, figure, table } of cases) {
      packed.controls.forEach((c, i) => (c.at = at[i]));
      const state = explorable.stateOf(packed);
      assert.deepEqual(state.data, figure.data);
      assert.equal(state.words.title, figure.layout.meta.title);
      assert.equal(state.words.description, figure.layout.meta.description);
      assert.deepEqual(state.layout.xaxis, figure.layout.xaxis);
      assert.deepEqual(explorable.tableOf(state), table);
    }
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
  for (const { question, answers } of given.quizzes)
    for (const { answer, score, feedback } of answers) {
      assert.equal(quiz.score(question, answer), score);
      assert.equal(quiz.feedback(question, answer), feedback);
    }
});

test("a typed number is forgiven its unit, spaces and comma, and nothing else", () => {
  const cases = { "36": 36, " 36 % ": 36, "36%": 36, "0,36": 0.36, ".5": 0.5, "-2.5": -2.5, "+3": 3 };
  for (const [typed, value] of Object.entries(cases)) assert.equal(quiz.numberIn(typed, "%"), value, typed);
  for (const typed of ["", "abc", "1,000.5", "3 4x", "<b>1</b>", "1e3", "--2"])
    assert.ok(Number.isNaN(quiz.numberIn(typed, "%")), typed);
});
