"""What a chapter asks, on paper: a question with room for its answer,
and what explains each possible answer.
"""

from course.interface.templates import part
from course.items import kinds

__all__ = ["answered", "asked"]


def asked(item, number, label=""):
    """A question, prediction, reflection or situation of the desk as HTML: its number,
    a label, its stem, room to answer.
    """
    return part("asked.html", "asked")(item, kinds.of(item), number, label)


def answered(item, number):
    """The answers to `asked`, each explained, as HTML; of a reflection a good answer, if it has
    one.
    """
    return part("asked.html", "answered")(kinds.of(item), number)
