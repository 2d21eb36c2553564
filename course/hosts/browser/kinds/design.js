// A design of reform and the argument for it. An answer: { sector, levers, argument }.
// One of these names? Different names, each of `known` if told, at most so many?
const has = (known, name) => (Array.isArray(known) ? known.includes(name) : Object.hasOwn(known, name));
const areSome = (answer, known, most = Infinity) =>
  Array.isArray(answer) && answer.every((name) => isText(name) && (!known || has(known, name))) && areDifferent(answer) && answer.length <= most;

KINDS.design = {
  fits: (item, answer) =>
    isOf(answer, ["sector", "levers", "argument"]) && isText(answer.argument) && isText(answer.sector) &&
    has(item.sectors, answer.sector) && areSome(answer.levers, item.levers, item.most),
  score: () => null,
  feedback: () => [],
};
