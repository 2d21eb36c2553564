"""Are the verdicts honest? Series of known truth are put to the very Inquiry that weighs the record, many times."""

from collections import Counter
from typing import NoReturn

import numpy as np

from course.evidence import breaks, periods
from course.evidence.inquiry import Inquiry
from course.evidence.series import Point, Series

__all__ = ["TRUTHS", "found_years", "verdicts", "verdicts_of"]

_YEARS, _TURN, _RULE = range(2000, 2024), 2012, 2003
_SEED = 11

# truth -> what is added to the noise in a year, in standard errors of a single year
TRUTHS = {
    "noise alone": lambda _: 0,
    "a fall of two standard errors, when claimed": lambda year: -2 * (year >= _TURN),
    "the same fall, eight years before it is claimed": lambda year: -2 * (year >= _TURN - 8),
    "a rise of two standard errors": lambda year: 2 * (year >= _TURN),
    "only a change of rule, in the fourth year": lambda year: -6 * (year >= _RULE),
}


def made(truth, se, rng, *, known):
    """A Series of 24 years with independent errors of `se`, which the series tells if `known`."""
    values = [rng.normal(0, se) + se * TRUTHS[truth](year) for year in _YEARS]
    return Series(
        tuple(Point(y, v, se if known else None) for y, v in zip(_YEARS, values, strict=True)), "made up"
    )


def _at_a_turn(window, turn):
    return (turn - window, turn - 1), (turn, turn + window - 1)


def _from_a_start(window, start):
    return (start, start + window - 1), (_YEARS[-window], _YEARS[-1])


_TURNS = {_TURN: "as claimed", _TURN + 1: "a year on"}
_STARTS = {_YEARS[0]: "the first year", _RULE: "the first year of the new rule"}


def _no_picture(**_choice: object) -> NoReturn:
    raise NotImplementedError  # a made-up series is judged, never shown


def _inquiry(series, floor, truth):
    """Was there a fall at a year, or, where the rule of counting changed, from first to last?"""
    name, values, spans = ("turn", _TURNS, _at_a_turn)
    if "rule" in truth:
        name, values, spans = ("start", _STARTS, _from_a_start)
    return Inquiry(
        id="made-up",
        tables=(),
        choices={"window": {6: "6 years", 8: "8", 10: "10"}, name: values},
        labels={},
        compare=lambda **choice: periods.change(series, *spans(**choice)),
        draw=_no_picture,
        expects=-1,
        floor=floor,
        unit="units",
    )


def verdicts_of(truth, se, *, known, runs=500):
    """How often each verdict is given on a truth, as a Counter over `runs` seeded series.

    known: each year has its standard error, so that intervals judge; else the floor of 0.5 does.
    """
    rng = np.random.default_rng(_SEED)
    floor = None if known else 0.5
    return Counter(
        _inquiry(made(truth, se, rng, known=known), floor, truth).answer().result.verdict for _ in range(runs)
    )


def found_years(runs=200):
    """(share of planted falls dated to within a year, share of noise whose largest fall passes at 5 %)."""
    rng = np.random.default_rng(_SEED)
    noise, planted, *_ = TRUTHS
    dated = [breaks.largest_fall(made(planted, 1, rng, known=False), 5) for _ in range(runs)]
    chance = [breaks.largest_fall(made(noise, 1, rng, known=False), 5) for _ in range(runs)]
    return (
        sum(abs(b.year - _TURN) <= 1 for b in dated) / runs,
        sum(b.chance <= 0.05 for b in chance) / runs,
    )


def verdicts():
    """Lines of a table: what is true, and how often each verdict is given."""
    lines = [
        "Claim: a fall at one year. 24 years, six admissible choices (windows of 6, 8 and 10 years; the turn a year on, or a start after the change of rule), 500 series each.",
        "",
        "| truth | judged by | supports | contradicts | leaves open |",
        "|---|---|---|---|---|",
    ]
    ways = {
        "intervals (errors of 0.2)": (0.2, True),
        "the floor of 0.5 (errors of 0.5, not told)": (0.5, False),
    }
    for truth in TRUTHS:
        for how, (se, known) in ways.items():
            counts = verdicts_of(truth, se, known=known)
            shares = " | ".join(f"{counts[v] / 500:.1%}" for v in ("supports", "contradicts", "leaves open"))
            lines.append(f"| {truth} | {how} | {shares} |")
    dated, chance = found_years()
    lines += [
        "",
        f"The largest fall: of 200 planted falls of two standard errors {dated:.0%} are dated to within a year; on noise {chance:.1%} pass the shuffles at 5 %.",
    ]
    for se in (0.3, 0.4):
        share = verdicts_of(list(TRUTHS)[1], se, known=False)["supports"] / 500
        lines.append(
            f"With errors of {se} the fall of two errors is {2 * se:.1f}, hardly above the floor of 0.5, and is found {share:.0%} of the time."
        )
    return lines
