// The memo's first step.

import { quiet } from "../reform.js";
import { el } from "../shared.js";
import { say } from "../words.js";
import { asked, button, choice, group, live, offered, pill, step } from "./fields.js";

/** @import { Host } from "../shapes/host.d.ts" */
/** @import { Memo, MemoDocument } from "../shapes/memo.d.ts" */

// Step 1: a count of one's own; then a country, and what the record says of it.
/**
 * @param {Host} host
 * @param {MemoDocument} told
 * @param {Memo} memo
 * @param {Function} text
 * @param {() => void} changed
 */
export const evidence = (host, told, memo, text, changed) => {
  const { page, own, draws, most_figures: most } = told.words;
  const [list, count, said] = [el("div"), live(), live("sf-kept")];
  // How a ticked figure bears on the matter is asked where it is ticked.
  const asks = (figure, place) =>
    place.replaceChildren(
      ...(memo.figures.includes(figure.key)
        ? [text(say(page.bears, figure), `bears-${figure.key}`, memo.bears, figure.key, 2)]
        : []),
    );
  const tick = (figure, place) => (box) => {
    const full = box.checked && memo.figures.length >= most;
    said.textContent = full ? say(page.full, { most }) : "";
    if (full) box.checked = false;
    else
      memo.figures = box.checked
        ? [...memo.figures, figure.key]
        : memo.figures.filter((key) => key !== figure.key);
    asks(figure, place);
    tell();
    changed();
  };
  const row = (figure) => {
    const name = el("b", {}, figure.lead);
    if (figure.cannot) return el("p", {}, name, say(page.cannot, figure));
    const place = el("div");
    asks(figure, place);
    const found = [
      name,
      `${figure.found}.`,
      el("br"),
      say(page.number, figure),
      pill(say(page.claim, figure)),
      " ",
      pill(figure.badge),
    ];
    return el(
      "div",
      {},
      offered(
        "checkbox",
        `figure-${figure.key}`,
        memo.figures.includes(figure.key),
        tick(figure, place),
        {},
        ...found,
      ),
      el(
        "details",
        { class: "sf-why" },
        el("summary", {}, page.judged),
        quiet(say(page.why, figure)),
      ),
      place,
    );
  };
  const tell = () => (count.textContent = say(page.ticked, { n: memo.figures.length, most }));
  const draw = () => {
    const figures = told.countries[memo.country]?.figures ?? [];
    list.replaceChildren(
      ...[...new Set(figures.map((f) => f.question))].map((question, i) => {
        const mine = figures.filter((f) => f.question === question);
        const open = i === 0 || mine.some((f) => memo.figures.includes(f.key));
        return el(
          "details",
          { class: "sf-question", open },
          el("summary", {}, question),
          ...mine.map(row),
        );
      }),
    );
    if (!figures.length) list.append(quiet(say(page.no_country, memo)));
    tell();
  };
  const go = (code) => {
    memo.country = code;
    draw();
    changed();
  };
  const ask = async (country) => {
    if (!host.memo) return;
    said.textContent = page.asking;
    const reply = await asked(host.memo.figures(country), said, host);
    if (!reply) return;
    const code = reply.country;
    if (!told.countries[code]) pick.box.append(el("option", { value: code }, reply.name));
    told.countries[code] = reply;
    pick.box.value = code;
    go(code);
  };
  const pick = choice(
    "country",
    page.country,
    Object.entries(told.countries).map(([code, { name }]) => [code, name]),
    memo.country,
    go,
  );
  const code = el("input", {
    type: "text",
    size: 4,
    maxlength: 3,
    autocomplete: "off",
    "data-control": "country-code",
    onkeydown: (event) => event.key === "Enter" && ask(code.value),
  });
  const more = host.memo
    ? [
        el("label", {}, page.other, code),
        button("country-ask", "sf-quiet", () => ask(code.value), page.take),
      ]
    : [];
  const drawn = choice(
    "own-drawn",
    own.drawn,
    [["", page.drawn], ...Object.entries(draws)],
    Object.hasOwn(draws, memo.own.drawn ?? "") ? memo.own.drawn : "",
    (value) => {
      memo.own.drawn = value;
      changed();
    },
  );
  drawn.node.className = "sf-field";
  draw();
  if (!told.countries[memo.country] && host.memo) ask(memo.country);
  return {
    node: step(
      told,
      0,
      group(
        page.own,
        el("p", {}, page.own_ask),
        ...Object.entries(own).map(([part, label]) =>
          part === "drawn"
            ? drawn.node
            : text(label, `own-${part}`, memo.own, part, part === "doubt" ? 2 : 0),
        ),
      ),
      group(
        page.national,
        el("div", { class: "sf-country" }, pick.node, ...more),
        said,
        el("p", {}, page.tick),
        count,
        list,
      ),
    ),
  };
};
