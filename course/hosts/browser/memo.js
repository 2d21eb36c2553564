// The policy memo in six steps: evidence, reform, options, words, rubric, document. Kept as it
// grows; nothing is scored.

import { isMemo, opened } from "./capstone.js";
import { draftOf } from "./drafts.js";
import { design } from "./memo/design.js";
import { evidence } from "./memo/evidence.js";
import { asked, button, live } from "./memo/fields.js";
import { handing } from "./memo/handing.js";
import { options } from "./memo/options.js";
import { rating } from "./memo/rating.js";
import { writing } from "./memo/writing.js";
import { el, unread } from "./shared.js";
import { turning } from "./turning.js";
import { say } from "./words.js";

/** @import { Host, Shown } from "./shapes/host.d.ts" */
/** @import { Memo, MemoDocument } from "./shapes/memo.d.ts" */

/**
 * @param {Host} host
 * @param {MemoDocument} told
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 */
const start = (host, told, root, signal) => {
  const { page } = told.words;
  const [item] = told.items;
  /** @type {Memo} */
  const memo = structuredClone(opened(told, host.past[item.id]));
  const kept = live("sf-kept");
  const draft = draftOf(
    host,
    item.id,
    () => memo,
    (left) => isMemo(told, left),
  );
  let [stored, sent, timer] = [JSON.stringify(memo), "", 0];
  draft.restore((left) => Object.assign(memo, opened(told, left)), kept);
  const keep = async () => {
    clearTimeout(timer);
    const now = JSON.stringify(memo);
    if (now === stored || now === sent) return;
    sent = now;
    const reply = await asked(
      host.keep({ item: item.id, answer: JSON.parse(now), score: null }),
      kept,
      host,
    );
    sent = "";
    if (reply?.kept) stored = now;
    if (reply?.kept) draft.settle(now);
    kept.textContent = reply?.kept
      ? (reply.said ?? page.kept)
      : `${reply?.said ?? kept.textContent} ${draft.cure()}`;
  };
  // A line of the answers file holds the whole memo: kept a little after a change, at a turn, and
  // when the page goes.
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 3000);
  };
  const text = (label, control, place, name, rows, tell) => {
    const oninput = () => {
      place[name] = box.value;
      tell?.();
    };
    const box = el(rows ? "textarea" : "input", {
      dir: "auto",
      rows: rows || null,
      autocomplete: "off",
      "data-control": control,
      oninput,
      onchange: changed,
    });
    box.value = place[name] ?? "";
    return el("div", { class: "sf-field" }, el("label", {}, el("span", {}, label), box));
  };
  const parts = [
    evidence(host, told, memo, text, changed),
    design(told, memo, text, changed),
    options(told, memo, text, changed),
    writing(told, memo, text),
    rating(told, memo, changed),
    handing(host, told, memo, keep),
  ];
  const cards = parts.map(({ node }) => node);
  const tabs = page.steps.map((name, i) =>
    button(`step-${i + 1}`, "sf-tab", null, `${i + 1} ${name}`),
  );
  const turn = turning(cards, tabs, (at) => {
    parts[at].draw?.();
    keep();
  });
  turn.foot.append(button("memo-keep", "sf-quiet", keep, page.keep));
  root.append(
    ...unread(host),
    draft.watch(
      el(
        "section",
        { class: "sf sf-memo", "aria-label": say("memo.title") },
        el("div", { class: "sf-tabs", role: "group", "aria-label": say("memo.steps") }, ...tabs),
        ...cards,
        turn.foot,
        kept,
      ),
    ),
  );
  turn.show(0);
  const gone = () => document.visibilityState === "hidden" && keep();
  document.addEventListener("visibilitychange", gone, { signal });
  signal.addEventListener("abort", keep);
};

/** @param {Shown} shown */
export const show = ({ data, host, el: root, signal }) => {
  start(host, data, root, signal);
};
