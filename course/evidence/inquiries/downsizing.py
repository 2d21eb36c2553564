"""11. Did downsizing happen? Federal posts and the people in them, which are not the same."""

from math import fsum

from course.errors import CourseError
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result, found
from course.evidence.series import Point, Series, Span
from course.record import data

__all__ = ["inquiry"]

TABLE = "pakistan-federal-employees"
_COUNTS = {"actual": "people in post", "sanctioned": "sanctioned posts"}
_SCOPES = {
    "federal": "the federal government",
    "both": "with autonomous bodies",
    "autonomous": "autonomous bodies alone",
}
_SPANS = {
    (2019, 2023): "2018-19 to 2022-23",
    (2017, 2023): "2016-17 to 2022-23",
    (2017, 2019): "2016-17 to 2018-19",
}


def _series(scope: str, count: str) -> Series:
    """Millions, by the year in which the fiscal year ends; years without a figure are left out."""
    columns = {"federal": [count], "autonomous": [f"autonomous_{count}"]}
    columns["both"] = columns["federal"] + columns["autonomous"]
    points = [
        Point(int(row["fiscal_year"][:4]) + 1, fsum(float(row[c]) for c in columns[scope]) / 1e6)
        for row in data.rows(TABLE)
        if all(row[c] for c in columns[scope])  # autonomous bodies lack a figure in some years
    ]
    return Series(tuple(points), data.source_line(TABLE), data.passport(TABLE)["provisional"])


def _at(scope: str, count: str, years: Span) -> tuple[Series, list[float]]:
    series = _series(scope, count)
    points = series.of(years)
    if len(points) < len(years):
        raise CourseError("For 2016-17 the table has no figures of autonomous bodies.")
    return series, [point.value for point in points]


def _compare(count: str, scope: str, years: Span) -> Result:
    series, (before, after) = _at(scope, count, years)
    (_, posts), (_, people) = (_at(scope, c, years) for c in ("sanctioned", "actual"))
    change = 100 * (after / before - 1)
    result = found(
        change, None, n=2, years=years, source=series.source, provisional=series.provisional
    )
    empty = [1000 * (a - b) for a, b in zip(posts, people, strict=True)]
    # in thousands: the sentence reads better so, the axis in millions
    result.facts.update(
        before=1000 * before, after=1000 * after, empty_before=empty[0], empty_after=empty[1]
    )
    result.facts.update(
        {
            f"{c}_change": 100 * (b / a - 1)
            for c, (a, b) in {"posts": posts, "people": people}.items()
        }
    )
    return result


def _draw(count: str, scope: str, years: Span) -> Lines:
    lines = {c: _at(scope, c, years)[0] for c in _COUNTS}
    other = next(c for c in _COUNTS if c != count)
    return Lines(
        y="Posts, and people in them",
        unit="millions",
        main=lines[count],
        beside=lines[other],
        names=(_COUNTS[count], _COUNTS[other]),
        marks=tuple(zip(years, _SPANS[years].split(" to "), strict=True)),
    )


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry; the table is of Pakistan's federal government alone."""
    return Inquiry(
        id="downsizing",
        tables=(TABLE,),
        choices={"count": _COUNTS, "scope": _SCOPES, "years": _SPANS},
        labels={"count": "What is counted", "scope": "Of", "years": "Fiscal years"},
        compare=_compare,
        draw=_draw,
        expects=-1,
        floor=2,
        unit="per cent",
    )
