// What questions, predictions and reflections share: inputs of each kind, scoring, and telling the kernel.

// Pure logic, tested under node; course/scoring.py does the same -----------------------------------------------------
const wrongParts = (item, answer) => {
  if (item.kind === "several")
    return item.options.flatMap((o, i) => (answer.includes(i) === Boolean(o.correct) ? [] : [i]));
  if (item.kind === "classify")
    return item.statements.flatMap((s, i) => (item.groups[answer[i]] === s.group ? [] : [i]));
  return answer.flatMap((step, place) => (step === place ? [] : [place]));
};

export const score = (item, answer) => {
  if (item.kind === "text") return null;
  if (item.kind === "choice") return item.options[answer].correct ? 1 : 0;
  if (item.kind === "number") return Math.abs(answer - item.answer) <= item.tolerance ? 1 : 0;
  const wrong = wrongParts(item, answer);
  if (item.kind === "order") return wrong.length === 0 ? 1 : wrong.length === 2 && wrong[1] === wrong[0] + 1 ? 0.5 : 0;
  return [1, 0.5][wrong.length] ?? 0;
};

export const feedback = (item, answer) => {
  if (item.kind === "text") return [];
  if (item.kind === "choice") return [item.options[answer].feedback];
  if (item.kind === "number") {
    if (score(item, answer)) return [item.feedback];
    const near = (trap) => Math.abs(answer - trap.value) <= (trap.tolerance ?? item.tolerance);
    return [(item.traps ?? []).find(near)?.feedback ?? (answer < item.answer ? item.low : item.high)];
  }
  const wrong = wrongParts(item, answer);
  if (!wrong.length) return [item.feedback];
  const parts = item.options ?? item.statements ?? item.steps;
  return (item.kind === "order" ? wrong.slice(0, 1) : wrong).map((i) => `“${parts[i].text}”: ${parts[i].feedback}`);
};

// What a student typed as a number, or NaN: spaces, the unit and a decimal comma are forgiven.
export const numberIn = (typed, unit = "") => {
  const bare = typed.replace(/\s/g, "").replace(unit.replace(/\s/g, ""), "").replace(/%$/, "");
  return /^[-+]?(\d+([.,]\d*)?|[.,]\d+)$/.test(bare) ? Number(bare.replace(",", ".")) : NaN;
};

// A list with the entry at `place` moved by one up (-1) or down (1).
export const moved = (list, place, by) => {
  const to = place + by;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  [next[place], next[to]] = [next[to], next[place]];
  return next;
};

// Inputs of each kind: nodes, how to read them (null: not finished), how to put an old answer back, what to ask for.
const KINDS = (() => {
  const { el, uid } = sf;
  const ticks = (item, type, read, restore, ask) => {
    const name = uid("group");
    const boxes = item.options.map((_, i) => el("input", { type, name, value: i, id: uid("option"), "data-control": item.id }));
    const row = (box, i) => el("div", { class: "sf-option" }, box, el("label", { for: box.id }, item.options[i].text));
    return { nodes: boxes.map(row), ask, read: () => read(boxes), restore: (answer) => restore(boxes, answer) };
  };
  const choice = (item) =>
    ticks(
      item, "radio",
      (boxes) => { const at = boxes.findIndex((b) => b.checked); return at < 0 ? null : at; },
      (boxes, answer) => boxes[answer] && (boxes[answer].checked = true),
      "Choose one first.",
    );
  const several = (item) =>
    ticks(
      item, "checkbox",
      (boxes) => { const on = boxes.flatMap((b, i) => (b.checked ? [i] : [])); return on.length ? on : null; },
      (boxes, answer) => boxes.forEach((b, i) => (b.checked = answer.includes(i))),
      "Tick at least one first.",
    );
  const number = (item) => {
    const id = uid("number");
    const box = el("input", {
      id, type: "text", inputmode: "decimal", size: 8, autocomplete: "off", "data-control": item.id,
      // JupyterLab eats a text box's Enter before the form hears of it.
      onkeydown: (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        box.form.requestSubmit();
      },
    });
    return {
      nodes: [el("div", { class: "sf-number" }, el("label", { for: id }, "Your answer"), box, el("span", {}, item.unit))],
      ask: "Write a number, such as 12.5.",
      read: () => { const value = numberIn(box.value, item.unit); return Number.isFinite(value) ? value : null; },
      restore: (answer) => (box.value = String(answer)),
    };
  };
  const classify = (item) => {
    const picks = item.statements.map(() =>
      el("select", { id: uid("pick"), "data-control": item.id },
        el("option", { value: "" }, "choose"), ...item.groups.map((g, i) => el("option", { value: i }, g))));
    const row = (pick, i) => el("div", { class: "sf-statement" }, el("label", { for: pick.id }, item.statements[i].text), pick);
    return {
      nodes: picks.map(row),
      ask: "Place every statement first.",
      read: () => (picks.some((p) => p.value === "") ? null : picks.map((p) => Number(p.value))),
      restore: (answer) => answer.forEach((group, i) => (picks[i].value = String(group))),
    };
  };
  const order = (item) => {
    let steps = [...item.shown];
    const list = el("ol", { class: "sf-steps" });
    const told = el("p", { class: "sf-told", "aria-live": "polite" });
    const put = (step, by) => {
      steps = moved(steps, steps.indexOf(step), by);
      draw();
      const button = list.querySelector(`[data-step="${step}"][data-by="${by}"]`);
      (button.disabled ? list.querySelector(`[data-step="${step}"]:enabled`) : button).focus();
      told.textContent = `${item.steps[step].text} is now number ${steps.indexOf(step) + 1}.`;
    };
    const arrow = (step, by, sign, word, off) =>
      el("button", { type: "button", class: "sf-quiet", "data-control": item.id, "data-step": step, "data-by": by, disabled: off,
        "aria-label": `Move ${word}: ${item.steps[step].text}`, onclick: () => put(step, by) }, sign);
    const draw = () =>
      list.replaceChildren(...steps.map((step, place) =>
        el("li", {}, el("div", { class: "sf-step" }, el("span", {}, item.steps[step].text),
          arrow(step, -1, "↑", "up", place === 0), arrow(step, 1, "↓", "down", place === steps.length - 1)))));
    draw();
    return { nodes: [list, told], ask: "", read: () => steps, restore: (answer) => { steps = [...answer]; draw(); } };
  };
  return { choice, several, classify, order, number };
})();

// Tell the kernel; say in `kept` whether it kept the answer.
const keepAnswer = async (model, item, answer, since, kept) => {
  kept.textContent = "";
  const seconds = Math.round((performance.now() - since) / 1000);
  try {
    const { reply } = await sf.request(model, { kind: "answer", id: sf.uid("answer"), item: item.id, answer, seconds }, 8000);
    kept.textContent = reply.problem ?? "Kept in your answers file.";
  } catch {
    kept.textContent = "Not kept: the kernel does not answer. Choose Run, then Run All Cells, and try again.";
  }
};
