// What questions, predictions and reflections share: inputs of each kind, scoring, and telling the kernel.

// Pure logic, tested under node; course/items/kinds does the same -----------------------------------------------------
// What a match offers on its right-hand side, in the order of the letters' numbers, as Python sorts.
export const rights = (item) => item.rights ?? [...new Set([...item.pairs.map((p) => p.right), ...(item.distractors ?? [])])].sort((a, b) => {
  const [x, y] = [
    [...a],
    [...b]
  ].map((word) => word.map((c) => c.codePointAt(0)));
  const at = x.findIndex((c, i) => c !== y[i]);
  return at < 0 ? x.length - y.length : x[at] - (y[at] ?? -1);
});

const wrongParts = (item, answer) => {
  if (item.kind === "several")
    return item.options.flatMap((o, i) => (answer.includes(i) === Boolean(o.correct) ? [] : [i]));
  if (item.kind === "classify")
    return item.statements.flatMap((s, i) => (item.groups[answer[i]] === s.group ? [] : [i]));
  if (item.kind === "match") return item.pairs.flatMap((p, i) => (rights(item)[answer[i]] === p.right ? [] : [i]));
  return answer.flatMap((step, place) => (step === place ? [] : [place]));
};

export const score = (item, answer) => {
  if (["text", "desk", "design"].includes(item.kind)) return answer.rating ?? null;
  if (item.kind === "choice") return item.options[answer].correct ? 1 : 0;
  if (item.kind === "number") return Math.abs(answer - item.answer) <= item.tolerance ? 1 : 0;
  const wrong = wrongParts(item, answer);
  if (item.kind === "order") return wrong.length === 0 ? 1 : wrong.length === 2 && wrong[1] === wrong[0] + 1 ? 0.5 : 0;
  return [1, 0.5][wrong.length] ?? 0;
};

export const feedback = (item, answer) => {
  if (["text", "desk", "design"].includes(item.kind)) return [];
  if (item.kind === "choice") return [item.options[answer].feedback];
  if (item.kind === "number") {
    if (score(item, answer)) return [item.feedback];
    const near = (trap) => Math.abs(answer - trap.value) <= (trap.tolerance ?? item.tolerance);
    return [(item.traps ?? []).find(near)?.feedback ?? (answer < item.answer ? item.low : item.high)];
  }
  const wrong = wrongParts(item, answer);
  if (!wrong.length) return [item.feedback];
  const parts = item.options ?? item.statements ?? item.pairs ?? item.steps;
  return (item.kind === "order" ? wrong.slice(0, 1) : wrong).map((i) => `“${parts[i].text ?? parts[i].left}”: ${parts[i].feedback}`);
};

// A list with the entry at `place` moved by one up (-1) or down (1).
export const moved = (list, place, by) => {
  const to = place + by;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  [next[place], next[to]] = [next[to], next[place]];
  return next;
};

// Where a step goes that is held at height y, among the middles of the others from top to bottom.
export const placeAt = (middles, y) => middles.filter((middle) => middle < y).length;

// Inputs of each kind: nodes, how to read them (null: not finished), how to put an old answer back, what to ask for.
const partsOf = (() => {
  const { el, uid } = sf;
  const ticks = (item, type, read, restore, ask) => {
    const name = uid("group");
    const boxes = item.options.map((_, i) => el("input", { type, name, value: i, "data-control": item.id }));
    return { nodes: boxes.map((box, i) => sf.option(box, item.options[i].text)), ask, read: () => read(boxes), restore: (answer) => restore(boxes, answer) };
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
    const told = el("span", { class: "sf-kept", "aria-live": "polite" });
    const box = el("input", {
      type: "text",
      inputmode: "decimal",
      size: 8,
      autocomplete: "off",
      "data-control": item.id,
      oninput: () => (told.textContent = readAs(box.value, item.unit)),
      // JupyterLab eats a text box's Enter before the form hears of it.
      onkeydown: (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        box.form.requestSubmit();
      },
    });
    return {
      nodes: [el("label", { class: "sf-number" }, el("span", {}, "Your answer"), box, el("span", {}, item.unit), told)],
      ask: "Write a number, such as 12.5.",
      read: () => { const value = numberIn(box.value, item.unit); return Number.isFinite(value) ? value : null; },
      restore: (answer) => (box.value = String(answer)),
    };
  };
  // Each left-hand text gets one of a few right-hand ones.
  const paired = (item, lefts, offered) => {
    const picks = lefts.map(() =>
      el("select", { "data-control": item.id },
        el("option", { value: "" }, "choose"), ...offered.map((g, i) => el("option", { value: i }, g))));
    const row = (pick, i) => el("label", { class: "sf-statement" }, el("span", {}, lefts[i]), pick);
    return {
      nodes: picks.map(row),
      ask: "Place every one first.",
      read: () => (picks.some((p) => p.value === "") ? null : picks.map((p) => Number(p.value))),
      restore: (answer) => answer.forEach((group, i) => (picks[i].value = String(group))),
    };
  };
  const classify = (item) => paired(item, item.statements.map((s) => s.text), item.groups);
  const match = (item) => paired(item, item.pairs.map((p) => p.left), rights(item));
  const text = (item) => {
    const box = el("textarea", { rows: 5, dir: "auto", "data-control": item.id });
    return {
      box,
      nodes: [el("label", {}, "Your answer", box)],
      ask: "Write a sentence or two first.",
      read: () => (wordsIn(box.value) ? box.value : null),
      restore: (answer) => (box.value = answer.text ?? answer),
    };
  };
  const order = (item) => {
    let steps = [...item.shown];
    const list = el("ol", { class: "sf-steps" });
    const told = el("p", { class: "sf-told", "aria-live": "polite" });
    const tell = (step) => (told.textContent = `${item.steps[step].text} is now number ${steps.indexOf(step) + 1}.`);
    const put = (step, by) => {
      steps = moved(steps, steps.indexOf(step), by);
      draw();
      list.dispatchEvent(new Event("change", { bubbles: true }));
      const button = list.querySelector(`[data-step="${step}"][data-by="${by}"]`);
      (button.disabled ? list.querySelector(`[data-step="${step}"]:enabled`) : button).focus();
      tell(step);
    };
    const arrow = (step, by, sign, word) =>
      el("button", {
        type: "button",
        class: "sf-quiet",
        "data-control": item.id,
        "data-step": step,
        "data-by": by,
        "aria-label": `Move ${word}: ${item.steps[step].text}`,
        onclick: () => put(step, by)
      }, sign);
    // Mouse and finger may drag a step by its grip; the arrows do the same for keys.
    const drag = (step) => (event) => {
      event.preventDefault();
      const life = new AbortController();
      const on = (type, call) => document.addEventListener(type, call, { signal: life.signal });
      const others = steps.filter((other) => other !== step);
      rows[step].classList.add("sf-dragged");
      on("pointermove", ({ clientY }) => {
        const middles = others.map((other) => rows[other].getBoundingClientRect()).map((r) => r.top + r.height / 2);
        const to = placeAt(middles, clientY);
        steps = [...others.slice(0, to), step, ...others.slice(to)];
        draw();
      });
      const stop = () => {
        life.abort();
        rows[step].classList.remove("sf-dragged");
        list.dispatchEvent(new Event("change", { bubbles: true }));
        tell(step);
      };
      on("pointerup", stop);
      on("pointercancel", stop);
    };
    const row = (step) =>
      el("li", {}, el("div", { class: "sf-step" },
        el("span", { class: "sf-grip", "aria-hidden": "true", onpointerdown: drag(step) }, "⠿"),
        el("span", {}, item.steps[step].text), arrow(step, -1, "↑", "up"), arrow(step, 1, "↓", "down")));
    const rows = item.steps.map((_, step) => row(step));
    const draw = () => {
      list.append(...steps.map((step) => rows[step]));
      steps.forEach((step, place) => rows[step].querySelectorAll("button").forEach((b) => {
        b.disabled = place === (Number(b.dataset.by) < 0 ? 0 : steps.length - 1);
      }));
    };
    draw();
    const restore = (answer) => {
      steps = [...answer];
      draw();
    };
    const fits = (answer) => Array.isArray(answer) && [...answer].sort((a, b) => a - b).join() === rows.map((_, i) => i).join();
    return { nodes: [list, told], ask: "", read: () => steps, restore, fields: { read: () => steps, fits, put: restore } };
  };
  const made = { choice, several, classify, match, order, number, text };
  // fields: what a draft of it holds; see drafts.js.
  return (item) => {
    const parts = made[item.kind](item);
    return { fields: drafts.fields(parts.nodes), ...parts };
  };
})();
