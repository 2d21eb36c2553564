"""The forms in which the standards of other systems know a question."""

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from course.items.kinds.choice import Choice
    from course.items.kinds.essay import ByRubric
    from course.items.kinds.number import Number
    from course.items.kinds.order import Order
    from course.items.kinds.parts import Placed
    from course.items.kinds.several import Several

__all__ = ["Standard"]


class Standard(Protocol):
    """A question while it is written in a standard, key included. A kind calls the one method that
    is its form; the method says whether the standard has that form.
    """

    def pick(self, kind: "Choice") -> bool:
        """One of several options."""
        ...

    def tick(self, kind: "Several") -> bool:
        """All options that are right."""
        ...

    def place(self, kind: "Placed") -> bool:
        """A place for each part."""
        ...

    def arrange(self, kind: "Order") -> bool:
        """Steps in their order."""
        ...

    def number(self, kind: "Number") -> bool:
        """A number within a tolerance."""
        ...

    def write(self, kind: "ByRubric[Any]") -> bool:
        """A text that a person marks by a rubric."""
        ...
