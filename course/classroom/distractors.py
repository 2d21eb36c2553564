"""What an item offers to take, and what an answer took: the key, and the distractors with the misconception each is for.

For choice and several these are the options. A statement to classify or a left side to match offers each group or right
side; an order offers each step that may be the first out of place; a number its key, its traps, too low and too high.
"""

from dataclasses import dataclass

from course import scoring

__all__ = ["Option", "options", "taken"]


@dataclass(frozen=True)
class Option:
    """Something an answer can take. key: it is right; misconception and feedback are the key's words, or None."""

    text: str
    key: bool
    misconception: str | None = None
    feedback: str | None = None
    plain: bool = False  # an option as the student reads it, so that one that nobody takes is idle


def _plain(item):
    for option in item["options"]:
        key = bool(option.get("correct"))
        yield Option(option["text"], key, option.get("misconception"), option["feedback"], plain=True)


def _placed(parts, offered, right):
    """Each part with each thing that it can be joined to."""
    for part in parts:
        for place in offered:
            text, key = f"{part.get('text') or part['left']} → {place}", part[right] == place
            yield Option(text, key, None if key else part["misconception"], None if key else part["feedback"])


def _ordered(item):
    yield Option("in the right order", key=True)
    for place, step in enumerate(item["steps"], start=1):
        text = f"{step['text']}: first out of place, belongs at {place}"
        yield Option(text, False, step["misconception"], step["feedback"])


def _numbers(item):
    yield Option(f"{item['answer']:g} ({item['unit']}), within {item['tolerance']:g}", key=True)
    for trap in item.get("traps", []):
        yield Option(f"{trap['value']:g} ({item['unit']})", False, trap["misconception"], trap["feedback"])
    yield Option("another number, too low", False, None, item["low"])
    yield Option("another number, too high", False, None, item["high"])


def options(item):
    """All that the item offers to take, as a tuple of Option; empty for what a person marks."""
    match item["kind"]:
        case "choice" | "several":
            found = _plain(item)
        case "classify":
            found = _placed(item["statements"], item["groups"], "group")
        case "match":
            found = _placed(item["pairs"], scoring.rights(item), "right")
        case "order":
            found = _ordered(item)
        case "number":
            found = _numbers(item)
        case _:
            found = ()
    return tuple(found)


def _number(item, answer):
    traps = item.get("traps", [])
    if scoring.score(item, answer):
        return 0
    for place, trap in enumerate(traps, start=1):
        if abs(answer - trap["value"]) <= trap.get("tolerance", item["tolerance"]):
            return place
    return len(traps) + (1 if answer < item["answer"] else 2)


def taken(item, answer):
    """The numbers, from 0, of the `options` that a valid answer took."""
    match item["kind"]:
        case "choice":
            return {answer}
        case "several":
            return set(answer)
        case "classify" | "match":
            width = len(item["groups"]) if item["kind"] == "classify" else len(scoring.rights(item))
            return {part * width + place for part, place in enumerate(answer)}
        case "order":
            wrong = [place for place, step in enumerate(answer) if step != place]
            return {wrong[0] + 1} if wrong else {0}
        case "number":
            return {_number(item, answer)}
    return set()
