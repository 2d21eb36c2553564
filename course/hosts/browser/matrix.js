// The comparison: the reader picks rows and columns; a cell opens on the claims and tensions behind
// it.

import { markOf, openedOf, placesOf, titleOf, turned } from "./matrix/opened.js";
import { claimLine } from "./sections.js";
import { el, guard, uid } from "./shared.js";
import { say } from "./words.js";

/** @import { Shown } from "./shapes/host.d.ts" */

// The page ----------------------------------------------------------------------------------------
const SIGNS = { full: "●", partial: "◐", "pakistan only": "○" };

const box = (name, ...nodes) => el("div", { class: `sf-mx-${name}` }, ...nodes);
const span = (name, ...nodes) => el("span", { class: `sf-mx-${name}` }, ...nodes);
const head = (name, level, words) =>
  el("div", { class: `sf-mx-${name}`, role: "heading", "aria-level": level }, words);
const light = (words, onclick, more) =>
  el("button", { type: "button", class: "sf-quiet", onclick, ...more }, words);
const hue = (column) => `--sf-c: var(--sf-c${column})`;

const part = (title, nodes) => (nodes.length ? [head("what", 6, title), ...nodes] : []);

const claimGroup = ([section, claims]) => [
  box("quiet", `“${section}”`),
  el("ul", {}, ...claims.map(claimLine)),
];

const tensionLine = ([id, trigger, consequence, basis]) =>
  el("li", {}, el("strong", {}, id), ` ${trigger} → ${consequence}. `, span("quiet", `(${basis})`));

const panel = (load, row, column, id, close) => {
  const said = openedOf(load, row, column);
  const look = {
    id,
    class: "sf-mx-panel",
    style: hue(column),
    role: "group",
    "aria-label": said.heading,
  };
  const tensions = said.tensions.length ? [el("ul", {}, ...said.tensions.map(tensionLine))] : [];
  return el(
    "div",
    look,
    box("top", head("where", 5, said.heading), light(say("matrix.close"), close)),
    said.says ? el("p", {}, said.says) : null,
    box("quiet", said.standing, said.source ? ` ${said.source}.` : ""),
    ...part(say("matrix.rests"), said.claims.flatMap(claimGroup)),
    ...part(say("matrix.tensions"), tensions),
  );
};

// A cell: the button and, while open, its panel; so the next Tab goes into the panel wherever it is
// drawn.
const cell = (load, row, column, opened) => {
  const held = load.rows[row].cells[column];
  const id = uid("cell");
  const sign = span("sign", "+");
  sign.setAttribute("aria-hidden", "true");
  const mark = markOf(held);
  const td = el("td", { role: "cell" });
  const close = () => {
    td.lastChild?.remove();
    button.setAttribute("aria-expanded", "false");
    sign.textContent = "+";
    opened[row] = undefined;
  };
  const back = () => {
    close();
    button.focus();
  };
  const button = el(
    "button",
    {
      type: "button",
      class: `sf-mx-cell${held.says ? "" : " sf-mx-silent"}`,
      style: hue(column),
      "aria-expanded": "false",
      "aria-controls": id,
      "data-control": `cell-${row}-${column}`,
      onclick: () => {
        if (opened[row] === close) return close();
        opened[row]?.(); // one open cell a row
        td.append(panel(load, row, column, id, back));
        button.setAttribute("aria-expanded", "true");
        sign.textContent = "−";
        opened[row] = close;
      },
    },
    span("name", load.columns[column], sign),
    span("says", held.says || load.standings[held.standing]),
    mark ? span("mark", mark) : null,
  );
  td.append(button);
  td.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || opened[row] !== close) return;
    event.stopPropagation();
    back();
  });
  return td;
};

const band = (load, { dimension, comparable, note }) =>
  el(
    "th",
    { scope: "row", role: "rowheader", class: "sf-mx-band", "aria-label": dimension },
    head("dimension", 5, dimension),
    box("quiet", `${SIGNS[comparable]} ${load.comparable[comparable]}. ${note}`),
  );

// A fieldset of checkboxes, with two buttons where there are many.
const choice = (legend, names, picks, changed) => {
  const set = (rule) => {
    picks.forEach((on, i) => (picks[i] = rule(on, i)));
    boxes.forEach((tick, i) => (tick.checked = picks[i]));
    changed();
  };
  const boxes = names.map((_, i) => {
    const turn = () => set((on, at) => (at === i ? !on : on));
    return el("input", { type: "checkbox", checked: picks[i], onchange: turn });
  });
  const pairs = names.map((name, i) =>
    el("label", { class: "sf-mx-pick" }, boxes[i], el("span", {}, name)),
  );
  const all = (key, on) =>
    light(say(key), () => set(() => on), { "aria-label": `${say(key)}: ${legend}` });
  const many =
    names.length > 5
      ? box("many", all("matrix.tick_all", true), all("matrix.clear_all", false))
      : null;
  return el("fieldset", {}, el("legend", {}, legend), box("picks", ...pairs), many);
};

const draw = (load, root) => {
  const names = load.rows.map((row) => row.dimension);
  const rows = names.map(() => true);
  const columns = load.columns.map(() => true);
  const opened = [];
  let at = 0; // on a phone one dimension shows at a time
  const column = (name) => el("th", { scope: "col", role: "columnheader" }, name);
  const heads = load.columns.map(column);
  const cells = load.rows.map((_, r) => load.columns.map((__, c) => cell(load, r, c, opened)));
  const bodies = load.rows.map((row, r) =>
    el("tbody", { role: "rowgroup" }, el("tr", { role: "row" }, band(load, row), ...cells[r])),
  );
  const top = el("tr", { role: "row" }, column(say("matrix.dimension")), ...heads);
  const table = el(
    "table",
    { role: "table", class: "sf-mx-table", "aria-label": say("matrix.title") },
    el("thead", { role: "rowgroup", class: "sf-mx-ear" }, top),
    ...bodies,
  );
  const status = el("p", { class: "sf-mx-quiet", role: "status" });
  const none = el("p", { class: "sf-mx-none", hidden: true }, say("matrix.none"));

  const pick = el("select", { onchange: () => go(Number(pick.value)) });
  const count = el("span", { class: "sf-mx-quiet", "aria-live": "polite" });
  const step = (words, by) => light(words, () => go(turned(placesOf(rows), at, by)));
  const turns = box("turns", step(say("shared.back"), -1), step(say("shared.next"), 1));
  const pager = box(
    "pager",
    el("label", {}, el("span", {}, say("matrix.dimension")), pick),
    count,
    turns,
  );
  const go = (to) => {
    const shown = placesOf(rows);
    at = to;
    pick.value = String(at);
    count.textContent = say("matrix.place", { n: shown.indexOf(at) + 1, of: shown.length });
    bodies.forEach((body, i) => body.classList.toggle("sf-now", i === at));
  };
  const show = guard(status, () => {
    const [shown, across] = [placesOf(rows), placesOf(columns)];
    bodies.forEach((body, i) => (body.hidden = !rows[i]));
    [heads, ...cells].forEach((line) => line.forEach((node, i) => (node.hidden = !columns[i])));
    table.style.setProperty("--n", across.length);
    table.hidden = !shown.length || !across.length;
    none.hidden = !table.hidden;
    pager.hidden = table.hidden || shown.length < 2;
    pick.replaceChildren(...shown.map((i) => el("option", { value: i }, names[i])));
    const counts = [
      say("matrix.dimensions_shown", { n: shown.length }),
      say("matrix.columns_shown", { n: across.length }),
    ];
    status.textContent = say("matrix.shown", { counts: counts.join(", ") });
    if (shown.length) go(turned(shown, at, 0));
  });
  const choices = el(
    "details",
    { class: "sf-mx-choose" },
    el("summary", {}, say("matrix.choose")),
    names.length > 1 ? choice(say("matrix.dimensions"), names, rows, show) : null,
    choice(say("matrix.columns"), load.columns, columns, show),
    status,
  );
  root.append(
    el(
      "section",
      { class: "sf sf-mx", "aria-label": say("matrix.title") },
      head("title", 4, titleOf(load.columns)),
      el("p", { class: "sf-mx-quiet" }, say("matrix.intro")),
      choices,
      pager,
      none,
      table,
    ),
  );
  show();
};

/** @param {Shown} shown */
export const show = ({ data, el: root }) => {
  draw(data, root);
};
