// A choice with reasons: kept, and then the course's own stands beside it. Nothing is scored. A
// verdict is defended afterwards, a yardstick is not.

import { partsOf } from "./asking.js";
import { badge } from "./badge.js";
import { wordsIn, written } from "./blanks.js";
import { fieldsOf } from "./drafts.js";
import { hold, openHeld, verdictOf } from "./held.js";
import { keeping } from "./keeping.js";
import { el, guard, unread } from "./shared.js";
import { say } from "./words.js";

/** @import { Shown } from "./shapes/host.d.ts" */
/** @import { Chosen, Reasoned } from "./shapes/items.d.ts" */

const paragraphs = (text) =>
  text
    .split("\n")
    .filter((line) => wordsIn(line))
    .map((line) => el("p", { dir: "auto" }, line));

// An option as it is told: a verdict is a badge.
/** @param {Reasoned} item @param {number} n */
const named = (item, n) => {
  const { text, verdict, sign } = item.options[n];
  return verdict && sign ? badge({ verdict, word: text, sign }) : el("strong", {}, text);
};

// Hers and the course's, side by side.
/** @param {Reasoned} item @param {Chosen} answer */
const beside = (item, answer) => [
  el(
    "div",
    { class: "sf-two sf-evidence" },
    el(
      "div",
      {},
      el("p", { class: "sf-count" }, say("reasoned.you")),
      el("p", {}, named(item, answer.option)),
      ...paragraphs(answer.why),
    ),
    el(
      "div",
      {},
      el("p", { class: "sf-count" }, say("reasoned.course")),
      ...item.ours.flatMap(({ of, option, because }) => [
        el("p", {}, named(item, option), of ? el("span", { class: "sf-of" }, of) : null),
        el("p", {}, because),
      ]),
    ),
  ),
  el("p", { class: "sf-kept" }, say("reasoned.reasons_count")),
];

// What can be said of each option.
/** @param {Reasoned} item @param {string} summary */
const told = (item, summary) =>
  el(
    "details",
    {},
    el("summary", {}, summary),
    el(
      "ul",
      {},
      ...item.options.map(({ text, says }) => el("li", {}, el("b", {}, text), `. ${says}`)),
    ),
  );

const button = (name, text, onclick) =>
  el("button", { type: "button", "data-control": name, onclick }, text);

/** @param {Shown} shown */
export const show = ({ data, host, el: root }) => {
  root.append(...unread(host));
  /** @type {Reasoned[]} */
  const [item] = data.items;
  const parts = partsOf(item);
  const box = (name, rows) =>
    el("textarea", { rows, dir: "auto", "data-control": `${item.id}-${name}` });
  const [why, defence] = [box("why", 4), box("defence", 4)];
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  const counted = el("span", { class: "sf-kept" });
  const compared = el("div", { class: "sf-beside", tabindex: -1, hidden: true });
  const count = () => {
    counted.textContent = written(why.value, item);
  };
  why.addEventListener("input", count);
  /** @type {Chosen | undefined} */
  const past = host.past[item.id];
  if (past) {
    parts.restore(past.option);
    why.value = past.why;
    defence.value = past.defence ?? "";
  }
  const keeper = keeping(host, item, kept, fieldsOf([...parts.nodes, why, defence]));

  const answer = () => {
    const option = parts.read();
    if (option === null) return parts.ask;
    if (!wordsIn(why.value)) return say("kinds.write_first");
    const own = { option, why: why.value };
    return wordsIn(defence.value) ? { ...own, defence: defence.value } : own;
  };
  const keep = guard(kept, () => {
    const given = answer();
    if (typeof given === "string") kept.textContent = given;
    else if (keeper.isKept(given)) kept.textContent = say("shared.kept_already");
    else
      keeper.keep(given, null).then((done) => {
        if (!done) return;
        compare(given);
        compared.focus();
      });
  });

  const change = button(`${item.id}-change`, say("reasoned.change"), () => settle(false));
  change.className = "sf-quiet";
  const asked = el(
    "div",
    {},
    ...parts.nodes,
    item.then ? told(item, say("reasoned.needs")) : null,
    el("label", { class: "sf-why" }, say("reasoned.why"), why),
    el(
      "div",
      { class: "sf-actions" },
      button(`${item.id}-keep`, say("shared.keep"), keep),
      counted,
    ),
  );
  const own = el(
    "fieldset",
    {},
    el("legend", {}, el("span", { class: "sf-count" }, data.label), item.stem),
    asked,
  );
  // Once the two are compared, what she chose from is away until she asks to change it.
  /** @param {boolean} away */
  const settle = (away) => {
    asked.hidden = away;
    change.hidden = !away;
  };
  const defended = item.then
    ? el(
        "div",
        { hidden: true },
        el(
          "label",
          { class: "sf-why" },
          say("reasoned.defend"),
          el("span", { class: "sf-count" }, item.then),
          defence,
        ),
        el(
          "div",
          { class: "sf-actions" },
          button(`${item.id}-defend`, say("reasoned.keep_defence"), keep),
        ),
      )
    : null;
  /** @param {Chosen} given */
  const compare = (given) => {
    compared.replaceChildren(
      ...beside(item, given),
      ...(item.then ? [] : [told(item, say("reasoned.each"))]),
    );
    compared.hidden = false;
    if (defended) defended.hidden = false;
    if (item.weighs) openHeld(host, verdictOf(item.weighs), undefined);
    settle(true);
  };
  settle(false);
  count();
  root.append(
    el(
      "section",
      { class: "sf sf-reasoned", "aria-label": data.label },
      keeper.watch(el("div", { class: "sf-card" }, own, compared, change, defended, kept)),
    ),
  );
  if (past) compare(past);
  else if (item.weighs) hold(host, verdictOf(item.weighs));
};
