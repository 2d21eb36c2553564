// A page that a Jupyter server of the course serves: the server keeps its answers. A page that is a file has no such element.
window.steelFrameServed = (() => {
  const told = document.querySelector("meta[name='steel-frame-server']");
  if (!told) return undefined;
  const { base, xsrf } = JSON.parse(told.content);
  const post = async (verb, told) => {
    const headers = { "Content-Type": "application/json", "X-XSRFToken": xsrf };
    const body = JSON.stringify(told);
    const keepalive = body.length < 20000; // what is kept as the page goes arrives; a browser lets no long one outlive it
    return (await fetch(`${base}steel-frame/api/${verb}`, { method: "POST", headers, body, keepalive })).json();
  };
  return async (load) => (await load("server")).serverHost({ base, notebook: "", holder: document, post });
})();
