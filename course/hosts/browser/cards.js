// Plain links to claims, terms, works and thinkers (#claim-CG-a, #term-cipher, #work-hood1991,
// #thinker-weber) open a card in the page.

import { el, uid } from "./shared.js";
import { say } from "./words.js";

/** @import { Host, Shown } from "./shapes/host.d.ts" */

const LINKS = ["claim", "term", "work", "thinker"].map((kind) => `a[href^="#${kind}-"]`).join(", ");

// What a link's card says, or undefined: its heading, lines, small print, Urdu.
export const cardOf = (load, href) => {
  const [, kind, id] = href.match(/^#(claim|term|work|thinker)-(.+)$/) ?? [];
  if (kind === "claim" && load.claims[id]) {
    const [text, section] = load.claims[id];
    return { heading: id, lines: [text], note: say("cards.claim", { section }), urdu: "" };
  }
  if (kind === "term" && load.terms[id]) {
    const [term, text, urdu, source] = load.terms[id];
    return { heading: term, lines: [text], note: urdu ? say("cards.urdu", { source }) : "", urdu };
  }
  const found = load.field?.[`${kind}-${id}`];
  if (!found) return undefined;
  const [heading, lines, note] = found;
  return { heading, lines, note, urdu: "" };
};

// Where a card of that size goes: below its link, else above, never over the edge.
export const placed = (link, size, page) => ({
  left: Math.max(8, Math.min(link.left, page.width - size.width - 8)),
  top: Math.max(
    8,
    Math.min(
      link.bottom + size.height + 8 < page.height ? link.bottom + 6 : link.top - size.height - 6,
      page.height - size.height - 8,
    ),
  ),
});

const listen = (load, signal) => {
  const id = uid("card");
  const card = el("div", { id, class: "sf sf-pop", role: "tooltip", hidden: true });
  document.body.append(card);
  let at;
  const close = () => {
    card.hidden = true;
    at?.removeAttribute("aria-describedby");
    at = undefined;
  };
  const open = (link) => {
    const said = cardOf(load, decodeURI(link.getAttribute("href")));
    if (!said || link === at) return;
    close();
    at = link;
    card.replaceChildren(
      el("strong", {}, said.heading),
      said.urdu ? el("span", { lang: "ur", dir: "rtl" }, said.urdu) : "",
      ...said.lines.map((line) => el("p", {}, line)),
      said.note ? el("p", { class: "sf-kept" }, said.note) : "",
    );
    card.hidden = false;
    const { left, top } = placed(link.getBoundingClientRect(), card.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: innerHeight,
    });
    card.style.left = `${left}px`;
    card.style.top = `${top}px`;
    link.setAttribute("aria-describedby", id);
  };
  const over = (event) => event.target.closest?.(LINKS);
  const on = (type, call) => document.addEventListener(type, call, { capture: true, signal });
  on("focusin", (event) => {
    const link = over(event);
    if (!link) return;
    // Else JupyterLab takes Enter for itself.
    link.setAttribute("data-lm-suppress-shortcuts", "true");
    open(link);
  });
  on("focusout", close);
  // There it may scroll.
  const inside = (event) => event.target instanceof Node && card.contains(event.target);
  let leaving;
  on("mouseover", (event) => {
    clearTimeout(leaving);
    if (over(event)) open(over(event));
    // Time to reach the card.
    else if (!inside(event) && at !== document.activeElement) leaving = setTimeout(close, 200);
  });
  on("click", (event) => {
    const link = over(event);
    if (!link) return inside(event) || close();
    event.preventDefault();
    event.stopPropagation();
    open(link);
  });
  on("keydown", (event) => event.key === "Escape" && close());
  on("scroll", (event) => inside(event) || close());
  signal.addEventListener("abort", () => card.remove());
};

// Where the host says that the chapter is a page too: a link of ours, since no address in the prose
// would hold everywhere.
/** @param {Host} host */
const asPage = ({ page }) =>
  page ? [" ", el("a", { href: page, target: "_blank", rel: "noopener" }, say("cards.page"))] : [];

/** @param {Shown} shown */
export const show = ({ data, host, el: root, signal }) => {
  root.append(el("p", { class: "sf sf-live" }, say("cards.live"), ...asPage(host)));
  listen(data, signal);
};
