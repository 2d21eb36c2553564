// What to revisit now, under the chapter that asks it.

import { el } from "../shared.js";
import { say } from "../words.js";
import { linkTo } from "./grid.js";
import { summary } from "./standing.js";

/** @import { Line } from "../shapes/host.d.ts" */
/** @import { Chapter } from "./standing.js" */

/** @param {Chapter[]} chapters @param {Line[]} lines @param {number} now */
export const revisitOf = (chapters, lines, now) => {
  const due = chapters.flatMap((chapter) => {
    const items = summary(chapter, lines, now).due;
    return items.length ? [{ chapter, items }] : [];
  });
  const n = due.reduce((sum, { items }) => sum + items.length, 0);
  if (!n) return [el("p", { class: "sf-kept" }, say("progress.nothing_due"))];
  const under = ({ chapter, items }) =>
    el(
      "details",
      { open: due.length === 1 },
      el("summary", {}, `${chapter.title} (${items.length})`),
      el("ul", {}, ...items.map((item) => el("li", {}, item.stem))),
      el("p", {}, linkTo(chapter)),
    );
  return [
    el("div", { role: "heading", "aria-level": 4, class: "sf-title" }, say("progress.due", { n })),
    ...due.map(under),
  ];
};
