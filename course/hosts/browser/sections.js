// Claims under the section of the text they stand in: [[section, [[id, words], ...]], ...].
export const bySection = (known, ids) => {
  const groups = new Map();
  for (const id of ids) groups.set(known[id][1], [...(groups.get(known[id][1]) ?? []), [id, known[id][0]]]);
  return [...groups];
};
