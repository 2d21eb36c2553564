// Wakes a chapter when it is opened: runs its cells, if they are the ones that the course shipped and nothing that
// lies beside the notebook could be taken for a Python module. JupyterLab loads this as a federated extension, unbuilt.
// And it gives a widget more time than anywidget does.
(() => {
  const here = document.currentScript.src;
  let scope;

  // Another package that JupyterLab holds, such as @jupyterlab/notebook.
  const shared = async (name) => (await Object.values(scope[name])[0].get())();

  const codeOf = (model) =>
    Array.from(model.cells).filter((cell) => cell.type === "code").map((cell) => cell.sharedModel.getSource());

  // The code cells of every chapter as shipped, each chapter one text; `course check --write` writes the file.
  const shipped = async () => (await fetch(new URL("shipped.json", here))).json();

  const isShipped = async (code) => code.length > 0 && (await shipped()).includes(JSON.stringify(code));

  // The course's own kernel takes nothing from the notebook's folder: its Python is started with -P.
  const isCourses = async ({ kernelspecs }, name) => {
    await kernelspecs.ready;
    return Boolean(kernelspecs.specs?.kernelspecs[name]?.argv.includes("-P"));
  };

  // Another, as in a plain `jupyter lab`, looks there first: a file there could stand in for the course.
  const isAlone = async (contents, path) => {
    const list = async (folder) => (await contents.get(folder)).content;
    const posing = (item) => /\.(py|pyc|pyd|so)$/.test(item.name);
    const beside = await list(path.split("/").slice(0, -1).join("/"));
    if (beside.some(posing)) return false;
    const folders = beside.filter((item) => item.type === "directory");
    const inside = await Promise.all(folders.map((folder) => list(folder.path)));
    return !inside.flat().some((item) => /^__init__\.(py|pyc|so|pyd)$/.test(item.name));
  };

  // Resolves once the kernel has answered: behind a wall that lets no WebSocket through, or where a kernel dies as it
  // starts, never; the stored chapter then stays as it is.
  const answering = async ({ session }) => {
    const { kernel } = session;
    await kernel.info;
    if (kernel.connectionStatus !== "connected") throw new Error("the kernel is not connected; the chapter stays asleep");
  };

  // To run a cell clears it first, also where no kernel can be reached. What a cell of ours held when the notebook was
  // opened is put back if no kernel is there to fill it, and no notebook is saved with less than that.
  const standing = async (panel) => {
    const ours = new Set((await shipped()).flatMap((chapter) => JSON.parse(chapter)));
    await panel.context.ready;
    const { model } = panel.context;
    const stood = new Map();
    const isWhole = (cell, { source }) => cell.sharedModel.getSource() === source;
    for (const cell of model.cells) {
      const source = cell.sharedModel.getSource();
      if (cell.type !== "code" || !cell.outputs.length || !ours.has(source)) continue;
      stood.set(cell.id, { source, outputs: cell.outputs.toJSON() });
      cell.outputs.changed.connect(() => cell.outputs.length || setTimeout(look, 2000, cell));
    }
    const isReached = () => {
      const kernel = panel.sessionContext.session?.kernel;
      return kernel?.connectionStatus === "connected" && !["dead", "unknown"].includes(kernel.status);
    };
    const look = (cell) => {
      if (panel.isDisposed || cell.isDisposed || cell.outputs.length || cell.executionCount !== null) return;
      if (!isWhole(cell, stood.get(cell.id))) return;
      if (isReached()) {
        if (cell.executionState === "running") setTimeout(look, 2000, cell);
        else if (given.has(cell.id)) putBack(cell);
        return; // else the reader cleared it
      }
      putBack(cell);
    };
    const putBack = (cell) => {
      cell.outputs.fromJSON(stood.get(cell.id).outputs);
      cell.outputs.clear(true); // when the next output comes: a kernel may still answer
    };
    const given = new Set(); // cells that were given to a kernel
    const plain = model.toJSON.bind(model);
    model.toJSON = () => {
      const book = plain();
      for (const cell of book.cells ?? []) {
        const { source, outputs } = stood.get(cell.id) ?? {};
        if (outputs && !cell.outputs?.length && [cell.source].flat().join("") === source) cell.outputs = outputs;
      }
      return book;
    };
    return { give: (cell) => given.add(cell.id) };
  };

  const wake = async (app, actions, panel) => {
    await panel.context.ready;
    const guarded = standing(panel);
    const ours = isShipped(codeOf(panel.content.model)); // asked while the kernel starts
    const { give } = await guarded;
    actions.executionScheduled.connect((_, { notebook, cell }) => notebook === panel.content && give(cell.model));
    await panel.sessionContext.ready;
    if (!(await ours)) return;
    const services = app.serviceManager;
    const own = await isCourses(services, panel.sessionContext.session.kernel.name);
    if (!own && !(await isAlone(services.contents, panel.context.path))) return;
    await answering(panel.sessionContext);
    // Not "run all": that would leave the reader at the last cell instead of the first.
    const cells = panel.content.widgets.filter((cell) => cell.model.type === "code");
    await actions.runCells(panel.content, cells, panel.sessionContext);
  };

  // A chapter's kernel starts while JupyterLab still builds the page; opening the notebook then finds it running.
  const startEarly = async (app) => {
    const path = /\/tree\/((?:.*\/)?\d\d-[a-z-]+\.ipynb)$/.exec(decodeURI(location.pathname))?.[1];
    if (!path) return;
    const { sessions } = app.serviceManager;
    await sessions.ready;
    if ([...sessions.running()].some((session) => session.path === path)) return;
    const session = await sessions.startNew({ path, name: path.split("/").pop(), type: "notebook", kernel: { name: "python3" } });
    session.dispose(); // the connection, not the kernel
  };

  // anywidget 0.11 gives a widget two seconds to load its module. After that it draws it all the same, but drops
  // whatever the kernel tells it: on a slow machine a chart would wait for plotly.js for good.
  const waitLonger = () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => timeout(ms === 2000 ? 120000 : ms);
  };

  const plugin = async () => {
    const { INotebookTracker, NotebookActions } = await shared("@jupyterlab/notebook");
    return {
      id: "steel-frame:wake",
      autoStart: true,
      requires: [INotebookTracker],
      activate: (app, tracker) => {
        waitLonger();
        startEarly(app).catch(console.warn);
        tracker.widgetAdded.connect((_, panel) => wake(app, NotebookActions, panel).catch(console.warn));
      },
    };
  };

  (window._JUPYTERLAB ??= {})["steel-frame"] = {
    init: (given) => (scope = given),
    get: async () => {
      const wanted = await plugin();
      return () => ({ __esModule: true, default: wanted });
    },
  };
})();
