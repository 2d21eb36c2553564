"""6. Did competence and performance decline? Six indicators, the first years against the last."""

from dataclasses import replace
from math import sqrt

from course.errors import CourseError
from course.evidence import periods
from course.evidence.inquiries.shared.countries import asked_of
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result
from course.evidence.series import Series, Span, from_table

__all__ = ["INDICATORS", "inquiry"]

INDICATORS = {
    "ge": "government effectiveness",
    "rq": "regulatory quality",
    "rl": "rule of law",
    "cc": "control of corruption",
    "va": "voice and accountability",
    "pv": "political stability",
}


# The record was biennial to 2002, and the pandemic may have moved the last years.
YEARS = {"all": (1996, 2023), "yearly": (2002, 2023), "to 2019": (1996, 2019)}


def _within(series: Series, years: str) -> Series:
    first, last = YEARS[years]
    return replace(series, points=series.of(range(first, last + 1)))


def _spans(series: Series, window: int) -> tuple[Span, Span]:
    """The first and the last `window` years that have a figure, each (first, last).
    CourseError if they would overlap.
    """
    years = series.years
    if len(years) < 2 * window:
        raise CourseError(f"{len(years)} years on record do not make {window} at each end.")
    return (years[0], years[window - 1]), (years[-window], years[-1])


def _extremes(series: Series) -> dict[str, float]:
    """How far apart two years lie in standard errors that were picked for their distance:
    a pair that overstates.
    """
    ends = (pick(series.points, key=lambda p: p.value) for pick in (max, min))
    (high, of_high), (low, of_low) = ((p.value, p.error) for p in ends)
    return {"extreme_z": (high - low) / sqrt(of_high**2 + of_low**2)}


def _single_years(series: Series) -> dict[str, float]:
    first, last = series.points[0], series.points[-1]
    return {
        "z": (last.value - first.value) / sqrt(first.error**2 + last.error**2),
        "first": first.year,
        "last": last.year,
    }


def _compare(country: str, indicator: str, window: int, years: str) -> Result:
    series = _within(from_table("wgi", indicator, country), years)
    result = periods.change(series, *_spans(series, window))
    result.facts.update(
        **_extremes(series), **_single_years(series), indicator=INDICATORS[indicator], window=window
    )
    return result


def _draw(country: str, indicator: str, window: int, years: str) -> Lines:
    series = from_table("wgi", indicator, country)
    first, last = _spans(_within(series, years), window)
    return Lines(
        y=INDICATORS[indicator].capitalize(),
        unit="WGI units",
        main=series,
        names=(asked_of(country)[country],),
        means=(
            ("first years", periods.mean(series, *first)),
            ("last years", periods.mean(series, *last)),
        ),
    )


def inquiry(country: str | None = None) -> Inquiry:
    """The Inquiry: an indicator, like a country, is another question;
    the years compared are a choice.
    """
    return Inquiry(
        id="performance",
        tables=("wgi",),
        subjects={"country": asked_of(country), "indicator": INDICATORS},
        choices={
            "window": {5: "5 years at each end", 6: "6 years", 8: "8 years"},
            "years": {
                "all": "all years, 1996 to 2023",
                "yearly": "from 2002, when it became yearly",
                "to 2019": "to 2019, before the pandemic",
            },
        },
        labels={
            "country": "Country",
            "indicator": "Indicator",
            "window": "Years compared",
            "years": "Out of",
        },
        compare=_compare,
        draw=_draw,
        expects=-1,
        band=0.5,
        unit="WGI units",
    )
