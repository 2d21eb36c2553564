"""How faithfully and ably: do the quality of rules and the survival of children go with how the
service is staffed?
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from course.errors import CourseError
from course.evidence.as_read._asked import asked
from course.evidence.inquiry import Inquiry
from course.evidence.levels_and_changes import compare, panel
from course.evidence.result import Result
from course.evidence.series import ByCountry, Span, world
from course.record import data

if TYPE_CHECKING:
    from pandas import DataFrame, Series

__all__ = ["ASKED"]

_TABLES = ("vdem-v15", "wgi")
_BAND = 0.3  # Cohen (1988) calls such a correlation medium
_FEWEST = 30  # countries


@cache
def _quality() -> "DataFrame":
    """The mean of rule of law and regulatory quality, countries down and years across."""
    wgi = data.load("wgi")
    of = [panel(wgi[wgi["indicator"] == code], "estimate") for code in ("rl", "rq")]
    return (of[0] + of[1]) / 2


@cache
def _execution() -> "DataFrame":
    """The lower of merit and impartiality: a service is as able and as fair as the weaker says."""
    vdem = data.load("vdem-v15")
    merit, impartiality = panel(vdem, "merit").align(panel(vdem, "impartiality"), join="inner")
    return merit.where(merit <= impartiality, impartiality)


def _changed(of: "DataFrame", years: Span) -> "Series[float]":
    return of[years[1]] - of[years[0]]


def _changes(against: str, years: Span) -> Result:
    if against == "rivals":
        raise CourseError(
            "The edition of V-Dem that has merit comes to us without judicial constraints, and two "
            "editions are never compared."
        )
    execution, quality = _changed(_execution(), years), _changed(_quality(), years)
    return compare(execution, quality, years, data.source_line(*_TABLES)).result


def _quality_of_rules() -> Inquiry:
    return asked(
        "execution-and-its-quality",
        _TABLES,
        subjects={
            "against": {"none": "no slope", "rivals": "the slopes of courts and of civil society"}
        },
        choices={
            "years": {
                (2013, 2023): "2013 to 2023",
                (2003, 2013): "2003 to 2013",
                (1996, 2006): "1996 to 2006",
            }
        },
        compare=_changes,
        expects=1,
        band=_BAND,
        unit="in correlation",
    )


def _rest(values: ByCountry, codes: list[str], beside: list[list[float]]) -> "Series[float]":
    """What income and schooling do not predict of a figure, by country."""
    import pandas as pd

    y = np.array([values[code] for code in codes])
    x = np.array([[1.0, *of] for of in beside])
    return pd.Series(y - x @ np.linalg.lstsq(x, y, rcond=None)[0], index=codes)


def _survival(what: str, year: int) -> Result:
    schooling, income = world("wdi", "primary_completion"), world("wdi", "income_per_head")[year]
    # A country's newest figure of the five years: few report each year.
    school = {c: v for at in range(year - 4, year + 1) for c, v in schooling.get(at, {}).items()}
    deaths, of = world("wdi", "under_five_mortality")[year], world("vdem-v15", what)[year]
    codes = sorted(school.keys() & income.keys() & deaths.keys() & of.keys())
    if len(codes) < _FEWEST:
        raise CourseError(f"Only {len(codes)} countries have all four figures for {year}.")
    beside = [[float(np.log(income[c])), school[c]] for c in codes]
    # Above zero where the better staffed lose fewer children.
    sign = -1 if what == "merit" else 1
    found = compare(
        sign * _rest(of, codes, beside),
        _rest({c: float(np.log(deaths[c])) for c in codes}, codes, beside),
        (year,),
        data.source_line("wdi", "vdem-v15"),
    )
    return found.result


def _survival_of_children() -> Inquiry:
    return asked(
        "survival-and-execution",
        ("wdi", "vdem-v15"),
        subjects={
            "what": {"public_sector_corruption": "corruption of officials", "merit": "merit"}
        },
        choices={"year": {2019: "2019", 2009: "2009"}},
        compare=_survival,
        expects=1,
        band=_BAND,
        unit="in correlation",
    )


ASKED: Mapping[str, Callable[[], Inquiry]] = {
    "execution-and-its-quality": _quality_of_rules,
    "survival-and-execution": _survival_of_children,
}
