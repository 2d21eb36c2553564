// The two accounts of the chosen year: what the text says of it, and what the record holds.

import { el } from "../shared.js";
import { say } from "../words.js";
import { recordOf, theoryOf, timeOf, toldOf } from "./chosen.js";
import { box, head, quiet, yearsOf } from "./pieces.js";
import { changed, changeOf, claimsOf, recorded, rests } from "./row.js";

const told = (load, row) => {
  const changes = Object.keys(row.changes).map((dimension) =>
    el("li", {}, ...changed(load.dimensions[dimension], changeOf(load, row, dimension))),
  );
  const ids = claimsOf(row);
  return box(
    row.kind === "gap" ? "silent" : "told",
    box("kind", `${load.kinds[row.kind]}, ${yearsOf(row)}`),
    head("label", 6, row.label),
    el("p", {}, row.says),
    changes.length ? el("ul", { class: "sf-tl-changes" }, ...changes) : null,
    ids.length ? rests(load, ids) : null,
  );
};

const text = (load, year, time) => {
  const rows = toldOf(load, year);
  const silent = el(
    "p",
    { class: "sf-tl-silent" },
    say("timeline.silent", { years: yearsOf(time) }),
  );
  const shown = [...rows, ...theoryOf(load, year)].map((row) => told(load, row));
  return box(
    "account",
    head("name", 5, say("timeline.the_text")),
    ...(rows.length ? [] : [silent]),
    ...shown,
  );
};

const record = (load, time, all) => {
  const events = recordOf(load, time).map(recorded);
  const n = recordOf(all, time).length - events.length;
  const none = n ? [] : [quiet(say("timeline.no_event", { years: yearsOf(time) }))];
  return box(
    "account",
    head("name", 5, say("timeline.the_record")),
    ...(events.length ? [el("ul", {}, ...events)] : none),
    n ? quiet(say("timeline.left_out", { n })) : null,
  );
};

// A case has the record alone. all: the same with every layer of the record.
export const accountsOf = (load, year, all) => {
  const time = timeOf(load, year);
  const both = Object.keys(load.layers).length > 0;
  return [...(both ? [text(load, year, time)] : []), record(load, time, all)];
};
