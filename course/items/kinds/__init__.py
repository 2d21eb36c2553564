"""Kinds of items, one a file. `of(item)` is the only place that asks what kind an item is.

To add a kind, write a class here that reads an item's dict (kind.py says what it answers for), name it in KINDS, and
write its inputs for the browser beside the others.
"""

from course.errors import unknown
from course.items.kinds.choice import Choice
from course.items.kinds.classify import Classify
from course.items.kinds.design import Design
from course.items.kinds.desk import Desk
from course.items.kinds.essay import Essay
from course.items.kinds.kind import Form, Item, Kind, Offer
from course.items.kinds.match import Match
from course.items.kinds.memo import Memo
from course.items.kinds.number import Number
from course.items.kinds.order import Order
from course.items.kinds.several import Several
from course.items.kinds.text import Text

__all__ = ["KINDS", "Form", "Item", "Kind", "Offer", "of"]

_ALL: tuple[type[Kind], ...] = (
    Choice, Several, Classify, Match, Order, Number, Text, Essay, Desk, Design, Memo,
)  # fmt: skip
KINDS = {kind.name: kind for kind in _ALL}


def of(item: Item) -> Kind:
    """An item as its kind sees it. Raises CourseError, naming the nearest, for an unknown kind."""
    if item["kind"] not in KINDS:
        raise unknown("kind of item", item["kind"], KINDS)
    return KINDS[item["kind"]].read(item)
