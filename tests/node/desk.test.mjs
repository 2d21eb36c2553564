// The Desk's logic, without a page. The text comes from Python exactly as both front ends get it.
import assert from "node:assert/strict";
import test from "node:test";
import { moduleOf } from "./modules.mjs";

const desk = await moduleOf("desk");

test("a first reason is one line, whatever was typed", () => {
  assert.deepEqual(desk.argued(undefined, 1, "  one\n two\t three "), {
    option: 1,
    why: "one two three",
  });
  assert.deepEqual(desk.argued(undefined, 0, "  \n "), { option: 0, why: "" });
});

test("arguing again adds a line and overwrites none", () => {
  const first = desk.argued(undefined, 1, "Then.");
  const second = desk.argued(first, 2, "Now.");
  assert.deepEqual(second, { option: 2, why: "Then.\nNow." });
  assert.deepEqual(desk.argued(second, 0, ""), { option: 0, why: "Then.\nNow." });
  assert.deepEqual(first, { option: 1, why: "Then." });
  assert.deepEqual(desk.reasonsIn(second), ["Then.", "Now."]);
  assert.deepEqual(desk.reasonsIn(undefined), []);
});

test("hostile text is kept as it is, and long text whole", () => {
  const hostile = "<img src=x onerror=alert(1)> \u202eabc";
  assert.equal(desk.argued(undefined, 0, hostile).why, hostile);
  assert.equal(desk.argued({ option: 0, why: "a" }, 0, "ب".repeat(100_000)).why.length, 100_002);
});

test("each dilemma has a situation of either sitting", () => {
  const item = (sitting, dilemma) => ({ id: `desk-${sitting}-${dilemma}`, sitting, dilemma });
  const items = ["first", "second"].flatMap((sitting) =>
    ["rule", "voice"].map((word) => item(sitting, word)),
  );
  assert.deepEqual(
    desk.pairs(items).map(({ dilemma, first, second }) => [dilemma, first.id, second.id]),
    [
      ["rule", "desk-first-rule", "desk-second-rule"],
      ["voice", "desk-first-voice", "desk-second-voice"],
    ],
  );
});
