// One item of an assignment: answered and kept, not explained. A text is kept when it is left, and on the button.
const { el } = sf;

export const show = ({ data, host, el: root }) => {
  root.append(...sf.unread(host));
  const [item] = data.items;
  const parts = partsOf(item);
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  const counted = el("span", { class: "sf-kept" });
  const past = host.past[item.id];
  if (past !== undefined) {
    parts.restore(past);
    kept.textContent = "Your answer is kept. You may change it until you submit.";
  }
  const keeper = keeping(host, item, kept, parts.fields);
  const keep = sf.guard(kept, () => {
    const answer = parts.read();
    if (answer === null) kept.textContent = parts.ask;
    else keeper.keep(answer, null);
  });
  if (item.kind === "text") {
    const { box } = parts;
    box.rows = 12;
    const count = () => (counted.textContent = written(box.value, item));
    box.addEventListener("input", count);
    box.addEventListener("change", () => wordsIn(box.value) && !keeper.isKept(box.value) && keep());
    count();
  }
  const worth = item.points ? `${item.points} point${item.points === 1 ? "" : "s"}` : "Not marked";
  const role = item.kind === "text" ? "sf-task" : "sf-asked";
  const heading = el("legend", { class: role }, el("span", { class: "sf-count" }, worth), item.stem);
  root.append(
    el("section", { class: "sf", "aria-label": "Assignment" },
      keeper.watch(el("form", {
          class: "sf-card",
          onsubmit: (event) => {
            event.preventDefault();
            keep();
          }
        },
        el("fieldset", {}, heading, ...parts.nodes,
          el("div", { class: "sf-actions" },
            el("button", { type: "submit", "data-control": `${item.id}-keep` }, "Keep my answer"), counted), kept)))),
  );
};
