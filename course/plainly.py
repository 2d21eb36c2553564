"""The one door of every verb: whatever is wrong becomes a sentence in place of an interactive."""

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeAlias, cast

from course.errors import CourseError
from course.hosts.front_ends import is_seen
from course.interactives import Interactive
from course.interface.templates import part

if TYPE_CHECKING:
    from course.interactives.asked import Given
    from course.interactives.source import Source

__all__ = ["Notice", "Verb", "plainly"]

Words = ParamSpec("Words")
Document: TypeAlias = "Interactive | Given | Source"


class Notice:
    """A sentence in place of an interactive that cannot be shown;
    the rest of the chapter goes on.
    """

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence

    def __repr__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return str(part("given.html", "notice")(self.sentence))


class Verb(Protocol[Words]):
    """A verb as a notebook calls it. example: what a right call has in its brackets."""

    example: str

    def __call__(self, *given: Words.args, **named: Words.kwargs) -> "Document | Notice": ...


def _said(verb, example: str, given, named):
    """What was said to a verb, in the order of its parameters. Raises CourseError unless it is
    words, as the verb takes.
    """
    right = f"write it so: course.{verb.__name__}({example})."
    takes = signature(verb)
    try:
        told = takes.bind(*given, **named)
    except TypeError:
        raise CourseError(f"course.{verb.__name__} takes other words than these; {right}") from None
    for value, parameter in zip(told.args, _each(takes, told.args), strict=True):
        if not isinstance(value, str) and (value is not None or parameter.default is not None):
            what = type(value).__name__
            raise CourseError(
                f"course.{verb.__name__} takes words in quotation marks, not {what}; {right}"
            )
    return told.args


def _each(takes: Signature, values: Sequence[object]) -> list[Parameter]:
    """The parameter that each value went to; the last may take many."""
    parameters = list(takes.parameters.values())
    return [parameters[min(i, len(parameters) - 1)] for i, _ in enumerate(values)]


def _displayed(document: Document) -> Document:
    """The same; where a front end needs a view to bring it to life,
    IPython is told how to add one.
    """
    if is_seen() and "IPython" in sys.modules:
        from IPython import get_ipython

        shell = get_ipython()
        if shell:
            from course.hosts.kernel import shown

            shell.display_formatter.mimebundle_formatter.for_type(Interactive, shown)
    return document


def plainly(example: str) -> Callable[[Callable[Words, Document]], Verb[Words]]:
    """The one door of every verb: whatever is wrong, in a file, a name or a call, becomes a
    sentence.

    So Run All reaches the end of the chapter. `example` is what a right call has in its brackets.
    """

    def door(verb: Callable[Words, Document]) -> Verb[Words]:
        shown: Callable[..., Document] = verb  # whatever it is called with is looked at first

        @wraps(verb)
        def call(*given: Words.args, **named: Words.kwargs) -> "Document | Notice":
            try:
                return _displayed(shown(*_said(verb, example, given, named)))
            except CourseError as error:
                return Notice(str(error))

        said = cast("Verb[Words]", call)  # once it has its example
        said.example = example
        return said

    return door
