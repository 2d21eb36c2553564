// The memo's second step.

import { bites } from "../capstone.js";
import { badge, outcome, pulled, quiet } from "../reform.js";
import { el } from "../shared.js";
import { choice, live, offered, step } from "./fields.js";

/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// Step 2: a sector and levers; each tension that bites wants a sentence.
/**
 * @param {MemoDocument} told
 * @param {Memo} memo
 * @param {Function} text
 * @param {() => void} changed
 */
export const design = (told, memo, text, changed) => {
  const [known, page] = [told.reform, told.words.page];
  const [cards, needs, refused] = [el("div"), el("div"), live("sf-refused")];
  const made = {};
  const card = ({ tension, lever, trigger, consequence }) =>
    (made[tension] ??= el(
      "div",
      { class: "sf-tension" },
      el("p", {}, el("b", {}, tension), ` ${lever} `, badge(known.tensions[tension].basis)),
      el("p", {}, `${trigger} → `, el("b", {}, `${consequence}.`)),
      text(page.answer, `answer-${tension}`, memo.answers, tension, 2),
    ));
  const draw = () => {
    const met = bites(told, memo);
    const ready = memo.sector && memo.levers.length;
    cards.replaceChildren(
      ...(met.length ? met.map(card) : [quiet(ready ? told.words.labels.no_tensions : page.first)]),
    );
    const hold = (name) => (box) => {
      memo.held = box.checked ? [...memo.held, name] : memo.held.filter((other) => other !== name);
      changed();
    };
    const needed = ready ? outcome(known, memo.levers, memo.sector).missing : [];
    needs.replaceChildren(
      ...needed.map((name) =>
        offered(
          "checkbox",
          `held-${name}`,
          memo.held.includes(name),
          hold(name),
          {},
          known.preconditions[name].name,
        ),
      ),
    );
    changed();
  };
  const pull = (lever) => (box) => {
    const next = box.checked
      ? pulled(known, memo.levers, lever)
      : { levers: memo.levers.filter((name) => name !== lever), refused: undefined };
    refused.textContent = next.refused ?? "";
    if (next.refused) box.checked = false;
    memo.levers = next.levers ?? memo.levers;
    draw();
  };
  const sector = choice(
    "memo-sector",
    page.sector,
    [["", page.choose], ...Object.entries(known.sectors)],
    memo.sector,
    (value) => {
      memo.sector = value;
      draw();
    },
  );
  const lever = (key) =>
    offered(
      "checkbox",
      `lever-${key}`,
      memo.levers.includes(key),
      pull(key),
      {},
      known.levers[key],
    );
  const levers = known.groups.map(([title, keys]) =>
    el("fieldset", {}, el("legend", {}, title), ...keys.map(lever)),
  );
  draw();
  return {
    node: step(
      told,
      1,
      el("div", { class: "sf-country" }, sector.node),
      el("p", {}, page.levers),
      el("div", { class: "sf-levers" }, ...levers),
      refused,
      el("h4", {}, page.bites),
      cards,
      el("h4", {}, page.needs),
      needs,
    ),
  };
};
