"""4. Was there a golden age of the Civil Service of Pakistan, and on which measure?"""

from course.evidence import periods
from course.evidence.inquiries.shared.pakistan import FLOOR, MEASURES, TABLE, measure
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result
from course.evidence.series import Series, Span

__all__ = ["inquiry"]

_BEST = 10  # years on end, for the best stretch that a sentence tells


def _best(series: Series) -> periods.Mean:
    """The earliest stretch of ten years on end with the highest mean."""
    # Rounded, so that equal stretches of a flat series are not ordered by the last digit of a sum.
    return max(
        (periods.mean(series, first, first + _BEST - 1) for first in series.years[: 1 - _BEST]),
        key=lambda mean: (round(mean.value, 9), -mean.first),
    )


def _compare(measured: str, golden: Span, later: Span) -> Result:
    series = measure(measured)
    # the golden years less the later ones: above zero if better
    result = periods.change(series, later, golden)
    best = _best(series)
    result.facts.update(
        best=best.value,
        best_first=best.first,
        best_last=best.last,
        later_mean=result.facts["before"],
        golden_mean=result.facts["after"],
        golden_first=golden[0],
        golden_last=golden[1],
        later_first=later[0],
        later_last=later[1],
    )
    return result


def _draw(measured: str, golden: Span, later: Span) -> Lines:
    series = measure(measured)
    best = _best(series)
    return Lines(
        y=MEASURES[measured].capitalize(),
        unit="V-Dem scale",
        main=series,
        names=("Pakistan",),
        means=(
            ("golden years", periods.mean(series, *golden)),
            ("later years", periods.mean(series, *later)),
        ),
        marks=((best.first, f"best ten years from {best.first}"),),
    )


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry: which years were golden, and which came after, are choices;
    the service itself ended in 1973.
    """
    return Inquiry(
        id="golden-age",
        tables=(TABLE,),
        choices={
            "measured": MEASURES,
            "golden": {
                (1950, 1958): "1950 to 1958, before the soldiers",
                (1950, 1968): "1950 to 1968, to the end of Ayub Khan",
                (1959, 1968): "1959 to 1968, Ayub Khan",
                (1950, 1972): "1950 to 1972, the whole service",
            },
            "later": {
                (1974, 2025): "1974 to 2025, all years after it",
                (1974, 1993): "1974 to 1993, the next twenty",
                (2006, 2025): "2006 to 2025, the last twenty",
            },
        },
        labels={"measured": "Measure", "golden": "Golden years", "later": "Later years"},
        compare=_compare,
        draw=_draw,
        expects=1,
        floor=FLOOR,
        unit="V-Dem points",
        by="measured",
    )
