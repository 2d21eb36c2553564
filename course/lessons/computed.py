"""What a card says where prose quotes it: the words of a link to its verdict or to a figure."""

from collections.abc import Sequence
from functools import cache

from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.cards.sentences import number
from course.evidence.inquiries.shared import countries
from course.evidence.inquiry import Answer, Asked, Inquiry, Options, Value
from course.evidence.result import Fact, Result, Verdict, read
from course.lessons.classic.merit import merit_and_effectiveness_comparison
from course.record.written import Target, target

__all__ = ["COUNTS", "told"]

_BETWEEN = "merit-and-effectiveness"
_VIEWS = ("levels", "changes")
COUNTS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


@cache
def told(address: str) -> str:
    """What the computation behind a link's address says. Raises CourseError, one sentence with the
    cure, if it names none.
    """
    found = target(address)
    if found is None:
        raise CourseError(
            f"{address} is no computation; write #verdict-CARD or #figure-CARD-FIGURE."
        )
    asked = dict(found.asked)
    digits = asked.pop("digits", "2")
    spelt = asked.pop("as", "")
    verdict, figures = _said(found.card, tuple(asked.items()))
    if not found.field:
        return verdict
    if found.field not in figures:
        raise CourseError(f"{address}: no such figure; it has {', '.join(figures)}.")
    shown = _shown(figures[found.field], digits)
    return _in_words(shown, spelt) if spelt else shown


@cache
def _said(card: str, asked: tuple[tuple[str, str], ...]) -> tuple[Verdict, dict[str, Fact | int]]:
    """(verdict, figures) of a card as it is asked."""
    told_of = Target(card, "", asked)
    return _between(told_of) if card == _BETWEEN else _weighed(told_of)


@cache
def _answer(card: str, country: str | None, subject: tuple[tuple[str, Value], ...]) -> Answer:
    return inquiries.inquiry(card, country).answer(**dict(subject))


def _rounded(figure: float, digits: str) -> str:
    if digits not in {"0", "1", "3"}:
        raise CourseError(f"digits={digits} is no rounding; write 0, 1 or 3, or leave it out.")
    return f"{figure:.{digits}f}".replace("-", "\N{MINUS SIGN}")


def _in_words(shown: str, spelt: str) -> str:
    """A small count in words: `none` to `twelve`."""
    if spelt != "words":
        raise CourseError(f"as={spelt} is no way to write a count; write as=words.")
    if not shown.isdecimal() or int(shown) >= len(COUNTS):
        raise CourseError(f"{shown} has no word here; leave out as=words.")
    return COUNTS[int(shown)]


def _shown(figure: Fact | int, digits: str) -> str:
    if isinstance(figure, float):
        return number(figure) if digits == "2" else _rounded(figure, digits)
    return str(figure)


def _figures(result: Result) -> dict[str, Fact | int]:
    """Every figure of a Result, by name."""
    found: dict[str, Fact | int] = {"estimate": result.estimate, "size": abs(result.estimate)}
    if result.interval is not None:
        found |= {"low": result.interval[0], "high": result.interval[1]}
    return found | {"n": result.n} | dict(result.facts)


def _counted(readings: Sequence[int]) -> dict[str, int]:
    """How many admissible choices there are, and how many read for the claim, against it, and
    neither way.
    """
    return {
        "choices": len(readings),
        "reading_for": readings.count(1),
        "reading_against": readings.count(-1),
        "not_told": readings.count(0),
    }


def _value(options: Options, said: str) -> Value:
    """The value of a subject or a choice that a link writes so."""
    for value in options:
        if str(value) == said:
            return value
    raise CourseError(f"{said!r} is none of {', '.join(map(str, options))}.")


def _asked(inquiry: Inquiry, card: Target) -> tuple[Asked, Asked]:
    """The subject and the choice that a link names, where it names any."""
    subject, choice = Asked(), Asked()
    for name, said in card.asked:
        if name in inquiry.subjects:
            subject[name] = _value(inquiry.subjects[name], said)
        elif name in inquiry.choices:
            choice[name] = _value(inquiry.choices[name], said)
        else:
            known = ", ".join([*inquiry.subjects, *inquiry.choices])
            raise CourseError(f"{card.card} is asked of no {name!r}; it takes {known}.")
    return subject, choice


def _country(card: Target) -> str | None:
    """The country that a link asks a card of, if it is one that such a card may be asked of."""
    country = dict(card.asked).get("country")
    known = country in countries.names() and inquiries.takes_country(card.card)
    return country if known else None


def _weighed(card: Target) -> tuple[Verdict, dict[str, Fact | int]]:
    """(verdict, figures) of a question: of all its choices together, and of the one named."""
    country = _country(card)
    inquiry = inquiries.inquiry(card.card, country)
    subject, choice = _asked(inquiry, card)
    answer = _answer(card.card, country, tuple(subject.items()))
    one = answer.result
    if choice:
        every = inquiry.all_subjects()[0] | subject
        one = inquiry.one(**every, **(inquiry.all_choices()[0] | choice))
    readings = [inquiry.expects * read(result, inquiry.floor) for _, result in answer.each]
    estimates = [result.estimate for _, result in answer.each]
    figures = (
        _figures(one)
        | _counted(readings)
        | {
            "lie_above": sum(estimate > 0 for estimate in estimates),
            "lie_below": sum(estimate < 0 for estimate in estimates),
            "half": answer.half,
            "twice": answer.twice,
        }
    )
    return answer.result.verdict, figures


def _between(card: Target) -> tuple[Verdict, dict[str, Fact | int]]:
    """The same of merit and effectiveness: levels in a year, or changes since."""
    asked = {"compare": "levels", "since": "1996"} | dict(card.asked)
    view, since = asked.pop("compare"), asked.pop("since")
    if asked or view not in _VIEWS or not since.isdecimal():
        raise CourseError(
            f"{card.card} is asked with compare=levels or compare=changes and since=1996."
        )
    found = merit_and_effectiveness_comparison(view, int(since))
    return found.result.verdict, _figures(found.result) | _counted(found.readings)
