"""Comparisons of figures with a claim: pure, each with its interval and a verdict by a stated rule."""

from course.evidence import first_and_last, levels_and_changes, series
from course.evidence.result import VERDICTS, Result, judge

__all__ = ["VERDICTS", "Result", "first_and_last", "judge", "levels_and_changes", "series"]
