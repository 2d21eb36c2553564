// What the steps of the memo are made of.

import { el, inLabel } from "../shared.js";
import { say } from "../words.js";

// The Swedish way of writing it: 2026-11-23.
export const today = () => new Date().toLocaleDateString("sv");
export const live = (name) => el("p", { class: name, "aria-live": "polite" });
export const pill = (text) => el("span", { class: "sf-pill" }, text);
export const button = (control, name, onclick, ...label) =>
  el("button", { type: "button", class: name, "data-control": control, onclick }, ...label);
export const step = (told, i, ...nodes) => {
  const { steps, at } = told.words.page;
  return el(
    "div",
    { class: "sf-card", hidden: true },
    el(
      "h3",
      { tabindex: -1 },
      el("span", { class: "sf-count" }, say(at, { n: i + 1, of: steps.length })),
      steps[i],
    ),
    ...nodes,
  );
};

// Fields that belong together, in a box of their own with its name on it.
export const group = (title, ...nodes) =>
  el("fieldset", { class: "sf-group" }, el("legend", { tabindex: -1 }, title), ...nodes);

export const offered = (type, control, checked, changed, attributes, ...label) => {
  const box = el("input", {
    type,
    checked,
    "data-control": control,
    onchange: () => changed(box),
    ...attributes,
  });
  return inLabel(box, ...label);
};

export const choice = (control, label, options, value, changed) => {
  const box = el(
    "select",
    { "data-control": control, onchange: () => changed(box.value) },
    ...options.map(([value, name]) => el("option", { value }, name)),
  );
  box.value = value;
  return { box, node: el("label", {}, el("b", {}, label), box) };
};

// What the host replies, or nothing: then the page has said why.
export const asked = async (done, place, host) => {
  try {
    const reply = await done;
    place.textContent = reply.problem ?? "";
    return reply.problem ? null : reply;
  } catch {
    place.textContent = say("shared.nothing_done", { silent: host.silent, again: host.again });
    return null;
  }
};
