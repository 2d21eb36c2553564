"""What a notebook cell says: one verb, one id."""

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeAlias, cast

import course
from course.errors import CourseError
from course.hosts.front_ends import is_seen
from course.interactives import Interactive
from course.interface.templates import part

if TYPE_CHECKING:
    from course.interactives.asked import Given
    from course.interactives.source import Source

__all__ = ["Notice"]
__all__ += course.__all__

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


def _plainly(example: str) -> Callable[[Callable[Words, Document]], Verb[Words]]:
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


# No types in the brackets of a verb: help(course.weigh) shows a student its words and nothing else.


@_plainly("")
def start():
    """The first cell of a chapter: cards for its claims and terms,
    and a line that says whether the page is live.
    """
    from course.interactives.cards import cards

    return cards()


@_plainly('"classic-half"')
def predict(item):
    """A prediction, by its id, such as "classic-half": the interactive below it opens when the
    student commits.
    """
    from course.interactives.predict import predict

    return predict(item)


@_plainly('"classic-flood"')
def reflect(item):
    """A paragraph to write and keep, by its id, such as "classic-flood"."""
    from course.interactives.reflect import reflect

    return reflect(item)


@_plainly('"implementation-chain"')
def explore(name):
    """The interactive called `name`, such as "implementation-chain": a chart whose controls the
    student moves.

    "timeline" is the service through time, in the text's account and the record's.
    """
    if name == "timeline":
        from course.interactives.timeline import timeline

        return timeline()
    from course import lessons
    from course.interactives.explorable import explorable

    return explorable(lessons.spec(name, "explore"))


@_plainly('"performance", "KEN"')
def weigh(name, country=None):
    """A claim on the scales: who makes it, what would count for and against, the figures, the
    verdict and its reason.

    `country`, by its code of three letters, such as "KEN", is added to the five that a card offers.
    """
    from course import lessons
    from course.interactives.explorable import explorable

    return explorable(lessons.spec(name, "weigh", country))


@_plainly('"classic"')
def check(chapter):
    """The questions of a chapter, by its word, such as "classic"."""
    from course.interactives.quiz import quiz

    return quiz(chapter)


@_plainly('"npm"')
def recall(chapter):
    """Three questions of earlier chapters, asked again before a chapter begins, by its word, such
    as "npm".
    """
    from course.interactives.quiz import recall

    return recall(chapter)


@_plainly('"first-handover"')
def ask(item):
    """An item of an assignment's sheet, by its id, such as "first-handover": answered here,
    explained when it is marked.
    """
    from course.interactives.asked import given_or_asked

    return given_or_asked(item)


@_plainly('"wgi"')
def source(table):
    """What to know before trusting a number of a table, such as "wgi": who made it, how it reached
    us, what was checked.
    """
    from course.interactives.source import Source

    return Source(table)


@_plainly('"accountability"')
def compare(*dimensions):
    """The comparison of the paradigms and Pakistan: all fifteen dimensions, or those named, such as
    "accountability".
    """
    from course.interactives.matrix import matrix

    return matrix(dimensions)


@_plainly('"classic"')
def accountability(*states):
    """Who answers to whom: the states named, such as "classic" or "npm", or all four, with buttons
    to go from one to the next.

    "pakistan over classic" marks what is gone and what is new; "our-office.yaml" shows a map of
    your own.
    """
    from course.interactives.accountability import accountability

    return accountability(states)


@_plainly('"first"')
def desk(sitting):
    """A sitting at a district officer's desk, "first" or "second": six situations, and an argument
    for each way out.
    """
    from course.interactives.desk import desk

    return desk(sitting)


@_plainly('"health"')
def design(sector="health"):
    """The reform designer: levers and a sector; which tensions bite, what is missing,
    which models to watch.
    """
    from course.interactives.designer import designer

    return designer(sector)


@_plainly('"KEN"')
def memo(country=None):
    """The policy memo: evidence, a reform and its tensions, options, a page for a signature with
    its annexes, and a rubric; a document to hand in.

    `country`, by its code of three letters, such as "KEN", is added to the five that the page
        offers.
    """
    from course.interactives.memo import memo

    return memo(country)


@_plainly("")
def progress():
    """What you have done, what to revisit, and your answers: to take with you, to bring back,
    to delete.
    """
    from course.interactives.progress import progress

    return progress()
