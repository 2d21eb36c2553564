"""The verdict that a student writes on a card: what she is asked, and what the course says.

What she is asked needs no figure, so that a server which only keeps answers computes nothing.
"""

from course.errors import CourseError, unknown
from course.evidence import inquiries
from course.evidence.cards.as_read import as_read
from course.evidence.cards.face import is_read
from course.evidence.cards.sentences import finding
from course.evidence.inquiries.shared import countries
from course.evidence.inquiry import Answer, Asked, Inquiry
from course.evidence.result import Verdict
from course.interface.words import say
from course.items import rooms
from course.items.kinds import Item
from course.items.kinds.reasoned import Ours

__all__ = ["VERDICTS", "item", "items", "ours"]

# each with what must hold for it: what a reader is told beside it
VERDICTS: dict[Verdict, tuple[str, str]] = {
    "supports": ("card.supports", "verdicts.supports"),
    "contradicts": ("card.contradicts", "verdicts.contradicts"),
    "no such change": ("card.no_such_change", "verdicts.no_such_change"),
    "leaves open": ("card.leaves_open", "verdicts.leaves_open"),
    "sources disagree": ("card.sources_disagree", "verdicts.sources_disagree"),
}
_REASONS = 60  # words that are asked for


def item(card: str, country: str | None = None) -> Item:
    """The verdict that is asked of a card, on another country (iso3) if told: five options, none of
    them scored. Raises CourseError, naming the nearest, for an unknown card or country.
    """
    if card not in inquiries.NAMES:
        raise unknown("question", card, inquiries.NAMES)
    asked = inquiries.words(card)
    stem = asked["question"]
    if country is not None:
        known = countries.names()
        if country not in known:
            raise unknown("country (its code of three letters)", country, known)
        stem = say("verdicts.of_country", country=known[country], question=stem)
    return {
        "id": f"verdict-{rooms.named(card, country)}",
        "kind": "reasoned",
        "claims": asked["claims"],
        "weighs": card,
        "stem": stem,
        "words": _REASONS,
        "options": [
            {"text": say(word), "says": say(says), "verdict": verdict}
            for verdict, (word, says) in VERDICTS.items()
        ],
        "then": say("verdicts.defend"),
    }


def items() -> list[Item]:
    """The verdict of every card, and of each country that a room asks about."""
    asked = [(one["card"], one.get("country")) for r in rooms.rooms() for one in r["weighed"]]
    return [item(*pair) for pair in [*((name, None) for name in inquiries.NAMES), *asked]]


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
