// What was done and what is due, computed in the page; the answers go out, come in or are deleted
// from here.

import { forgetDrafts } from "./drafts.js";
import { gridOf } from "./progress/grid.js";
import { revisitOf } from "./progress/revisit.js";
import { counted, summary } from "./progress/standing.js";
import { saveAs } from "./saving.js";
import { el, guard, unread } from "./shared.js";
import { say } from "./words.js";

/** @import { Line, Shown } from "./shapes/host.d.ts" */
/** @import { Chapter } from "./progress/standing.js" */

const MOST_BYTES = 50e6; // as course/items/answers.py has it

// All chapters in one sentence.
/** @param {Chapter[]} chapters @param {Line[]} lines */
const inAll = (chapters, lines) => {
  const found = chapters.map((chapter) => summary(chapter, lines, Date.now()));
  const sum = (name) => found.reduce((n, one) => n + one[name], 0);
  return el("p", {}, counted(sum("done"), sum("of"), sum("right"), sum("predicted")));
};

/** @param {Shown} shown */
export const show = ({ data, host, el: root, signal }) => {
  const told = el("p", { class: "sf-kept", "aria-live": "polite" });
  const parts = el("div", {});
  const notice = el("div", {});
  // Whatever happens here, the answers can still be taken along or deleted.
  const draw = guard(parts, () => {
    notice.replaceChildren(...unread(host));
    parts.replaceChildren(
      inAll(data.chapters, host.lines),
      ...gridOf(data.chapters, host.lines),
      ...revisitOf(data.chapters, host.lines, Date.now()),
    );
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
