"""Is an answer right, and what explains it: pure. course/widgets/asking.js does the same in the browser; a test compares.

An answer is, by kind: choice, the option's number from 0; several, the numbers of the options ticked; classify, the
group's number for each statement; order, the steps' numbers as put; number, a number; text, a string.
"""

__all__ = ["fault", "feedback", "is_answer", "score"]


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


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_one_of(parts, value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(parts)


def is_answer(item, answer):
    """Could a page of ours have sent this answer to this item?"""
    match item["kind"]:
        case "choice":
            return _is_one_of(item["options"], answer)
        case "number":
            return _is_number(answer)
        case "text":
            return isinstance(answer, str)
    parts = item[{"several": "options", "classify": "groups", "order": "steps"}[item["kind"]]]
    if not isinstance(answer, list) or not all(_is_one_of(parts, part) for part in answer):
        return False
    if item["kind"] == "classify":
        return len(answer) == len(item["statements"])
    return len(set(answer)) == len(answer) and (
        answer == sorted(answer) if item["kind"] == "several" else len(answer) == len(parts)
    )


def _wrong(item, answer):
    """Parts of the answer that are wrong, in order: numbers of options, statements or steps."""
    match item["kind"]:
        case "several":
            ticked = set(answer)
            return [i for i, o in enumerate(item["options"]) if (i in ticked) != bool(o.get("correct"))]
        case "classify":
            groups = item["groups"]
            return [i for i, s in enumerate(item["statements"]) if groups[answer[i]] != s["group"]]
    return [
        place for place, step in enumerate(answer) if step != place
    ]  # steps are numbered by their right place


def score(item, answer):
    """1 if right, 0.5 if one part of several is wrong (or two neighbours are swapped), 0 if wrong, None for a text."""
    match item["kind"]:
        case "text":
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
        case "text":
            return []
        case "choice":
            return [item["options"][answer]["feedback"]]
        case "number":
            return [_number_feedback(item, answer)]
    wrong = _wrong(item, answer)
    if not wrong:
        return [item["feedback"]]
    parts = item[{"several": "options", "classify": "statements", "order": "steps"}[item["kind"]]]
    if item["kind"] == "order":
        wrong = wrong[:1]  # one step out of place moves all that follow
    return [f"“{parts[i]['text']}”: {parts[i]['feedback']}" for i in wrong]


def _number_feedback(item, answer):
    if score(item, answer):
        return item["feedback"]
    for trap in item.get("traps", []):
        if abs(answer - trap["value"]) <= trap.get("tolerance", item["tolerance"]):
            return trap["feedback"]
    return item["low" if answer < item["answer"] else "high"]
