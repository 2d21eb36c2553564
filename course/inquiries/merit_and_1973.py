"""1. Did recruitment on merit fall when the Civil Service of Pakistan was abolished in 1973? When was the large fall?"""

from course.evidence import breaks, periods
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.series import from_table

__all__ = ["inquiry"]

TABLE = "vdem-v16-pak-ind"
_WIDTH = 5  # years on each side of the largest fall


def _spans(window, turn):
    return (turn - window, turn - 1), (turn, turn + window - 1)


def _compare(window, turn):
    merit = from_table(TABLE, "merit", "PAK")
    result = periods.change(merit, *_spans(window, turn))
    largest = breaks.largest_fall(merit, _WIDTH)
    result.facts.update(
        turn=turn, window=window, fall_year=largest.year, fall=largest.step, chance=largest.chance
    )
    return result


def _draw(window, turn):
    merit, india = from_table(TABLE, "merit", "PAK"), from_table(TABLE, "merit", "IND")
    before, after = _spans(window, turn)
    largest = breaks.largest_fall(merit, _WIDTH)
    return Lines(
        y="Merit of appointments",
        unit="V-Dem scale",
        main=merit,
        beside=india,
        names=("Pakistan", "India"),
        means=(("before", periods.mean(merit, *before)), ("after", periods.mean(merit, *after))),
        marks=((turn, str(turn)), (largest.year, f"largest fall, {largest.year}")),
    )


def inquiry(_country=None):
    """The Inquiry; only Pakistan's record reaches back this far."""
    return Inquiry(
        id="merit-and-1973",
        tables=(TABLE,),
        choices={
            "window": {5: "5 years on each side", 3: "3 years", 8: "8 years"},
            "turn": {1973: "from 1973", 1972: "from 1972", 1974: "from 1974", 1975: "from 1975"},
        },
        labels={"window": "Years compared", "turn": "The change counts"},
        compare=_compare,
        draw=_draw,
        expects=-1,
        floor=0.5,
        unit="V-Dem points",
    )
