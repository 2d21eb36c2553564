// A chapter's questions, one at a time: feedback is in the page; the kernel is only told what was answered.
const { el } = sf;

// Hints come one by one, each nearer to the answer.
const hints = (item) => {
  const shown = el("ol", { class: "sf-hints", "aria-live": "polite" });
  const more = el("button", {
    type: "button",
    class: "sf-quiet",
    onclick: () => {
      shown.append(el("li", {}, item.hints[shown.childElementCount]));
      if (shown.childElementCount === item.hints.length) more.remove();
      else more.textContent = "Show another hint";
    }
  }, "Show a hint");
  return el("div", {}, shown, more);
};

const RATED = { 0: "missed it", 0.5: "partly", 1: "got it" };
const VERDICTS = { 1: ["sf-right", "✓ Right."], 0.5: ["sf-half", "◐ Nearly."], 0: ["sf-wrong", "✗ Not yet."] };

const card = (host, item, place, total, scored) => {
  const parts = partsOf(item);
  const verdict = el("div", { class: "sf-verdict", "aria-live": "polite" });
  const kept = el("p", { class: "sf-kept", "aria-live": "polite" });
  // A text is read against a model answer, and the student says how it did.
  const compare = (answer) => {
    const rate = (rating, word) =>
      el("button", {
        type: "button",
        class: "sf-quiet",
        "data-control": `${item.id}-rate`,
        onclick: () => {
          const rated = { text: answer.text ?? answer, rating };
          explain(rated);
          keeper.keep(rated);
        }
      }, word);
    const rated = answer.rating === undefined ? "How did yours do?" : `You said: ${RATED[answer.rating]}.`;
    verdict.className = "sf-verdict";
    verdict.replaceChildren(el("p", {}, el("strong", {}, "A good answer. "), item.model),
      el("p", {}, "Look for:"), el("ul", {}, ...item.checklist.map((line) => el("li", {}, line))),
      el("p", {}, rated), el("div", { class: "sf-actions" }, ...[0, 0.5, 1].map((r) => rate(r, RATED[r]))));
    if (answer.rating !== undefined) scored(answer.rating);
  };
  const explain = (answer) => {
    if (item.kind === "text") return compare(answer);
    const points = score(item, answer);
    const [look, word] = VERDICTS[points];
    verdict.className = `sf-verdict ${look}`;
    const [first, ...rest] = feedback(item, answer);
    verdict.replaceChildren(el("p", {}, el("strong", {}, `${word} `), first), ...rest.map((text) => el("p", {}, text)));
    scored(points);
    return points;
  };
  const check = sf.guard(verdict, () => {
    const answer = parts.read();
    if (answer === null) {
      verdict.className = "sf-verdict";
      verdict.replaceChildren(el("p", {}, parts.ask));
      return;
    }
    explain(answer);
    keeper.keep(answer);
  });
  const past = host.past[item.id];
  if (past !== undefined) {
    parts.restore(past);
    explain(past);
  }
  const keeper = keeping(host, item, kept, parts.fields);
  if (keeper.found) verdict.replaceChildren(); // it explains another answer than the one that stands there
  return keeper.watch(el("form", {
      class: "sf-card",
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault();
        check();
      }
    },
    el("fieldset", {},
      el("legend", { tabindex: -1 }, el("span", { class: "sf-count" }, `Question ${place} of ${total}`), item.stem),
      ...parts.nodes,
      el("div", { class: "sf-actions" }, el("button", { type: "submit", "data-control": `${item.id}-check` }, "Check"), hints(item)),
      verdict, kept)));
};

const MARKS = { 1: ["right", "✓"], 0.5: ["nearly", "◐"], 0: ["not yet", "✗"] };

export const show = ({ data, host, el: root }) => {
  root.append(...sf.unread(host));
  const items = data.items;
  const tabs = items.map((_, i) => el("button", { type: "button", class: "sf-tab" }, String(i + 1)));
  const name = (i, points) => {
    const [word, sign] = MARKS[points] ?? ["not answered", ""];
    tabs[i].textContent = `${i + 1}${sign}`;
    tabs[i].setAttribute("aria-label", `Question ${i + 1}, ${word}`);
  };
  items.forEach((_, i) => name(i));
  const cards = items.map((item, i) => card(host, item, i + 1, items.length, (points) => name(i, points)));
  const turn = turning(cards, tabs);
  root.append(
    el("section", { class: "sf sf-quiz", "aria-label": "Check yourself" },
      el("div", { class: "sf-tabs", role: "group", "aria-label": "Questions" }, ...tabs), ...cards, turn.foot),
  );
  const first = items.findIndex((item) => host.past[item.id] === undefined);
  turn.show(Math.max(first, 0));
};
