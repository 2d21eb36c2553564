"""1. Did recruitment on merit fall when the Civil Service of Pakistan
was abolished in 1973? When was the large fall?
"""

from course.evidence import periods
from course.evidence.inquiries.shared.pakistan import FLOOR, TABLE, fall, largest_fall, measure
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result

__all__ = ["inquiry"]


def _compare(window: int, turn: int) -> Result:
    merit = measure("merit")
    result = periods.change(merit, *periods.around(turn, window))
    result.facts.update(**fall("merit"), turn=turn, window=window)
    return result


def _draw(window: int, turn: int) -> Lines:
    merit = measure("merit")
    before, after = periods.around(turn, window)
    largest = largest_fall("merit").year
    return Lines(
        y="Merit of appointments",
        unit="V-Dem scale",
        main=merit,
        beside=measure("merit", "IND"),
        names=("Pakistan", "India"),
        means=(("before", periods.mean(merit, *before)), ("after", periods.mean(merit, *after))),
        marks=((turn, str(turn)), (largest, f"largest fall, {largest}")),
    )


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry; only Pakistan's record reaches back this far."""
    return Inquiry(
        id="merit-and-1973",
        tables=(TABLE, "pakistan-regimes"),
        choices={
            "window": {5: "5 years on each side", 3: "3 years", 8: "8 years", 15: "15 years"},
            "turn": {1973: "from 1973", 1972: "from 1972", 1974: "from 1974", 1975: "from 1975"},
        },
        labels={"window": "Years compared", "turn": "The change counts"},
        compare=_compare,
        draw=_draw,
        expects=-1,
        floor=FLOOR,
        named=1973,
        unit="V-Dem points",
    )
