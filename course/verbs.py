"""What a notebook cell says: one verb, one id."""

from functools import wraps
from html import escape

import course
from course.errors import CourseError

__all__ = ["Notice"]
__all__ += course.__all__


class Notice:
    """A sentence in place of an interactive that cannot be shown; the rest of the chapter goes on."""

    def __init__(self, sentence):
        self.sentence = sentence

    def __repr__(self):
        return self.sentence

    def _repr_html_(self):
        return f"<p role='alert'><strong>This part cannot be shown.</strong> {escape(self.sentence)}</p>"


def _plainly(verb):
    """A fault in a file or a name becomes a sentence, so that Run All reaches the end of the chapter."""

    @wraps(verb)
    def call(*name):
        try:
            return verb(*name)
        except CourseError as error:
            return Notice(str(error))

    return call


@_plainly
def start():
    """The first cell of a chapter: cards for its claims and terms, and a line that says whether the page is live."""
    from course.widgets import Cards

    return Cards()


@_plainly
def predict(item):
    """A prediction, by its id, such as "classic-half": the interactive below it opens when the student commits."""
    from course.widgets import Predict

    return Predict(item)


@_plainly
def reflect(item):
    """A paragraph to write and keep, by its id, such as "classic-flood"."""
    from course.widgets import Reflect

    return Reflect(item)


@_plainly
def explore(name):
    """The interactive called `name`, such as "implementation-chain": a chart whose controls the student moves.

    "timeline" is the service through time, in the text's account and the record's.
    """
    if name == "timeline":
        from course.widgets import Timeline

        return Timeline()
    from course import lessons
    from course.widgets import Explorable

    return Explorable(lessons.spec(name, "explore"))


@_plainly
def weigh(name, country=None):
    """A claim on the scales: who makes it, what would count for and against, the figures, the verdict and its reason.

    `country`, by its code of three letters, such as "KEN", is added to the five that a card offers.
    """
    from course import lessons
    from course.widgets import Explorable

    return Explorable(lessons.spec(name, "weigh", country))


@_plainly
def check(chapter):
    """The questions of a chapter, by its word, such as "classic"."""
    from course.widgets import Quiz

    return Quiz(chapter)


@_plainly
def ask(item):
    """An item of an assignment's sheet, by its id, such as "first-handover": answered here, explained when it is marked."""
    from course.widgets.asked import asked

    return asked(item)


@_plainly
def source(table):
    """What to know before trusting a number of a table, such as "wgi": who made it, how it reached us, what was checked."""
    from course.interactives.source import Source

    return Source(table)


@_plainly
def compare(*dimensions):
    """The comparison of the paradigms and Pakistan: all fifteen dimensions, or those named, such as "accountability"."""
    from course.widgets import Matrix

    return Matrix(dimensions)


@_plainly
def desk(sitting):
    """A sitting at a district officer's desk, "first" or "second": six situations, and an argument for each way out."""
    from course.widgets import Desk

    return Desk(sitting)


@_plainly
def design(sector="health"):
    """The reform designer: levers and a sector; which tensions bite, what is missing, which models to watch."""
    from course.widgets import Designer

    return Designer(sector)


@_plainly
def memo(country=None):
    """The policy memo: figures, a reform and its tensions, six sections, a rubric, and a document to hand in.

    `country`, by its code of three letters, such as "KEN", is added to the five that the page offers.
    """
    from course.widgets import Memo

    return Memo(country)


@_plainly
def progress():
    """What you have done, what to revisit, and your answers: to take with you, to bring back, to delete."""
    from course.widgets import Progress

    return Progress()
