"""What else an answer needs to be trusted: when its series stepped,
and how often its choices would be wrong.
"""

from dataclasses import dataclass
from math import fsum

from course.evidence.dating import Dates, dates
from course.evidence.inquiry import Answer, Inquiry
from course.evidence.rates import Rates, Rule, rates
from course.evidence.series import Series

__all__ = ["Weighed", "weighed"]


@dataclass(frozen=True)
class Weighed:
    """chance is what the Inquiry gives of a link between countries. rates are those of all choices,
    None where they are no sums of yearly figures; dates is [(what the series is, in words; its
    Dates)], empty where the claim names no year. uncounted is what no rate counts, in a sentence.
    """

    rates: Rates | None
    dates: tuple[tuple[str, Dates], ...]
    chance: tuple[float, float] | None = None
    uncounted: str = ""

    @property
    def false(self) -> float | None:
        """The share of records in which nothing happened that would get a verdict,
        for the claim or against it; None where it is not known.
        """
        if self.chance is not None:
            return fsum(self.chance)
        if self.rates is None:
            return None
        held = (self.rates.held_for or 0) + (self.rates.held_against or 0)
        return max(self.rates.for_it + self.rates.against, held)


def _series(answer: Answer) -> dict[Series, list[int]]:
    """Each series that the choices rest on, and the places of those that do."""
    found: dict[Series, list[int]] = {}
    for at, (_, result) in enumerate(answer.each):
        if result.contrast is not None:
            found.setdefault(result.contrast.series, []).append(at)
    return found


def _label(inquiry: Inquiry, answer: Answer, places: list[int]) -> str:
    """What tells a series from the others: the words of the choices
    that all of its own share, and others do not.
    """
    own, told = [answer.each[at][0] for at in places], list[str]()
    for name in inquiry.choices:
        values, everywhere = {c[name] for c in own}, {c[name] for c, _ in answer.each}
        if len(values) == 1 and len(everywhere) > 1:
            told.append(inquiry.in_words(own[0])[name])
    return ", ".join(told)


def weighed(inquiry: Inquiry, answer: Answer) -> Weighed:
    """The Weighed of an Answer of an Inquiry."""
    results = [result for _, result in answer.each]
    by = inquiry.by
    sources = tuple(choice[by] for choice, _ in answer.each) if by else ()
    dated: list[tuple[str, Dates]] = []
    if inquiry.named is not None:
        for series, places in _series(answer).items():
            found = dates(series)
            if found is not None:
                dated.append((_label(inquiry, answer, places), found))
    found_rates = rates(results, Rule(inquiry.expects, inquiry.floor, sources))
    chance = inquiry.chance() if inquiry.chance else None
    return Weighed(found_rates, tuple(dated), chance, inquiry.uncounted)
