"""Every reading of every card together: the questions', and those of merit and effectiveness,
which compares countries.
"""

from collections.abc import Sequence

from course.evidence import inquiries
from course.evidence.cards.false import shown_share
from course.evidence.cards.readings import Reading, readings, taken
from course.evidence.cards.sentences import interval, number
from course.interface.words import say
from course.lessons.classic import merit

__all__ = ["gathered"]

_CARD = "merit-and-effectiveness"
_SINCE = 1996
_WORDS = {"levels": "levels across countries", "changes": "changes within countries"}


def _between(view: str) -> Reading:
    asked = inquiries.asked(_CARD)
    found = merit.merit_and_effectiveness_comparison(view, _SINCE)
    result, chance = found.result, merit.by_chance_of(view)
    return Reading(
        card=_CARD,
        question=asked["question"],
        claims=tuple(asked["claims"]),
        words=_WORDS[view],
        estimate=f"r = {number(result.estimate)}, {interval(result)} ({result.badge})",
        verdict=result.verdict,
        half=found.half,
        twice=found.twice,
        cause=say("lines.not_testable"),
        date=say("lines.no_date"),
        expected=say("lines.by_chance", share=shown_share(chance)),
        would_change=merit.WOULD_CHANGE[view],
        false=(2 * chance, 2 * chance),
        each_way=(chance, chance),
    )


def gathered() -> Sequence[Reading]:
    """The Readings of Pakistan, in the order of the questions, and those that compare all
    countries.
    """
    return (*readings(), *map(_between, _WORDS), *taken([_CARD]))
