// The policy memo in five steps: figures, reform, words, rubric, document. Kept as it grows; nothing is scored.
const { el } = sf;

const STEPS = ["Country and figures", "Reform and tensions", "Write", "Rate it", "Read and hand in"];
const quiet = (...said) => el("p", { class: "sf-kept" }, ...said);
const pill = (text) => el("span", { class: "sf-badge" }, text);
const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
};
const headed = (i, ...nodes) =>
  el("div", { class: "sf-card", hidden: true }, el("h3", { tabindex: -1 }, el("span", { class: "sf-count" }, `Step ${i + 1} of ${STEPS.length}`), STEPS[i]), ...nodes);
const option = (type, control, checked, changed, attributes, ...label) => {
  const id = sf.uid("memo");
  const box = el("input", { type, id, checked, "data-control": control, onchange: () => changed(box), ...attributes });
  return el("div", { class: "sf-option" }, box, el("label", { for: id }, ...label));
};

// Step 1: a country, and what the record says of it.
const evidence = (model, told, memo, changed) => {
  const [list, count, said] = [el("div"), el("p", { "aria-live": "polite" }), el("p", { class: "sf-kept", "aria-live": "polite" })];
  const most = told.words.most_figures;
  const open = new Set();
  const tick = (figure) => (box) => {
    if (box.checked && memo.figures.length >= most) {
      box.checked = false;
      said.textContent = `${most} figures are ticked already. Let one go first.`;
      return;
    }
    said.textContent = "";
    memo.figures = box.checked ? [...memo.figures, figure.key] : memo.figures.filter((key) => key !== figure.key);
    tell();
    changed();
  };
  const row = (figure) => {
    const name = figure.about === figure.question ? null : el("b", {}, `${figure.about}. `);
    if (figure.cannot) return el("p", {}, name, "Cannot be had for this country. ", figure.cannot);
    const found = [el("span", {}, name, `${figure.found}.`), el("br"), el("span", { class: "sf-number-line" }, `${figure.estimate}, 95 % interval ${figure.interval}, ${figure.years} `), pill(`claim: ${figure.verdict}`), " ", pill(figure.badge)];
    return el("div", {},
      option("checkbox", `figure-${figure.key}`, memo.figures.includes(figure.key), tick(figure), {}, ...found),
      el("details", { class: "sf-why" }, el("summary", {}, "How it was judged, and the source"), quiet(`${figure.reason}. ${figure.source}.`)));
  };
  const tell = () => (count.textContent = `${memo.figures.length} of at most ${most} figures ticked.`);
  const draw = () => {
    const figures = told.countries[memo.country]?.figures ?? [];
    const questions = [...new Set(figures.map((f) => f.question))];
    list.replaceChildren(...questions.map((question, i) => {
      const mine = figures.filter((f) => f.question === question);
      const shown = i === 0 || open.has(question) || mine.some((f) => memo.figures.includes(f.key));
      const ontoggle = (event) => open[event.target.open ? "add" : "delete"](question);
      return el("details", { class: "sf-question", open: shown, ontoggle }, el("summary", {}, question), ...mine.map(row));
    }));
    if (!figures.length) list.append(quiet(`This page holds no figures of ${memo.country}.`));
    tell();
  };
  const id = sf.uid("country");
  const pick = el("select", { id, "data-control": "country", onchange: () => go(pick.value) });
  const offer = () => {
    pick.replaceChildren(...Object.entries(told.countries).map(([code, { name }]) => el("option", { value: code }, name)));
    pick.value = memo.country;
  };
  const go = (code) => {
    memo.country = code;
    offer();
    draw();
    changed();
  };
  const ask = async (code) => {
    said.textContent = "Asking…";
    try {
      const { reply } = await sf.request(model, { kind: "figures", id: sf.uid("figures"), country: code }, 60000);
      said.textContent = reply.problem ?? "";
      if (reply.problem) return;
      told.countries[reply.country] = { name: reply.name, figures: reply.figures };
      go(reply.country);
    } catch {
      said.textContent = "The kernel does not answer. Choose Run, then Run All Cells, and try again.";
    }
  };
  const other = sf.uid("code");
  const code = el("input", { id: other, type: "text", size: 4, maxlength: 3, autocomplete: "off", "data-control": "country-code", onkeydown: (event) => event.key === "Enter" && ask(code.value) });
  const more = model.get("kernel") ? [el("label", { for: other }, "or another, by its code of three letters, such as KEN"), code, el("button", { type: "button", class: "sf-quiet", "data-control": "country-ask", onclick: () => ask(code.value) }, "Take it")] : [];
  offer();
  draw();
  if (!told.countries[memo.country] && model.get("kernel")) ask(memo.country);
  return { node: headed(0, el("div", { class: "sf-country" }, el("label", { for: id }, el("b", {}, "Country")), pick, ...more), said, el("p", {}, "Tick the figures that your memo will quote. The verdict is on the claim behind the question, over every admissible choice. A figure against you belongs here too."), count, list) };
};

// Step 2: a sector and levers; each tension that bites wants a sentence.
const design = (told, memo, text, changed) => {
  const known = told.reform;
  const [cards, needs, refused] = [el("div"), el("div"), el("p", { class: "sf-refused", "aria-live": "polite" })];
  const made = {};
  const card = (entry) => {
    const row = known.tensions[entry.tension];
    return (made[entry.tension] ??= el("div", { class: "sf-tension" },
      el("p", {}, el("b", {}, entry.tension), ` ${entry.lever} `, badge(row.basis)),
      el("p", {}, `${row.trigger} → `, el("b", {}, `${row.consequence}.`)),
      text("Your answer, in a sentence", `answer-${entry.tension}`, memo.answers, entry.tension, 2)));
  };
  const draw = () => {
    const met = bites(told, memo);
    const found = memo.sector && memo.levers.length ? outcome(known, memo.levers, memo.sector) : { missing: [] };
    const nothing = quiet(found.sector ? told.words.labels.no_tensions : "Choose a sector and pull a lever first.");
    cards.replaceChildren(...(met.length ? met.map(card) : [nothing]));
    const held = (name) => (box) => {
      memo.held = box.checked ? [...memo.held, name] : memo.held.filter((other) => other !== name);
      changed();
    };
    needs.replaceChildren(...found.missing.map((name) => option("checkbox", `held-${name}`, memo.held.includes(name), held(name), {}, known.preconditions[name].name)));
  };
  const redraw = () => {
    draw();
    changed();
  };
  const pull = (lever) => (box) => {
    const next = box.checked ? pulled(known, memo.levers, lever) : { levers: memo.levers.filter((name) => name !== lever) };
    refused.textContent = next.refused ?? "";
    if (next.refused) box.checked = false;
    memo.levers = next.levers ?? memo.levers;
    redraw();
  };
  const id = sf.uid("sector");
  const sector = el("select", {
    id,
    "data-control": "memo-sector",
    onchange: () => {
      memo.sector = sector.value;
      redraw();
    }
  }, el("option", { value: "" }, "choose"), ...Object.entries(known.sectors).map(([key, name]) => el("option", { value: key }, name)));
  sector.value = memo.sector;
  const levers = known.groups.map(([title, keys]) => el("fieldset", {}, el("legend", {}, title), ...keys.map((key) => option("checkbox", `lever-${key}`, memo.levers.includes(key), pull(key), {}, known.levers[key]))));
  draw();
  return { node: headed(1, el("div", { class: "sf-country" }, el("label", { for: id }, el("b", {}, "Sector")), sector), el("p", {}, el("b", {}, "Levers, at most four. "), "Few are easier to defend."), el("div", { class: "sf-levers" }, ...levers), refused, el("h4", {}, "What bites: answer each"), cards, el("h4", {}, "What must be there first: tick what is"), needs) };
};

// Step 3: the lines at the head and the six sections.
const writing = (told, memo, text) => {
  const total = el("p", { class: "sf-total", "aria-live": "polite" });
  const figures = el("ul", { class: "sf-chosen" });
  const counts = told.words.sections.map(() => el("span", { class: "sf-kept" }));
  const tell = () => {
    told.words.sections.forEach(({ id, words: [low, high] }, i) => (counts[i].textContent = `${wordsIn(memo.sections[id] ?? "")} words; ${low} to ${high} will do.`));
    total.textContent = `${wordCount(memo)} words in all, of at most ${told.words.most_words}.`;
  };
  const draw = () => {
    tell();
    figures.replaceChildren(...chosen(told, memo).map((f) => el("li", {}, f.cannot ? `${f.about}: cannot be had.` : `${f.found}: ${f.estimate}, 95 % interval ${f.interval}, ${f.years}; ${f.source}.`)));
  };
  const section = ({ id, title, ask }, i) =>
    el("div", { class: "sf-section" }, el("h4", {}, title), quiet(ask), id === "figures" ? figures : null, text(el("span", { class: "sf-told" }, title), `section-${id}`, memo.sections, id, 6, tell), counts[i]);
  const head = (label, name) => text(label, `memo-${name}`, memo, name);
  return { node: headed(2, head("To: the office you write to", "to"), head("From: your name or roll number, as your class asks", "from"), head("Reform what", "what"), head("Towards what", "towards"), ...told.words.sections.map(section), total, head("Help you had: people, language tools, AI. Say what each did.", "help")), draw };
};

// Step 4: the published rubric, by the student's own hand.
const rating = (told, memo, changed) => {
  const criterion = ({ id, title, levels }) => {
    const name = sf.uid("rubric");
    const set = (i) => () => {
      memo.rubric[id] = i;
      changed();
    };
    return el("fieldset", { class: "sf-section" }, el("legend", {}, title), ...levels.map((level, i) => option("radio", `rubric-${id}-${i}`, memo.rubric[id] === i, set(i), { name }, el("b", {}, `${i + 1} `), level)));
  };
  return { node: headed(3, el("p", {}, "Read your memo as a stranger would. Your marker has the same four lines. Nobody adds them up."), ...told.words.rubric.map(criterion)) };
};

// Step 5: what is open, the memo as it will be read, and its files.
const handing = (model, told, memo, keep) => {
  const [open, preview, said] = [el("div"), el("article", { class: "sf-preview", "aria-label": "Your memo" }), el("p", { class: "sf-kept", "aria-live": "polite" })];
  const draw = () => {
    const found = gaps(told, memo);
    open.replaceChildren(el("p", {}, el("b", {}, found.length ? "Still open. Nothing stops you from handing it in as it is." : "Nothing is open.")), el("ul", {}, ...found.map((gap) => el("li", {}, gap))));
    preview.replaceChildren(...drawn(blocks(told, memo, today()), 4));
  };
  const save = sf.guard(said, () => {
    const href = URL.createObjectURL(new Blob([fileOf(blocks(told, memo, today()), told.style)], { type: "text/html" }));
    el("a", { href, download: "memo.html" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10000);
    said.textContent = "Saved as memo.html, where your browser puts downloads. Open it and print it to get a PDF.";
  });
  const write = async () => {
    said.textContent = "Writing…";
    await keep();
    try {
      const { reply } = await sf.request(model, { kind: "export-memo", id: sf.uid("export"), memo, date: today() }, 30000);
      said.textContent = reply.problem ?? `Written beside your answers file, in the folder of the course: ${reply.files.join(" and ")}.`;
    } catch {
      said.textContent = "The kernel does not answer. Choose Run, then Run All Cells; or save it as a web page.";
    }
  };
  const files = model.get("kernel") ? [el("button", { type: "button", "data-control": "memo-write", onclick: write }, "Write memo.docx and memo.html")] : [];
  return { node: headed(4, open, el("div", { class: "sf-actions" }, ...files, el("button", { type: "button", class: files.length ? "sf-quiet" : "", "data-control": "memo-save", onclick: save }, "Save as a web page")), said, preview), draw };
};

const start = (model, told, root) => {
  const [item] = model.get("items");
  const past = model.get("past")[item.id];
  const alike = (a, b) => typeof a === typeof b && Array.isArray(a) === Array.isArray(b);
  const sound = past && Object.entries(told.blank).every(([key, value]) => alike(past[key], value));
  const memo = structuredClone(sound ? past : told.blank);
  const since = performance.now();
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  let [stored, timer, due] = [JSON.stringify(memo), 0, 0];
  const keep = async () => {
    clearTimeout(timer);
    timer = 0;
    const now = JSON.stringify(memo);
    if (now === stored) return;
    stored = now;
    try {
      const told = { kind: "answer", id: sf.uid("answer"), item: item.id, answer: JSON.parse(now), score: null, seconds: Math.round((performance.now() - since) / 1000) };
      const { reply } = await sf.request(model, told, 8000);
      kept.textContent = reply.problem ?? reply.said ?? "Kept in your answers file.";
    } catch {
      stored = "";
      kept.textContent = "Not kept: the kernel does not answer. Choose Run, then Run All Cells, and try again.";
    }
  };
  // A line of the answers file holds the whole memo, so it is kept a little after the last touch, and when the page goes.
  const touch = (wait) => {
    const at = performance.now() + wait;
    if (timer && due <= at) return;
    clearTimeout(timer);
    [timer, due] = [setTimeout(keep, wait), at];
  };
  const changed = () => touch(3000);
  const text = (label, control, place, name, rows, told) => {
    const id = sf.uid("memo");
    const oninput = () => {
      place[name] = box.value;
      told?.();
      touch(20000);
    };
    const box = el(rows ? "textarea" : "input", { id, dir: "auto", rows, type: rows ? null : "text", autocomplete: rows ? null : "off", "data-control": control, oninput, onchange: changed });
    box.value = place[name] ?? "";
    return el("div", { class: "sf-field" }, el("label", { for: id }, label), box);
  };
  const parts = [evidence(model, told, memo, changed), design(told, memo, text, changed), writing(told, memo, text), rating(told, memo, changed), handing(model, told, memo, keep)];
  const tabs = STEPS.map((name, i) => el("button", { type: "button", class: "sf-tab", "data-control": `step-${i + 1}` }, `${i + 1} ${name}`));
  const turn = turning(parts.map(({ node }) => node), tabs, (at) => {
    parts[at].draw?.();
    keep();
  });
  turn.foot.append(el("button", { type: "button", class: "sf-quiet", "data-control": "memo-keep", onclick: keep }, "Keep it"));
  root.append(el("section", { class: "sf sf-memo", "aria-label": "Policy memo" }, el("div", { class: "sf-tabs", role: "group", "aria-label": "Steps" }, ...tabs), ...parts.map(({ node }) => node), turn.foot, kept));
  turn.show(0);
  const gone = () => document.visibilityState === "hidden" && keep();
  document.addEventListener("visibilitychange", gone);
  return () => {
    document.removeEventListener("visibilitychange", gone);
    keep();
  };
};

export default {
  render({ model, el: root }) {
    let stop = () => {};
    let gone = false;
    const begin = (text) => gone || (stop = start(model, JSON.parse(text), root));
    sf.gunzip(model.get("payload")).then(begin).catch(sf.guard(root, (error) => { throw error; }));
    return () => {
      gone = true;
      stop();
    };
  },
};
