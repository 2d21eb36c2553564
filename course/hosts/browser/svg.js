// A node of SVG. An attribute that is null is left out.
const SVG = ["http:", "", "www.w3.org", "2000", "svg"].join("/"); // the name of a namespace, which nothing fetches

export const svg = (tag, attributes, ...children) => {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) node.setAttribute(name, value);
  node.append(...children);
  return node;
};
