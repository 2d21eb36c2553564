"""What a room answered, as counts: bars for what is chosen or ordered, dots on a line for a number.

Votes of fewer than five phones are not shown, since each might be known by its answer.
"""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import TypedDict, cast

from course.interface.words import say
from course.items import kinds
from course.live.asked import Asked
from course.live.state import FEW, Round

__all__ = [
    "FEW",
    "Moved",
    "Shown",
    "is_number",
    "labels",
    "middle",
    "moved",
    "rows",
    "shown",
    "values",
]

_ORDERS = 5  # different orders that are shown by themselves


class Shown(TypedDict):
    """One vote as a page draws it: how many answered, and a count for each label; for a number
    the answers themselves, which are dots.
    """

    vote: int
    of: int
    few: bool
    counts: list[int]
    dots: list[float]


class Moved(TypedDict):
    """Of the phones that voted twice (of), how many answered otherwise the second time."""

    of: int
    changed: int


def _letters(steps: Sequence[int]) -> str:
    return " ".join(chr(ord("A") + step) for step in steps)


def _orders(rounds: Sequence[Round]) -> list[tuple[int, ...]]:
    """The orders that were given most often, over the votes that may be shown."""
    many = [one for one in rounds if len(one.answers) >= FEW]
    every = Counter(_taken(answer) for one in many for answer in one.answers.values())
    return [order for order, _ in sorted(every.items(), key=lambda e: (-e[1], e[0]))][:_ORDERS]


def _taken(answer: object) -> tuple[int, ...]:
    """The numbers in an answer that its kind let pass."""
    return tuple(cast("list[int]", answer)) if isinstance(answer, list) else (cast("int", answer),)


def labels(asked: Asked, rounds: Sequence[Round]) -> list[str]:
    """What is counted, in words, in the order in which it was shown; of a number nothing."""
    if is_number(asked):
        return []
    if kinds.of(asked.public).counted == "orders":
        return [*map(_letters, _orders(rounds)), say("live.other_orders")]
    return list(kinds.of(asked.public).offered())


def _counts(asked: Asked, one: Round, rounds: Sequence[Round]) -> list[int]:
    answers = [_taken(answer) for answer in one.answers.values()]
    if kinds.of(asked.public).counted == "orders":
        orders = _orders(rounds)
        each = [answers.count(order) for order in orders]
        return [*each, len(answers) - sum(each)]
    places = asked.public.get("shown") or range(len(asked.public["options"]))
    return [sum(place in answer for answer in answers) for place in places]


def values(one: Round) -> list[float]:
    """The numbers of a vote, from small to large."""
    return sorted(float(cast("float", answer)) for answer in one.answers.values())


def middle(rounds: Sequence[Round]) -> float | None:
    """The guess in the middle of the newest vote that may be shown."""
    some = [one for one in rounds if len(one.answers) >= FEW]
    return median(values(some[-1])) if some else None


def moved(rounds: Sequence[Round]) -> Moved | None:
    """How many changed their answer; None without two votes, or where fewer than FEW gave both."""
    if len(rounds) != 2 or any(len(one.answers) < FEW for one in rounds):
        return None
    first, second = (one.answers for one in rounds)
    both = first.keys() & second.keys()
    if len(both) < FEW:
        return None
    return {"of": len(both), "changed": sum(first[phone] != second[phone] for phone in both)}


def is_number(asked: Asked) -> bool:
    """Is a number asked for?"""
    return kinds.of(asked.public).counted == "numbers"


def shown(asked: Asked, rounds: Sequence[Round]) -> list[Shown]:
    """Each vote on a question, as a page draws it."""
    told: list[Shown] = []
    for one in rounds:
        few = len(one.answers) < FEW
        dots = values(one) if is_number(asked) and not few else []
        counts = [] if is_number(asked) or few else _counts(asked, one, rounds)
        told.append(
            {"vote": one.vote, "of": len(one.answers), "few": few, "counts": counts, "dots": dots}
        )
    return told


def rows(asked: Asked, rounds: Sequence[Round]) -> list[tuple[int, int, str, int]]:
    """The votes on a question as (vote, how many answered, what, how many took it)."""
    named, found = labels(asked, rounds), list[tuple[int, int, str, int]]()
    for told in shown(asked, rounds):
        if told["few"]:
            found.append((told["vote"], told["of"], say("live.too_few", n=FEW), told["of"]))
            continue
        some = Counter(f"{dot:g}" for dot in told["dots"])
        pairs = some.items() if is_number(asked) else zip(named, told["counts"], strict=True)
        found += [(told["vote"], told["of"], label, count) for label, count in pairs]
    return found
