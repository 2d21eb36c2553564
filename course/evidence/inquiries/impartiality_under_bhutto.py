"""2. Did impartial administration fall under Bhutto? Where is the largest step,
and who governed that year?
"""

from course.evidence import periods
from course.evidence.inquiries.shared.pakistan import (
    FLOOR,
    TABLE,
    fall,
    largest_fall,
    measure,
    years_in_office,
)
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result
from course.evidence.series import Span

__all__ = ["inquiry"]

_FIRST, _LAST = years_in_office("Z. A. Bhutto")


def _spans(earlier: int, turn: int) -> tuple[Span, Span]:
    return (turn - earlier, turn - 1), (turn, _LAST)


def _compare(earlier: int, turn: int) -> Result:
    impartiality = measure("impartiality")
    result = periods.change(impartiality, *_spans(earlier, turn))
    at = {point.year: point.value for point in impartiality.points}
    result.facts.update(
        **fall("impartiality"),
        turn=turn,
        handed_year=_FIRST - 1,
        handed=at[_FIRST - 1],
        left_year=_LAST,
        left=at[_LAST],
    )
    return result


def _draw(earlier: int, turn: int) -> Lines:
    impartiality = measure("impartiality")
    before, office = _spans(earlier, turn)
    largest = largest_fall("impartiality").year
    return Lines(
        y="Impartial administration",
        unit="V-Dem scale",
        main=impartiality,
        beside=measure("impartiality", "IND"),
        names=("Pakistan", "India"),
        means=(
            ("before", periods.mean(impartiality, *before)),
            ("in office", periods.mean(impartiality, *office)),
        ),
        marks=((largest, f"largest fall, {largest}"),),
    )


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry; only Pakistan's record is asked, India's stands beside it.

    The year handed over is one year only, yet a fair opponent would ask for it: a fall before a
    government came to office is not its own, and a mean of the years before holds the years before
    that fall.
    """
    return Inquiry(
        id="impartiality-under-bhutto",
        tables=(TABLE, "pakistan-regimes"),
        choices={
            "earlier": {
                5: "the 5 years before",
                3: "the 3 years before",
                8: "the 8 years before",
                1: "the year before alone",
            },
            "turn": {1972: "from 1972", 1971: "from 1971", 1973: "from 1973"},
        },
        labels={"earlier": "Compared with", "turn": "Its years count"},
        compare=_compare,
        draw=_draw,
        expects=-1,
        floor=FLOOR,
        named=_FIRST,
        unit="V-Dem points",
    )
