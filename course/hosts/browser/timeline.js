// The service through time: a strip of years to scale, and below it the two accounts of the year
// that the reader chose.

import { el, guard } from "./shared.js";
import { accountsOf } from "./timeline/accounts.js";
import { firstYear, ruledIn, stepped, withLanes } from "./timeline/chosen.js";
import { listOf } from "./timeline/list.js";
import { box, fold, head, quiet, tick } from "./timeline/pieces.js";
import { stripOf } from "./timeline/strip.js";
import { say } from "./words.js";

/** @import { Shown } from "./shapes/host.d.ts" */

// Who governed in a year, and the break, if it holds one.
export const rulersOf = (load, year) => {
  const ruled = ruledIn(load, year);
  const breaks = ruled.filter(({ begins, start }) => begins && Math.floor(start) === year);
  const names = ruled.map(({ name }) => name).join(say("timeline.then"));
  return [names, ...breaks.map(({ begins }) => say("timeline.break", { day: begins }))];
};

const SWATCHES = {
  colonial: "timeline.colonial",
  civil: "timeline.civil",
  military: "timeline.military",
  broken: "timeline.broken",
  date: "timeline.date",
  length: "timeline.length",
};

// How the strip is read; a case has no governments and no text.
const key = (load) => {
  const names = load.strip.governments.length ? Object.keys(SWATCHES) : ["date"];
  const swatch = (name) =>
    el(
      "li",
      {},
      el("span", { class: `sf-tl-swatch sf-tl-is-${name}`, "aria-hidden": "true" }),
      say(SWATCHES[name]),
    );
  return el("ul", { class: "sf-tl-key" }, ...names.map(swatch));
};

// Which dates of the record are shown; it begins with those of the constitution.
const lanesOf = (load, on, show) => {
  const lanes = Object.entries(load.lanes ?? {});
  const ticks = lanes.map(([name, words]) =>
    tick(`lane-${name}`, words, Boolean(on[name]), (checked) => {
      on[name] = checked;
      show();
    }),
  );
  return lanes.length
    ? el("fieldset", {}, el("legend", {}, say("timeline.dates")), ...ticks)
    : null;
};

// The strip with what is said of the chosen year.
const chosen = (load, signal) => {
  const on = { constitution: true };
  let shown = withLanes(load, on);
  const named = el("p", { class: "sf-tl-named" });
  const accounts = box("accounts");
  let now = firstYear(load);
  const show = guard(accounts, (year) => {
    now = year;
    const [names, ...breaks] = rulersOf(load, year);
    named.replaceChildren(
      el("strong", {}, String(year)),
      ...[names, ...breaks].map((w) => ` ${w}`),
    );
    accounts.replaceChildren(...accountsOf(shown, year, load));
    strip.show(year, [year, names, ...breaks].filter(Boolean).join(". "));
    earlier.disabled = stepped(shown, year, -1) === year;
    later.disabled = stepped(shown, year, 1) === year;
  });
  const strip = stripOf(load, say("timeline.year"), show, signal);
  const step = (name, by, words) =>
    el(
      "button",
      {
        type: "button",
        class: "sf-quiet",
        "data-control": `timeline-${name}`,
        onclick: () => show(stepped(shown, now, by)),
      },
      words,
    );
  const earlier = step("earlier", -1, say("timeline.earlier"));
  const later = step("later", 1, say("timeline.later"));
  const ticked = () => {
    shown = withLanes(load, on);
    strip.mark(on);
    show(now);
  };
  ticked();
  const lanes = lanesOf(load, on, ticked);
  return [box("turn", earlier, named, later), strip.node, lanes, key(load), accounts];
};

const draw = (load, root, signal) => {
  const more = fold(say("timeline.more"), ...listOf(load, signal));
  more.className = "sf-tl-more";
  more.open = !load.strip; // a notebook of an earlier version holds the list alone
  root.append(
    el(
      "section",
      { class: "sf sf-tl", "aria-label": say("timeline.title") },
      head("title", 4, load.title),
      load.about ? quiet(load.about) : null,
      ...(load.strip ? chosen(load, signal) : []),
      more,
    ),
  );
};

/** @param {Shown} shown */
export const show = ({ data, el: root, signal }) => {
  draw(data, root, signal);
};
