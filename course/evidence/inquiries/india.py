"""5. Pakistan and India inherited the same service:
did the gap between them open when Pakistan's ended, in 1973?
"""

from course.errors import CourseError
from course.evidence import periods
from course.evidence.inquiries.shared.pakistan import FLOOR, MEASURES, TABLE
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result
from course.evidence.series import Series, Span, difference, from_table, longest_run

__all__ = ["inquiry"]

# One version of V-Dem a measure, that with the longest record of both countries; the two are never
# compared.
_TABLES = {"merit": TABLE, "impartiality": "vdem-v13"}

_EMERGENCY = (1975, 1976, 1977)  # India's, declared in June 1975 and ended in March 1977
_FEWEST = 5  # years that a mean must rest on


def _pair(measured: str) -> tuple[Series, Series]:
    table = _TABLES[measured]
    return from_table(table, measured, "PAK"), from_table(table, measured, "IND")


def _gap(measured: str) -> Series:
    """India less Pakistan, in V-Dem points: above zero where India is ahead."""
    pakistan, india = _pair(measured)
    return difference(india, pakistan)


def _open(measured: str) -> Span:
    """The longest stretch of years in which India is ahead by as much as is read."""
    years = longest_run(_gap(measured), FLOOR)
    if years is None:
        raise CourseError(
            f"In no year is India ahead by {FLOOR:g} points, the smallest gap that is read."
        )
    return years


def _compare(measured: str, window: int, turn: int, left_out: tuple[int, ...]) -> Result:
    gap = _gap(measured)
    before, after = periods.around(turn, window)
    counted = gap.without(left_out)
    if min(periods.mean(counted, *span).n for span in (before, after)) < _FEWEST:
        raise CourseError(
            f"Without those years, fewer than {_FEWEST} are left of the {window} from {turn}: "
            "compare more years."
        )
    result = periods.change(counted, before, after)
    first, last = _open(measured)
    result.facts.update(
        what=MEASURES[measured],
        turn=turn,
        window=window,
        open_first=first,
        open_last=last,
        wide=sum(point.value >= FLOOR for point in gap.points),
        of=len(gap.points),
        record_first=gap.years[0],
        record_last=gap.years[-1],
        floor=FLOOR,
    )
    return result


def _draw(measured: str, window: int, turn: int, left_out: tuple[int, ...]) -> Lines:
    pakistan, india = _pair(measured)
    first, _ = _open(measured)
    spans = [
        (name, periods.mean(series.without(left_out), *span))
        for name, series in (("Pakistan", pakistan), ("India", india))
        for span in periods.around(turn, window)
    ]
    return Lines(
        y=MEASURES[measured].capitalize(),
        unit="V-Dem scale",
        main=pakistan,
        beside=india,
        names=("Pakistan", "India"),
        means=tuple(spans),
        marks=((turn, str(turn)), (first, f"gap stays open, {first}")),
    )


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry: each measure is a question of its own,
    for it comes from a version of V-Dem of its own.
    """
    return Inquiry(
        id="india",
        tables=(TABLE, "vdem-v13"),
        subjects={
            "measured": {
                "merit": "merit of appointments (v16)",
                "impartiality": "impartiality (v13)",
            }
        },
        choices={
            "window": {5: "5 years on each side", 8: "8 years", 12: "12 years", 15: "15 years"},
            "turn": {1973: "from 1973", 1972: "from 1972", 1974: "from 1974"},
            "left_out": {(): "with every year", _EMERGENCY: "without 1975 to 1977"},
        },
        labels={
            "measured": "Measure",
            "window": "Years compared",
            "turn": "The change counts",
            "left_out": "Years counted",
        },
        compare=_compare,
        draw=_draw,
        expects=1,
        floor=FLOOR,
        named=1973,
        unit="V-Dem points",
    )
