// The page's own functions on answer lines, asked from Python: one JSON line in, one out.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const { schema, host } = JSON.parse(process.env.PAGE_LINES);
globalThis.window = { steelFrameContract: JSON.parse(readFileSync(schema, "utf8")) };
const source = `${host}\nexport { $_pages_lines, $kinds_kind };`;
const { $_pages_lines: lines, $kinds_kind: kinds } = await import(
  `data:text/javascript;base64,${Buffer.from(source).toString("base64")}`
);

const asked = {
  parsed: ({ text }) => lines.parsed(text),
  whole: ({ value }) => lines.whole(value),
  ordered: ({ lines: some }) => lines.inOrder(some),
  meet: ({ ours, theirs, now }) => lines.meet(ours, theirs, now),
  fits: ({ item, answer }) => kinds.fits(item, answer),
};
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  console.log(JSON.stringify(asked[question.ask](question)));
}
