// The memo's logic, without a page: blocks, gaps and tensions against Python.
import assert from "node:assert/strict";
import test from "node:test";
import { given, moduleOf } from "./modules.mjs";

const page = await moduleOf("memo");

test("the blocks of both sheets, gaps and tensions are those of Python", {
  skip: !given.memos,
}, () => {
  assert.ok(given.memos.length >= 5);
  for (const { memo, date, blocks, classwork, gaps, bites } of given.memos) {
    assert.deepEqual(page.blocks(given.memo, memo, date), blocks);
    assert.deepEqual(page.classwork(given.memo, memo, date), classwork);
    assert.deepEqual(page.gaps(given.memo, memo, date), gaps);
    assert.deepEqual(page.bites(given.memo, memo), bites);
  }
});
