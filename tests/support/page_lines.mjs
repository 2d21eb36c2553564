// The page's own functions on answer lines, asked from Python: one JSON line in, one out.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const { schema, edition, fits } = JSON.parse(process.env.PAGE_LINES);
const text = `${readFileSync(`${edition}/lines.js`, "utf8")}\n${fits}`;
globalThis.window = { steelFrameContract: JSON.parse(readFileSync(schema, "utf8")) };
const source = `${text}\nexport { steelFrameLines, steelFrameFits };`;
const { steelFrameLines, steelFrameFits } = await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);

const asked = {
  parsed: ({ text }) => steelFrameLines.parsed(text),
  whole: ({ value }) => steelFrameLines.whole(value),
  ordered: ({ lines }) => steelFrameLines.inOrder(lines),
  meet: ({ ours, theirs, now }) => steelFrameLines.meet(ours, theirs, now),
  fits: ({ item, answer }) => steelFrameFits(item, answer),
};
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  console.log(JSON.stringify(asked[question.ask](question)));
}
