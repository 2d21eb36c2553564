// Could a page of ours have sent this answer to this item? As `is_answer` in course/items/kinds; a test draws answers
// and compares. What does not fit, from an older edition or a stranger's file, is never shown and breaks nothing.
const steelFrameFits = (() => {
  const VAST = 1e300;
  const isNumber = (value) => typeof value === "number" && -VAST < value && value < VAST;
  const isText = (value) => typeof value === "string";
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isPlace = (n, value) => Number.isInteger(value) && value >= 0 && value < n;
  const has = (known, name) => (Array.isArray(known) ? known.includes(name) : Object.hasOwn(known, name));
  const isOf = (answer, keys) => isObject(answer) && Object.keys(answer).length === keys.length && keys.every((key) => Object.hasOwn(answer, key));
  const areDifferent = (list) => new Set(list).size === list.length;
  const areSome = (answer, known, most = Infinity) =>
    Array.isArray(answer) && answer.every((name) => isText(name) && (!known || has(known, name))) && areDifferent(answer) && answer.length <= most;
  const areWords = (answer, known) =>
    isObject(answer) && Object.entries(answer).every(([name, text]) => isText(text) && (!known || has(known, name)));

  const offered = (item) => item.rights?.length ?? new Set([...item.pairs.map(({ right }) => right), ...(item.distractors ?? [])]).size;
  const places = (n, answer) => Array.isArray(answer) && answer.every((part) => isPlace(n, part));
  const MEMO = ["country", "figures", "sector", "levers", "held", "answers", "sections", "rubric"];
  const isMemo = (item, answer) =>
    isOf(answer, [...MEMO, ...item.lines]) && ["country", "sector", ...item.lines].every((name) => isText(answer[name])) &&
    (answer.sector === "" || has(item.sectors, answer.sector)) &&
    areSome(answer.figures, null, item.most_figures) && areSome(answer.levers, item.levers, item.most) && areSome(answer.held) &&
    areWords(answer.answers) && areWords(answer.sections, item.sections) && isObject(answer.rubric) &&
    Object.entries(answer.rubric).every(([name, level]) => has(item.rubric, name) && isPlace(item.rubric[name], level));

  const KINDS = {
    choice: (item, answer) => isPlace(item.options.length, answer),
    several: (item, answer) => places(item.options.length, answer) && answer.every((part, i) => i === 0 || answer[i - 1] < part),
    classify: (item, answer) => places(item.groups.length, answer) && answer.length === item.statements.length,
    match: (item, answer) => places(offered(item), answer) && answer.length === item.pairs.length,
    order: (item, answer) => places(item.steps.length, answer) && areDifferent(answer) && answer.length === item.steps.length,
    number: (_, answer) => isNumber(answer),
    text: (item, answer) => isText(answer) ||
      ("model" in item && isOf(answer, ["rating", "text"]) && isText(answer.text) && [0, 0.5, 1].includes(answer.rating)),
    desk: (item, answer) => isOf(answer, ["option", "why"]) && isText(answer.why) && isPlace(item.options.length, answer.option),
    design: (item, answer) => isOf(answer, ["sector", "levers", "argument"]) && isText(answer.argument) &&
      isText(answer.sector) && has(item.sectors, answer.sector) && areSome(answer.levers, item.levers, item.most),
    memo: isMemo,
  };
  return (item, answer) => Object.hasOwn(KINDS, item.kind) && KINDS[item.kind](item, answer);
})();
