// A page that a Jupyter server of the course serves, and says so in its head: the server keeps its
// answers.

import { load, wakeAll } from "./waking.js";

/** @type {HTMLMetaElement | null} */
const told = document.querySelector("meta[name='steel-frame-server']");
const { base, xsrf } = JSON.parse(told?.content ?? "");
const post = async (verb, asked) => {
  const headers = { "Content-Type": "application/json", "X-XSRFToken": xsrf };
  const body = JSON.stringify(asked);
  // What is kept as the page goes arrives; a browser lets no long one outlive it.
  const keepalive = body.length < 20000;
  return (
    await fetch(`${base}steel-frame/api/${verb}`, { method: "POST", headers, body, keepalive })
  ).json();
};
wakeAll(
  load("server").then(({ serverHost }) =>
    serverHost({ base, notebook: "", holder: document, post }),
  ),
);
