"""Comparisons of figures with a claim: pure, each with its interval and a verdict by a stated rule."""

from course.evidence import levels_and_changes
from course.evidence.result import VERDICTS, Result, judge

__all__ = ["VERDICTS", "Result", "judge", "levels_and_changes"]
