"""A change of schooling in a district of Pakistan, by every pair of years of one survey: for a
project of one's own.

The surveys drew villages and blocks, and in each about fifteen children who resemble each other.
Their published errors are those of children drawn one by one, so they are taken twice as large:
with fifteen in a cluster, of whom two resemble each other at 0.2, the variance is nearly four
times as large (1 + 14 x 0.2). What the verdict would be with the published errors is told too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import sqrt

from course.errors import CourseError, unknown
from course.evidence.cards.sentences import interval, number
from course.evidence.result import Z95, Result, Verdict, found, judge, read, under
from course.interface.words import say
from course.record import data

__all__ = ["BAND", "CLUSTERED", "Finding", "finding", "names"]

TABLE = "pakistan-districts-schooling"
BAND = 0.05  # of the children: two in a class of forty
CLUSTERED = 2.0  # the published errors are multiplied by this
_AS_PUBLISHED = "published"
_YEARS: Mapping[str, tuple[Sequence[int], Sequence[int]]] = {
    "pslm": ((2004, 2006, 2008), (2010, 2012, 2014)),
    "aser": ((2012, 2013, 2014), (2016, 2018, 2019)),
}

_Key = tuple[str, str, str]  # survey, indicator, group


@dataclass(frozen=True)
class Finding:
    """What a district's survey says of a rise: the Result of each pair of years, in order, the
    verdict of all together, and that with the published errors, with half the band and with twice.
    """

    title: str
    each: tuple[Result, ...]
    verdict: Verdict
    as_published: Verdict
    half: Verdict
    twice: Verdict

    def __repr__(self) -> str:
        lines = [
            say(
                "districts.pair",
                first=result.years[0],
                last=result.years[1],
                change=number(result.estimate),
                interval=interval(result),
            )
            for result in self.each
        ]
        told = say(
            "districts.verdict",
            verdict=self.verdict,
            read=sum(read(result) != 0 for result in self.each),
            of=len(self.each),
            published=self.as_published,
            half=self.half,
            twice=self.twice,
        )
        return "\n".join([self.title, *lines, told, data.source_line(TABLE)])


@cache
def _districts() -> dict[str, dict[_Key, dict[int, tuple[float, float]]]]:
    """{district: {(survey, indicator, group): {year: (share, its published error)}}}."""
    told: dict[str, dict[_Key, dict[int, tuple[float, float]]]] = {}
    for row in data.rows(TABLE):
        if not row["se"]:
            continue
        key = (row["survey"], row["indicator"], row["group"])
        years = told.setdefault(row["district"], {}).setdefault(key, {})
        years[int(row["year"])] = (float(row["estimate"]), float(row["se"]))
    return told


def names() -> list[str]:
    """The districts, as the source spells them."""
    return sorted(_districts())


def _change(years: Mapping[int, tuple[float, float]], first: int, last: int) -> Result:
    (before, error_before), (after, error_after) = years[first], years[last]
    published = Z95 * sqrt(error_before**2 + error_after**2)
    return found(
        after - before,
        CLUSTERED * published,
        n=2,
        years=(first, last),
        source=data.source_line(TABLE),
        provisional=True,
        otherwise={_AS_PUBLISHED: published},
        before=before,
        after=after,
    )


def finding(
    district: str, indicator: str = "in_school_5_10", group: str = "all", survey: str = "pslm"
) -> Finding:
    """Did the share rise in `district`? The Finding over every pair of years that the survey has.

    indicator and group are those of the table "pakistan-districts-schooling"; survey is "pslm" or
    "aser". Raises CourseError, naming the nearest or what there is, for what the table does not
    hold.
    """
    if district not in _districts():
        raise unknown("district", district, names())
    if survey not in _YEARS:
        raise unknown("survey", survey, _YEARS)
    kept = _districts()[district]
    years = kept.get((survey, indicator, group), {})
    pairs = [pair for pair in product(*_YEARS[survey]) if years.keys() >= set(pair)]
    if not pairs:
        there = "; ".join(", ".join(key) for key in sorted(kept))
        raise CourseError(
            f"{district} has no two years of {indicator}, {group}, {survey}; it has: {there}."
        )
    each = tuple(_change(years, *pair) for pair in pairs)
    published = [under(result, _AS_PUBLISHED) for result in each]
    return Finding(
        title=say("districts.title", district=district, what=indicator, group=group, survey=survey),
        each=each,
        verdict=judge(each, band=BAND),
        as_published=judge(published, band=BAND),
        half=judge(each, band=BAND / 2),
        twice=judge(each, band=2 * BAND),
    )
