"""All readings, each with its verdict, as a table: what `course check --evidence` prints."""

from collections.abc import Sequence

from course.evidence import inquiries
from course.evidence.cards.false import in_brief
from course.evidence.cards.readings import Reading, expected, readings
from course.interface.words import say

__all__ = ["summed", "table"]

_HEADS = (
    "no.",
    "claim",
    "question",
    "reading",
    "estimate",
    "trend",
    "cause",
    "date",
    "false verdicts",
)


def _row(number: int, one: Reading) -> tuple[str, ...]:
    return (
        str(number),
        ", ".join(one.claims),
        one.question,
        one.words,
        one.estimate,
        one.verdict,
        one.cause,
        one.date,
        one.expected,
    )


def summed(several: Sequence[Reading]) -> str:
    """How many verdicts so many readings give, and how many would be false if nothing had happened
    in any.
    """
    told = expected(several)
    most = max(several, key=lambda one: max(one.each_way or (0, 0)))
    return say(
        "lines.summed",
        readings=len(several),
        given=told.given,
        known=told.known,
        independent=f"{told.independent:.1f}",
        persistent=f"{told.persistent:.1f}",
        largest=in_brief(most.each_way, held_loosely=False),
        reading=most.words or say("lines.whole"),
        question=most.question,
        unknown=told.unknown,
    )


def table(several: Sequence[Reading] | None = None) -> str:
    """A Markdown table as one string, a line a reading: claim, reading, estimate of the course's
    own choice (badge; number of choices), trend, cause, date, and the false verdicts to expect;
    under it what to expect of all together. Of the questions' readings of Pakistan, if none are
    given.
    """
    several = readings() if several is None else several
    numbers = {name: at for at, name in enumerate(dict.fromkeys(o.card for o in several), 1)}
    rows = [_row(numbers[one.card], one) for one in several]
    text = "\n".join(f"| {' | '.join(line)} |" for line in [_HEADS, ("---",) * len(_HEADS), *rows])
    untested = ", ".join(entry["claim"] for entry in inquiries.untestable())
    return f"{text}\n\n{summed(several)}\n\nCannot be tested with these tables: {untested}."
