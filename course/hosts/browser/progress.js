// What was done and what is due, computed in the page; the answers go out, come in or are deleted
// from here.

import { forgetDrafts } from "./drafts.js";
import { saveAs } from "./saving.js";
import { el, guard, unread } from "./shared.js";
import { say } from "./words.js";

/** @import { Line, Shown } from "./shapes/host.d.ts" */
/** @typedef {{ id: string, stem: string, prediction: boolean }} Listed */
/** @typedef {{ title: string, items: Listed[] }} Chapter */

const DAY = 86400000;
const SPACING = [1, 3, 7, 21, 60]; // days after the first, second, ... right answer in a row

const MOST_BYTES = 50e6; // as course/items/answers.py has it

// Pure logic, tested under node -------------------------------------------------------------------
// What stands of one item, from its lines in order: undefined if never answered.
// A clock that stood more than a day ahead of `now` told no time: what was answered then is due at
// once.
/** @param {Line[]} lines @param {number} now */
export const standing = (lines, now = Infinity) => {
  if (!lines.length) return undefined;
  const last = lines[lines.length - 1];
  const told = Date.parse(last.at);
  const at = told <= now + DAY ? told : -Infinity;
  if (last.score === null || last.score === undefined) return { score: null, due: Infinity };
  const wrong = lines.map((l) => l.score).lastIndexOf(0);
  const half = lines.map((l) => l.score).lastIndexOf(0.5);
  const streak = lines.length - 1 - Math.max(wrong, half);
  return {
    score: last.score,
    due: streak ? at + SPACING[Math.min(streak, SPACING.length) - 1] * DAY : at,
  };
};

// A chapter's figures and the items to revisit at `now` (milliseconds), the longest due first. A
// prediction is made, not right or wrong, and never due: a wrong guess costs nothing.
/** @param {Chapter} chapter @param {Line[]} lines @param {number} now */
export const summary = (chapter, lines, now) => {
  const of = (item) =>
    standing(
      lines.filter((line) => line.item === item.id),
      now,
    );
  const done = chapter.items.flatMap((item) => {
    const state = of(item);
    return state ? [{ item, state }] : [];
  });
  const asked = done.filter(({ item }) => !item.prediction);
  return {
    done: done.length,
    of: chapter.items.length,
    right: asked.filter(({ state }) => state.score === 1).length,
    predicted: done.length - asked.length,
    due: asked
      .filter(({ state }) => state.due <= now)
      .sort((a, b) => a.state.due - b.state.due)
      .map(({ item }) => item),
  };
};

export const counted = (done, of, right, predicted) => {
  if (!predicted) return say("progress.answered", { done, of, right });
  return say("progress.answered_and_predicted", { done, of, right, n: predicted });
};

// The page ----------------------------------------------------------------------------------------
/** @param {Chapter} chapter @param {Line[]} lines */
const part = (chapter, lines) => {
  const { done, of, right, predicted, due } = summary(chapter, lines, Date.now());
  const bar = el("progress", {
    max: of,
    value: done,
    "aria-label": say("progress.bar", { title: chapter.title, done, of }),
  });
  const revisit = due.length
    ? el(
        "details",
        {},
        el("summary", {}, say("progress.due", { n: due.length })),
        el("ul", {}, ...due.map((item) => el("li", {}, item.stem))),
      )
    : el("p", { class: "sf-kept" }, say(done ? "progress.nothing_due" : "progress.not_begun"));
  return el(
    "section",
    { class: "sf-part" },
    el("div", { role: "heading", "aria-level": 4, class: "sf-title" }, chapter.title),
    bar,
    el("p", {}, counted(done, of, right, predicted)),
    revisit,
  );
};

/** @param {Shown} shown */
export const show = ({ data, host, el: root, signal }) => {
  const told = el("p", { class: "sf-kept", "aria-live": "polite" });
  const parts = el("div", {});
  const notice = el("div", {});
  // Whatever happens here, the answers can still be taken along or deleted.
  const draw = guard(parts, () => {
    notice.replaceChildren(...unread(host));
    parts.replaceChildren(...data.chapters.map((c) => part(c, host.lines)));
  });
  const ask = async (done, said) => {
    try {
      const reply = await done;
      told.textContent = reply.problem ?? said(reply);
      return reply;
    } catch {
      told.textContent = say("shared.nothing_done", { silent: host.silent, again: host.again });
      return {};
    }
  };
  const takeOut = async () => {
    const { text } = await ask(host.take(), ({ text }) =>
      say(text ? "progress.saved" : "progress.none_yet"),
    );
    if (text) saveAs("answers.jsonl", text, "application/jsonl");
  };
  const file = el("input", {
    type: "file",
    accept: ".jsonl,application/json,text/plain",
    class: "sf-file",
    onchange: async () => {
      const chosen = file.files?.[0];
      if (chosen && chosen.size > MOST_BYTES) told.textContent = say("progress.too_large");
      else if (chosen)
        await ask(host.bring(await chosen.text()), ({ added }) =>
          say("progress.added", { n: added }),
        );
      file.value = "";
    },
  });
  const no = el(
    "button",
    {
      type: "button",
      class: "sf-quiet",
      onclick: () => {
        sure.hidden = true;
      },
    },
    say("progress.keep"),
  );
  const sure = el(
    "div",
    { class: "sf-actions", hidden: true },
    el("span", {}, say("progress.sure")),
    el(
      "button",
      {
        type: "button",
        "data-control": "forget-yes",
        onclick: () => {
          sure.hidden = true;
          ask(host.forget(), () => say("progress.deleted")).then(
            ({ forgotten }) => forgotten && forgetDrafts(host),
          );
        },
      },
      say("progress.delete"),
    ),
    no,
  );
  const forget = el(
    "button",
    {
      type: "button",
      class: "sf-quiet",
      "data-control": "forget",
      onclick: () => {
        sure.hidden = false;
        no.focus();
      },
    },
    say("progress.forget"),
  );
  root.append(
    el(
      "section",
      { class: "sf sf-progress", "aria-label": say("progress.title") },
      notice,
      parts,
      el("p", { class: "sf-kept" }, host.place),
      el(
        "div",
        { class: "sf-actions" },
        el(
          "button",
          { type: "button", "data-control": "export", onclick: takeOut },
          say("progress.take"),
        ),
        el("label", { class: "sf-pick" }, say("progress.bring"), file),
        forget,
      ),
      sure,
      told,
    ),
  );
  host.onAnswers(draw, signal);
  draw();
};
