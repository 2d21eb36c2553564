// A district officer's desk: each choice is an argument, kept and argued again; nothing is scored.
import { partsOf, score } from "./asking.js";
import { oneLine } from "./blanks.js";
import { fieldsOf } from "./drafts.js";
import { keeping } from "./keeping.js";
import { el, guard, uid, unread } from "./shared.js";
import { turning } from "./turning.js";
import { say } from "./words.js";

// Pure logic, tested under node ---------------------------------------------------------------------------------------
// The answer after a choice and a typed reason: a reason is one line, added below the earlier ones.
export const argued = (said, option, typed) => {
  const line = oneLine(typed);
  return { option, why: [said?.why, line].filter(Boolean).join("\n") };
};

export const reasonsIn = (said) => (said?.why ?? "").split("\n").filter(Boolean);

// Each dilemma with the situation of either sitting that puts it: [{ dilemma, first, second }].
export const pairs = (items) => {
  const of = (sitting) => items.filter((item) => item.sitting === sitting);
  const second = of("second");
  return of("first").map((first, i) => ({ dilemma: first.dilemma, first, second: second[i] }));
};

const SITTINGS = { first: "desk.first_sitting", second: "desk.second_sitting" };

const headed = (text) => text[0].toUpperCase() + text.slice(1).replaceAll("-", " ");
const voice = (told, lens) => el("span", { class: `sf-voice sf-${lens}` }, told.voices[lens]);
const cited = (told, claims) =>
  el("ul", { class: "sf-claims" }, ...claims.map((id) => el("li", {}, el("b", {}, id), ` ${told.claims[id] ?? ""}`)));
const reasons = (said) => {
  const lines = reasonsIn(said);
  if (!lines.length) return el("p", { class: "sf-kept" }, say("desk.no_reason"));
  return el("ul", { class: "sf-reasons" }, ...lines.map((line) => el("li", { dir: "auto" }, line)));
};

// What a choice argues, in whose voice, and what it costs.
const argument = (told, option) =>
  el("div", { class: `sf-argument sf-${option.lens}` },
    el("p", {}, ...say.nodes("desk.argues", { voice: voice(told, option.lens) })),
    el("p", {}, option.argument),
    el("p", {}, el("b", {}, say("desk.cost"), " "), option.cost),
    cited(told, option.claims ?? []));
const others = (told, item, chosen) =>
  el("details", {},
    el("summary", {}, say("desk.others")),
    ...item.options.filter((_, i) => i !== chosen).map((option) =>
      el("div", { class: `sf-argument sf-${option.lens}` },
        el("p", {}, voice(told, option.lens)), el("p", {}, el("b", {}, option.text)),
        el("p", {}, option.argument),
        el("p", {}, el("b", {}, say("desk.cost"), " "), option.cost),
        cited(told, option.claims ?? []))));

const card = (host, told, item, place, total, past, changed) => {
  const parts = partsOf(item);
  const id = uid("stem");
  const box = el("textarea", { rows: 2, dir: "auto", "data-control": `${item.id}-why` });
  const before = el("div", {});
  const shown = el("div", { "aria-live": "polite" });
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  const button = el("button", { type: "submit", "data-control": `${item.id}-decide` }, say("desk.decide"));
  let stored = past[item.id]; // what is kept; past holds what was argued, kept or not
  const show = () => {
    const said = past[item.id];
    button.textContent = say("desk.again");
    shown.replaceChildren(argument(told, item.options[said.option]), others(told, item, said.option));
    before.replaceChildren(
      el("p", { class: "sf-count" }, say("desk.reasons")),
      reasons(stored));
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
  return keeper.watch(el("form", {
      class: "sf-card",
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault();
        decide();
      }
    },
    el("fieldset", { "aria-describedby": id },
      el("legend", { tabindex: -1 }, el("span", { class: "sf-count" }, say("desk.situation_of", { n: place, of: total })),
        headed(item.dilemma)),
      el("p", { class: "sf-stem", id }, item.stem), ...parts.nodes,
      el("label", { class: "sf-why" }, say("desk.why"), box), before,
      el("div", { class: "sf-actions" }, button), kept, shown)));
};

// All that was argued, each with a way back to it.
const argumentList = (told, shown, past, again) =>
  el("ol", { class: "sf-argued" }, ...shown.map((item, i) => {
    const said = past[item.id];
    const option = item.options[said.option];
    return el("li", { class: `sf-${option.lens}` },
      el("p", {}, el("b", {}, headed(item.dilemma)), " ", voice(told, option.lens)),
      el("p", {}, option.text), reasons(said),
      el("button", {
        type: "button",
        class: "sf-quiet",
        "data-control": `${item.id}-again`,
        "aria-label": say("desk.reargue_this", { dilemma: headed(item.dilemma) }),
        onclick: () => again(i)
      }, say("desk.reargue")));
  }));

const sideBySide = (told, items, past) => {
  const cell = (item) => {
    const said = item && past[item.id];
    const place = el("p", { class: "sf-count" }, item ? say(SITTINGS[item.sitting]) : "");
    if (!said) return el("div", {}, place, el("p", { class: "sf-kept" }, say("desk.no_answer")));
    const option = item.options[said.option];
    return el("div", { class: `sf-${option.lens}` },
      place, voice(told, option.lens), el("p", {}, option.text), reasons(said));
  };
  return [
    el("h3", {}, say("desk.side_by_side")),
    ...pairs(items).map(({ dilemma, first, second }) =>
      el("div", { class: "sf-pair", role: "group", "aria-label": headed(dilemma) },
        el("p", {}, el("b", {}, headed(dilemma))), cell(first), cell(second))),
    el("p", {}, say("desk.what_changed")),
  ];
};

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
      el("h3", { tabindex: -1 }, say("desk.argued_each")), argumentList(told, shown, past, turn.open),
      el("p", { class: "sf-nobody" }, say("desk.nobody")), ...(told.sitting === "second" ? sideBySide(told, items, past) : []));
  };
  const cards = [...shown.map((item, i) => card(host, told, item, i + 1, last, past, () => changed())), list];
  const turn = turning(cards, tabs, () => changed());
  root.append(
    el("section", { class: "sf sf-desk", "aria-label": told.title },
      el("p", {}, el("b", {}, told.title)),
      el("div", { class: "sf-tabs", role: "group", "aria-label": say("desk.situations") }, ...tabs),
      ...cards, turn.foot));
  const first = shown.findIndex((item) => !past[item.id]);
  turn.show(first < 0 ? last : first);
};
