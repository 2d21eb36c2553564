// The reform designer: a sector, at most four levers, and what they meet there. Nothing is added
// up.

import { wordsIn } from "./blanks.js";
import { preconditions, results } from "./designer/met.js";
import { keeping } from "./keeping.js";
import { outcome, pulled } from "./reform.js";
import { el, guard, inLabel, uid, unread } from "./shared.js";
import { say } from "./words.js";

/** @import { Host, Shown } from "./shapes/host.d.ts" */
/** @import { Item } from "./shapes/items.d.ts" */
/** @import { Outcome, Reform, Tried } from "./shapes/reform.d.ts" */

// Pure logic, tested under node; the rest of it stands in reform.js -------------------------------
// An outcome in one line of ids, as course/capstone/reform.py writes it.
/** @param {Outcome} found */
export const compact = (found) => {
  const letter = (basis) => (basis === "stated" ? "s" : "o");
  const ids = (entries) =>
    entries.map((e) => e.tension + letter(e.basis) + letter(e.here)).join(",");
  const told = (by) =>
    Object.entries(by)
      .map(([lever, entries]) => `${lever}:${ids(entries)}`)
      .join(" ");
  const models = Object.entries(found.models).map(
    ([model, levers]) => `${model}:${levers.join(",")}`,
  );
  const met = [found.bites, found.weak, found.silent].map(told);
  return [...met, found.missing.join(" "), models.join(" ")].join(" | ");
};

// Could this page have left that as a draft: [sector, levers, argument]?
/** @param {Reform} known @param {unknown} left */
const isDesign = (known, left) => {
  if (!Array.isArray(left) || left.length !== 3) return false;
  const [sector, levers, argument] = left;
  if (
    !Object.hasOwn(known.sectors, sector) ||
    !Array.isArray(levers) ||
    typeof argument !== "string"
  )
    return false;
  return (
    levers.length <= known.most &&
    new Set(levers).size === levers.length &&
    levers.every((lever) => Object.hasOwn(known.levers, lever))
  );
};

/**
 * @param {{ reform: Reform, sector: string, items: Item[], tried?: Record<string, Tried> }} data
 * @param {Host} host
 * @param {HTMLElement} root
 */
const designer = (data, host, root) => {
  const known = data.reform;
  const [item] = data.items;
  const past = host.past[item.id];
  const at = { sector: past?.sector ?? data.sector, levers: past?.levers ?? [], held: new Set() };
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  const box = el("textarea", {
    rows: 6,
    dir: "auto",
    "data-control": "reform-argument",
    onchange: () => keep(),
  });
  box.value = past?.argument ?? "";
  const keeper = keeping(host, item, kept, {
    read: () => [at.sector, at.levers, box.value],
    fits: (left) => isDesign(known, left),
    put: ([sector, levers, argument]) => {
      Object.assign(at, { sector, levers });
      box.value = argument;
    },
  });
  const told = el("p", { class: "sf-told", "aria-live": "polite" });
  const refused = el("p", { class: "sf-refused", "aria-live": "polite" });
  const shown = results(known, data.tried ?? {});
  const found = () => outcome(known, at.levers, at.sector, [...at.held]);
  const update = guard(kept, () => {
    const now = found();
    body.hidden = !now.levers.length;
    shown.draw(now);
    needs.draw(now);
    const ids = (by) =>
      Object.values(by)
        .flat()
        .map(({ tension }) => tension)
        .join(", ") || say("designer.no_ids");
    told.textContent = say("designer.met", {
      sector: known.sectors[now.sector],
      bites: ids(now.bites),
      mild: ids(now.weak),
    });
  });
  const needs = preconditions(known, at.held, update);
  const pull = (box, lever) => {
    const next = box.checked
      ? pulled(known, at.levers, lever)
      : { levers: at.levers.filter((name) => name !== lever), refused: undefined };
    refused.textContent = next.refused ?? "";
    if (next.levers) {
      at.levers = next.levers;
      update();
    } else box.checked = false;
  };
  const offered = (type, name, value, text, checked, chosen) => {
    const box = el("input", {
      type,
      name,
      value,
      checked,
      "data-control": value,
      onchange: () => chosen(box),
    });
    return inLabel(box, text);
  };
  const radios = uid("sector");
  const sectors = Object.entries(known.sectors).map(([key, name]) =>
    offered("radio", radios, key, name, key === at.sector, () => {
      at.sector = key;
      update();
    }),
  );
  const lever = (key) =>
    offered("checkbox", key, key, known.levers[key], at.levers.includes(key), (box) =>
      pull(box, key),
    );
  const keep = guard(kept, () => {
    const answer = { sector: at.sector, levers: found().levers, argument: box.value };
    if (!answer.levers.length || !wordsIn(box.value))
      kept.textContent = say("designer.argue_first");
    else if (keeper.isKept(answer)) kept.textContent ||= say("shared.kept_already");
    else keeper.keep(answer, null);
  });
  const part = (title, ...nodes) => el("div", { class: "sf-part" }, el("h3", {}, title), ...nodes);
  const body = el(
    "div",
    {},
    part(say("designer.bites"), shown.bites),
    part(say("designer.mild"), shown.mild),
    part(say("designer.tried"), shown.tried),
    part(say("designer.first"), el("p", {}, say("designer.strictly")), needs.place, needs.missing),
    part(say("designer.models"), shown.models),
    el("p", { class: "sf-nobody" }, say("designer.no_total")),
  );
  root.append(
    keeper.watch(
      el(
        "section",
        { class: "sf sf-designer", "aria-label": say("designer.title") },
        el(
          "div",
          { class: "sf-card" },
          el(
            "fieldset",
            {},
            el("legend", {}, say("designer.sector")),
            el("div", { class: "sf-sectors" }, ...sectors),
          ),
          el(
            "div",
            { class: "sf-levers", role: "group", "aria-label": say("designer.levers") },
            el("p", {}, el("b", {}, say("designer.what_to_do"), " "), say("designer.at_most")),
            ...known.groups.map(([title, keys]) =>
              el("fieldset", {}, el("legend", {}, title), ...keys.map(lever)),
            ),
          ),
          refused,
          told,
        ),
        body,
        el(
          "div",
          { class: "sf-card" },
          el(
            "label",
            {},
            el("span", { class: "sf-count" }, say("shared.yours")),
            el("b", {}, say("designer.argument")),
            box,
          ),
          el(
            "div",
            { class: "sf-actions" },
            el(
              "button",
              { type: "button", "data-control": "reform-keep", onclick: keep },
              say("shared.keep"),
            ),
          ),
          kept,
        ),
      ),
    ),
  );
  update();
};

/** @param {Shown} shown */
export const show = ({ data, host, el: root }) => {
  root.append(...unread(host));
  designer(data, host, root);
};
