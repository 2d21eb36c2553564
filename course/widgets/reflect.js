// A paragraph that the student writes and keeps. It is text everywhere and leaves the page only for the answers file.
const { el } = sf;

export default {
  render({ model, el: root }) {
    root.append(...sf.unread(model));
    const [item] = model.get("items");
    const id = sf.uid("text");
    const since = performance.now();
    let stored = model.get("past")[item.id] ?? "";
    const box = el("textarea", { id, rows: 7, "data-control": item.id, dir: "auto", oninput: () => count(), onchange: () => keep() });
    const counted = el("span", { class: "sf-kept" });
    const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
    const count = () => {
      counted.textContent = `${wordsIn(box.value)} words; about ${item.words} are asked for.`;
    };
    const keep = sf.guard(kept, () => {
      if (box.value === stored) return;
      stored = box.value;
      keepAnswer(model, item, stored, since, kept);
    });
    box.value = stored;
    count();
    root.append(
      el("section", { class: "sf", "aria-label": "Say it in writing" },
        el("div", { class: "sf-card" },
          el("label", { for: id }, el("span", { class: "sf-count" }, "Yours to keep"), el("strong", {}, item.stem)),
          box, el("div", { class: "sf-actions" }, el("button", { type: "button", "data-control": `${item.id}-keep`, onclick: keep }, "Keep it"), counted),
          kept,
          el("details", {}, el("summary", {}, "Read it again: does your paragraph …"), el("ul", {}, ...item.checklist.map((c) => el("li", {}, c)))))),
    );
  },
};
