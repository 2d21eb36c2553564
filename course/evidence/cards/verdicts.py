"""The verdict that a student is asked to write on a card; what the course says is in ours.py.

It needs no figure, so that a server which only keeps answers computes nothing.
"""

from course.errors import unknown
from course.evidence import inquiries
from course.evidence.inquiries.shared import countries
from course.evidence.result import Verdict
from course.interface.words import say
from course.items import rooms
from course.items.kinds import Item

__all__ = ["VERDICTS", "item", "items"]

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
