// What a set of levers meets in a sector: shared by the designer and the memo. Nothing is added up.

import { el } from "./shared.js";
import { say } from "./words.js";

/** @import { Outcome, Reform } from "./shapes/reform.d.ts" */

// Pure logic, tested under node; course/capstone/reform.py does the same --------------------------
const grouped = (entries) => {
  const by = {};
  for (const { lever, tension, basis, here } of entries)
    by[lever] = [...(by[lever] ?? []), { tension, basis, here }];
  return by;
};

// What levers meet in a sector where the preconditions in `held` hold: see
// course/capstone/reform.py, outcome.
/**
 * @param {Reform} known
 * @param {string[]} levers
 * @param {string} sector
 * @param {string[]} held
 * @returns {Outcome}
 */
export const outcome = (known, levers, sector, held = []) => {
  const chosen = Object.keys(known.levers).filter((lever) => levers.includes(lever));
  const rank = (entry) => 2 * Number(entry.here !== "stated") + Number(entry.basis !== "stated");
  const met = chosen.flatMap((lever) =>
    Object.entries(known.tensions)
      .filter(([, row]) => row.lever === lever)
      .map(([tension, { basis, sectors }]) => {
        const [force, here] = sectors[sector];
        return { lever, tension, basis, force, here };
      })
      .sort((a, b) => rank(a) - rank(b)),
  );
  const of = (force) => grouped(met.filter((entry) => entry.force === force));
  const lacks = ([name, row]) =>
    !held.includes(name) && chosen.some((lever) => row.needed_by.includes(lever));
  const watched = Object.entries(known.models)
    .map(([model, row]) => [model, chosen.filter((lever) => lever in row.why)])
    .filter(([, by]) => by.length);
  return {
    sector,
    levers: chosen,
    bites: of("bites"),
    weak: of("weak"),
    silent: of("silent"),
    missing: Object.entries(known.preconditions)
      .filter(lacks)
      .map(([name]) => name),
    models: Object.fromEntries(watched),
  };
};

// A set of levers with one more, or the sentence that refuses it.
/**
 * @param {Reform} known
 * @param {string[]} levers
 * @param {string} lever
 * @returns {{ levers?: string[], refused?: string }}
 */
export const pulled = (known, levers, lever) =>
  levers.length < known.most
    ? { levers: [...levers, lever] }
    : { refused: say("reform.full", { lever: known.levers[lever] }) };

// The page ----------------------------------------------------------------------------------------
export const badge = (basis) =>
  basis === "stated"
    ? el("span", { class: "sf-pill sf-stated" }, say("reform.stated"))
    : el("span", { class: "sf-pill" }, say("reform.judged"));

export const quiet = (...said) => el("p", { class: "sf-kept" }, ...said);
