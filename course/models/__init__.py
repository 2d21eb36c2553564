"""Formal models, one a file: pure numbers, no plotting."""

from course.models import chain

__all__ = ["chain"]
