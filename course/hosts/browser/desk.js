// A district officer's desk: each choice is an argument, kept and argued again; nothing is scored.

import { partsOf, score } from "./asking.js";
import {
  argued,
  argument,
  argumentList,
  headed,
  others,
  reasons,
  sideBySide,
} from "./desk/argued.js";
import { fieldsOf } from "./drafts.js";
import { keeping } from "./keeping.js";
import { el, guard, uid, unread } from "./shared.js";
import { turning } from "./turning.js";
import { say } from "./words.js";

/** @import { Host, Shown } from "./shapes/host.d.ts" */
/** @import { Argued, Situation } from "./shapes/items.d.ts" */

/**
 * @param {Host} host
 * @param {any} told
 * @param {Situation} item
 * @param {number} place
 * @param {number} total
 * @param {Record<string, Argued>} past
 * @param {() => void} changed
 */
const card = (host, told, item, place, total, past, changed) => {
  const parts = partsOf(item);
  const id = uid("stem");
  const box = el("textarea", { rows: 2, dir: "auto", "data-control": `${item.id}-why` });
  const before = el("div", {});
  const shown = el("div", { "aria-live": "polite" });
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  const button = el(
    "button",
    { type: "submit", "data-control": `${item.id}-decide` },
    say("desk.decide"),
  );
  let stored = past[item.id]; // what is kept; past holds what was argued, kept or not
  const show = () => {
    const said = past[item.id];
    button.textContent = say("desk.again");
    shown.replaceChildren(
      argument(told, item.options[said.option]),
      others(told, item, said.option),
    );
    before.replaceChildren(el("p", { class: "sf-count" }, say("desk.reasons")), reasons(stored));
  };
  const decide = guard(shown, () => {
    const option = parts.read();
    if (option === null) {
      kept.textContent = parts.ask;
      return;
    }
    const typed = box.value;
    const answer = argued(stored, option, typed);
    if (keeper.isKept(answer)) {
      kept.textContent = say("desk.nothing_new");
      return;
    }
    past[item.id] = answer;
    show();
    changed();
    keeper.keep(answer, score(item, answer)).then((done) => {
      if (!done) return; // the reason stays in its box, to be kept again
      stored = answer;
      show();
      if (box.value !== typed) return; // more was typed meanwhile
      box.value = "";
      keeper.rest();
    });
  });
  if (stored) {
    parts.restore(stored.option);
    show();
  }
  const keeper = keeping(host, item, kept, fieldsOf([...parts.nodes, box]));
  return keeper.watch(
    el(
      "form",
      {
        class: "sf-card",
        hidden: true,
        onsubmit: (event) => {
          event.preventDefault();
          decide();
        },
      },
      el(
        "fieldset",
        { "aria-describedby": id },
        el(
          "legend",
          { tabindex: -1 },
          el("span", { class: "sf-count" }, say("desk.situation_of", { n: place, of: total })),
          headed(item.dilemma),
        ),
        el("p", { class: "sf-stem", id }, item.stem),
        ...parts.nodes,
        el("label", { class: "sf-why" }, say("desk.why"), box),
        before,
        el("div", { class: "sf-actions" }, button),
        kept,
        shown,
      ),
    ),
  );
};

/** @param {Shown} shown */
export const show = ({ data, host, el: root }) => {
  root.append(...unread(host));
  const told = data.told;
  const items = data.items;
  const past = { ...host.past };
  const shown = items.filter((item) => item.sitting === told.sitting);
  const last = shown.length; // the place of the list
  const done = () => shown.every((item) => past[item.id]);
  const tab = (text) => el("button", { type: "button", class: "sf-tab" }, text);
  const tabs = [...shown.map((_, i) => tab(String(i + 1))), tab(say("desk.argued"))];
  const list = el("div", { class: "sf-card", hidden: true });
  const changed = () => {
    shown.forEach((item, i) => {
      const key = past[item.id] ? "desk.tab_decided" : "desk.tab_open";
      tabs[i].textContent = `${i + 1}${past[item.id] ? "✓" : ""}`;
      tabs[i].setAttribute("aria-label", say(key, { n: i + 1, dilemma: headed(item.dilemma) }));
    });
    tabs[last].hidden = !done();
    turn.next.disabled = turn.at() >= last || (turn.at() === last - 1 && !done());
    turn.next.textContent = say(turn.at() === last - 1 ? "desk.argued_next" : "shared.next");
    if (!done()) return;
    list.replaceChildren(
      el("h3", { tabindex: -1 }, say("desk.argued_each")),
      argumentList(told, shown, past, turn.open),
      el("p", { class: "sf-nobody" }, say("desk.nobody")),
      ...(told.sitting === "second" ? sideBySide(told, items, past) : []),
    );
  };
  const cards = [
    ...shown.map((item, i) => card(host, told, item, i + 1, last, past, () => changed())),
    list,
  ];
  const turn = turning(cards, tabs, () => changed());
  root.append(
    el(
      "section",
      { class: "sf sf-desk", "aria-label": told.title },
      el("p", {}, el("b", {}, told.title)),
      el("div", { class: "sf-tabs", role: "group", "aria-label": say("desk.situations") }, ...tabs),
      ...cards,
      turn.foot,
    ),
  );
  const first = shown.findIndex((item) => !past[item.id]);
  turn.show(first < 0 ? last : first);
};
