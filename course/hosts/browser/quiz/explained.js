// Where a chapter explains a claim: the section that cites it first.

import { el } from "../shared.js";
import { say } from "../words.js";

// The prose around an interactive: in JupyterLab several notebooks share one window.
/** @param {Element} root */
const proseOf = (root) =>
  root.closest(".jp-Notebook") ?? document.querySelector("main") ?? document;

/** @param {Element} root @param {string[]} claims */
const sectionOf = (root, claims) => {
  const prose = proseOf(root);
  const cites = claims
    .flatMap((id) => [...prose.querySelectorAll(`a[href="#claim-${CSS.escape(id)}"]`)])
    .filter((link) => !link.closest(".sf"));
  const [first] = cites;
  if (!first) return undefined;
  const isBefore = (head) => head.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...prose.querySelectorAll("h2, h3")].findLast(isBefore);
};

const linkTo = (head) => {
  const words = head.textContent.replace(/¶$/, "");
  return head.id ? el("a", { href: `#${head.id}` }, words) : words;
};

// A sentence that names the section and the claims; each claim opens its card.
/** @param {Element} root @param {string[]} ids */
export const explainedIn = (root, ids) => {
  const links = ids.flatMap((id, i) => [
    ...(i ? [", "] : []),
    el("a", { href: `#claim-${id}` }, id),
  ]);
  const claims = el("span", {}, ...links);
  const head = sectionOf(root, ids);
  return head
    ? say.nodes("quiz.explained", { section: linkTo(head), claims })
    : say.nodes("quiz.rests", { claims });
};
