// A chapter's questions, one at a time: feedback is in the page; the kernel is only told what was
// answered.

import { feedback, partsOf, score } from "./asking.js";
import { keeping } from "./keeping.js";
import { drawnOf, kindOf } from "./kinds/kind.js";
import { ended } from "./quiz/ended.js";
import { firstTries } from "./quiz/tries.js";
import { el, guard, unread } from "./shared.js";
import { turning } from "./turning.js";
import { say } from "./words.js";

/** @import { Host, Shown } from "./shapes/host.d.ts" */
/** @import { Item } from "./shapes/items.d.ts" */

// Hints come one by one, each nearer to the answer.
const hints = (item) => {
  const shown = el("ol", { class: "sf-hints", "aria-live": "polite" });
  const more = el(
    "button",
    {
      type: "button",
      class: "sf-quiet",
      onclick: () => {
        shown.append(el("li", {}, item.hints[shown.childElementCount]));
        if (shown.childElementCount === item.hints.length) more.remove();
        else more.textContent = say("quiz.another_hint");
      },
    },
    say("quiz.hint"),
  );
  return el("div", {}, shown, more);
};

const VERDICTS = {
  1: ["sf-right", "quiz.right"],
  0.5: ["sf-half", "quiz.nearly"],
  0: ["sf-wrong", "quiz.not_yet"],
};

/**
 * @param {Host} host
 * @param {Item} item
 * @param {number} place
 * @param {number} total
 * @param {(points: number | null) => void} scored
 */
const card = (host, item, place, total, scored) => {
  const parts = partsOf(item);
  const verdict = el("div", { class: "sf-verdict", "aria-live": "polite" });
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  // What no key can tell, the student does: a text is read against a model answer.
  const compare = (answer, compared) => {
    const rate = (rated) => {
      explain(rated);
      keeper.keep(rated, score(item, rated));
    };
    const points = score(item, answer);
    verdict.className = "sf-verdict";
    verdict.replaceChildren(...compared(item, answer, rate));
    if (points !== null) scored(points);
  };
  const explain = (answer) => {
    const { compared } = kindOf(item);
    if (compared) return compare(answer, compared);
    const points = score(item, answer);
    const [look, key] = VERDICTS[points];
    verdict.className = `sf-verdict ${look}`;
    const [first, ...rest] = feedback(item, answer);
    verdict.replaceChildren(
      el("p", {}, el("strong", {}, say(key), " "), first),
      ...rest.map((text) => el("p", {}, text)),
      ...drawnOf(item, answer),
    );
    scored(points);
    return points;
  };
  const check = guard(verdict, () => {
    const answer = parts.read();
    if (answer === null) {
      verdict.className = "sf-verdict";
      verdict.replaceChildren(el("p", {}, parts.ask));
      return;
    }
    explain(answer);
    keeper.keep(answer, score(item, answer));
  });
  const past = host.past[item.id];
  if (past !== undefined) {
    parts.restore(past);
    explain(past);
  }
  const keeper = keeping(host, item, kept, parts.fields);
  // It explains another answer than the one that stands there.
  if (keeper.found) verdict.replaceChildren();
  return keeper.watch(
    el(
      "form",
      {
        class: "sf-card",
        hidden: true,
        onsubmit: (event) => {
          event.preventDefault();
          check();
        },
      },
      el(
        "fieldset",
        {},
        el(
          "legend",
          { tabindex: -1 },
          el("span", { class: "sf-count" }, say("quiz.question_of", { n: place, of: total })),
          item.stem,
        ),
        ...parts.nodes,
        el(
          "div",
          { class: "sf-actions" },
          el("button", { type: "submit", "data-control": `${item.id}-check` }, say("quiz.check")),
          hints(item),
        ),
        verdict,
        kept,
      ),
    ),
  );
};

const MARKS = {
  1: ["quiz.tab_right", "✓"],
  0.5: ["quiz.tab_nearly", "◐"],
  0: ["quiz.tab_not_yet", "✗"],
};

/** @param {Shown} shown */
export const show = ({ data, host, el: root }) => {
  root.append(...unread(host));
  const items = data.items;
  const tabs = items.map((_, i) =>
    el("button", { type: "button", class: "sf-tab" }, String(i + 1)),
  );
  const name = (i, points) => {
    const [key, sign] = MARKS[points] ?? ["quiz.tab_not_answered", ""];
    tabs[i].textContent = `${i + 1}${sign}`;
    tabs[i].setAttribute("aria-label", say(key, { n: i + 1 }));
  };
  items.forEach((_, i) => name(i));
  const first = firstTries(host.lines ?? []);
  const last = new Map();
  const end = el("div", { role: "status" });
  const scored = (i, points) => {
    const { id } = items[i];
    name(i, points);
    last.set(id, points);
    if (!first.has(id)) first.set(id, points);
    end.replaceChildren(...ended(root, items, first, last, (place) => turn?.open(place)));
  };
  /** @type {ReturnType<typeof turning> | undefined} */
  let turn;
  const cards = items.map((item, i) =>
    card(host, item, i + 1, items.length, (points) => scored(i, points)),
  );
  turn = turning(cards, tabs);
  root.append(
    el(
      "section",
      { class: "sf sf-quiz", "aria-label": say("quiz.title") },
      el("div", { class: "sf-tabs", role: "group", "aria-label": say("quiz.questions") }, ...tabs),
      ...cards,
      turn.foot,
      end,
    ),
  );
  const open = items.findIndex((item) => host.past[item.id] === undefined);
  turn.show(Math.max(open, 0));
};
