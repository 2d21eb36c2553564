// The service through time: the text's account on its rail, the record's beside it, an indicator above both.
import { bySection, claimLine } from "./sections.js";
import { el, guard } from "./shared.js";
import { svg } from "./svg.js";
import { say } from "./words.js";

// Pure logic, tested under node ------------------------------------------------------------------------------------
export const yearsOf = ({ start, end }) => (start === end ? `${start}` : `${start}–${end}`);

// A row shows if one of its layers does; a gap belongs to the text.
export const partsOf = (row, layers) => ({
  told: row.kind === "theory" ? layers.theory : row.kind !== "case" && layers.text,
  record: layers.record && row.record.length > 0,
});

// [sign, word, claims] of a dimension in a row; nothing for theory, a gap and a case, which change nothing.
export const changeOf = (load, row, dimension) => {
  if (!dimension || ["theory", "gap", "case"].includes(row.kind)) return undefined;
  const [change, claims] = row.changes[dimension] ?? ["silent", []];
  return [...load.changes[change], claims];
};

// All the changes of a dimension in one sentence.
export const tallyOf = (load, dimension) => {
  if (!dimension) return "";
  const words = load.rows.map((row) => changeOf(load, row, dimension)?.[1]).filter(Boolean);
  const counts = Object.values(load.changes).map(([, word]) => [word, words.filter((w) => w === word).length]);
  const told = counts.filter(([, n]) => n).map(([word, n]) => `${n} × ${word}`);
  return say("timeline.tally", { dimension: load.dimensions[dimension], n: words.length, counts: told.join("; ") });
};

export const claimsOf = (row) => [...new Set([...row.claims, ...Object.values(row.changes).flatMap(([, ids]) => ids)])];

// An address becomes a link only if it is one.
export const isAddress = (text) => /^https?:\/\/[^\s]+$/i.test(text);

export const runsOf = (first, values) => {
  const runs = [];
  values.forEach((value, i) => {
    const last = runs.at(-1);
    if (last?.value === value) last.end = first + i;
    else runs.push({ start: first + i, end: first + i, value });
  });
  return runs;
};

const HEIGHT = 210;
const EDGE = { left: 34, right: 26, top: 20, bottom: 24 };
const SPAN = 2; // the scale shown, from -2 to 2, the same for each indicator
export const scaleOf = (width, first, last) => ({
  x: (year) => EDGE.left + ((year - first) / (last - first)) * (width - EDGE.left - EDGE.right),
  y: (value) => EDGE.top + ((SPAN - value) / (2 * SPAN)) * (HEIGHT - EDGE.top - EDGE.bottom),
});

// A value stands for its whole year, so the line goes in steps.
export const pathOf = (runs, { x, y }) => {
  const steps = runs.map(({ end, value }) => `V${y(value).toFixed(1)}H${x(end + 1).toFixed(1)}`);
  return `M${x(runs[0].start).toFixed(1)} ${y(runs[0].value).toFixed(1)}${steps.join("")}`;
};

// The page ---------------------------------------------------------------------------------------------------------
const box = (name, ...nodes) => el("div", { class: `sf-tl-${name}` }, ...nodes);
const quiet = (words) => el("p", { class: "sf-tl-quiet" }, words);
const head = (name, level, words) => el("div", { class: `sf-tl-${name}`, role: "heading", "aria-level": level }, words);
const fold = (words, ...nodes) => el("details", {}, el("summary", {}, words), ...nodes);
const minus = (number) => String(number).replace("-", "−");

const note = (x, y, words, anchor = "middle") => svg("text", { x, y, "text-anchor": anchor }, String(words));

const picture = (about, line, width) => {
  const last = about.first + line.values.length;
  const scale = scaleOf(width, about.first, last);
  const height = HEIGHT - EDGE.top - EDGE.bottom;
  const bands = about.regimes.flatMap(([, first, end], i) => {
    const [left, right] = [Math.max(first, about.first), Math.min(end + 1, last)].map(scale.x);
    const ground = svg("rect", { x: left, y: EDGE.top, width: right - left, height });
    return [...(i % 2 ? [] : [ground]), note((left + right) / 2, EDGE.top - 6, i + 1)];
  });
  const ticks = [-2, -1, 0, 1, 2].flatMap((value) => {
    const y = scale.y(value);
    const rule = { x1: EDGE.left, x2: width - EDGE.right, y1: y, y2: y, class: value ? "" : "sf-tl-zero" };
    return [svg("line", rule), note(EDGE.left - 6, y + 4, minus(value), "end")];
  });
  const apart = width > 420 ? 10 : 20;
  const years = [...Array(Math.ceil(line.values.length / apart)).keys()].map((i) =>
    note(scale.x(about.first + i * apart), HEIGHT - 6, about.first + i * apart, i ? "middle" : "start"));
  // How large a step must be before it may be read: an upright bar of a half.
  const [bar, foot, top] = [width - EDGE.right + 12, scale.y(0.75), scale.y(1.25)];
  const rod = svg("path", { class: "sf-tl-rod", d: `M${bar - 4} ${foot}h8m-4 0V${top}m-4 0h8` });
  const drawn = svg("path", { class: "sf-tl-line", d: pathOf(runsOf(about.first, line.values), scale) });
  const frame = { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, "aria-hidden": "true" };
  return svg("svg", frame, ...bands, ...ticks, ...years, rod, note(bar, foot + 16, "0.5"), drawn);
};

const chart = (about, line, watch) => {
  const runs = runsOf(about.first, line.values);
  const [from, to] = [runs[0], runs.at(-1)];
  const [least, most] = [Math.min(...line.values), Math.max(...line.values)].map(minus);
  const ends = say("timeline.ends", { from: minus(from.value), start: from.start, to: minus(to.value), end: to.end, most, least });
  const place = el("div", { class: "sf-tl-picture", role: "img", "aria-label": say("timeline.line", { name: line.name, ends }) });
  watch(place, (width) => place.replaceChildren(picture(about, line, width)));
  const names = about.regimes.map(([name, first, last], i) => {
    const years = yearsOf({ start: first, end: last });
    return el("li", {}, el("strong", {}, String(i + 1)), /^\d/.test(name) ? ` ${years}` : ` ${name} ${years}`);
  });
  const figures = runs.map((run) => el("li", {}, `${yearsOf(run)}: `, el("strong", {}, minus(run.value))));
  return [
    head("name", 5, say("timeline.indicator_title", { name: line.name })),
    el("p", {}, say("timeline.indicator", { asks: line.asks, ends })),
    place,
    el("ul", { class: "sf-tl-regimes", "aria-label": say("timeline.bands") }, ...names),
    quiet(say("timeline.doubt", { doubt: about.doubt })),
    quiet(say("timeline.source", { source: about.source })),
    fold(say("timeline.figures"), el("ul", { class: "sf-tl-regimes" }, ...figures)),
  ];
};

const source = ([name, address]) => {
  const outside = { href: address, target: "_blank", rel: "noopener noreferrer", "data-lm-suppress-shortcuts": "true" };
  const shown = isAddress(address) ? el("a", outside, address) : address;
  return el("li", {}, name, ...(address ? [el("br"), shown] : []));
};

const recorded = (event) =>
  el("li", {}, el("div", { class: "sf-tl-quiet" }, event.when), el("strong", {}, event.event), el("p", {}, event.says),
    fold(say("timeline.sources", { n: event.sources.length }), el("ul", {}, ...event.sources.map(source))));

const claims = ([section, group]) => [quiet(`“${section}”`), el("ul", {}, ...group.map(claimLine))];
const rests = (load, ids) => fold(say("timeline.claims", { n: ids.length }), ...bySection(load.claims, ids).flatMap(claims));

const changed = (name, [sign, word, ids]) => {
  const told = el("strong", {}, el("span", { "aria-hidden": "true" }, sign), ` ${word}`);
  return [`${name}: `, told, el("span", { class: "sf-tl-quiet" }, ` ${ids.join(", ")}`)];
};

// What the record holds of a row's time: folded on a phone; a case has nothing else to show, so nothing to fold.
const recordOf = (row) => {
  const events = el("ul", {}, ...row.record.map(recorded));
  if (row.kind === "case") return box("record", events);
  const open = !matchMedia("(max-width: 640px)").matches;
  const words = el("summary", { class: "sf-tl-kind" }, say("timeline.record", { n: row.record.length }));
  return el("details", { class: "sf-tl-record", open }, words, events);
};

// One row of the column of years; `fit` shows what the choices ask for and says whether anything is left.
const rowOf = (load, row) => {
  const change = el("p", { class: "sf-tl-change" });
  const ids = claimsOf(row);
  const told = box("told", box("kind", load.kinds[row.kind]), head("label", 5, row.label), el("p", {}, row.says));
  told.append(change, ...(ids.length ? [rests(load, ids)] : []));
  const record = recordOf(row);
  const years = box("years", String(row.start), row.end === row.start ? null : el("small", {}, say("timeline.to", { year: row.end })));
  const look = { class: `sf-tl-row sf-tl-${row.kind}`, style: `--sf-rail: var(--sf-${row.kind}, var(--sf-accent))` };
  const node = el("li", { ...look, tabindex: -1 }, years, box("body", told, record));
  const fit = (layers, dimension) => {
    const parts = partsOf(row, layers);
    const said = changeOf(load, row, dimension);
    told.hidden = !parts.told;
    record.hidden = !parts.record;
    if (!parts.told) record.open = true;
    node.hidden = !parts.told && !parts.record;
    change.hidden = !said;
    change.replaceChildren(...(said ? changed(load.dimensions[dimension], said) : []));
    return !node.hidden;
  };
  return { node, fit };
};

const chooser = (label, options, picked) => {
  const words = options.map(([value, text]) => el("option", { value }, text));
  const select = el("select", { onchange: () => picked?.(select.value) }, ...words);
  return [box("choice", el("label", {}, el("span", {}, label), select)), select];
};

const draw = (load, root, signal) => {
  const rows = load.rows.map((row) => rowOf(load, row));
  const layers = { text: true, record: true, theory: true };
  const status = el("p", { class: "sf-tl-quiet", role: "status" });
  const figure = el("div", { class: "sf-tl-figure", hidden: true });
  let redraw, dimension;
  const resized = new ResizeObserver(([entry]) => redraw(Math.max(240, Math.floor(entry.contentRect.width))));
  signal.addEventListener("abort", () => resized.disconnect());
  const watch = (place, call) => {
    redraw = call;
    resized.observe(place);
  };
  const show = guard(status, () => {
    const shown = rows.flatMap(({ fit }, i) => (fit(layers, dimension) ? [i] : []));
    const periods = shown.map((i) => el("option", { value: i }, `${yearsOf(load.rows[i])}: ${load.rows[i].label}`));
    jump.replaceChildren(...periods);
    status.textContent = shown.length ? tallyOf(load, dimension) : say("timeline.no_layer");
  });
  const layer = ([name, words]) => {
    const move = () => {
      layers[name] = tick.checked;
      show();
    };
    const tick = el("input", { type: "checkbox", checked: true, "data-control": `layer-${name}`, onchange: move });
    return el("label", { class: "sf-tl-layer" }, tick, el("span", {}, words));
  };
  const lines = load.indicators?.lines ?? [];
  const [changes] = chooser(say("timeline.changed"), [
    ["", say("timeline.not_shown")], ...Object.entries(load.dimensions)
  ], (value) => {
    dimension = value;
    show();
  });
  const [indicators] = chooser(say("timeline.which"), [
    ["", say("timeline.none")], ...lines.map((line, i) => [i, line.name])
  ], (value) => {
    resized.disconnect();
    figure.hidden = value === "";
    figure.replaceChildren(...(value === "" ? [] : chart(load.indicators, lines[value], watch)));
  });
  const [jumps, jump] = chooser(say("timeline.jump"), []);
  const leap = () => {
    const to = rows[jump.value]?.node;
    to?.scrollIntoView({ block: "start" });
    to?.focus({ preventScroll: true });
  };
  jumps.append(el("button", { type: "button", onclick: leap }, say("timeline.go")));
  const ticks = el("fieldset", {}, el("legend", {}, say("timeline.layers")), ...Object.entries(load.layers).map(layer));
  const choices = load.indicators ? [ticks, changes, indicators] : [];
  root.append(
    el("section", { class: "sf sf-tl", "aria-label": say("timeline.title") },
      head("title", 4, load.title), load.about ? quiet(load.about) : null,
      box("choices", ...choices, jumps), status, figure,
      el("ol", { class: "sf-tl-list" }, ...rows.map(({ node }) => node)),
      el("button", { type: "button", class: "sf-quiet", onclick: () => jump.focus() }, say("timeline.to_choices"))));
  show();
};

export const show = ({ data, el: root, signal }) => {
  draw(data, root, signal);
};
