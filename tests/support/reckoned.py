"""How another system would mark what an export holds: the rules of QTI 2.1 and of QTI 1.2.1, as far
as the exports use them, done by their letter.
"""

from dataclasses import dataclass, field


def named(tag):
    """A tag without its namespace."""
    return tag.rpartition("}")[2]


def all_of(root, tag):
    """The elements of a name, wherever they stand."""
    return [node for node in root.iter() if named(node.tag) == tag]


@dataclass
class Qti21:
    """One item of QTI 2.1 (its root element) that is answered."""

    root: object
    held: dict = field(default_factory=dict)
    ended: bool = False

    def __post_init__(self):
        (asked,) = all_of(self.root, "responseDeclaration")
        self._base = asked.get("baseType")
        self._many = asked.get("cardinality") != "single"
        right = [self._typed(node.text, self._base) for node in asked.iter() if node.text.strip()]
        self._right = right if self._many else next(iter(right), None)

    def marked(self, response):
        """(points, the explanations shown) of a response: a value, or a list of them."""
        self.held = {"RESPONSE": response, "SCORE": 0.0, "WRONG": 0.0, "FEEDBACK": None}
        self.ended = False
        for rules in all_of(self.root, "responseProcessing"):
            self._run(rules)
        names = self.held["FEEDBACK"]
        names = names if isinstance(names, list) else [names]
        told = {
            n.get("identifier"): "".join(n.itertext()) for n in all_of(self.root, "modalFeedback")
        }
        return self.held["SCORE"], [told[name].strip() for name in names if name]

    def _typed(self, text, base):
        return float(text) if base in {"float", "integer"} else text

    def _run(self, rules):
        for rule in rules:
            if self.ended:
                return
            match named(rule.tag):
                case "setOutcomeValue":
                    self.held[rule.get("identifier")] = self._value(rule[0])
                case "exitResponse":
                    self.ended = True
                case "responseCondition":
                    self._choose(rule)
                case other:
                    raise AssertionError(f"no rule of QTI's that is used here: {other}")

    def _choose(self, rule):
        for case in rule:
            if named(case.tag) == "responseElse":
                return self._run(case)
            if self._value(case[0]) is True:
                return self._run(case[1:])
        return None

    def _value(self, node):
        tag, inside = named(node.tag), [self._value(one) for one in node]
        match tag:
            case "variable":
                return self.held[node.get("identifier")]
            case "correct":
                return self._right
            case "baseValue":
                return self._typed(node.text, node.get("baseType"))
            case "index":
                return inside[0][int(node.get("n")) - 1]
        if tag in _OF_NOTHING:
            return _OF_NOTHING[tag](inside)
        return None if None in inside else _OF_VALUES[tag](node, *inside)


def _listed(values):
    """One list of values, and of the values in lists."""
    found = []
    for one in values:
        found += one if isinstance(one, list) else [one] * (one is not None)
    return found


def _is_equal(node, one, other):
    low, high = map(float, node.get("tolerance", "0 0").split())
    return other - low <= one <= other + high


# Expressions that may meet what has no value, and those that have none themselves if they do.
_OF_NOTHING = {
    "isNull": lambda inside: inside[0] in (None, []),
    "multiple": _listed,
    "ordered": _listed,
    "or": lambda inside: any(one is True for one in inside),
}
_OF_VALUES = {
    "match": lambda _, one, other: one == other,
    "not": lambda _, one: not one,
    "member": lambda _, one, many: one in many,
    "sum": lambda _, *numbers: sum(numbers),
    "lt": lambda _, one, other: one < other,
    "equal": _is_equal,
}


def of_a_cartridge(item, ticked):
    """The score, 0 or 100, of one item of QTI 1.2.1 whose options `ticked` are chosen."""

    def holds(node):
        match named(node.tag):
            case "varequal":
                return node.text in ticked
            case "not":
                return not any(map(holds, node))
            case "and" | "conditionvar":
                return all(map(holds, node))
            case "other":
                return True
        raise AssertionError(node.tag)

    score = 0
    for condition in all_of(item, "respcondition"):
        if holds(condition[0]):
            score = sum(int(n.text) for n in all_of(condition, "setvar")) or score
            if condition.get("continue") == "No":
                break
    return score
