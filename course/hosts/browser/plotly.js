// plotly.js reaches a page once: from the browser's cache, else from whoever can give its gzipped
// text.

import { gunzip } from "./packed.js";

const cached = async (key) => {
  try {
    const hit = await (await caches.open("steel-frame")).match(key);
    return hit && new Uint8Array(await hit.arrayBuffer());
  } catch {
    return undefined; // no Cache API over plain http
  }
};
const keep = async (key, bytes) => {
  try {
    await (await caches.open("steel-frame")).put(key, new Response(bytes));
  } catch {
    // Not kept: the next page asks again.
  }
};
const run = (code) =>
  new Promise((resolve, reject) => {
    // A page's AMD loader must not catch the library: hide `define`, `module` and `exports` from
    // it.
    const parts = ["((define,module,exports)=>{", code, "\n})();"];
    const url = URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
    const script = Object.assign(document.createElement("script"), { src: url });
    // It names itself on the window. Ours may be a bundle that draws less than another's scripts on
    // the page expect, so what stood there stands there again.
    const before = window.Plotly;
    script.onload = () => {
      const ours = window.Plotly;
      window.Plotly = before;
      URL.revokeObjectURL(url);
      resolve(ours);
    };
    script.onerror = () => reject(new Error("plotly.js could not be run"));
    document.head.append(script);
  });
const load = async (version, ask) => {
  const key = `/steel-frame/plotly-${version}.js.gz`;
  let bytes = await cached(key);
  if (!bytes) {
    bytes = await ask();
    keep(key, bytes);
  }
  return run(await gunzip(bytes));
};
export const plotlyFrom = (version, ask) => {
  window.steelFramePlotly ??= load(version, ask).catch((error) => {
    window.steelFramePlotly = undefined; // the next chart may try again
    throw error;
  });
  return window.steelFramePlotly;
};
