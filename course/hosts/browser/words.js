// The sentences of the interface. In a file of ours stands a sentence's key, say("quiz.check");
// text.py puts the sentence of course/interface/words in its place before a page gets it, so a page
// is sent one language and what it needs of that alone. say(sentence, values): with each {name}
// filled in; of one with plural forms, values.n chooses. course/interface/words does the same.
// say.nodes: the same as a list of texts and values, where a value may be a node.

/** @import { Say, Sentence } from "./shapes/host.d.ts" */

/** @type {Say} */
export const say = ((language) => {
  const plurals = new Intl.PluralRules(language);
  /** @type {(told: Sentence, values: any) => string} */
  const chosen = (told, values) =>
    typeof told === "string" ? told : (told[plurals.select(values.n)] ?? told.other);
  /** @param {Sentence} told @param {Record<string, any>} values */
  const filled = (told, values = {}) =>
    chosen(told, values).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  /** @param {Sentence} told @param {Record<string, any>} values */
  const nodes = (told, values) =>
    chosen(told, values)
      .split(/\{(\w+)\}/)
      .map((part, i) => (i % 2 ? values[part] : part));
  return Object.assign(filled, { nodes, language });
})("LANGUAGE");
