"""What a chapter asks, on paper: a question with room for its answer, and what explains each possible answer."""

from course.interface.templates import template
from course.items import kinds

__all__ = ["answered", "asked"]


def asked(item, number, label=""):
    """A question, prediction, reflection or situation of the desk as HTML: its number, a label, its stem, room to answer."""
    return template("asked.html").module.asked(item, kinds.of(item), number, label)


def answered(item, number):
    """The answers to `asked`, each explained, as HTML; nothing for a reflection, whose writer is its judge."""
    return template("asked.html").module.answered(kinds.of(item), number)
