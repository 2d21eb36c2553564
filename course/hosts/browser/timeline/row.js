// A row of the timeline: what the text says of a time, and what the record holds of it.

import { bySection, claimLine } from "../sections.js";
import { el } from "../shared.js";
import { say } from "../words.js";
import { box, fold, head, quiet } from "./pieces.js";

// A row shows if one of its layers does; a gap belongs to the text.
export const partsOf = (row, layers) => ({
  told: row.kind === "theory" ? layers.theory : row.kind !== "case" && layers.text,
  record: layers.record && row.record.length > 0,
});

// [sign, word, claims] of a dimension in a row; nothing for theory, a gap and a case, which change
// nothing.
/** @returns {[sign: string, word: string, claims: string[]] | undefined} */
export const changeOf = (load, row, dimension) => {
  if (!dimension || ["theory", "gap", "case"].includes(row.kind)) return undefined;
  const [change, claims] = row.changes[dimension] ?? ["silent", []];
  const [sign, word] = load.changes[change];
  return [sign, word, claims];
};

export const claimsOf = (row) => [
  ...new Set([...row.claims, ...Object.values(row.changes).flatMap(([, ids]) => ids)]),
];

// An address becomes a link only if it is one.
export const isAddress = (text) => /^https?:\/\/[^\s]+$/i.test(text);

export const source = ([name, address]) => {
  const outside = {
    href: address,
    target: "_blank",
    rel: "noopener noreferrer",
    "data-lm-suppress-shortcuts": "true",
  };
  const shown = isAddress(address) ? el("a", outside, address) : address;
  return el("li", {}, name, ...(address ? [el("br"), shown] : []));
};

export const recorded = (event) =>
  el(
    "li",
    {},
    el("div", { class: "sf-tl-quiet" }, event.when),
    el("strong", {}, event.event),
    el("p", {}, event.says),
    fold(
      say("timeline.sources", { n: event.sources.length }),
      el("ul", {}, ...event.sources.map(source)),
    ),
  );

export const claims = ([section, group]) => [
  quiet(`“${section}”`),
  el("ul", {}, ...group.map(claimLine)),
];
export const rests = (load, ids) =>
  fold(say("timeline.claims", { n: ids.length }), ...bySection(load.claims, ids).flatMap(claims));

/** @param {string} name @param {any} change */
export const changed = (name, [sign, word, ids]) => {
  const told = el("strong", {}, el("span", { "aria-hidden": "true" }, sign), ` ${word}`);
  return [`${name}: `, told, el("span", { class: "sf-tl-quiet" }, ` ${ids.join(", ")}`)];
};

// What the record holds of a row's time: folded on a phone; a case has nothing else to show, so
// nothing to fold.
const recordOf = (row) => {
  const events = el("ul", {}, ...row.record.map(recorded));
  if (row.kind === "case") return box("record", events);
  const open = !matchMedia("(max-width: 640px)").matches;
  const words = el(
    "summary",
    { class: "sf-tl-kind" },
    say("timeline.record", { n: row.record.length }),
  );
  return el("details", { class: "sf-tl-record", open }, words, events);
};

// One row of the column of years; `fit` shows what the choices ask for and says whether anything is
// left.
export const rowOf = (load, row) => {
  const change = el("p", { class: "sf-tl-change" });
  const ids = claimsOf(row);
  const told = box(
    "told",
    box("kind", load.kinds[row.kind]),
    head("label", 5, row.label),
    el("p", {}, row.says),
  );
  told.append(change, ...(ids.length ? [rests(load, ids)] : []));
  const record = recordOf(row);
  const years = box(
    "years",
    String(row.start),
    row.end === row.start ? null : el("small", {}, say("timeline.to", { year: row.end })),
  );
  const look = `sf-tl-row sf-tl-${row.kind}`;
  const node = el("li", { class: look }, years, box("body", told, record));
  const fit = (layers, dimension) => {
    const parts = partsOf(row, layers);
    const said = changeOf(load, row, dimension);
    told.hidden = !parts.told;
    record.hidden = !parts.record;
    if (!parts.told && "open" in record) record.open = true;
    node.hidden = !parts.told && !parts.record;
    change.hidden = !said;
    change.replaceChildren(...(said ? changed(load.dimensions[dimension], said) : []));
    return !node.hidden;
  };
  return { node, fit };
};
