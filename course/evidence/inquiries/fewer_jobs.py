"""12. Do fewer public jobs bring efficiency? Change of the public
share of jobs against change of effectiveness.
"""

from functools import cache
from typing import TypeAlias

from course.evidence import levels_and_changes as between
from course.evidence.inquiries.performance import INDICATORS
from course.evidence.inquiries.shared.countries import NEIGHBOURS, names
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Cloud
from course.evidence.result import Result
from course.evidence.shuffled import by_chance
from course.record import data

__all__ = ["inquiry"]

_SIZES = {
    "paid": ("BI.EMP.PWRK.PB.ZS", "paid jobs"),
    "all": ("BI.EMP.TOTL.PB.ZS", "all jobs"),
    "formal": ("BI.EMP.FRML.PB.ZS", "formal jobs"),
}
_GAPS = {8: "8 years or more", 10: "10 years or more", 12: "12 years or more"}
_EFFICIENT = ("ge", "rq", "cc")

Scores: TypeAlias = dict[tuple[str, int], float]  # (iso3, year) -> the estimate of WGI


@cache
def _surveys(size: str) -> dict[str, tuple[int, float, int, float]]:
    """{iso3: (year, share, year, share)}: the first and the last survey of each country,
    shares as fractions.
    """
    table = data.load("wwbi")
    table = (
        table[table["indicator"] == _SIZES[size][0]].dropna(subset=["value"]).sort_values("year")
    )
    by_country = table.groupby("iso3")
    first, last = by_country.first(), by_country.last()
    return {c: (first.year[c], first.value[c], last.year[c], last.value[c]) for c in first.index}


@cache
def _scores(indicator: str) -> Scores:
    """{(iso3, year): WGI estimate} of an indicator."""
    table = data.load("wgi")
    table = table[table["indicator"] == indicator].dropna(subset=["estimate"])
    return dict(
        zip(
            zip(table["iso3"], table["year"], strict=True),
            table["estimate"].astype(float),
            strict=True,
        )
    )


def _nearest(scores: Scores, iso3: str, year: int) -> float | None:
    """The estimate of the year, else of a year before,
    else of a year after it (to 2002 there is one in two).
    """
    return next(
        (scores[iso3, at] for at in (year, year - 1, year + 1) if (iso3, at) in scores), None
    )


@cache
def _compared(size: str, gap: int, indicator: str) -> between.Comparison:
    import pandas as pd

    scores = _scores(indicator)
    shares: dict[str, float] = {}
    changes: dict[str, float] = {}
    years: set[int] = set()
    for iso3, (first, before, last, after) in _surveys(size).items():
        a, b = _nearest(scores, iso3, first), _nearest(scores, iso3, last)
        if last - first >= gap and a is not None and b is not None:
            shares[iso3], changes[iso3] = 100 * (after - before), b - a
            years |= {first, last}
    source = data.source_line("wwbi", "wgi")
    return between.compare(pd.Series(shares), pd.Series(changes), (min(years), max(years)), source)


def _compare(size: str, gap: int, indicator: str) -> Result:
    compared = _compared(size, gap, indicator)
    points = compared.points.set_index("iso3")
    compared.result.facts.update(
        fewer=int((points.x < 0).sum()),
        both=int(((points.x < 0) & (points.y > 0)).sum()),
        others=int((points.x >= 0).sum()),
        others_rose=int(((points.x >= 0) & (points.y > 0)).sum()),
        jobs=_SIZES[size][1],
        years=gap,
        measure=INDICATORS[indicator],
        share=float(points.x["PAK"]),
        score=float(points.y["PAK"]),
    )
    return compared.result


def _draw(size: str, gap: int, indicator: str) -> Cloud:
    points = _compared(size, gap, indicator).points
    ends = [points.x.min(), points.x.max()]
    line, _, _ = between.fit(points.x, points.y, ends)
    return Cloud(
        x="Change of public share",  # the title says of which jobs; longer, a phone cuts it off
        x_unit="points",
        y=f"Change of {INDICATORS[indicator]}",
        y_unit="WGI units",
        points={
            c: (x, y) for c, x, y in zip(points["iso3"], points["x"], points["y"], strict=True)
        },
        marked={code: name for code, name in NEIGHBOURS.items() if code in set(points.iso3)},
        names=names(),
        line=tuple(zip(ends, line.tolist(), strict=True)),
    )


@cache
def _chance() -> tuple[float, float]:
    """Shares of false verdicts (for the promise, against it),
    over the countries that every choice has.
    """
    import pandas as pd

    points = [
        _compared(size, gap, of).points.set_index("iso3")
        for size in _SIZES
        for gap in _GAPS
        for of in _EFFICIENT
    ]
    x, y = (pd.concat([of[axis] for of in points], axis=1).to_numpy() for axis in ("x", "y"))
    against, for_it = by_chance(x, y)  # the promise is of changes that go opposite ways
    return for_it, against


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry; it is asked of all countries with two surveys, so of none alone."""
    return Inquiry(
        id="fewer-jobs",
        tables=("wwbi", "wgi"),
        choices={
            "size": {size: f"share of {words}" for size, (_, words) in _SIZES.items()},
            "gap": _GAPS,
            "indicator": {code: INDICATORS[code] for code in _EFFICIENT},
        },
        labels={
            "size": "Public jobs as",
            "gap": "Between the surveys",
            "indicator": "Efficiency as",
        },
        compare=_compare,
        draw=_draw,
        expects=-1,
        chance=_chance,
        band=0.3,
        unit="correlation",
    )
