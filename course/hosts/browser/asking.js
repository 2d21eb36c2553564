// What questions, predictions and reflections share; what depends on the kind of an item, its kind answers (kinds/).
import { fieldsOf } from "./drafts.js";
import { kindOf } from "./kinds/kind.js";

// Pure logic, tested under node; course/items/kinds does the same -----------------------------------------------------
export const score = (item, answer) => kindOf(item).score(item, answer);
export const feedback = (item, answer) => kindOf(item).feedback(item, answer);

// Inputs of an item. fields: what a draft of it holds; see drafts.js.
export const partsOf = (item) => {
  const parts = kindOf(item).parts(item);
  return { fields: fieldsOf(parts.nodes), ...parts };
};
