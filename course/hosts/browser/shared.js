// Shared by every widget. It puts no data into markup.

import { say } from "./words.js";

/** @import { Host } from "./shapes/host.d.ts" */

// JupyterLab takes arrow keys from controls in an output unless the control itself says not to.
const FORM = new Set(["input", "select", "button", "summary", "textarea"]);

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const el = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  if (FORM.has(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true");
  for (const child of children) if (child != null) node.append(child);
  return node;
};

// One count a document: each widget has a copy of this module, and two chapters may be open in one
// JupyterLab.
/** @param {string} word */
export const uid = (word) => {
  window.steelFrameSerial = (window.steelFrameSerial ?? 0) + 1;
  return `sf-${word}-${window.steelFrameSerial}`;
};

// A box with its words. It stands in its label, so that a tap on the words cannot tick another
// question's.
/** @param {HTMLInputElement} box @param {...(Node | string)} words */
export const inLabel = (box, ...words) =>
  el("label", { class: "sf-option" }, box, el("span", { class: "sf-words" }, ...words));

// One guard for what a student touches: a plain sentence on the page, the error itself in the
// console.
/**
 * @template {(...parts: any[]) => any} Call
 * @param {Element} place
 * @param {Call} call
 * @returns {(...parts: Parameters<Call>) => ReturnType<Call> | undefined}
 */
export const guard =
  (place, call) =>
  (...parts) => {
    try {
      return call(...parts);
    } catch (error) {
      place.textContent = say("shared.stopped");
      place.classList.add("sf-fault");
      console.error(error);
      return undefined;
    }
  };

// Said above what is asked: earlier answers are there and could not be read, so none is shown.
/** @param {Host} host */
export const unread = (host) =>
  host.unread
    ? [el("div", { class: "sf" }, el("p", { class: "sf-fault", role: "status" }, host.unread))]
    : [];
