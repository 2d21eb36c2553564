"""Is an answer right, and what explains it: pure. course/widgets/asking.js does the same in the browser; a test compares.
`is_answer` stands in course/edition/fits.js, for a page that has no kernel to ask.

An answer is, by kind: choice, the option's number from 0; several, the numbers of the options ticked; classify, the
group's number for each statement; match, the number of a right-hand side (see `rights`) for each pair; order, the
steps' numbers as put; number, a number; text, a string or, where there is a model answer, {"text", "rating"} with the
student's own 0, 0.5 or 1; desk, {"option", "why"}; design, {"sector", "levers", "argument"}; memo, what course/capstone says.
"""

__all__ = ["fault", "feedback", "is_answer", "rights", "score"]


def rights(item):
    """What a match offers on its right-hand side: every right and every distractor once, in order of the alphabet."""
    if "rights" in item:  # an assignment's sheet, which does not say which belongs where
        return item["rights"]
    return sorted({pair["right"] for pair in item["pairs"]} | set(item.get("distractors", [])))


def fault(item):
    """What the schema cannot see: a sentence about a key that contradicts itself, or None."""
    if item["kind"] == "choice" and sum(o.get("correct", False) for o in item["options"]) != 1:
        return "exactly one option must say `correct: true`"
    if item["kind"] == "several" and not any(o.get("correct") for o in item["options"]):
        return "at least one option must say `correct: true`"
    if item["kind"] == "classify":
        for statement in item["statements"]:
            if statement["group"] not in item["groups"]:
                return f"{statement['group']!r} is none of its groups"
    if item["kind"] == "order" and sorted(item["shown"]) != list(range(len(item["steps"]))):
        return "`shown` must name each step once, from 0"
    return None


_VAST = 1e300  # beyond it, and for what is no number at all, no difference can be taken


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool) and -_VAST < value < _VAST


def _is_one_of(parts, value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(parts)


_PARTS = {"several": "options", "classify": "groups", "order": "steps"}


def _is_said(answer, *keys):
    """A dict of exactly these keys, the last of them words."""
    return isinstance(answer, dict) and set(answer) == set(keys) and isinstance(answer[keys[-1]], str)


def _is_rated(answer):
    return (
        _is_said(answer, "rating", "text")
        and _is_number(answer["rating"])
        and answer["rating"] in (0, 0.5, 1)
    )


def _is_design(item, answer):
    levers = answer["levers"]
    return (
        isinstance(answer["sector"], str)
        and answer["sector"] in item["sectors"]
        and _are_some(levers, item["levers"], item["most"])
    )


def _is_words(answer, known=None):
    """A dict of texts by name, each name one of `known` if told."""
    return isinstance(answer, dict) and all(
        isinstance(text, str) and (known is None or name in known) for name, text in answer.items()
    )


def _are_some(answer, known=None, most=None):
    """A list of different texts, each one of `known` if told, at most `most` of them."""
    return (
        isinstance(answer, list)
        and all(isinstance(name, str) and (known is None or name in known) for name in answer)
        and len(set(answer)) == len(answer)
        and (most is None or len(answer) <= most)
    )


def _is_memo(item, answer):
    parts = {"country", "figures", "sector", "levers", "held", "answers", "sections", "rubric"}
    if not isinstance(answer, dict) or set(answer) != parts | set(item["lines"]):
        return False
    return (
        all(isinstance(answer[name], str) for name in ("country", "sector", *item["lines"]))
        and answer["sector"] in ("", *item["sectors"])
        and _are_some(answer["figures"], most=item["most_figures"])
        and _are_some(answer["levers"], item["levers"], item["most"])
        and _are_some(answer["held"])
        and _is_words(answer["answers"])
        and _is_words(answer["sections"], item["sections"])
        and isinstance(answer["rubric"], dict)
        and all(
            name in item["rubric"] and _is_one_of(range(item["rubric"][name]), level)
            for name, level in answer["rubric"].items()
        )
    )


def _is_list(item, answer):
    parts = rights(item) if item["kind"] == "match" else item[_PARTS[item["kind"]]]
    if not isinstance(answer, list) or not all(_is_one_of(parts, part) for part in answer):
        return False
    if item["kind"] in {"classify", "match"}:
        return len(answer) == len(item["statements" if item["kind"] == "classify" else "pairs"])
    return len(set(answer)) == len(answer) and (
        answer == sorted(answer) if item["kind"] == "several" else len(answer) == len(parts)
    )


_IS_ANSWER = {
    "choice": lambda item, answer: _is_one_of(item["options"], answer),
    "number": lambda _, answer: _is_number(answer),
    "text": lambda item, answer: isinstance(answer, str) or ("model" in item and _is_rated(answer)),
    "desk": lambda item, answer: (
        _is_said(answer, "option", "why") and _is_one_of(item["options"], answer["option"])
    ),
    "design": lambda item, answer: (
        _is_said(answer, "sector", "levers", "argument") and _is_design(item, answer)
    ),
    "memo": _is_memo,
}


def is_answer(item, answer):
    """Could a page of ours have sent this answer to this item?"""
    return _IS_ANSWER.get(item["kind"], _is_list)(item, answer)


def _wrong(item, answer):
    """Parts of the answer that are wrong, in order: numbers of options, statements or steps."""
    match item["kind"]:
        case "several":
            ticked = set(answer)
            return [i for i, o in enumerate(item["options"]) if (i in ticked) != bool(o.get("correct"))]
        case "classify":
            groups = item["groups"]
            return [i for i, s in enumerate(item["statements"]) if groups[answer[i]] != s["group"]]
        case "match":
            offered = rights(item)
            return [i for i, pair in enumerate(item["pairs"]) if offered[answer[i]] != pair["right"]]
    return [
        place for place, step in enumerate(answer) if step != place
    ]  # steps are numbered by their right place


def score(item, answer):
    """1 if right, 0.5 if one part of several is wrong (or two neighbours are swapped), 0 if wrong, None for a text."""
    match item["kind"]:
        case "text":
            return answer["rating"] if isinstance(answer, dict) else None
        case "desk" | "design" | "memo":
            return None
        case "choice":
            return int(bool(item["options"][answer].get("correct")))
        case "number":
            return int(abs(answer - item["answer"]) <= item["tolerance"])
    wrong = _wrong(item, answer)
    if item["kind"] == "order":
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return 1 if not wrong else 0.5 if swapped else 0
    return {0: 1, 1: 0.5}.get(len(wrong), 0)


def feedback(item, answer):
    """What explains this answer, right or wrong: a list of sentences, one for each part that went wrong."""
    match item["kind"]:
        case "text" | "desk" | "design" | "memo":
            return []
        case "choice":
            return [item["options"][answer]["feedback"]]
        case "number":
            return [_number_feedback(item, answer)]
    wrong = _wrong(item, answer)
    if not wrong:
        return [item["feedback"]]
    parts = item[
        {"several": "options", "classify": "statements", "match": "pairs", "order": "steps"}[item["kind"]]
    ]
    if item["kind"] == "order":
        wrong = wrong[:1]  # one step out of place moves all that follow
    return [f"“{parts[i].get('text') or parts[i]['left']}”: {parts[i]['feedback']}" for i in wrong]


def _number_feedback(item, answer):
    if score(item, answer):
        return item["feedback"]
    for trap in item.get("traps", []):
        if abs(answer - trap["value"]) <= trap.get("tolerance", item["tolerance"]):
            return trap["feedback"]
    return item["low" if answer < item["answer"] else "high"]
