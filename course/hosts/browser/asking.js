// What questions, predictions and reflections share; what depends on the kind of an item, its kind answers (kinds/).

// Pure logic, tested under node; course/items/kinds does the same -----------------------------------------------------
export const score = (item, answer) => kindOf(item).score(item, answer);
export const feedback = (item, answer) => kindOf(item).feedback(item, answer);

// Inputs of an item. fields: what a draft of it holds; see drafts.js.
const partsOf = (item) => {
  const parts = kindOf(item).parts(item);
  return { fields: drafts.fields(parts.nodes), ...parts };
};
