// The bar that stays at the head of a page: how far the reader has come, and the sections of the
// page, which fold again once one is chosen. The claims at the foot are folded, unless the reader
// came for one.

/** @param {AbortSignal} [signal] */
export const bar = (signal) => {
  const cards = /** @type {HTMLDetailsElement | null} */ (document.querySelector("details.cards"));
  if (cards)
    cards.open = Boolean(
      location.hash && cards.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`),
    );
  const sections = /** @type {HTMLDetailsElement | null} */ (
    document.querySelector(".bar details")
  );
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".bar .done i"));
  if (!sections || !place) return;
  const fold = () => {
    sections.open = false;
  };
  document.addEventListener(
    "click",
    (event) => {
      const at = /** @type {Element} */ (event.target);
      if (!sections.contains(at) || at.closest("a")) fold();
    },
    { signal },
  );
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !sections.open) return;
      fold();
      sections.querySelector("summary")?.focus();
    },
    { signal },
  );
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const tell = () => {
    const whole = main.offsetTop + main.offsetHeight - innerHeight;
    place.style.width = `${whole > 0 ? Math.min(100, Math.max(0, (scrollY / whole) * 100)) : 100}%`;
  };
  addEventListener("scroll", tell, { passive: true, signal });
  addEventListener("resize", tell, { signal });
  tell();
};
