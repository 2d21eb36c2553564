"""What an interactive holds that asks something: its items, as their files have them."""

from collections.abc import Sequence
from typing import TypedDict

from course.items.kinds import Item

__all__ = ["Asking"]


class Asking(TypedDict):
    """The content of a quiz, a prediction and a reflection; others add to it."""

    items: Sequence[Item]
