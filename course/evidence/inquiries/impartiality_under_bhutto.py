"""2. Was administration politicised under Bhutto? Merit first, as the claim's words were read; then
impartiality, and merit beside India's.
"""

from functools import cache

from course.evidence import breaks, periods
from course.evidence.inquiries.shared.pakistan import (
    FLOOR,
    MEASURES,
    TABLE,
    fall_of,
    measure,
    years_in_office,
)
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result
from course.evidence.series import Series, Span, difference

__all__ = ["inquiry"]

_FIRST, _LAST = years_in_office("Z. A. Bhutto")
_WIDTH = 5  # years on each side of the largest fall that a sentence tells
_BESIDE = "beside"
_AXIS = {
    "merit": "Merit of appointments",
    "impartiality": "Impartial administration",
    _BESIDE: "Merit, less India's",
}


def _spans(earlier: int, turn: int) -> tuple[Span, Span]:
    return (turn - earlier, turn - 1), (turn, _LAST)


@cache
def _series(what: str) -> Series:
    """Pakistan's own codes; beside India, how far they stand above India's."""
    if what == _BESIDE:
        return difference(measure("merit"), measure("merit", "IND"))
    return measure(what)


def _compare(what: str, earlier: int, turn: int) -> Result:
    series = _series(what)
    result = periods.change(series, *_spans(earlier, turn))
    at = {point.year: point.value for point in series.points}
    result.facts.update(
        **fall_of(breaks.largest_fall(series, _WIDTH), _WIDTH),
        measured=_AXIS[what][0].lower() + _AXIS[what][1:],
        turn=turn,
        handed_year=_FIRST - 1,
        handed=at[_FIRST - 1],
        left_year=_LAST,
        left=at[_LAST],
    )
    return result


def _draw(what: str, earlier: int, turn: int) -> Lines:
    series = _series(what)
    before, office = _spans(earlier, turn)
    largest = breaks.largest_fall(series, _WIDTH).year
    return Lines(
        y=_AXIS[what],
        unit="V-Dem scale",
        main=series,
        beside=None if what == _BESIDE else measure(what, "IND"),
        names=("Pakistan less India",) if what == _BESIDE else ("Pakistan", "India"),
        means=(
            ("before", periods.mean(series, *before)),
            ("in office", periods.mean(series, *office)),
        ),
        marks=((largest, f"largest fall, {largest}"),),
    )


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry; only Pakistan's record is asked, and India's to 1990.

    The year handed over is one year only, yet a fair opponent would ask for it: a fall before a
    government came to office is not its own, and a mean of the years before holds the years before
    that fall.
    """
    return Inquiry(
        id="impartiality-under-bhutto",
        tables=(TABLE, "pakistan-regimes"),
        subjects={"what": MEASURES | {_BESIDE: "merit, less India's"}},
        choices={
            "earlier": {
                6: "the 6 years before",
                3: "the 3 years before",
                8: "the 8 years before",
                1: "the year before alone",
            },
            "turn": {1972: "from 1972", 1971: "from 1971", 1973: "from 1973"},
        },
        labels={"what": "Measure", "earlier": "Compared with", "turn": "Its years count"},
        compare=_compare,
        draw=_draw,
        expects=-1,
        floor=FLOOR,
        named=_FIRST,
        unit="V-Dem points",
    )
