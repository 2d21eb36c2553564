"""Formal models, one a file: pure numbers, no plotting."""

from course.models import chain, uniformity

__all__ = ["chain", "uniformity"]
