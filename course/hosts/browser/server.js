// A Jupyter server as host: it keeps the answers as a kernel would, and no kernel runs.
// base: the server's base URL; notebook: a path below the server's root, "" for a page; sheet: is
// it an assignment's?; holder: an object that one notebook or page holds together; post(verb,
// body): the server's reply as an object, whatever its status. Gives hostOf(data), the host of one
// document.

import { fits } from "./kinds/kind.js";
import { plotlyFrom } from "./plotly.js";
import { say } from "./words.js";

/** @import { Host } from "./shapes/host.d.ts" */

export const serverHost = async ({ base, notebook, sheet = false, holder, post }) => {
  const ask = async (verb, body = {}) => {
    const reply = await post(verb, { ...body, notebook, sheet });
    // What Jupyter itself refuses, such as a login that has ended, has no sentence of ours.
    if (!reply || typeof reply !== "object" || (!reply.problem && reply.message))
      throw new Error("no answer from the server");
    return reply;
  };
  const stated = async () => {
    const told = await ask("state");
    return {
      past: {},
      lines: [],
      shelf: "",
      place: "",
      plotly: "",
      page: "",
      ...told,
      unread: told.problem ?? told.unread,
    };
  };
  const library = async () => {
    const reply = await fetch(
      `${base}steel-frame/api/plotly.js?v=${encodeURIComponent(state.plotly)}`,
    );
    if (!reply.ok) throw new Error("plotly.js did not come");
    return new Uint8Array(await reply.arrayBuffer());
  };

  let state = await stated();
  const heard = new Set();
  const tell = () => heard.forEach((call) => call());
  // What was done stands, whether or not the server can then say how things are now.
  const anew = async (reply) => {
    if (reply.problem) return reply;
    state = await stated().catch(() => state);
    tell();
    return reply;
  };

  /** @returns {Host} */
  return (data) => {
    const items = new Map((data.items ?? []).map((item) => [item.id, item]));
    return {
      // Only what this document could show: its questions may be older than the course's, or a
      // stranger's.
      get past() {
        const mine = ([item, answer]) => items.has(item) && fits(items.get(item), answer);
        return Object.fromEntries(Object.entries(state.past).filter(mine));
      },
      get lines() {
        return state.lines;
      },
      get unread() {
        return state.unread;
      },
      notebook: holder,
      shelf: state.shelf,
      place: state.place,
      page: state.page && base + state.page, // where the same chapter is a page
      silent: say("server.silent"),
      again: say("server.again"),
      onAnswers: (call, signal) => {
        heard.add(call);
        signal.addEventListener("abort", () => heard.delete(call));
      },
      keep: async ({ item, answer, seconds }) => {
        const reply = await ask("keep", { item, answer, seconds });
        if (reply.kept) {
          const { answer: kept, at, score } = reply;
          state = {
            ...state,
            past: { ...state.past, [item]: kept },
            lines: sheet ? state.lines : [...state.lines, { item, at, score }],
          };
          tell();
        }
        return reply;
      },
      take: () => ask("take"),
      bring: async (text) => anew(await ask("bring", { text })),
      forget: async () => anew(await ask("forget")),
      plotly: () => plotlyFrom(state.plotly, library),
      memo: {
        figures: (country) => ask("figures", { country }),
        write: (memo, date) => ask("write", { memo, date }),
      },
    };
  };
};
