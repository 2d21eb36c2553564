"""19. Does the state do less than the country's income and the merit
of its officials would lead one to expect?
"""

from collections.abc import Mapping
from functools import cache, partial
from math import log
from typing import TYPE_CHECKING

import numpy as np

from course.errors import CourseError
from course.evidence.inquiries.performance import INDICATORS
from course.evidence.inquiries.shared.countries import asked_of, names
from course.evidence.inquiry import Inquiry
from course.evidence.levels_and_changes import panel
from course.evidence.picture import Cloud
from course.evidence.residual import predictions, residual
from course.evidence.result import Result
from course.evidence.series import ByCountry
from course.record import data

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["inquiry"]

TABLES = ("wgi", "wdi", "vdem-v15")
_MEANS = {"both": ("income", "merit"), "income": ("income",), "merit": ("merit",)}


@cache
def _panel(of: str) -> "DataFrame":
    """Countries down, years across: an indicator of WGI,
    income per head or merit of appointments.
    """
    if of == "income":
        return panel(data.load("wdi"), "income_per_head")
    if of == "merit":
        return panel(data.load("vdem-v15"), "merit")
    table = data.load("wgi")
    return panel(table[table["indicator"] == of], "estimate")


@cache
def _figures(of: str, year: int) -> dict[str, float]:
    """{iso3: figure} in a year; of income its logarithm,
    since a doubling counts the same for rich and poor.
    """
    values = {str(code): float(value) for code, value in _panel(of)[year].dropna().items()}
    return {code: log(value) for code, value in values.items()} if of == "income" else values


@cache
def _all(means: str, year: int, indicator: str) -> tuple[ByCountry, list[ByCountry]]:
    """What is predicted and what from, of the countries that have income and merit,
    so that no choice changes them.
    """
    both = _figures("income", year).keys() & _figures("merit", year).keys()
    y = {code: value for code, value in _figures(indicator, year).items() if code in both}
    return y, [_figures(of, year) for of in _MEANS[means]]


def _parts(
    country: str, means: str, year: int, indicator: str
) -> tuple[ByCountry, list[ByCountry]]:
    """What is predicted, {iso3: figure}, and what it is predicted from;
    CourseError if the country lacks any.
    """
    y, covariates = _all(means, year, indicator)
    if any(country not in figures for figures in (y, *covariates)):
        raise CourseError(
            f"For {year}, the tables lack a figure of {names()[country]} that this choice needs."
        )
    return y, covariates


@cache
def _compared(country: str, means: str, year: int, indicator: str) -> Result:
    y, covariates = _parts(country, means, year, indicator)
    return residual(y, covariates, country, year, source=data.source_line(*TABLES))


@cache
def _cloud(means: str, year: int, indicator: str) -> dict[str, tuple[float, float]]:
    """{iso3: (what the other countries predict for it, what it has)}:
    the same for every country asked about.
    """
    y, covariates = _all(means, year, indicator)
    expected = predictions(y, covariates)
    return {code: (x, y[code]) for code, x in expected.items()}


def _compare(country: str, means: str, year: int, indicator: str) -> Result:
    result = _compared(country, means, year, indicator)
    cloud = _cloud(means, year, indicator)
    expected, actual = zip(*cloud.values(), strict=True)
    lower = sum(y - x < result.estimate for code, (x, y) in cloud.items() if code != country)
    result.facts.update(
        indicator=INDICATORS[indicator],
        year=year,
        lower=lower,  # countries that lie further below their prediction
        explained=100 * float(np.corrcoef(expected, actual)[0, 1]) ** 2,
    )
    return result


def _draw(country: str, means: str, year: int, indicator: str, named: Mapping[str, str]) -> Cloud:
    result = _compared(country, means, year, indicator)
    # Hundredths are finer than the eye, and a third fewer bytes over all clouds.
    points = {code: (round(x, 2), y) for code, (x, y) in _cloud(means, year, indicator).items()}
    low, high = min(x for x, _ in points.values()), max(x for x, _ in points.values())
    return Cloud(
        x="Predicted",
        x_unit="WGI units",
        y=INDICATORS[indicator].capitalize(),
        y_unit="WGI units",
        points=points,
        marked={code: name for code, name in named.items() if code in points},
        names=names(),
        bars={country: result.bounds[1] - result.estimate},
        line=((low, low), (high, high)),
    )


def inquiry(country: str | None = None) -> Inquiry:
    """The Inquiry: what the prediction rests on, the year and the indicator are choices."""
    return Inquiry(
        id="more-than-its-means",
        tables=TABLES,
        subjects={"country": asked_of(country)},
        choices={
            "means": {"both": "income and merit", "income": "income alone", "merit": "merit alone"},
            "year": {year: str(year) for year in (2023, 2013, 2003)},
            "indicator": {code: INDICATORS[code] for code in ("ge", "rq", "rl", "cc")},
        },
        labels={
            "country": "Country",
            "means": "Predicted from",
            "year": "Year",
            "indicator": "Indicator",
        },
        compare=_compare,
        draw=partial(_draw, named=asked_of(country)),
        expects=-1,
        band=0.5,
        unit="WGI units",
    )
