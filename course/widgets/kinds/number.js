// A number within a tolerance. An answer: a number, in the unit of the item.
KINDS.number = (() => {
  const said = (item, answer) => trimmed(`${answer} ${item.unit}`);
  const told = (item, answer) => ({ answer: said(item, answer), right: said(item, item.answer) });
  const score = (item, answer) => (Math.abs(answer - item.answer) <= item.tolerance ? 1 : 0);
  return {
    said,
    score,
    fits: (_, answer) => isNumber(answer),
    feedback: (item, answer) => {
      if (score(item, answer)) return [item.feedback];
      const near = (trap) => Math.abs(answer - trap.value) <= (trap.tolerance ?? item.tolerance);
      return [(item.traps ?? []).find(near)?.feedback ?? (answer < item.answer ? item.low : item.high)];
    },
    result: (item, answer) => say("kinds.number_result", told(item, answer)),
    guess: (item, answer) => say("kinds.number_guess", { ...told(item, answer), answer: said(item, answer).replace(/\.$/, "") }),
    parts: (item) => {
      const { box, label, read } = numberBox(item);
      return {
        nodes: [label],
        ask: say("kinds.write_number"),
        read: () => { const value = read(); return Number.isFinite(value) ? value : null; },
        restore: (answer) => (box.value = String(answer)),
      };
    },
  };
})();
