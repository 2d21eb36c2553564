// A node of SVG. An attribute that is null is left out.

// The name of a namespace, which nothing fetches.
const SVG = ["http:", "", "www.w3.org", "2000", "svg"].join("/");

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
