// Claims under the section of the text they stand in: [[section, [[id, words], ...]], ...].

import { el } from "./shared.js";

export const bySection = (known, ids) => {
  const groups = new Map();
  for (const id of ids)
    groups.set(known[id][1], [...(groups.get(known[id][1]) ?? []), [id, known[id][0]]]);
  return [...groups];
};

export const claimLine = ([id, words]) => el("li", {}, el("strong", {}, id), ` ${words}`);
