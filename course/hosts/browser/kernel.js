// A plain kernel as host: Notebook 7, VS Code, Colab, a JupyterLab without the course's extension.
// One anywidget for all.

import { gunzip } from "./packed.js";
import { plotlyFrom } from "./plotly.js";
import { guard, uid } from "./shared.js";
import { say } from "./words.js";

/** @import { Host, Shown } from "./shapes/host.d.ts" */

/** @returns {Host} */
const kernelHost = (model) => {
  // Resolves with the reply of the same kind, rejects when none comes.
  const request = (kind, message, wait) =>
    new Promise((resolve, reject) => {
      const id = uid("ask");
      const done = (call, value) => {
        clearTimeout(timer);
        model.off("msg:custom", hear);
        call(value);
      };
      const hear = (reply, buffers) => {
        if (reply.re === kind && reply.id === id) done(resolve, { reply, buffers });
      };
      const timer = setTimeout(() => done(reject, new Error("no answer from the kernel")), wait);
      model.on("msg:custom", hear);
      model.send({ ...message, kind, id });
    });
  const ask = async (kind, message = {}, wait = 8000) => (await request(kind, message, wait)).reply;
  const library = async () => (await request("plotly", {}, 120000)).buffers[0];
  return {
    get past() {
      return model.get("past");
    },
    get lines() {
      return model.get("lines");
    },
    get unread() {
      return model.get("unread");
    },
    notebook: model.widget_manager, // what is one notebook's stays in it
    shelf: model.get("shelf"),
    place: say("kernel.place"),
    silent: say("kernel.silent"),
    // Run All Cells alone starts a dead kernel, and then runs no more than the first cell.
    again: say("kernel.again"),
    onAnswers: (call, signal) => {
      for (const name of ["lines", "unread"]) {
        model.on(`change:${name}`, call);
        signal.addEventListener("abort", () => model.off(`change:${name}`, call));
      }
    },
    keep: (answer) => ask("answer", answer),
    take: () => ask("export"),
    bring: (text) => ask("import", { text }),
    forget: () => ask("forget"),
    plotly: () => plotlyFrom(model.get("plotly_version"), library),
    memo: {
      figures: (country) => ask("figures", { country }, 60000),
      write: (memo, date) => ask("export-memo", { memo, date }, 60000),
    },
  };
};

// An anywidget's module for the `show` of an interactive.
/** @param {(shown: Shown) => void} show */
export const widgetOf = (show) => ({
  render({ model, el }) {
    const life = new AbortController();
    const start = (text) =>
      life.signal.aborted ||
      show({ data: JSON.parse(text), host: kernelHost(model), el, signal: life.signal });
    gunzip(model.get("data"))
      .then(start)
      .catch(
        guard(el, (error) => {
          throw error;
        }),
      );
    return () => life.abort();
  },
});
