"""How many false verdicts to expect of a reading, in words: in full, and in a clause."""

from course.evidence.inquiry import Answer
from course.evidence.result import TELLING
from course.evidence.weighed import Weighed
from course.interface.words import say

__all__ = ["each_way", "expected", "in_brief", "loose", "shown_share"]

_AIM = 0.05  # of false verdicts each way: a card with more says so
_BY_INTERVAL = 0.025  # each way, of a 95 % interval alone


def shown_share(share: float) -> str:
    """A share in per cent, in words."""
    return "under 0.1 %" if share < 0.001 else f"{100 * share:.1f} %"


def _by_interval(answer: Answer, found: Weighed) -> bool:
    """Whether nothing but the interval errs: no years are compared, and nothing is left out."""
    each = [result for _, result in answer.each]
    return not found.uncounted and all(r.interval and r.contrast is None for r in each)


def each_way(answer: Answer, found: Weighed) -> tuple[float, float] | None:
    """(share for the claim, share against it) of records in which nothing happened, of whichever
    noise gives more; None where nobody knows them.
    """
    if found.chance is not None:
        return found.chance
    if found.rates is not None:
        rates = found.rates
        return (
            max(rates.for_it, rates.held_for or 0),
            max(rates.against, rates.held_against or 0),
        )
    return (_BY_INTERVAL, _BY_INTERVAL) if _by_interval(answer, found) else None


def loose(answer: Answer, found: Weighed) -> bool:
    """Whether the choices give more false verdicts, one way, than a card should, or the card gives
    a verdict of which nobody knows how often it is false.
    """
    shares = each_way(answer, found)
    return answer.result.verdict in TELLING if shares is None else max(shares) > _AIM


def in_brief(shares: tuple[float, float] | None, *, held_loosely: bool) -> str:
    """The shares in a clause, and that a verdict is to be held loosely where it is."""
    if shares is None:
        told = say("lines.share_unknown")
    else:
        for_it, against = map(shown_share, shares)
        told = say("lines.shares", for_it=for_it, against=against)
        if for_it == against:
            told = say("lines.share_alike", share=for_it)
    return say("lines.hold", told=told) if held_loosely else told


def _told(answer: Answer, found: Weighed) -> str:
    if found.chance is not None:
        return say("lines.by_chance", share=shown_share(max(found.chance)))
    rates = found.rates
    if rates is None:
        return say("lines.interval_rate" if answer.result.interval else "lines.no_rate")
    told = say(
        "lines.rate",
        rho=f"{rates.rho:.2f}",
        for_it=shown_share(rates.for_it),
        against=shown_share(rates.against),
    )
    if rates.held_for is None or rates.held_against is None:
        return told
    held = say(
        "lines.held_rate",
        for_it=shown_share(rates.held_for),
        against=shown_share(rates.held_against),
    )
    return f"{told} {held}"


def expected(answer: Answer, found: Weighed) -> str:
    """How often choices such as these give a verdict on a record in which nothing happened."""
    told = f"{_told(answer, found)} {found.uncounted}".strip()
    if not loose(answer, found):
        return told
    unknown = each_way(answer, found) is None
    return f"{told} {say('lines.unknown' if unknown else 'lines.loose')}"
