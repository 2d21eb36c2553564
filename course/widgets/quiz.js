// Questions: feedback is in the page; the kernel is only told what was answered.

// Pure logic, tested under node; course/questions.py scores the same way ------------------------------------------
export const score = (question, answer) => {
  if (question.kind === "choice") return question.options[answer].correct ? 1 : 0;
  return Math.abs(answer - question.answer) <= question.tolerance ? 1 : 0;
};

export const feedback = (question, answer) => {
  if (question.kind === "choice") return question.options[answer].feedback;
  if (score(question, answer)) return question.feedback;
  const near = (trap) => Math.abs(answer - trap.value) <= (trap.tolerance ?? question.tolerance);
  return (question.traps ?? []).find(near)?.feedback ?? question.otherwise;
};

// What a student typed as a number, or NaN: spaces, the unit and a decimal comma are forgiven.
export const numberIn = (typed, unit = "") => {
  const bare = typed.replace(/\s/g, "").replace(unit.replace(/\s/g, ""), "").replace(/%$/, "");
  return /^[-+]?(\d+([.,]\d*)?|[.,]\d+)$/.test(bare) ? Number(bare.replace(",", ".")) : NaN;
};

// The page ---------------------------------------------------------------------------------------------------------
const { el } = sf;

// Each kind: its inputs, how to read them (null: nothing yet) and how to put an old answer back.
const choice = (question, name) => {
  const radios = question.options.map((_, i) => el("input", { type: "radio", name, value: i, id: sf.uid("option"), "data-control": question.id }));
  const rows = radios.map((radio, i) =>
    el("div", { class: "sf-option" }, radio, el("label", { for: radio.id }, question.options[i].text)),
  );
  return {
    nodes: rows,
    ask: "Choose one, then check.",
    read: () => {
      const at = radios.findIndex((radio) => radio.checked);
      return at < 0 ? null : at;
    },
    restore: (answer) => radios[answer] && (radios[answer].checked = true),
  };
};

const number = (question) => {
  const id = sf.uid("number");
  const box = el("input", {
    id, type: "text", inputmode: "decimal", size: 8, autocomplete: "off", "data-control": question.id,
    // JupyterLab eats a text box's Enter before the form hears of it.
    onkeydown: (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      box.form.requestSubmit();
    },
  });
  const label = el("label", { for: id }, "Your answer");
  return {
    nodes: [el("div", { class: "sf-number" }, label, box, el("span", {}, question.unit))],
    ask: "Write a number, such as 12.5.",
    read: () => {
      const value = numberIn(box.value, question.unit);
      return Number.isFinite(value) ? value : null;
    },
    restore: (answer) => (box.value = String(answer)),
  };
};

const KINDS = { choice, number };

const hints = (question) => {
  const list = question.hints ?? [];
  if (!list.length) return null;
  const shown = el("ol", { class: "sf-hints", "aria-live": "polite" });
  const more = el("button", { type: "button", class: "sf-quiet", onclick: () => {
    shown.append(el("li", {}, list[shown.childElementCount]));
    if (shown.childElementCount === list.length) more.remove();
  } }, "Show a hint");
  return el("div", {}, shown, more);
};

const card = (model, question, place, total) => {
  const parts = KINDS[question.kind](question, sf.uid("group"));
  const verdict = el("p", { class: "sf-verdict", "aria-live": "polite" });
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  const since = performance.now();

  const explain = (answer) => {
    const right = score(question, answer) === 1;
    verdict.className = `sf-verdict ${right ? "sf-right" : "sf-wrong"}`;
    verdict.replaceChildren(el("strong", {}, right ? "✓ Right. " : "✗ Not yet. "), feedback(question, answer));
  };
  const keep = async (answer) => {
    kept.textContent = "";
    const seconds = Math.round((performance.now() - since) / 1000);
    const message = { kind: "answer", id: sf.uid("answer"), item: question.id, answer, seconds };
    try {
      const { reply } = await sf.request(model, message, 8000);
      kept.textContent = reply.problem ?? "Kept in your answers file.";
    } catch {
      kept.textContent = "Not kept: the kernel does not answer. Choose Run, then Run All Cells, and check again.";
    }
  };
  const check = sf.guard(verdict, () => {
    const answer = parts.read();
    if (answer === null) {
      verdict.className = "sf-verdict";
      verdict.textContent = parts.ask;
      return;
    }
    explain(answer);
    keep(answer);
  });
  const past = model.get("past")[question.id];
  if (past !== undefined) {
    parts.restore(past);
    explain(past);
  }
  return el("form", { class: "sf-card", onsubmit: (event) => { event.preventDefault(); check(); } },
    el("fieldset", {},
      el("legend", {}, el("span", { class: "sf-count" }, `Question ${place} of ${total}`), question.stem),
      ...parts.nodes,
      el("div", { class: "sf-actions" }, el("button", { type: "submit", "data-control": `${question.id}-check` }, "Check"), hints(question)),
      verdict, kept));
};

export default {
  render({ model, el: root }) {
    const questions = model.get("questions");
    const cards = questions.map((question, i) => card(model, question, i + 1, questions.length));
    root.append(el("section", { class: "sf sf-quiz", "aria-label": "Check yourself" }, ...cards));
  },
};
