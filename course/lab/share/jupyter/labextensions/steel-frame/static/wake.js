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
  const isShipped = async (code) => {
    const shipped = await (await fetch(new URL("shipped.json", here))).json();
    return code.length > 0 && shipped.includes(JSON.stringify(code));
  };

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
    return kernel;
  };

  // To run a cell clears it first. If the kernel dies on the way, what stood in the cells that did not come to their end
  // is put back, so that no empty chapter is saved.
  const runOrRestore = async (actions, panel, cells, kernel) => {
    const before = cells.map((cell) => cell.model.outputs.toJSON());
    const clean = !panel.context.model.dirty;
    let dead = false;
    const died = new Promise((resolve) => {
      const look = (_, status) => {
        if (!["dead", "restarting", "autorestarting"].includes(status)) return;
        dead = true;
        resolve(false);
      };
      kernel.statusChanged.connect(look);
      kernel.disposed.connect(() => look(kernel, "dead"));
    });
    const done = await Promise.race([actions.runCells(panel.content, cells, panel.sessionContext), died]);
    if (!dead && done) return;
    await new Promise((resolve) => setTimeout(resolve)); // JupyterLab has given up the cells by then
    const lost = cells.map((_, i) => i).filter((i) => cells[i].model.executionCount === null);
    for (const i of lost) cells[i].model.outputs.fromJSON(before[i]);
    if (clean && lost.length === cells.length) panel.context.model.dirty = false;
  };

  const wake = async (app, actions, panel) => {
    await panel.context.ready;
    const ours = isShipped(codeOf(panel.content.model)); // asked while the kernel starts
    await panel.sessionContext.ready;
    if (!(await ours)) return;
    const services = app.serviceManager;
    const own = await isCourses(services, panel.sessionContext.session.kernel.name);
    if (!own && !(await isAlone(services.contents, panel.context.path))) return;
    const kernel = await answering(panel.sessionContext);
    // Not "run all": that would leave the reader at the last cell instead of the first.
    const cells = panel.content.widgets.filter((cell) => cell.model.type === "code");
    await runOrRestore(actions, panel, cells, kernel);
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
