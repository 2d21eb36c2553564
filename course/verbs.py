"""What a notebook cell says: one verb, one id."""

import course
from course.plainly import Notice, plainly

__all__ = ["Notice"]
__all__ += course.__all__

# No types in the brackets of a verb: help(course.weigh) shows a student its words and nothing else.


@plainly("")
def start():
    """The first cell of a chapter: cards for its claims and terms,
    and a line that says whether the page is live.
    """
    from course.interactives.cards import cards

    return cards()


@plainly('"classic-half"')
def predict(item):
    """A prediction, by its id, such as "classic-half": what stands below opens on commitment."""
    from course.interactives.predict import predict

    return predict(item)


@plainly('"classic-flood"')
def reflect(item):
    """A paragraph to write and keep, by its id, such as "classic-flood"."""
    from course.interactives.reflect import reflect

    return reflect(item)


@plainly('"implementation-chain"')
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


@plainly('"performance", "KEN"')
def weigh(name, country=None):
    """A claim on the scales: who makes it, what would count for and against, the figures, the
    verdict and its reason.

    `country`, by its code of three letters, such as "KEN", is added to the five that a card offers.
    """
    from course import lessons
    from course.interactives.explorable import explorable

    return explorable(lessons.spec(name, "weigh", country))


@plainly("")
def synthesis():
    """All cards of evidence on one page, and how many false verdicts to expect among so many."""
    from course.interactives.synthesis import synthesis

    return synthesis()


@plainly('"golden-age"')
def yardstick(name, country=None):
    """A yardstick for a card of chapters 12 to 14, chosen with reasons before the card is looked
    at; then the course's own beside it.
    """
    from course.interactives.reasoned import yardstick

    return yardstick(name, country)


@plainly('"golden-age"')
def verdict(name, country=None):
    """Your verdict on a card, with reasons, kept; then the course's own beside it, and room to
    defend yours.

    `country`, by its code of three letters, is that of a card that asks about another country.
    """
    from course.interactives.reasoned import verdict

    return verdict(name, country)


@plainly('"classic"')
def check(chapter):
    """The questions of a chapter, by its word, such as "classic"."""
    from course.interactives.quiz import quiz

    return quiz(chapter)


@plainly('"npm"')
def recall(chapter):
    """Three questions of earlier chapters, asked again before a chapter, by its word, "npm"."""
    from course.interactives.quiz import recall

    return recall(chapter)


@plainly('"first-handover"')
def ask(item):
    """An item of an assignment's sheet, by its id, such as "first-handover": answered here,
    explained when it is marked.
    """
    from course.interactives.asked import given_or_asked

    return given_or_asked(item)


@plainly('"wgi"')
def source(table):
    """What to know before trusting a number of a table, such as "wgi": who made it, how it reached
    us, what was checked.
    """
    from course.interactives.source import Source

    return Source(table)


@plainly('"accountability"')
def compare(*dimensions):
    """The comparison of the paradigms and Pakistan: all fifteen dimensions, or those named, such as
    "accountability".
    """
    from course.interactives.matrix import matrix

    return matrix(dimensions)


@plainly('"classic"')
def accountability(*states):
    """Who answers to whom: the states named, such as "classic" or "npm", or all four, with buttons
    to go from one to the next.

    "pakistan over classic" marks what is gone and what is new; "our-office.yaml" shows a map of
    your own.
    """
    from course.interactives.accountability import accountability

    return accountability(states)


@plainly('"first"')
def desk(sitting):
    """A sitting at a district officer's desk, "first" or "second": six situations, and an argument
    for each way out.
    """
    from course.interactives.desk import desk

    return desk(sitting)


@plainly('"health"')
def design(sector="health"):
    """The reform designer: levers and a sector; which tensions bite, what is missing,
    which models to watch.
    """
    from course.interactives.designer import designer

    return designer(sector)


@plainly('"KEN"')
def memo(country=None):
    """The policy memo: evidence, a reform and its tensions, options, a page for a signature with
    its annexes, and a rubric; a document to hand in.

    `country`, by its code of three letters, such as "KEN", is added to the five that the page
        offers.
    """
    from course.interactives.memo import memo

    return memo(country)


@plainly("")
def progress():
    """What you have done, what to revisit, and your answers: to take with you, to bring back,
    to delete.
    """
    from course.interactives.progress import progress

    return progress()
