"""6. Did competence and performance decline? Six indicators, the first years against the last."""

from math import sqrt

from course.evidence import periods
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.series import from_table
from course.inquiries.countries import asked_of

__all__ = ["INDICATORS", "inquiry"]

INDICATORS = {
    "ge": "government effectiveness",
    "rq": "regulatory quality",
    "rl": "rule of law",
    "cc": "control of corruption",
    "va": "voice and accountability",
    "pv": "political stability",
}


def _spans(series, window):
    return (series.years[0], series.years[window - 1]), (series.years[-window], series.years[-1])


def _extremes(series):
    """Best and worst year, and how far apart in standard errors: the pair that overstates, picked for its distance."""
    best, worst = max(series.points, key=lambda p: p.value), min(series.points, key=lambda p: p.value)
    return {
        "best": best.year,
        "worst": worst.year,
        "extreme_z": (best.value - worst.value) / sqrt(best.se**2 + worst.se**2),
    }


def _single_years(series):
    first, last = series.points[0], series.points[-1]
    return {
        "z": (last.value - first.value) / sqrt(first.se**2 + last.se**2),
        "first": first.year,
        "last": last.year,
    }


def _compare(country, indicator, window):
    series = from_table("wgi", indicator, country)
    result = periods.change(series, *_spans(series, window))
    result.facts.update(
        _extremes(series), **_single_years(series), indicator=INDICATORS[indicator], window=window
    )
    return result


def _draw(country, indicator, window):
    series = from_table("wgi", indicator, country)
    first, last = _spans(series, window)
    return Lines(
        y=INDICATORS[indicator].capitalize(),
        unit="WGI units",
        main=series,
        names=(asked_of(country)[country],),
        means=(("first years", periods.mean(series, *first)), ("last years", periods.mean(series, *last))),
    )


def inquiry(country=None):
    """The Inquiry: an indicator, like a country, is another question; the years compared are a choice."""
    return Inquiry(
        id="performance",
        tables=("wgi",),
        subjects={"country": asked_of(country), "indicator": INDICATORS},
        choices={"window": {5: "5 years at each end", 6: "6 years", 8: "8 years"}},
        labels={"country": "Country", "indicator": "Indicator", "window": "Years compared"},
        compare=_compare,
        draw=_draw,
        expects=-1,
        unit="WGI units",
    )
