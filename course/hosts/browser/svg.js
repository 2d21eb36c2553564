// What stands in a drawing: nodes, and figures with a true minus.

// The name of a namespace, which nothing fetches.
const SVG = ["http:", "", "www.w3.org", "2000", "svg"].join("/");

/** @param {number} number */
export const minus = (number) => String(number).replace("-", "−");

// An attribute that is null is left out.
/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} attributes
 * @param {...(Node | string)} children
 */
export const svg = (tag, attributes, ...children) => {
  const node = /** @type {SVGElementTagNameMap[Tag]} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
};
