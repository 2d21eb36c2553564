// The memo's logic, without a page: blocks, gaps and tensions against Python.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const given = JSON.parse(readFileSync(process.env.WIDGET_CASES, "utf8"));
const text = Buffer.from(given.modules.memo).toString("base64");
const page = await import(`data:text/javascript;base64,${text}`);

test("blocks, gaps and tensions are those of Python", { skip: !given.memos }, () => {
  assert.ok(given.memos.length >= 5);
  for (const { memo, date, blocks, gaps, bites } of given.memos) {
    assert.deepEqual(page.blocks(given.memo, memo, date), blocks);
    assert.deepEqual(page.gaps(given.memo, memo), gaps);
    assert.deepEqual(page.bites(given.memo, memo), bites);
  }
});
