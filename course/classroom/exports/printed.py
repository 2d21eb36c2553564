"""An assignment on paper: questions with room to answer, rubrics,
and the key on pages of its own at the end.
"""

from importlib.resources import files

from course.classroom.exports.public import public
from course.interactives import sheets
from course.interface.templates import template
from course.items import kinds

__all__ = ["paper_html"]


def _form(item):
    """Where to answer, from its kind as a student has it."""
    return kinds.of(public(item)).form()


def _key(item):
    """The answer and why."""
    return kinds.of(item).key()


def paper_html(assignment):
    """A page to print: the paper first, the key from a new sheet on."""
    style = files("course.classroom.exports").joinpath("paper.css").read_text(encoding="utf-8")
    return sheets.legible(
        template("assignment.html").render(
            assignment=assignment, style=style, form_of=_form, key_of=_key
        )
    )
