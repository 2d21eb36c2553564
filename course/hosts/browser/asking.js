// What questions, predictions and reflections share; what depends on the kind of an item, its kind
// answers (kinds/).

import { fieldsOf } from "./drafts.js";
import { kindOf } from "./kinds/kind.js";

/** @import { Answer, Fields, Item, Parts } from "./shapes/items.d.ts" */

// Pure logic, tested under node; course/items/kinds does the same ---------------------------------
/** @param {Item} item @param {Answer} answer */
export const score = (item, answer) => kindOf(item).score(item, answer);
/** @param {Item} item @param {Answer} answer */
export const feedback = (item, answer) => kindOf(item).feedback(item, answer);

// Inputs of an item. fields: what a draft of it holds; see drafts.js.
/**
 * @param {Item} item
 * @returns {Parts & { fields: Fields }}
 */
export const partsOf = (item) => {
  const parts = kindOf(item).parts?.(item);
  if (!parts) throw new Error(`nobody asks ${item.id} here`);
  return { fields: fieldsOf(parts.nodes), ...parts };
};
