// A chapter is opened without a kernel: its documents need none. The first cell that a reader runs
// starts one, unasked.

import { holdsOurs, keepStored } from "./stored.js";

// What a notebook of the course says of itself; course/hosts/chapters.py writes it.
export const isOurs = (model) => model.getMetadata("steel_frame")?.kernel === "when a cell is run";

// Resolves once the session has a kernel.
/** @returns {Promise<void>} */
const withKernel = (session) =>
  new Promise((resolve) => {
    const look = () => {
      if (!session.session?.kernel) return;
      session.kernelChanged.disconnect(look);
      resolve();
    };
    session.kernelChanged.connect(look);
    look();
  });

// ipywidgets' manager waits for a session to be ready, and takes for granted that it has a kernel
// then; told before there is one it would never serve this notebook. So a session that waits for
// its first kernel is ready when it has one. The manager asks before anybody can say whose notebook
// it is: hence the prototype. Gives a function (session, promise to wait for).
const holder = ({ prototype }) => {
  /** @type {any} */
  const { get: ready } = Object.getOwnPropertyDescriptor(prototype, "ready");
  const held = new WeakMap();
  Object.defineProperty(prototype, "ready", {
    configurable: true,
    get() {
      return ready.call(this).then(() => held.get(this));
    },
  });
  return (session, until) => {
    held.set(session, until);
    return ready.call(session);
  };
};

// ours: a promise, settled before JupyterLab would start a kernel, whether the notebook is to be
// opened without one.
const open = async (session, hold, ours) => {
  const settled = hold(
    session,
    ours.then((isOurs) => isOurs && withKernel(session)),
  );
  const start = (shouldStart) =>
    (session.kernelPreference = { ...session.kernelPreference, shouldStart });
  if (!(await ours)) return;
  start(false);
  await settled;
  start(true); // from now on a cell that is run starts one without a dialog
};

export const plugin = ({ NotebookActions, SessionContext }) => ({
  id: "steel-frame:opening",
  description:
    "Opens a chapter without a kernel, and keeps its documents where none can be reached.",
  autoStart: true,
  activate: (app) => {
    const hold = holder(SessionContext);
    const seen = new WeakSet(); // a notebook may be shown twice
    const begin = async (context) => {
      seen.add(context);
      const ours = context.ready.then(
        () => isOurs(context.model),
        () => false,
      ); // JupyterLab then looks for checkpoints, and for a kernel after
      open(context.sessionContext, hold, ours).catch(console.warn);
      const isOne = await ours;
      const isTold = [...context.model.cells].some(
        (cell) => cell.type === "code" && holdsOurs(cell.outputs.toJSON()),
      );
      if (isOne || isTold) keepStored(context, NotebookActions);
    };
    app.docRegistry.addWidgetExtension("Notebook", {
      createNew: (_panel, context) => {
        if (!seen.has(context)) begin(context).catch(console.warn);
      },
    });
  },
});
