"""Comparisons of figures with a claim: pure, each with its interval and a verdict by a stated rule."""

from course.evidence import (
    breaks,
    draws,
    first_and_last,
    inquiry,
    levels_and_changes,
    peers,
    periods,
    picture,
    residual,
    result,
    series,
    surveys,
)
from course.evidence.result import VERDICTS, Result, judge

__all__ = [
    "VERDICTS",
    "Result",
    "breaks",
    "draws",
    "first_and_last",
    "inquiry",
    "judge",
    "levels_and_changes",
    "peers",
    "periods",
    "picture",
    "residual",
    "result",
    "series",
    "surveys",
]
