// The other window: the lecturer's beside the room's. Each tells the other which slide is shown.

const WORD = "steel-frame:slide";

/**
 * told(at) hears which slide the other window shows; `now()` says which this one does.
 * @param {(at: number) => void} told
 * @param {() => number} now
 */
export const otherWindow = (told, now) => {
  /** @type {Window | null} */
  let other = window.opener;
  // A file has no origin that could be named, and the number of a slide is no secret.
  const tell = (/** @type {number | null} */ at) => other?.postMessage({ [WORD]: at }, "*");
  addEventListener("message", ({ data, source }) => {
    const at = data?.[WORD];
    if (at === undefined || !source || source === window) return;
    other = /** @type {Window} */ (source);
    if (Number.isSafeInteger(at)) told(at);
    else tell(now());
  });
  if (other) tell(null); // which one, please?
  return {
    tell,
    // Whether a window could be opened.
    open: (/** @type {string} */ address) => {
      other = window.open(address, "steel-frame-notes", "width=1200,height=800");
      return other !== null;
    },
  };
};
