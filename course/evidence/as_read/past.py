"""Readings of Pakistan's past: the whole record on both sides of 1973, the years after it beside
India, merit since 1950, and the first years against the middle of each scale and against what came
later.
"""

from collections.abc import Callable, Mapping
from functools import partial

from course.evidence import periods
from course.evidence.as_read._asked import above, asked, undecided
from course.evidence.inquiries.shared.pakistan import FLOOR, MEASURES, TABLE, measure
from course.evidence.inquiry import Inquiry
from course.evidence.result import Result
from course.evidence.series import Series, from_table

__all__ = ["ASKED"]

_CORRUPTION = ("vdem-v13", "political_corruption")
_TENTH = 0.1  # of an index of 0 to 1: what civil society's card reads, too
_AFTER = 1974  # the first whole year without the service
_AGAINST = {"middle": "the middle of its scale", "later": "the years from 1974"}


# Impartiality after a year is lower than before it at every turn from 1953 to 2019, merit at each
# from 1953 to 1987 (tests/evidence/test_as_read.py).
_WHY = "Whole periods differ at most turns that one could take, so they do not speak of 1973."


def _csp_injury() -> Inquiry:
    return asked(
        "csp-injury",
        (TABLE,),
        subjects={"measured": MEASURES},
        choices={"first": {1974: "from 1974", 1973: "from 1973"}},
        compare=undecided(_WHY),
        expects=-1,
        floor=FLOOR,
        unit="V-Dem points",
    )


def _since_1950(window: int) -> Result:
    merit = measure("merit")
    first, last = merit.years[0], merit.years[-1]
    return periods.change(merit, (first, first + window - 1), (last - window + 1, last))


def _merit_since_1950() -> Inquiry:
    return asked(
        "merit-since-1950",
        (TABLE,),
        choices={"window": {5: "5 years at each end", 3: "3 years", 8: "8 years"}},
        compare=_since_1950,
        expects=-1,
        floor=FLOOR,
        unit="V-Dem points",
    )


def _early(series: Callable[[], Series], middle: float, against: str, years: int) -> Result:
    whole = series()
    first = (whole.years[0], whole.years[0] + years - 1)
    if against == "middle":
        return periods.level(above(whole, middle), first)
    return periods.change(whole, (_AFTER, whole.years[-1]), first)


# Of merit most of that lead stood before 1973 too, and impartiality's grew by less than the
# smallest step that is read (tests/evidence/test_as_read.py).
_LED = "India led before 1973 too, so a lead after that year does not speak of what happened in it."


_EMERGENCY = (1975, 1976, 1977)  # of India


def _below_india() -> Inquiry:
    return asked(
        "below-india",
        (TABLE,),
        subjects={"measured": MEASURES},
        choices={"left_out": {(): "1974 to 1990", _EMERGENCY: "without 1975 to 1977"}},
        compare=undecided(_LED),
        expects=1,
        floor=FLOOR,
        unit="V-Dem points",
    )


_YEARS = {1: "the first year on record", 3: "the first three years"}


def _early_merit() -> Inquiry:
    return asked(
        "early-merit",
        (TABLE,),
        subjects={"against": _AGAINST},
        choices={"years": _YEARS},
        compare=partial(_early, partial(measure, "merit"), 0.0),
        expects=1,
        floor=FLOOR,
        unit="V-Dem points",
    )


def _early_corruption() -> Inquiry:
    return asked(
        "early-corruption",
        _CORRUPTION[:1],
        subjects={"against": _AGAINST},
        choices={"years": _YEARS},
        compare=partial(_early, partial(from_table, *_CORRUPTION, "PAK"), 0.5),
        expects=-1,
        band=_TENTH,
        unit="points of an index of 0 to 1",
    )


ASKED: Mapping[str, Callable[[], Inquiry]] = {
    "csp-injury": _csp_injury,
    "below-india": _below_india,
    "merit-since-1950": _merit_since_1950,
    "early-merit": _early_merit,
    "early-corruption": _early_corruption,
}
