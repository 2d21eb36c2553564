// The modules of the browser, as the course's server extension gives them.

// What the server extension says of itself: {version, modules, sentences}; undefined where it is
// not.
const offered = ({ PageConfig }) => {
  const told = PageConfig.getOption("steelFrame");
  return told ? JSON.parse(told) : undefined;
};

// The modules of the browser come from the server extension, all of them in one request that is
// made while JupyterLab is still busy with its own start: files, of which each module names some,
// and a style for all. A module is loaded once a page, when it is first needed: {show}.
const loader = (ask, version) => {
  const loaded = new Map();
  let texts;
  const fetched = async () => {
    const reply = await ask(`modules/all?v=${version}`);
    if (!reply.ok) throw new Error("the modules did not come");
    const told = await reply.json();
    const sheet = document.createElement("style");
    sheet.textContent = told.style;
    document.head.append(sheet);
    return told;
  };
  const every = () =>
    (texts ??= fetched().catch((error) => {
      texts = undefined; // the next one may try again
      throw error;
    }));
  every().catch(console.warn);
  const load = async (name) => {
    const { files, modules } = await every();
    const script = modules[name].map((file) => files[file]).join("\n");
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    return import(url).finally(() => URL.revokeObjectURL(url));
  };
  const module = (name) => {
    if (!loaded.has(name))
      loaded.set(
        name,
        load(name).catch((error) => {
          loaded.delete(name); // the next one may try again
          throw error;
        }),
      );
    return loaded.get(name);
  };
  return { load: module, every };
};

const known = new WeakMap();

// What the course offers on this server, the same for all its plugins: {told, base,
// ask(path, body), load(name), every()}; undefined where its server extension is not.
export const courseOf = (lab, app) => {
  const told = offered(lab);
  if (told && !known.has(app)) {
    const { serverSettings: settings } = app.serviceManager;
    const base = lab.URLExt.join(settings.baseUrl, "/");
    const ask = (path, body) => {
      const sent = body ? { method: "POST", body: JSON.stringify(body) } : { cache: "default" };
      return lab.ServerConnection.makeRequest(`${base}steel-frame/api/${path}`, sent, settings);
    };
    known.set(app, { told, base, ask, ...loader(ask, told.version) });
  }
  return known.get(app);
};
