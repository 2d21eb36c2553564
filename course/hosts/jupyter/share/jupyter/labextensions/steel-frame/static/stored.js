// To run a cell clears it first, also where no kernel can be reached or started. A document that
// the cell held before is put back if no kernel fills it, and no notebook is saved without it. What
// a reader clears stays cleared.

import { MIME } from "./unpack.js";

const OURS = [MIME, "application/vnd.steel-frame+json"];
const PATIENCE = 2000; // milliseconds

export const holdsOurs = (outputs) =>
  outputs.some(({ data }) => data && OURS.some((type) => Object.hasOwn(data, type)));

export const keepStored = (context, actions) => {
  const { model, sessionContext } = context;
  const given = new Map(); // a cell's id, from the time it is run until it is done: what it held

  const note = (cell) => {
    if (cell.type !== "code") return;
    const outputs = cell.outputs.toJSON();
    if (holdsOurs(outputs)) given.set(cell.id, { source: cell.sharedModel.getSource(), outputs });
  };
  const isReached = () => {
    const kernel = sessionContext.session?.kernel;
    return kernel?.connectionStatus === "connected" && !["dead", "unknown"].includes(kernel.status);
  };
  const look = (cell) => {
    const { source, outputs } = given.get(cell.id) ?? {};
    if (!outputs || context.isDisposed || cell.isDisposed) return;
    const isEmpty = !cell.outputs.length && cell.sharedModel.getSource() === source;
    if (isEmpty && isReached() && cell.executionState === "running") {
      setTimeout(look, PATIENCE, cell);
      return;
    }
    given.delete(cell.id);
    if (!isEmpty) return;
    cell.outputs.fromJSON(outputs);
    cell.outputs.clear(true); // when the next output comes: a kernel may still answer
  };

  const begun = (_, { notebook, cell }) => {
    if (notebook.model !== model) return;
    note(cell.model);
    setTimeout(look, PATIENCE, cell.model);
  };
  const done = (_, { notebook, cell, success }) => {
    if (notebook.model !== model) return;
    if (success && cell.model.executionCount !== null) given.delete(cell.model.id);
    else look(cell.model); // without a kernel it counts as a success, too
  };
  const ended = (_, { notebook }) =>
    notebook.model === model && sessionContext.hasNoKernel && [...model.cells].forEach(look);
  actions.executionScheduled.connect(begun);
  actions.executed.connect(done);
  actions.selectionExecuted.connect(ended);
  context.disposed.connect(() => {
    actions.executionScheduled.disconnect(begun);
    actions.executed.disconnect(done);
    actions.selectionExecuted.disconnect(ended);
  });

  // If no kernel can be started at all, JupyterLab clears the cell and says of it neither that it
  // began nor that it ended. And of several cells that are run while there is none, it would start
  // one for the first, and clear the others.
  const start = sessionContext.startKernel.bind(sessionContext);
  let starting;
  const startNoted = async () => {
    [...model.cells].forEach(note);
    const isRefused = await start();
    if (!isRefused) given.clear();
    return isRefused;
  };
  sessionContext.startKernel = () =>
    (starting ??= startNoted().finally(() => (starting = undefined)));
  const isNone = () =>
    Boolean(starting) || sessionContext.kernelDisplayName === sessionContext.noKernelName;
  Object.defineProperty(sessionContext, "hasNoKernel", { configurable: true, get: isNone });

  const plain = model.toJSON.bind(model);
  model.toJSON = () => {
    const book = plain();
    for (const cell of book.cells ?? []) {
      const { source, outputs } = given.get(cell.id) ?? {};
      if (outputs && !cell.outputs?.length && [cell.source].flat().join("") === source)
        cell.outputs = outputs;
    }
    return book;
  };
};
