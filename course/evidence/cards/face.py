"""What stands above a card's folds: the verdict of the reader's first reading of the words, then
each other reading and our own question, each with its verdict and the false ones to expect.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from course.evidence import inquiries
from course.evidence.cards.as_read import as_read
from course.evidence.inquiry import Asked
from course.evidence.result import Verdict
from course.interface.words import say

__all__ = ["Clause", "face", "is_read"]

# its verdict, if it has one of its own; what it says; the false verdicts to expect, or empty
Clause: TypeAlias = tuple[Verdict | str, str, str]


def is_read(name: str, subject: Asked) -> bool:
    """Whether what a card's controls ask is one of the readings of its words."""
    return any(one.is_of(name, subject) for one in as_read(name))


def face(
    name: str, subject: Asked, own: Verdict, rate: str, ends: Iterable[str]
) -> tuple[Verdict, Sequence[Clause]]:
    """(verdict of the badge, clauses that follow it) where the controls ask of `subject`, which has
    the verdict `own` at the rate `rate`.

    The claims are about Pakistan, and so is what a reader took from their words: of another country
    only our question stands.
    """
    ours, last = say("lines.our_question"), [("", one, "") for one in ends]
    if subject.get("country", "PAK") != "PAK" or "chosen" not in inquiries.asked(name):
        return own, [("", ours, rate), *last]
    several = as_read(name)
    if not several:
        return own, [("", say("lines.read_by_us"), rate), *last]
    told: list[Clause] = []
    for one in several:
        key = "lines.read_as" if not told else "lines.read_too"
        words = say(key, name=one.name)
        if one.is_of(name, subject):
            words = say("lines.drawn", told=words)
        told.append((one.verdict if told else "", words, one.rate))
    if not is_read(name, subject):
        told.append((own, say("lines.drawn", told=ours), rate))
    return several[0].verdict, [*told, *last]
