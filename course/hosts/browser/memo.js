// The policy memo in five steps: figures, reform, words, rubric, document. Kept as it grows; nothing is scored.
import { wordsIn } from "./blanks.js";
import { bites, blocks, chosen, drawn, fileOf, gaps, isMemo, wordCount } from "./capstone.js";
import { draftOf } from "./drafts.js";
import { badge, outcome, pulled, quiet } from "./reform.js";
import { saveAs } from "./saving.js";
import { el, guard, inLabel, uid, unread } from "./shared.js";
import { turning } from "./turning.js";
import { say } from "./words.js";

const today = () => new Date().toLocaleDateString("sv"); // the Swedish way of writing it: 2026-11-23
const live = (name) => el("p", { class: name, "aria-live": "polite" });
const pill = (text) => el("span", { class: "sf-badge" }, text);
const button = (control, name, onclick, ...label) => el("button", { type: "button", class: name, "data-control": control, onclick }, ...label);
const step = (told, i, ...nodes) => {
  const { steps, at } = told.words.page;
  return el("div", { class: "sf-card", hidden: true }, el("h3", { tabindex: -1 }, el("span", { class: "sf-count" }, say(at, { n: i + 1, of: steps.length })), steps[i]), ...nodes);
};
const offered = (type, control, checked, changed, attributes, ...label) => {
  const box = el("input", { type, checked, "data-control": control, onchange: () => changed(box), ...attributes });
  return inLabel(box, ...label);
};
const choice = (control, label, options, value, changed) => {
  const box = el("select", { "data-control": control, onchange: () => changed(box.value) }, ...options.map(([value, name]) => el("option", { value }, name)));
  box.value = value;
  return { box, node: el("label", {}, el("b", {}, label), box) };
};

// What the host replies, or nothing: then the page has said why.
const asked = async (done, place, host) => {
  try {
    const reply = await done;
    place.textContent = reply.problem ?? "";
    return reply.problem ? null : reply;
  } catch {
    place.textContent = `Nothing was done: ${host.silent}. To do it, ${host.again}, and try once more.`;
    return null;
  }
};

// Step 1: a country, and what the record says of it.
const evidence = (host, told, memo, changed) => {
  const { page, most_figures: most } = told.words;
  const [list, count, said] = [el("div"), live(), live("sf-kept")];
  const tick = (figure) => (box) => {
    const full = box.checked && memo.figures.length >= most;
    said.textContent = full ? say(page.full, { most }) : "";
    if (full) box.checked = false;
    else memo.figures = box.checked ? [...memo.figures, figure.key] : memo.figures.filter((key) => key !== figure.key);
    tell();
    changed();
  };
  const row = (figure) => {
    const name = el("b", {}, figure.lead);
    if (figure.cannot) return el("p", {}, name, say(page.cannot, figure));
    const found = [name, `${figure.found}.`, el("br"), say(page.number, figure), pill(say(page.claim, figure)), " ", pill(figure.badge)];
    return el("div", {},
      offered("checkbox", `figure-${figure.key}`, memo.figures.includes(figure.key), tick(figure), {}, ...found),
      el("details", { class: "sf-why" }, el("summary", {}, page.judged), quiet(say(page.why, figure))));
  };
  const tell = () => (count.textContent = say(page.ticked, { n: memo.figures.length, most }));
  const draw = () => {
    const figures = told.countries[memo.country]?.figures ?? [];
    list.replaceChildren(...[...new Set(figures.map((f) => f.question))].map((question, i) => {
      const mine = figures.filter((f) => f.question === question);
      const open = i === 0 || mine.some((f) => memo.figures.includes(f.key));
      return el("details", { class: "sf-question", open }, el("summary", {}, question), ...mine.map(row));
    }));
    if (!figures.length) list.append(quiet(say(page.no_country, memo)));
    tell();
  };
  const go = (code) => {
    memo.country = code;
    draw();
    changed();
  };
  const ask = async (country) => {
    said.textContent = page.asking;
    const reply = await asked(host.memo.figures(country), said, host);
    if (!reply) return;
    const code = reply.country;
    if (!told.countries[code]) pick.box.append(el("option", { value: code }, reply.name));
    told.countries[code] = reply;
    pick.box.value = code;
    go(code);
  };
  const pick = choice("country", page.country, Object.entries(told.countries).map(([code, { name }]) => [code, name]), memo.country, go);
  const code = el("input", { type: "text", size: 4, maxlength: 3, autocomplete: "off", "data-control": "country-code", onkeydown: (event) => event.key === "Enter" && ask(code.value) });
  const more = host.memo ? [el("label", {}, page.other, code), button("country-ask", "sf-quiet", () => ask(code.value), page.take)] : [];
  draw();
  if (!told.countries[memo.country] && host.memo) ask(memo.country);
  return { node: step(told, 0, el("div", { class: "sf-country" }, pick.node, ...more), said, el("p", {}, page.tick), count, list) };
};

// Step 2: a sector and levers; each tension that bites wants a sentence.
const design = (told, memo, text, changed) => {
  const [known, page] = [told.reform, told.words.page];
  const [cards, needs, refused] = [el("div"), el("div"), live("sf-refused")];
  const made = {};
  const card = ({ tension, lever, trigger, consequence }) =>
    (made[tension] ??= el("div", { class: "sf-tension" },
      el("p", {}, el("b", {}, tension), ` ${lever} `, badge(known.tensions[tension].basis)),
      el("p", {}, `${trigger} → `, el("b", {}, `${consequence}.`)),
      text(page.answer, `answer-${tension}`, memo.answers, tension, 2)));
  const draw = () => {
    const met = bites(told, memo);
    const ready = memo.sector && memo.levers.length;
    cards.replaceChildren(...(met.length ? met.map(card) : [quiet(ready ? told.words.labels.no_tensions : page.first)]));
    const hold = (name) => (box) => {
      memo.held = box.checked ? [...memo.held, name] : memo.held.filter((other) => other !== name);
      changed();
    };
    const needed = ready ? outcome(known, memo.levers, memo.sector).missing : [];
    needs.replaceChildren(...needed.map((name) => offered("checkbox", `held-${name}`, memo.held.includes(name), hold(name), {}, known.preconditions[name].name)));
    changed();
  };
  const pull = (lever) => (box) => {
    const next = box.checked ? pulled(known, memo.levers, lever) : { levers: memo.levers.filter((name) => name !== lever) };
    refused.textContent = next.refused ?? "";
    if (next.refused) box.checked = false;
    memo.levers = next.levers ?? memo.levers;
    draw();
  };
  const sector = choice("memo-sector", page.sector, [
    ["", page.choose], ...Object.entries(known.sectors)
  ], memo.sector, (value) => {
    memo.sector = value;
    draw();
  });
  const lever = (key) => offered("checkbox", `lever-${key}`, memo.levers.includes(key), pull(key), {}, known.levers[key]);
  const levers = known.groups.map(([title, keys]) => el("fieldset", {}, el("legend", {}, title), ...keys.map(lever)));
  draw();
  return { node: step(told, 1, el("div", { class: "sf-country" }, sector.node), el("p", {}, page.levers), el("div", { class: "sf-levers" }, ...levers), refused, el("h4", {}, page.bites), cards, el("h4", {}, page.needs), needs) };
};

// Step 3: the lines at the head and the six sections.
const writing = (told, memo, text) => {
  const { page, sections, most_words: most } = told.words;
  const [total, figures] = [live("sf-total"), el("ul", { class: "sf-chosen" })];
  const counts = sections.map(() => el("span", { class: "sf-kept sf-count-words" }));
  const tell = () => {
    sections.forEach(({ id, words: [low, high] }, i) => (counts[i].textContent = say("memo.counted", { n: wordsIn(memo.sections[id] ?? ""), low, high })));
    total.textContent = say("memo.total", { n: wordCount(memo), most });
  };
  const draw = () => {
    tell();
    figures.replaceChildren(...chosen(told, memo).map((f) => el("li", {}, f.cannot ? `${f.about}: ${say(page.cannot, f)}` : say(page.quote, f))));
  };
  const section = ({ id, title, ask }, i) => {
    const field = text(title, `section-${id}`, memo.sections, id, 6, tell);
    field.append(quiet(ask), id === "figures" ? figures : "");
    field.append(counts[i]);
    return field;
  };
  const head = (name) => text(page.lines[name], `memo-${name}`, memo, name);
  return { node: step(told, 2, ...["to", "from", "what", "towards"].map(head), ...sections.map(section), total, head("help")), draw };
};

// Step 4: the published rubric, by the student's own hand.
const rating = (told, memo, changed) => {
  const criterion = ({ id, title, levels }) => {
    const name = uid("rubric");
    const set = (i) => () => {
      memo.rubric[id] = i;
      changed();
    };
    return el("fieldset", {}, el("legend", {}, title), ...levels.map((level, i) => offered("radio", `rubric-${id}-${i}`, memo.rubric[id] === i, set(i), { name }, el("b", {}, `${i + 1} `), level)));
  };
  return { node: step(told, 3, el("p", {}, told.words.page.rate), ...told.words.rubric.map(criterion)) };
};

// Step 5: what is open, the memo as it will be read, and its files.
const handing = (host, told, memo, keep) => {
  const { page } = told.words;
  const [open, preview, said] = [el("div"), el("article", { class: "sf-preview" }), live("sf-kept")];
  const made = () => blocks(told, memo, today());
  const draw = () => {
    const found = gaps(told, memo);
    open.replaceChildren(el("p", {}, el("b", {}, found.length ? page.open : page.closed)), el("ul", {}, ...found.map((gap) => el("li", {}, gap))));
    preview.replaceChildren(...drawn(made(), 4));
  };
  const save = guard(said, () => {
    saveAs("memo.html", fileOf(made(), told.style), "text/html");
    said.textContent = page.saved;
  });
  const write = async () => {
    said.textContent = page.writing;
    await keep();
    const reply = await asked(host.memo.write(memo, today()), said, host);
    if (reply) said.textContent = say(page.written, { files: reply.files.join(", ") });
  };
  const files = host.memo ? [button("memo-write", "", write, page.write)] : [];
  return { node: step(told, 4, open, el("div", { class: "sf-actions" }, ...files, button("memo-save", files.length ? "sf-quiet" : "", save, page.save)), said, preview), draw };
};

const start = (host, told, root, signal) => {
  const { page } = told.words;
  const [item] = told.items;
  const memo = structuredClone({ ...told.blank, ...host.past[item.id] });
  const kept = live("sf-kept");
  const draft = draftOf(host, item.id, () => memo, (left) => isMemo(told, left));
  let [stored, sent, timer] = [JSON.stringify(memo), "", 0];
  draft.restore((left) => Object.assign(memo, left), kept);
  const keep = async () => {
    clearTimeout(timer);
    const now = JSON.stringify(memo);
    if (now === stored || now === sent) return;
    sent = now;
    const reply = await asked(host.keep({ item: item.id, answer: JSON.parse(now), score: null }), kept, host);
    sent = "";
    if (reply?.kept) stored = now;
    if (reply?.kept) draft.settle(now);
    kept.textContent = reply?.kept ? reply.said ?? page.kept : `${reply?.said ?? kept.textContent} ${draft.cure()}`;
  };
  // A line of the answers file holds the whole memo: kept a little after a change, at a turn, and when the page goes.
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 3000);
  };
  const text = (label, control, place, name, rows, tell) => {
    const oninput = () => {
      place[name] = box.value;
      tell?.();
    };
    const box = el(rows ? "textarea" : "input", { dir: "auto", rows, autocomplete: "off", "data-control": control, oninput, onchange: changed });
    box.value = place[name] ?? "";
    return el("div", { class: "sf-field" }, el("label", {}, el("span", {}, label), box));
  };
  const parts = [evidence(host, told, memo, changed), design(told, memo, text, changed), writing(told, memo, text), rating(told, memo, changed), handing(host, told, memo, keep)];
  const cards = parts.map(({ node }) => node);
  const tabs = page.steps.map((name, i) => button(`step-${i + 1}`, "sf-tab", null, `${i + 1} ${name}`));
  const turn = turning(cards, tabs, (at) => {
    parts[at].draw?.();
    keep();
  });
  turn.foot.append(button("memo-keep", "sf-quiet", keep, page.keep));
  root.append(...unread(host), draft.watch(el("section", { class: "sf sf-memo", "aria-label": say("memo.title") }, el("div", { class: "sf-tabs", role: "group", "aria-label": say("memo.steps") }, ...tabs), ...cards, turn.foot, kept)));
  turn.show(0);
  const gone = () => document.visibilityState === "hidden" && keep();
  document.addEventListener("visibilitychange", gone, { signal });
  signal.addEventListener("abort", keep);
};

export const show = ({ data, host, el: root, signal }) => {
  start(host, data, root, signal);
};
