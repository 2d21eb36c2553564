// Keeps one question: tells the host, says in `kept` what became of it, and holds the draft until
// it is kept. fields: { read, fits, put } of what a draft holds; see drafts.js.

import { draftOf } from "./drafts.js";
import { say } from "./words.js";

/** @import { Host } from "./shapes/host.d.ts" */
/** @import { Answer, Fields, Item } from "./shapes/items.d.ts" */

/**
 * @param {Host} host
 * @param {Item} item
 * @param {Element} kept
 * @param {Fields} fields
 */
export const keeping = (host, item, kept, fields) => {
  const since = performance.now();
  const draft = draftOf(host, item.id, fields.read, fields.fits);
  let stored = JSON.stringify(host.past[item.id]);
  let sent;
  draft.restore(fields.put, kept);
  /** @param {Answer} answer */
  const isKept = (answer) => JSON.stringify(answer) === stored;
  // Resolves with true once the answer is kept; nothing counts as kept before the reply says so.
  /** @param {Answer} answer @param {number | null} points */
  const keep = async (answer, points) => {
    const now = JSON.stringify(answer);
    if (now === sent) return false; // on its way already
    const said = draft.now();
    sent = now;
    kept.textContent = "";
    try {
      const seconds = Math.round((performance.now() - since) / 1000);
      const reply = await host.keep({ item: item.id, answer, score: points, seconds });
      if (reply.kept) {
        stored = now;
        draft.settle(said);
        kept.textContent = reply.said ?? "";
      } else kept.textContent = `${reply.problem ?? reply.said} ${draft.cure()}`;
      return Boolean(reply.kept);
    } catch {
      const cure = draft.cure();
      kept.textContent = say("shared.not_kept", { silent: host.silent, cure, again: host.again });
      return false;
    } finally {
      sent = undefined;
    }
  };
  return {
    keep,
    isKept,
    hasKept: () => stored !== undefined,
    watch: draft.watch,
    rest: () => draft.settle(draft.now()),
    found: draft.found !== undefined,
    drop: draft.drop,
  };
};
