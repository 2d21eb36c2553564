// What a set of levers meets, as it is drawn: tensions, models, where each was tried, and what must
// be there first.

import { badge, quiet } from "../reform.js";
import { el, inLabel } from "../shared.js";
import { say } from "../words.js";

/** @import { Met, Outcome, Reform, Tried } from "../shapes/reform.d.ts" */

const arrow = () => el("span", { role: "img", "aria-label": say("designer.leads_to") }, " → ");

// One tension: what sets it off and what follows; why here; what eases it; the claims behind it. A
// mild one is folded.
/**
 * @param {Reform} known
 * @param {Met} met
 * @param {string} sector
 * @param {boolean} [folded]
 */
const tensionCard = (known, { tension, basis, here }, sector, folded) => {
  const row = known.tensions[tension];
  const name = el("b", {}, tension);
  const claim = (id) => el("li", {}, el("b", {}, id), ` ${known.claims[id] ?? ""}`);
  const follows = el("span", { class: "sf-follows" }, arrow(), `${row.consequence}.`);
  const why = [
    el(
      "p",
      { class: "sf-here" },
      el("b", {}, `${known.sectors[sector]}. `),
      row.why,
      " ",
      badge(here),
    ),
    row.mitigation
      ? el("p", { class: "sf-here" }, el("b", {}, say("designer.eases"), " "), row.mitigation, ".")
      : null,
    el(
      "details",
      {},
      el("summary", {}, say("designer.claims", { claims: row.claims.join(", ") })),
      el("ul", { class: "sf-claims" }, ...row.claims.map(claim)),
    ),
  ];
  if (folded)
    return el(
      "details",
      { class: "sf-mild" },
      el("summary", {}, name, ` ${row.trigger}`, follows, " ", badge(basis)),
      ...why,
    );
  return el(
    "div",
    { class: "sf-tension" },
    el("p", {}, name, " ", badge(basis)),
    el("p", {}, row.trigger),
    el("p", {}, follows),
    ...why,
  );
};

/** @param {Reform} known @param {[string, string[]]} watched */
const modelRow = (known, [model, levers]) => {
  const { name, chapter, why } = known.models[model];
  const by = (lever) => el("p", {}, `${known.levers[lever]}: `, why[lever]);
  return el(
    "div",
    { class: "sf-model" },
    el("b", {}, `${model} ${name}`),
    ` ${say("designer.chapter", { chapter })}`,
    ...levers.map(by),
  );
};

// One place where a lever was tried, with its source.
/** @param {Reform} known @param {string} lever @param {Tried} row */
const triedRow = (known, lever, { found, works }) =>
  el(
    "div",
    { class: "sf-model" },
    el("b", {}, known.levers[lever]),
    el("p", {}, found, " ", el("span", { class: "sf-kept" }, works)),
  );

// Where the tensions and the models stand, and how they are drawn; a card once opened stays open.
/** @param {Reform} known @param {Record<string, Tried>} cases */
export const results = (known, cases) => {
  const [bites, mild, tried, models] = [el("div"), el("div"), el("div"), el("div")];
  const cards = {};
  const cardOf = (entry, sector, folded) =>
    (cards[`${entry.tension} ${sector}`] ??= tensionCard(known, entry, sector, folded));
  /** @param {Outcome} found */
  const draw = (found) => {
    const { sector } = found;
    const none = quiet(
      found.levers.length
        ? say("designer.none_here", { sector: known.sectors[sector] })
        : say("designer.pull_first"),
    );
    const byLever = (by, folded) =>
      Object.entries(by).map(([lever, entries]) =>
        el(
          "div",
          {},
          el("h4", {}, known.levers[lever]),
          ...entries.map((entry) => cardOf(entry, sector, folded)),
        ),
      );
    const put = (place, nodes) =>
      place.replaceChildren(...(nodes.length ? nodes : [none.cloneNode(true)]));
    const silent = byLever(found.silent, true);
    put(bites, byLever(found.bites));
    put(mild, byLever(found.weak, true));
    if (silent.length)
      mild.append(el("h3", { class: "sf-apart" }, say("designer.silent")), ...silent);
    put(
      tried,
      found.levers
        .filter((lever) => cases[lever])
        .map((lever) => triedRow(known, lever, cases[lever])),
    );
    put(
      models,
      Object.entries(found.models).map((entry) => modelRow(known, entry)),
    );
  };
  return { bites, mild, tried, models, draw };
};

// What must be there first: the student ticks what holds; ticks live as long as the page.
/**
 * @param {Reform} known
 * @param {Set<string>} held
 * @param {() => void} changed
 */
export const preconditions = (known, held, changed) => {
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
      node: inLabel(box, row.name, " ", badge(row.basis), el("br"), by),
    };
  });
  /** @param {Outcome} found */
  const draw = (found) => {
    const wanting = (row) => found.levers.filter((lever) => row.needed_by.includes(lever));
    const needed = rows.filter(({ row }) => wanting(row).length);
    for (const { row, by } of needed) {
      const names = wanting(row).map((lever) => known.levers[lever]);
      by.textContent = `${names.join("; ")} (${row.claims.join(", ")})`;
    }
    const now = needed.map(({ node }) => node);
    if (now.length !== place.childElementCount || now.some((node) => node.parentNode !== place))
      place.replaceChildren(...now);
    const all = found.missing.length === now.length;
    const names =
      found.missing.map((name) => known.preconditions[name].name).join("; ") ||
      say("designer.missing_none");
    const said = all ? say("designer.missing_all") : names;
    missing.replaceChildren(
      ...(now.length
        ? [el("b", {}, say("designer.missing"), " "), `${said}.`]
        : [say("designer.pull_first")]),
    );
  };
  return { place, missing, draw };
};
