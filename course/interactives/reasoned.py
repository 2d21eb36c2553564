"""A choice with reasons, kept, and then the course's own beside it: a yardstick before a card is
looked at, a verdict after. A server that only reads documents computes nothing.
"""

from course.charts.verdicts import SIGNS
from course.evidence.cards import verdicts
from course.evidence.inquiries.shared.countries import code
from course.interactives.asking import Asking
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Asked, Paper
from course.interface.words import say
from course.items import rooms

__all__ = ["paper", "verdict", "yardstick"]


class Content(Asking):
    """label: what is to be done, as a heading."""

    label: str


def yardstick(card: str, country: str | None = None) -> Interactive:
    """The yardstick of a card in a room, of another country (iso3) if told. Raises CourseError,
    naming the nearest, for a card that no room asks about.
    """
    item = rooms.yardstick(rooms.named(card, country and code(country)))
    content: Content = {"items": [item], "label": say("reasoned.yardstick")}
    return made("reasoned", item["id"], content)


def verdict(card: str, country: str | None = None) -> Interactive:
    """The verdict on a card, of another country (iso3) if told, with the course's own. Raises
    CourseError, naming the nearest, for an unknown card or country.
    """
    from course.evidence.cards.ours import ours

    where = country and code(country)
    asked = verdicts.item(card, where)
    item = {
        **asked,
        "options": [{**o, "sign": SIGNS[o["verdict"]]} for o in asked["options"]],
        "ours": ours(card, where),
    }
    content: Content = {"items": [item], "label": say("reasoned.verdict")}
    return made("reasoned", asked["id"], content)


def paper(content: Content) -> Paper:
    """What is asked, and the course's answer behind a disclosure."""
    asked = (
        Asked(item, label=say("paper.verdict" if "weighs" in item else "paper.yardstick"))
        for item in content["items"]
    )
    return Paper(tuple(asked), say("reasoned.live"))
