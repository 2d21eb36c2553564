// A chapter is opened without a kernel: its documents need none. The first cell that a reader runs starts one, unasked.
import { holdsOurs, keepStored } from "./stored.js";

// What a notebook of the course says of itself; course/chapters.py writes it.
export const isOurs = (model) => model.getMetadata("steel_frame")?.kernel === "when a cell is run";

// Resolves with the session once it has a kernel. ipywidgets' manager waits for a session to be ready, and takes for
// granted that it has a kernel then; told too early it would never serve this notebook.
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

const openWithout = async (context) => {
  const session = context.sessionContext;
  const settled = session.ready;
  const given = withKernel(session);
  const start = (shouldStart) => (session.kernelPreference = { ...session.kernelPreference, shouldStart });
  Object.defineProperty(session, "ready", { configurable: true, get: () => settled.then(() => given) });
  start(false);
  await settled;
  start(true); // from now on a cell that is run starts one without a dialog
};

export const plugin = ({ NotebookActions }) => ({
  id: "steel-frame:opening",
  description: "Opens a chapter without a kernel, and keeps its documents where none can be reached.",
  autoStart: true,
  activate: (app) => {
    const seen = new WeakSet(); // a notebook may be shown twice
    const begin = async (context) => {
      if (seen.has(context)) return;
      seen.add(context);
      await context.ready; // JupyterLab asks for the kernel only after it has looked for checkpoints
      const { model } = context;
      const isTold = [...model.cells].some((cell) => cell.type === "code" && holdsOurs(cell.outputs.toJSON()));
      if (isOurs(model)) openWithout(context).catch(console.warn);
      if (isOurs(model) || isTold) keepStored(context, NotebookActions);
    };
    app.docRegistry.addWidgetExtension("Notebook", {
      createNew: (_panel, context) => {
        begin(context).catch(console.warn);
      },
    });
  },
});
