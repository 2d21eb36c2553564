"""What a reader without figures read in a claim's words, each reading with its verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl

from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.cards import false
from course.evidence.cards.sentences import interval, number, other_bands
from course.evidence.inquiry import Answer, Asked, Inquiry, Options, Value
from course.evidence.result import NO_VERDICT, Verdict
from course.evidence.weighed import Weighed, weighed
from course.interface.words import say

__all__ = ["AsRead", "as_read"]


@dataclass(frozen=True)
class AsRead:
    """One reading: its name, which card or reading of course.evidence.as_read weighs it, and of
    what subject. why says what the record lacks, where it cannot answer.
    """

    name: str
    weighed_by: str
    subject: tuple[tuple[str, Value], ...]
    answer: Answer | None
    found: Weighed | None = None
    why: str = ""

    @property
    def verdict(self) -> Verdict:
        return self.answer.result.verdict if self.answer else NO_VERDICT

    @property
    def asked(self) -> Inquiry:
        return inquiries.inquiry(self.weighed_by)

    def is_of(self, card: str, subject: Asked) -> bool:
        """Whether a card weighs it where its controls ask of `subject`."""
        return card == self.weighed_by and dict(self.subject).items() <= subject.items()

    @property
    def rate(self) -> str:
        """The false verdicts to expect, in a clause; empty where there is no verdict."""
        if self.answer is None or self.found is None:
            return ""
        held_loosely = false.loose(self.answer, self.found)
        return false.in_brief(false.each_way(self.answer, self.found), held_loosely=held_loosely)

    def told(self) -> str:
        """The reading with its estimate and its other bands; or why there is none."""
        if self.answer is None:
            return say("lines.not_read", name=self.name, verdict=self.verdict, why=self.why)
        result = self.answer.result
        return say(
            "lines.is_read",
            name=self.name,
            estimate=f"{number(result.estimate)} {self.asked.unit}",
            interval=interval(result),
            bands=other_bands(self.verdict, self.answer.half, self.answer.twice),
        )


def _value(options: Options, said: str) -> Value:
    found = [value for value in options if str(value) == said]
    if not found:
        raise CourseError(f"{said!r} is none of {', '.join(map(str, options))}.")
    return found[0]


@cache
def _one(name: str, address: str) -> AsRead:
    card, _, asked = address.partition("?")
    inquiry = inquiries.inquiry(card)
    subject = {key: _value(inquiry.subjects[key], said) for key, said in parse_qsl(asked)}
    asked = tuple(subject.items())
    try:
        answer = inquiry.answer(**subject)
    except CourseError as error:
        return AsRead(name, card, asked, None, why=str(error))
    return AsRead(name, card, asked, answer, weighed(inquiry, answer))


@cache
def as_read(card: str) -> Sequence[AsRead]:
    """The readings of a card's words, in the reader's order; none, where no column can stand for
    the words, or nobody has read them.
    """
    chosen = inquiries.asked(card).get("chosen")
    if chosen is None or "yardstick" not in chosen:
        return ()
    readings = [chosen, *chosen.get("also", [])]
    return [_one(*pair) for reading in readings for pair in reading["weighed"].items()]
