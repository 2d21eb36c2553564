// JupyterLab loads this as a federated extension, unbuilt. What it offers stands in the modules
// beside it.
(() => {
  const beside = (name) => import(new URL(name, here).href);
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  let scope;

  // Another package that JupyterLab holds, such as @jupyterlab/notebook.
  const shared = async (name) => (await Object.values(scope[name])[0].get())();

  const packages = async () => {
    const names = ["apputils", "coreutils", "notebook", "rendermime", "services"];
    const found = await Promise.all([
      ...names.map((name) => shared(`@jupyterlab/${name}`)),
      shared("@lumino/widgets"),
    ]);
    return Object.assign({}, ...found.map(({ ...all }) => all));
  };

  const plugins = async () => {
    const [lab, ...ours] = await Promise.all([
      packages(),
      beside("documents.js"),
      beside("opening.js"),
      beside("framing.js"),
      beside("classes.js"),
    ]);
    return ours.map(({ plugin }) => plugin(lab));
  };

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB["steel-frame"] = {
    init: (given) => (scope = given),
    get: async () => {
      const all = await plugins();
      return () => ({ __esModule: true, default: all });
    },
  };
})();
