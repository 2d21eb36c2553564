// A file that the browser saves where it saves all.

import { el } from "./shared.js";

export const saveAs = (name, text, type) => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  const link = el("a", { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
};
