// Draws the documents that a notebook stores, each alive, with the answers of its reader. Without
// the course's server extension nothing is drawn here: the kernel then gives a widget's view, and
// what is stored shows its twin.

import { courseOf } from "./modules.js";
import { documentOf, MIME, Unreadable } from "./unpack.js";

const PATIENCE = 600; // milliseconds without a word on the page

// The host of each document of a notebook: one state for all of them, in all their panels.
// JupyterLab gives every view of a notebook the same resolver, which knows its path, also after it
// was renamed.
const hosts = (ask, load, contents, base) => {
  // A console, say: what is answered there goes to the student's own file.
  const elsewhere = { path: "" };
  const known = new WeakMap();
  const begin = async (resolver, holder, sheet) => {
    const { serverHost } = await load("server");
    const path = () => (resolver.path ? contents.localPath(resolver.path) : "");
    const post = async (verb, body) => (await ask(verb, { ...body, notebook: path() })).json();
    return serverHost({ base, notebook: path(), sheet, holder, post });
  };
  return async (resolver, content) => {
    const owner = resolver ?? elsewhere;
    if (!known.has(owner)) known.set(owner, { holder: {}, begun: new Map() });
    const { holder, begun } = known.get(owner);
    const sheet = content.sheet === true;
    if (!begun.has(sheet))
      begun.set(
        sheet,
        begin(owner, holder, sheet).catch((error) => {
          begun.delete(sheet);
          throw error;
        }),
      );
    return (await begun.get(sheet))(content);
  };
};

const paragraph = (text) => {
  const said = document.createElement("p");
  said.textContent = text;
  return said;
};

const shownBy = ({ Widget, MimeModel }, registry, { modules, sentences }, load, hostOf) =>
  class extends Widget {
    constructor(options) {
      super();
      this.options = options;
      this.life = new AbortController();
      this.addClass("steel-frame-document");
    }

    async renderModel(model) {
      this.life.abort();
      const life = new AbortController();
      this.life = life;
      // Whether it lives or stays as on paper; until then its twin may stand in.
      let isDecided = false;
      const put = (...nodes) => life.signal.aborted || this.node.replaceChildren(...nodes);
      setTimeout(async () => {
        const twin = isDecided ? [] : await this.twin(model);
        if (!isDecided) put(...twin);
      }, PATIENCE);
      try {
        const { module, content } = await documentOf(model.data[MIME], new Set(modules));
        const [{ show }, host] = await Promise.all([
          load(module),
          hostOf(this.options.resolver, content),
        ]);
        isDecided = true;
        const el = document.createElement("div");
        put(el);
        if (!life.signal.aborted) await show({ data: content, host, el, signal: life.signal });
      } catch (error) {
        isDecided = true;
        console.warn(error);
        put(
          paragraph(sentences[error instanceof Unreadable ? error.message : "failed"]),
          ...(await this.twin(model)),
        );
        life.abort();
      }
    }

    // The same as on paper, as JupyterLab draws HTML that it does not trust.
    async twin(model) {
      const html = [model.data["text/html"] ?? ""].flat().join("");
      const drawn = registry
        .getFactory("text/html")
        .createRenderer({ ...this.options, mimeType: "text/html" });
      await drawn.renderModel(new MimeModel({ data: { "text/html": html }, trusted: false }));
      return [drawn.node];
    }

    dispose() {
      this.life.abort();
      super.dispose();
    }
  };

export const plugin = (lab) => ({
  id: "steel-frame:documents",
  description: "Draws the documents of Steel Frame.",
  autoStart: true,
  requires: [lab.IRenderMimeRegistry],
  activate: (app, registry) => {
    const course = courseOf(lab, app);
    if (!course) return;
    const { told, base, ask, load } = course;
    const { contents } = app.serviceManager;
    const Shown = shownBy(lab, registry, told, load, hosts(ask, load, contents, base));
    registry.addFactory(
      { safe: true, mimeTypes: [MIME], createRenderer: (options) => new Shown(options) },
      -20,
    ); // before ipywidgets' -10
  },
});
