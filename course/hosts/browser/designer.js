// The reform designer: a sector, at most four levers, and what they meet there. Nothing is added up.
import { wordsIn } from "./blanks.js";
import { keeping } from "./keeping.js";
import { badge, outcome, pulled, quiet } from "./reform.js";
import { el, guard, inLabel, uid, unread } from "./shared.js";
import { say } from "./words.js";

// Pure logic, tested under node; the rest of it stands in reform.js -----------------------------------------------------
// An outcome in one line of ids, as course/capstone/reform.py writes it.
export const compact = (found) => {
  const letter = (basis) => (basis === "stated" ? "s" : "o");
  const ids = (entries) => entries.map((e) => e.tension + letter(e.basis) + letter(e.here)).join(",");
  const told = (by) => Object.entries(by).map(([lever, entries]) => `${lever}:${ids(entries)}`).join(" ");
  const models = Object.entries(found.models).map(([model, levers]) => `${model}:${levers.join(",")}`);
  const met = [found.bites, found.weak, found.silent].map(told);
  return [...met, found.missing.join(" "), models.join(" ")].join(" | ");
};

// The page ------------------------------------------------------------------------------------------------------------
const arrow = () => el("span", { role: "img", "aria-label": say("designer.leads_to") }, " → ");

// One tension: what sets it off and what follows; why here; what eases it; the claims behind it. A mild one is folded.
const tensionCard = (known, { tension, basis, here }, sector, folded) => {
  const row = known.tensions[tension];
  const name = el("b", {}, tension);
  const claim = (id) => el("li", {}, el("b", {}, id), ` ${known.claims[id] ?? ""}`);
  const follows = el("span", { class: "sf-follows" }, arrow(), `${row.consequence}.`);
  const why = [
    el("p", { class: "sf-here" }, el("b", {}, `${known.sectors[sector]}. `), row.why, " ", badge(here)),
    row.mitigation ? el("p", { class: "sf-here" }, el("b", {}, say("designer.eases"), " "), row.mitigation, ".") : null,
    el("details", {},
      el("summary", {}, say("designer.claims", { claims: row.claims.join(", ") })),
      el("ul", { class: "sf-claims" }, ...row.claims.map(claim))),
  ];
  if (folded)
    return el("details", { class: "sf-mild" },
      el("summary", {}, name, ` ${row.trigger}`, follows, " ", badge(basis)), ...why);
  return el("div", { class: "sf-tension" },
    el("p", {}, name, " ", badge(basis)), el("p", {}, row.trigger), el("p", {}, follows), ...why);
};

const modelRow = (known, [model, levers]) => {
  const { name, chapter, why } = known.models[model];
  const by = (lever) => el("p", {}, `${known.levers[lever]}: `, why[lever]);
  return el("div", { class: "sf-model" }, el("b", {}, `${model} ${name}`), ` ${say("designer.chapter", { chapter })}`, ...levers.map(by));
};

// Where the tensions and the models stand, and how they are drawn; a card once opened stays open.
const results = (known) => {
  const [bites, mild, models] = [el("div"), el("div"), el("div")];
  const cards = {};
  const cardOf = (entry, sector, folded) =>
    (cards[`${entry.tension} ${sector}`] ??= tensionCard(known, entry, sector, folded));
  const draw = (found) => {
    const { sector } = found;
    const none = quiet(found.levers.length ? say("designer.none_here", { sector: known.sectors[sector] }) : say("designer.pull_first"));
    const byLever = (by, folded) =>
      Object.entries(by).map(([lever, entries]) =>
        el("div", {}, el("h4", {}, known.levers[lever]), ...entries.map((entry) => cardOf(entry, sector, folded))));
    const put = (place, nodes) => place.replaceChildren(...(nodes.length ? nodes : [none.cloneNode(true)]));
    const silent = byLever(found.silent, true);
    put(bites, byLever(found.bites));
    put(mild, byLever(found.weak, true));
    if (silent.length) mild.append(el("h3", { class: "sf-apart" }, say("designer.silent")), ...silent);
    put(models, Object.entries(found.models).map((entry) => modelRow(known, entry)));
  };
  return { bites, mild, models, draw };
};

// What must be there first: the student ticks what holds; ticks live as long as the page.
const preconditions = (known, held, changed) => {
  const place = el("div");
  const missing = el("p", { class: "sf-missing", "aria-live": "polite" });
  const rows = Object.entries(known.preconditions).map(([name, row]) => {
    const onchange = () => {
      held[box.checked ? "add" : "delete"](name);
      changed();
    };
    const box = el("input", { type: "checkbox", "data-control": `need-${name}`, onchange });
    const by = el("span", { class: "sf-kept" });
    return {
      row,
      by,
      node: inLabel(box, row.name, " ", badge(row.basis), el("br"), by)
    };
  });
  const draw = (found) => {
    const wanting = (row) => found.levers.filter((lever) => row.needed_by.includes(lever));
    const needed = rows.filter(({ row }) => wanting(row).length);
    for (const { row, by } of needed)
      by.textContent = `${wanting(row).map((lever) => known.levers[lever]).join("; ")} (${row.claims.join(", ")})`;
    const now = needed.map(({ node }) => node);
    if (now.length !== place.childElementCount || now.some((node) => node.parentNode !== place))
      place.replaceChildren(...now);
    const all = found.missing.length === now.length;
    const names = found.missing.map((name) => known.preconditions[name].name).join("; ") || say("designer.missing_none");
    const said = all ? say("designer.missing_all") : names;
    missing.replaceChildren(
      ...(now.length ? [el("b", {}, say("designer.missing"), " "), `${said}.`] : [say("designer.pull_first")]));
  };
  return { place, missing, draw };
};

// Could this page have left that as a draft: [sector, levers, argument]?
export const isDesign = (known, left) => {
  if (!Array.isArray(left) || left.length !== 3) return false;
  const [sector, levers, argument] = left;
  if (!Object.hasOwn(known.sectors, sector) || !Array.isArray(levers) || typeof argument !== "string") return false;
  return levers.length <= known.most && new Set(levers).size === levers.length && levers.every((lever) => Object.hasOwn(known.levers, lever));
};

const designer = (data, host, root) => {
  const known = data.reform;
  const [item] = data.items;
  const past = host.past[item.id];
  const at = { sector: past?.sector ?? data.sector, levers: past?.levers ?? [], held: new Set() };
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  const box = el("textarea", { rows: 6, dir: "auto", "data-control": "reform-argument", onchange: () => keep() });
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
  const shown = results(known);
  const found = () => outcome(known, at.levers, at.sector, [...at.held]);
  const update = guard(kept, () => {
    const now = found();
    body.hidden = !now.levers.length;
    shown.draw(now);
    needs.draw(now);
    const ids = (by) => Object.values(by).flat().map(({ tension }) => tension).join(", ") || say("designer.no_ids");
    told.textContent = say("designer.met", { sector: known.sectors[now.sector], bites: ids(now.bites), mild: ids(now.weak) });
  });
  const needs = preconditions(known, at.held, update);
  const pull = (box, lever) => {
    const next = box.checked ? pulled(known, at.levers, lever) : { levers: at.levers.filter((name) => name !== lever) };
    refused.textContent = next.refused ?? "";
    if (next.refused) box.checked = false;
    else {
      at.levers = next.levers;
      update();
    }
  };
  const offered = (type, name, value, text, checked, chosen) => {
    const box = el("input", { type, name, value, checked, "data-control": value, onchange: () => chosen(box) });
    return inLabel(box, text);
  };
  const radios = uid("sector");
  const sectors = Object.entries(known.sectors).map(([key, name]) =>
    offered("radio", radios, key, name, key === at.sector, () => {
      at.sector = key;
      update();
    }));
  const lever = (key) =>
    offered("checkbox", key, key, known.levers[key], at.levers.includes(key), (box) => pull(box, key));
  const keep = guard(kept, () => {
    const answer = { sector: at.sector, levers: found().levers, argument: box.value };
    if (!answer.levers.length || !wordsIn(box.value))
      kept.textContent = say("designer.argue_first");
    else if (keeper.isKept(answer)) kept.textContent ||= say("shared.kept_already");
    else keeper.keep(answer, null);
  });
  const part = (title, ...nodes) => el("div", { class: "sf-part" }, el("h3", {}, title), ...nodes);
  const body = el("div", {},
    part(say("designer.bites"), shown.bites),
    part(say("designer.mild"), shown.mild),
    part(say("designer.first"), el("p", {}, say("designer.strictly")), needs.place, needs.missing),
    part(say("designer.models"), shown.models),
    el("p", { class: "sf-nobody" }, say("designer.no_total")));
  root.append(
    keeper.watch(el("section", { class: "sf sf-designer", "aria-label": say("designer.title") },
      el("div", { class: "sf-card" },
        el("fieldset", {}, el("legend", {}, say("designer.sector")), el("div", { class: "sf-sectors" }, ...sectors)),
        el("div", { class: "sf-levers", role: "group", "aria-label": say("designer.levers") },
          el("p", {}, el("b", {}, say("designer.what_to_do"), " "), say("designer.at_most")),
          ...known.groups.map(([title, keys]) => el("fieldset", {}, el("legend", {}, title), ...keys.map(lever)))),
        refused, told),
      body,
      el("div", { class: "sf-card" },
        el("label", {}, el("span", { class: "sf-count" }, say("shared.yours")),
          el("b", {}, say("designer.argument")), box),
        el("div", { class: "sf-actions" },
          el("button", { type: "button", "data-control": "reform-keep", onclick: keep }, say("shared.keep"))),
        kept))),
  );
  update();
};

export const show = ({ data, host, el: root }) => {
  root.append(...unread(host));
  designer(data, host, root);
};
