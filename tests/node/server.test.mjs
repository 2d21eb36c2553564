// A Jupyter server as host, without a server: what it is asked, and what a document is given.
import assert from "node:assert/strict";
import test from "node:test";
import { given, moduleIn } from "./modules.mjs";

const { serverHost } = await moduleIn(given.server);

const CHOICE = { id: "a", kind: "choice", options: [{}, {}] };
const STATE = {
  past: { a: 1, b: 0, c: 7 },
  lines: [{ item: "a", at: "x", score: 1 }],
  unread: "",
  shelf: "s",
  place: "here",
  plotly: "4",
  page: "",
};

const stand = async (replies = {}, more = {}) => {
  const asked = [];
  const post = async (verb, body) => {
    asked.push([verb, body]);
    const reply = verb in replies ? replies[verb] : verb === "state" ? STATE : {};
    if (reply instanceof Error) throw reply;
    return reply;
  };
  const holder = {};
  const hostOf = await serverHost({
    base: "/user/ada/",
    notebook: "x/a.ipynb",
    holder,
    post,
    ...more,
  });
  return { asked, holder, hostOf, replies };
};

test("a document is given the answers to its own questions that fit them", async () => {
  const { hostOf, asked, holder } = await stand();
  const host = hostOf({ items: [CHOICE, { ...CHOICE, id: "c" }, { ...CHOICE, id: "toString" }] });
  assert.deepEqual(host.past, { a: 1 });
  assert.deepEqual(hostOf({}).past, {});
  assert.equal(host.notebook, holder);
  assert.deepEqual(
    [host.shelf, host.place, host.unread, host.page, host.lines.length],
    ["s", "here", "", "", 1],
  );
  assert.deepEqual(asked, [["state", { notebook: "x/a.ipynb", sheet: false }]]); // one look for all documents
});

test("every request names the notebook and whether it is a sheet, whatever a document says", async () => {
  const { hostOf, asked } = await stand({}, { sheet: true });
  const host = hostOf({ items: [CHOICE] });
  await host.keep({
    item: "a",
    answer: 0,
    seconds: 2,
    score: 1,
    notebook: "../../x",
    sheet: false,
  });
  await host.memo.figures("KEN");
  await host.bring("text");
  for (const [, body] of asked) assert.deepEqual([body.notebook, body.sheet], ["x/a.ipynb", true]);
  assert.deepEqual(asked[1], [
    "keep",
    { item: "a", answer: 0, seconds: 2, notebook: "x/a.ipynb", sheet: true },
  ]);
});

test("what is kept is shown by all documents, as the server wrote it down", async () => {
  const { hostOf } = await stand({
    keep: { kept: true, said: "Kept.", score: 0, answer: 0, at: "now" },
  });
  const [one, other] = [hostOf({ items: [CHOICE] }), hostOf({ items: [CHOICE] })];
  let told = 0;
  const life = new AbortController();
  other.onAnswers(() => told++, life.signal);
  await one.keep({ item: "a", answer: 0, seconds: 1 });
  assert.deepEqual(
    [other.past, other.lines.at(-1), told],
    [{ a: 0 }, { item: "a", at: "now", score: 0 }, 1],
  );
  life.abort();
  await one.keep({ item: "a", answer: 0, seconds: 1 });
  assert.equal(told, 1);
});

test("a refusal is its sentence and changes nothing; what is no reply of ours is silence", async () => {
  const { hostOf, replies } = await stand({ keep: { problem: "No." }, bring: { problem: "No." } });
  const host = hostOf({ items: [CHOICE] });
  assert.deepEqual(await host.keep({ item: "a", answer: 0 }), { problem: "No." });
  assert.deepEqual(await host.bring("x"), { problem: "No." });
  assert.deepEqual(host.past, { a: 1 });
  for (const reply of [{ message: "Forbidden", reason: null }, null, "x", new Error("gone")]) {
    replies.keep = replies.forget = reply;
    await assert.rejects(host.keep({ item: "a", answer: 0 }));
    await assert.rejects(host.forget());
  }
  assert.deepEqual(host.past, { a: 1 });
});

test("answers that cannot be read are told, and what is asked stands", async () => {
  const { hostOf } = await stand({ state: { problem: "No plain file." } });
  const host = hostOf({ items: [CHOICE] });
  assert.deepEqual([host.unread, host.past, host.lines], ["No plain file.", {}, []]);
});

test("after answers came in or went, the server is asked once more; if it is silent then, what was done stands", async () => {
  const { hostOf, replies } = await stand({ bring: { added: 1 }, forget: { forgotten: true } });
  const host = hostOf({ items: [CHOICE] });
  replies.state = { ...STATE, past: { a: 0 }, page: "steel-frame/01.html" };
  assert.deepEqual(await host.bring("x"), { added: 1 });
  assert.deepEqual([host.past, host.page], [{ a: 0 }, ""]); // the address is that of the document as it was drawn
  replies.state = new Error("gone");
  assert.deepEqual(await host.forget(), { forgotten: true });
});
