// The comparison: the reader picks rows and columns; a cell opens on the claims and tensions behind it.

// Pure logic, tested under node ------------------------------------------------------------------------------------
// Places of what is shown; picks are lists of true and false.
export const placesOf = (picks) => picks.flatMap((on, i) => (on ? [i] : []));

// The place `step` further among those shown, round the end; the first if `at` is not shown.
export const turned = (shown, at, step) => {
  const place = shown.indexOf(at);
  return place < 0 ? shown[0] : shown[(place + step + shown.length) % shown.length];
};

export const countOf = (n, one, many) => `${n} ${n === 1 ? one : many}`;

// Claims under the section of the text where they stand: [[section, [[id, words]]]].
export const bySection = (known, ids) => {
  const groups = new Map();
  for (const id of ids) groups.set(known[id][1], [...(groups.get(known[id][1]) ?? []), [id, known[id][0]]]);
  return [...groups];
};

// What an open cell says: heading, words, standing, claims and tensions, each with its words.
export const openedOf = (load, row, column) => {
  const { dimension, cells } = load.rows[row];
  const cell = cells[column];
  return {
    heading: `${load.columns[column]}: ${dimension}`,
    says: cell.says && `${cell.says.replace(/\.$/, "")}.`,
    standing: load.standings[cell.standing],
    source: cell.source ?? "",
    claims: bySection(load.claims, cell.claims),
    tensions: cell.tensions.map((id) => {
      const [trigger, consequence, basis] = load.tensions[id];
      return [id, trigger, consequence, load.bases[basis]];
    }),
  };
};

// A few words in the cell itself; what the text states outright needs none.
export const markOf = (cell) => ({ inferred: "inferred", case: "from the case" })[cell.standing] ?? "";

// The page ---------------------------------------------------------------------------------------------------------
const { el } = sf;
const SIGNS = { full: "●", partial: "◐", "pakistan only": "○" };

const hue = (column) => `--sf-c: var(--sf-c${column})`;

const part = (title, nodes) =>
  nodes.length ? [el("div", { class: "sf-mx-what", role: "heading", "aria-level": 6 }, title), ...nodes] : [];

const claimLine = ([id, words]) => el("li", {}, el("strong", {}, id), ` ${words}`);
const claimGroup = ([section, claims]) => [el("div", { class: "sf-mx-quiet" }, `“${section}”`), el("ul", {}, ...claims.map(claimLine))];

const tensionLine = ([id, trigger, consequence, basis]) =>
  el("li", {}, el("strong", {}, id), ` ${trigger} → ${consequence}. `, el("span", { class: "sf-mx-quiet" }, `(${basis})`));

const panel = (load, row, column, id, close) => {
  const said = openedOf(load, row, column);
  return el("div", { id, class: "sf-mx-panel", style: hue(column), role: "group", "aria-label": said.heading },
    el("div", { class: "sf-mx-top" },
      el("div", { role: "heading", "aria-level": 5 }, said.heading),
      el("button", { type: "button", class: "sf-quiet", onclick: close }, "Close")),
    said.says ? el("p", {}, said.says) : null,
    el("p", { class: "sf-mx-quiet" }, said.standing, said.source ? ` ${said.source}.` : ""),
    ...part("What it rests on", said.claims.flatMap(claimGroup)),
    ...part("Tensions that share a claim with it", said.tensions.length ? [el("ul", {}, ...said.tensions.map(tensionLine))] : []));
};

// A cell: the button and, while open, its panel; so the next Tab goes into the panel wherever it is drawn.
const cell = (load, row, column, opened) => {
  const held = load.rows[row].cells[column];
  const id = sf.uid("cell");
  const sign = el("span", { class: "sf-mx-sign", "aria-hidden": "true" }, "+");
  const mark = markOf(held);
  const td = el("td", { role: "cell" });
  const close = () => {
    td.lastChild.remove();
    button.setAttribute("aria-expanded", "false");
    sign.textContent = "+";
    opened[row] = undefined;
  };
  const back = () => {
    close();
    button.focus();
  };
  const button = el("button", {
    type: "button", class: `sf-mx-cell${held.says ? "" : " sf-mx-silent"}`, style: hue(column),
    "aria-expanded": "false", "aria-controls": id, "data-control": `cell-${row}-${column}`,
    onclick: () => {
      if (opened[row] === close) return close();
      opened[row]?.(); // one open cell a row
      td.append(panel(load, row, column, id, back));
      button.setAttribute("aria-expanded", "true");
      sign.textContent = "−";
      opened[row] = close;
    },
  },
    el("span", { class: "sf-mx-name" }, load.columns[column], sign),
    el("span", {}, held.says || load.standings[held.standing]),
    mark ? el("span", { class: "sf-mx-mark" }, mark) : null);
  td.append(button);
  td.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || opened[row] !== close) return;
    event.stopPropagation();
    back();
  });
  return td;
};

const band = (load, { dimension, comparable, note }) =>
  el("th", { scope: "row", role: "rowheader", class: "sf-mx-band" },
    el("div", { class: "sf-mx-dimension", role: "heading", "aria-level": 5 }, dimension),
    el("div", { class: "sf-mx-quiet" }, `${SIGNS[comparable]} ${load.comparable[comparable]}. ${note}`));

// A fieldset of checkboxes with two buttons for the many.
const choice = (legend, names, picks, changed) => {
  const boxes = names.map((name, i) =>
    el("input", { type: "checkbox", id: sf.uid("pick"), checked: picks[i], onchange: () => set((on, at) => (at === i ? !on : on)) }));
  const set = (rule) => {
    picks.forEach((on, i) => (picks[i] = rule(on, i)));
    boxes.forEach((box, i) => (box.checked = picks[i]));
    changed();
  };
  const all = (word, on) => el("button", { type: "button", class: "sf-quiet", "aria-label": `${word}: ${legend}`, onclick: () => set(() => on) }, word);
  const many = names.length > 5 ? el("div", {}, all("Tick all", true), all("Clear all", false)) : null;
  const pairs = names.map((name, i) => el("div", { class: "sf-mx-pick" }, boxes[i], el("label", { for: boxes[i].id }, name)));
  return el("fieldset", {}, el("legend", {}, legend), el("div", { class: "sf-mx-picks" }, ...pairs), many);
};

const draw = (load, root) => {
  const rows = load.rows.map(() => true);
  const columns = load.columns.map(() => true);
  const opened = [];
  let at = 0; // on a phone one dimension shows at a time
  const heads = load.columns.map((name) => el("th", { scope: "col", role: "columnheader" }, name));
  const cells = load.rows.map((_, r) => load.columns.map((__, c) => cell(load, r, c, opened)));
  const bodies = load.rows.map((row, r) =>
    el("tbody", { role: "rowgroup" }, el("tr", { role: "row" }, band(load, row), ...cells[r])));
  const table = el("table", { role: "table", class: "sf-mx-table", "aria-label": "The comparison" },
    el("thead", { role: "rowgroup", class: "sf-mx-ear" }, el("tr", { role: "row" }, el("th", { scope: "col", role: "columnheader" }, "Dimension"), ...heads)),
    ...bodies);
  const status = el("p", { class: "sf-mx-quiet", role: "status" });
  const none = el("p", { class: "sf-mx-none", hidden: true }, "Tick at least one dimension and one column.");
  const names = load.rows.map((row) => row.dimension);

  const id = sf.uid("dimension");
  const pick = el("select", { id, onchange: () => go(Number(pick.value)) });
  const count = el("span", { class: "sf-mx-quiet", "aria-live": "polite" });
  const step = (words, by) => el("button", { type: "button", class: "sf-quiet", onclick: () => go(turned(placesOf(rows), at, by)) }, words);
  const pager = el("div", { class: "sf-mx-pager" }, el("label", { for: id }, "Dimension"), count, pick, el("div", {}, step("← Back", -1), step("Next →", 1)));
  const go = (to) => {
    const shown = placesOf(rows);
    at = to;
    pick.value = String(at);
    count.textContent = `${shown.indexOf(at) + 1} of ${shown.length}`;
    bodies.forEach((body, i) => body.classList.toggle("sf-now", i === at));
  };
  const show = () => {
    const [shown, across] = [placesOf(rows), placesOf(columns)];
    bodies.forEach((body, i) => (body.hidden = !rows[i]));
    [heads, ...cells].forEach((line) => line.forEach((node, i) => (node.hidden = !columns[i])));
    table.style.setProperty("--n", across.length);
    table.hidden = !shown.length || !across.length;
    none.hidden = !table.hidden;
    pager.hidden = table.hidden || shown.length < 2;
    pick.replaceChildren(...shown.map((i) => el("option", { value: i }, names[i])));
    status.textContent = `Shown: ${countOf(shown.length, "dimension", "dimensions")}, ${countOf(across.length, "column", "columns")}.`;
    if (shown.length) go(turned(shown, at, 0));
  };
  const changed = sf.guard(status, show);
  root.append(
    el("section", { class: "sf sf-mx", "aria-label": "The comparison" },
      el("div", { class: "sf-mx-title", role: "heading", "aria-level": 4 }, `Three paradigms, ${load.columns.slice(3).join(" and ")}, side by side`),
      el("p", { class: "sf-mx-quiet" }, "Open a cell to see what it rests on. A cell marked “inferred” is put together from scattered remarks; one without a mark is stated by the text."),
      el("details", { class: "sf-mx-choose" }, el("summary", {}, "Choose rows and columns"),
        names.length > 1 ? choice("Dimensions", names, rows, changed) : null,
        choice("Columns", load.columns, columns, changed), status),
      pager, none, table));
  show();
};

export default {
  render({ model, el: root }) {
    const life = new AbortController();
    sf.gunzip(model.get("payload")).then((told) => !life.signal.aborted && draw(JSON.parse(told), root));
    return () => life.abort();
  },
};
