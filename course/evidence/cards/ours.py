"""What the course says of a card, beside the verdict that a student has written."""

from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.cards.as_read import as_read
from course.evidence.cards.face import is_read
from course.evidence.cards.sentences import finding
from course.evidence.cards.verdicts import VERDICTS
from course.evidence.inquiry import Answer, Asked, Inquiry
from course.evidence.result import Verdict
from course.interface.words import say
from course.items.kinds.reasoned import Ours

__all__ = ["ours"]


def _answers(card: str, country: str | None) -> list[tuple[Asked, Answer]]:
    """Each reading of a card for one country, with its answer; those without one are left out."""
    inquiry = inquiries.inquiry(card, country)
    own = (s for s in inquiry.all_subjects() if s.get("country", "PAK") == (country or "PAK"))
    found: list[tuple[Asked, Answer]] = []
    for subject in own:
        try:
            found.append((subject, inquiry.answer(**subject)))
        except CourseError:
            continue
    return found


def _because(inquiry: Inquiry, subject: Asked, answer: Answer) -> str:
    """What the course's own choice found, and what all choices say."""
    choice, result = answer.each[0]
    return f"{finding(inquiry, {**subject, **choice}, result)}. {answer.result.reason}."


def _as_read(card: str, country: str | None) -> list[tuple[str, Verdict, str]]:
    """(its name, its verdict, why) of each reading of the words that the record answers and that
    the card's own controls do not ask; none of another country.
    """
    if country not in {None, "PAK"}:
        return []
    several = [one for one in as_read(card) if one.answer and one.weighed_by != card]
    return [(say("lines.read_as", name=one.name), one.verdict, one.told()) for one in several]


def _asked_by(card: str, country: str | None) -> list[tuple[str, Verdict, str]]:
    """The same of each reading that the card's controls ask."""
    inquiry = inquiries.inquiry(card, country)
    told: list[tuple[str, Verdict, str]] = []
    for subject, answer in _answers(card, country):
        what = {name: value for name, value in subject.items() if name != "country"}
        words = "; ".join(inquiry.in_words(what).values())
        if not is_read(card, subject):
            words = say("lines.ours", what=words) if words else say("lines.our_question")
        told.append((words, answer.result.verdict, _because(inquiry, subject, answer)))
    return told


def ours(card: str, country: str | None = None) -> list[Ours]:
    """What the course says of a card: readings with one verdict are told together,
    by the first of them. Raises CourseError if the record has no answer for the country.
    """
    numbers = list(VERDICTS)
    asked, taken = _asked_by(card, country), _as_read(card, country)
    first = next(iter(as_read(card)), None)  # the reader's, which stands before all others
    opens = first is None or first.weighed_by == card
    found = [*asked, *taken] if opens else [*taken, *asked]
    told: dict[Verdict, Ours] = {}
    for words, verdict, because in found:
        if verdict in told:
            told[verdict]["of"] += f" · {words}"
        else:
            told[verdict] = {"of": words, "option": numbers.index(verdict), "because": because}
    if not told:
        raise CourseError(f"The record has no verdict on {card!r} for {country}; choose another.")
    if "cause" in inquiries.words(card):
        *_, last = told.values()
        last["because"] += " " + say("verdicts.no_cause")
    if len(told) == 1 and len(found) > 1:
        [only] = told.values()
        only["of"] = say("verdicts.every_reading", n=len(found))
    return list(told.values())
