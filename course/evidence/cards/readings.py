"""Every reading of every question, with all that is said of its verdict: what `course check
--evidence` prints, and what the page that brings the cards together holds.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum

from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.as_read import NAMES as AS_READ
from course.evidence.cards import false as rated
from course.evidence.cards import lines
from course.evidence.cards.as_read import as_read
from course.evidence.inquiry import Answer, Asked, Inquiry
from course.evidence.rates import Rule, independent
from course.evidence.result import NO_VERDICT, TELLING, Verdict
from course.evidence.weighed import Weighed, weighed
from course.interface.words import say

__all__ = ["Expected", "Reading", "expected", "readings", "taken"]

_ALONE = 0.05  # of verdicts on nothing that a 95 % interval gives, both ways together


@dataclass(frozen=True)
class Reading:
    """A question as it is asked of one subject (`words`, the country left out), and its verdict.

    estimate is that of the course's own choice, with its badge and the number of choices. half and
    twice are the verdicts with half and with twice the band. false holds the shares of records
    without a change that would get a verdict: (if no year told of the next, as years go together on
    record), None where they are not known; each_way: (for the claim, against it), or None; loose:
    either way has more of them than a card should, or nobody knows how many.
    """

    card: str
    question: str
    claims: tuple[str, ...]
    words: str
    estimate: str
    verdict: Verdict
    half: Verdict
    twice: Verdict
    cause: str
    date: str
    expected: str
    would_change: str
    false: tuple[float, float] | None
    each_way: tuple[float, float] | None = None
    loose: bool = False


@dataclass(frozen=True)
class Expected:
    """What to expect of so many readings if nothing had happened in any: how many have a rate,
    how many verdicts for or against they give, how many false ones if no year told of the next,
    and as years go together; how many have no rate.
    """

    known: int
    given: int
    independent: float
    persistent: float
    unknown: int


def expected(several: Iterable[Reading]) -> Expected:
    """The Expected of some Readings. A sum of shares is the number to expect, whether or not the
    readings err together.
    """
    several = list(several)
    rates = [(one, one.false) for one in several if one.false is not None]
    return Expected(
        known=len(rates),
        given=sum(one.verdict in TELLING for one, _ in rates),
        independent=fsum(false[0] for _, false in rates),
        persistent=fsum(false[1] for _, false in rates),
        unknown=len(several) - len(rates),
    )


def _false(inquiry: Inquiry, answer: Answer, found: Weighed) -> tuple[float, float] | None:
    together = found.false
    if found.chance is not None and together is not None:
        return together, together  # countries are compared, not years
    if together is None:
        return None if rated.each_way(answer, found) is None else (_ALONE, _ALONE)
    by = inquiry.by
    sources = tuple(choice[by] for choice, _ in answer.each) if by else ()
    results = [result for _, result in answer.each]
    apart = independent(results, Rule(inquiry.expects, inquiry.floor, sources))
    return fsum(apart or (0.0, 0.0)), together


def _estimate(inquiry: Inquiry, answer: Answer) -> str:
    result = answer.result
    interval = "{:.2f} to {:.2f}".format(*result.interval) if result.interval else say("lines.none")
    told = say(
        "lines.estimate", estimate=f"{result.estimate:.2f} {inquiry.unit}", interval=interval
    )
    return f"{told} ({result.badge}; {len(answer.each)})"


def _reading(name: str, asked: Inquiry, subject: Asked, told: str) -> Reading:
    """A reading of the question `name` by an Inquiry, called `told`."""
    words = inquiries.asked(name)
    verdict = NO_VERDICT
    half = twice = verdict
    estimate = date = say("lines.none")
    false, each_way, loose = None, None, False
    try:
        answer = asked.answer(**subject)
    except CourseError as error:
        said = str(error)
    else:
        found = weighed(asked, answer)
        verdict, half, twice = answer.result.verdict, answer.half, answer.twice
        estimate, false = _estimate(asked, answer), _false(asked, answer, found)
        date = _date(asked, found)
        said, loose = rated.expected(answer, found), rated.loose(answer, found)
        each_way = rated.each_way(answer, found)
    return Reading(
        card=name,
        question=words["question"],
        claims=tuple(words["claims"]),
        words=told,
        estimate=estimate,
        verdict=verdict,
        half=half,
        twice=twice,
        cause=say("lines.not_testable") if "cause" in words else say("lines.none_claimed"),
        date=date,
        expected=said,
        would_change=words.get("would_change", say("lines.nothing_more")),
        false=false,
        each_way=each_way,
        loose=loose,
    )


def _date(asked: Inquiry, found: Weighed) -> str:
    told = lines.all_dated(asked, found)
    if not told:
        return say("lines.no_date")
    stepped = lines.stepped(asked, found)
    return f"{told}; {stepped}" if stepped else told


def _own(name: str) -> Iterator[Reading]:
    """The readings that a card's controls ask of Pakistan."""
    asked = inquiries.inquiry(name)
    for subject in asked.all_subjects():
        if subject.get("country", "PAK") == "PAK":
            told = asked.in_words({k: v for k, v in subject.items() if k != "country"})
            yield _reading(name, asked, subject, "; ".join(told.values()))


def taken(names: Iterable[str]) -> Iterator[Reading]:
    """The readings that a reader without figures took from the words of these cards, and that no
    card's controls ask; each under the first card that has it.
    """
    seen = set[str]()
    for name in names:
        for one in as_read(name):
            if one.weighed_by in AS_READ and one.name not in seen:
                seen.add(one.name)
                yield _reading(name, one.asked, dict(one.subject), one.name)


@cache
def readings() -> Sequence[Reading]:
    """The Readings of Pakistan, in the order of the questions: those that a card asks, then those
    that a reader without figures took from its words beside them.
    """
    beside: dict[str, list[Reading]] = {}
    for one in taken(inquiries.NAMES):
        beside.setdefault(one.card, []).append(one)
    return tuple(one for name in inquiries.NAMES for one in (*_own(name), *beside.get(name, ())))
