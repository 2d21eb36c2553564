"""15. Does the examination show falling candidates? Pass rates of the written papers,
and who sat them.
"""

from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import Literal, TypeAlias

from course.errors import CourseError
from course.evidence.inquiry import Inquiry
from course.evidence.periods import Mean
from course.evidence.picture import Lines
from course.evidence.result import Z95, Result, found
from course.evidence.series import Point, Series
from course.record import data

__all__ = ["inquiry"]

TABLE = "pakistan-css-exam"
_APART = 3  # years between two examinations compared, at least
_ENDS = {"2023": "2023", "2023+": "2023 with the special one", "2022": "2022", "2021": "2021"}

Among: TypeAlias = Literal["appeared", "applied"]


@dataclass(frozen=True)
class _Exam:
    """One examination: how many passed of how many, both None where the press gave a rate alone."""

    passed: float | None
    applied: float | None
    appeared: float | None
    published: float  # per cent of those who appeared

    def counted(self, among: Among) -> tuple[float, float]:
        """How many passed, of how many; CourseError without counts."""
        of = self.appeared if among == "appeared" else self.applied
        if self.passed is None or of is None:
            raise CourseError(f"For this examination the press does not say how many {among}.")
        return self.passed, of

    def rate(self, among: Among) -> tuple[float, float]:
        """(per cent, its standard error), binomial: as if the candidates were a draw.
        CourseError without counts.
        """
        passed, of = self.counted(among)
        share = passed / of
        return 100 * share, 100 * sqrt(share * (1 - share) / of)


@cache
def _exams() -> dict[str, _Exam]:
    """{year: _Exam}; where only a rate and those who sat are known,
    those who passed follow from them.
    """
    exams: dict[str, _Exam] = {}
    for row in data.rows(TABLE):
        passed, applied, appeared = (
            float(row[c]) if row[c] else None for c in ("passed_written", "applied", "appeared")
        )
        published = float(row["pass_rate"])
        if passed is None and appeared is not None:
            passed = appeared * published / 100
        exams[row["exam"]] = _Exam(passed, applied, appeared, published)
    return exams | {"2023+": _together(exams["2023"], exams.pop("2023 special"))}


def _together(one: _Exam, other: _Exam) -> _Exam:
    """Two examinations of a year as one."""
    (passed, appeared), (passed_too, appeared_too) = (
        one.counted("appeared"),
        other.counted("appeared"),
    )
    (_, applied), (_, applied_too) = one.counted("applied"), other.counted("applied")
    passed, appeared = passed + passed_too, appeared + appeared_too
    return _Exam(passed, applied + applied_too, appeared, 100 * passed / appeared)


def _since_2017() -> dict[str, float]:
    """Those who passed and those who sat in each year from 2017 on,
    the special examination left out.
    """
    counted = [
        e.counted("appeared")
        for year, e in _exams().items()
        if year[-1] != "+" and year >= "2017" and e.appeared
    ]
    passed, sat = zip(*counted, strict=True)
    return {
        "fewest": min(passed), "most": max(passed), "sat_least": min(sat), "sat_most": max(sat),
        "alone": _exams()["2018"].published,
    }  # fmt: skip


def _compare(start: str, end: str, among: Among) -> Result:
    if int(end[:4]) - int(start) < _APART:
        raise CourseError(f"Two examinations less than {_APART} years apart show no trend.")
    (before, se_a), (after, se_b) = (_exams()[year].rate(among) for year in (start, end))
    resource = data.passport(TABLE)
    result = found(
        after - before, Z95 * sqrt(se_a**2 + se_b**2), n=2, years=(int(start), int(end[:4])),
        source=data.source_line(TABLE), provisional=resource["provisional"],
        before=before, after=after, sat_before=_exams()[start].counted("appeared")[1],
        sat_after=_exams()[end].counted("appeared")[1],
    )  # fmt: skip
    result.facts.update(_since_2017())
    return result


def _draw(start: str, end: str, among: Among) -> Lines:
    rates: dict[int, tuple[float, float]] = {}
    for year, exam in _exams().items():
        if year == ("2023" if end == "2023+" else "2023+"):
            continue  # 2023 is drawn once: with the special examination or without
        try:
            rates[int(year[:4])] = exam.rate(among)
        except CourseError:
            continue
    series = Series(
        tuple(Point(y, *rate) for y, rate in sorted(rates.items())), data.source_line(TABLE), True
    )
    compared = {int(start): "first", int(end[:4]): "last"}
    means = [
        (words, Mean(*rates[year], 1, year, year))
        for year, words in compared.items()
        if year in rates
    ]
    if among == "appeared":
        means.append(
            ("a rate without counts", Mean(_exams()["2018"].published, None, 1, 2018, 2018))
        )
    return Lines(
        y="Pass rate",
        unit="per cent of those who sat"
        if among == "appeared"
        else "per cent of those who applied",
        main=series,
        names=("passed",),
        means=tuple(means),
        marks=((2018, "2018: a rate alone"),) if among == "appeared" else (),
    )


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry; the examination is Pakistan's."""
    return Inquiry(
        id="examination",
        tables=(TABLE,),
        choices={
            "start": {year: year for year in ("2012", "2017", "2018", "2019", "2020")},
            "end": _ENDS,
            "among": {"appeared": "those who sat", "applied": "those who applied"},
        },
        labels={"start": "First year", "end": "Last year", "among": "Passed, of"},
        compare=_compare,
        draw=_draw,
        expects=-1,
        band=1,
        unit="percentage points",
        uncounted=(
            "That counts chance among candidates alone; no rate counts the screening test that "
            "came before the papers of 2022, so how often a verdict is false is not known."
        ),
    )
