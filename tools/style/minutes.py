"""How long a chapter takes: its words, read, and what it asks and shows, done. One function, from
one table of minutes.

The table is a judgement, of a reader on a phone whose first language is not English; docs/pilot.md
says how a lecturer can put measured minutes beside it.
"""

import re
from collections.abc import Iterable

from course.items import questions
from course.items.kinds import Item
from tools.style.chapter import Cell, count

__all__ = ["LOOKED_UP", "STOP", "minutes", "minutes_of"]

WORDS = 160  # read in a minute, of prose that is to be understood
WRITTEN = 20  # words in a minute, of one who thinks what to write

# What a call takes, whatever it shows.
CALLS = {
    "start": 0.0,
    "predict": 1.0,  # the stem, and a decision
    "explore": 3.0,  # three settings of the first control, and the sentence at each
    "weigh": 4.0,  # claim, verdict and chart, and one other choice
    "yardstick": 3.0,  # three options, 25 words, and the course's own beside them
    "verdict": 12.0,  # the card walked through again, 60 words, the course's own, and a defence
    "synthesis": 2.0,  # down the table, and one claim opened
    "accountability": 2.0,  # the map, and two lines of it
    "compare": 2.0,  # one row across, and one cell opened
    "source": 0.5,  # where a table comes from, at a glance
    "progress": 1.0,
    "design": 10.0,  # a sector, levers, what they break, and one other design
    "memo": 0.0,  # the evenings that its chapter speaks of
}
# What a question takes: to read, to answer, and to read what explains it.
KINDS = {
    "choice": 1.0,  # four options
    "estimate": 1.0,
    "several": 1.5,  # six options, each looked at
    "order": 1.5,  # four or five steps to move
    "classify": 2.0,  # six statements, a list each
    "match": 2.0,  # five pairs
    "number": 2.0,  # a sum by hand
    "text": 3.0,  # two sentences, and a good answer read beside them
}
SITUATION = 2.0  # of the Desk: a dilemma, three arguments, a reason in a sentence
_SITUATIONS = 6

STOP = re.compile(r"\*\*Stop here if you have (\d+) minutes")
_CALL = re.compile(r"course\.(\w+)\(\s*\"?([\w-]*)")
LOOKED_UP = re.compile(r"^## (?:Key terms|What we left out|Sources)", re.MULTILINE)


def _asked(item: Item) -> float:
    """A question's minutes; of a reflection those that its length asks for, and one to read it
    again.
    """
    return item["words"] / WRITTEN + 1 if "words" in item else KINDS[item["kind"]]


def _called(verb: str, name: str) -> float:
    if verb == "check":
        return sum(map(_asked, questions.of_chapter(name)))
    if verb == "recall":
        return sum(map(_asked, questions.recalled(name)))
    if verb == "reflect":
        return _asked(questions.reflection(name))
    if verb == "desk":
        return SITUATION * _SITUATIONS
    return CALLS.get(verb, 0.0)


def minutes(prose: str, code: Iterable[str]) -> float:
    """The minutes of a text and of the calls of some cells of code. Terms and sources are looked
    up, not read.
    """
    read = count(LOOKED_UP.split(prose, maxsplit=1)[0]) / WORDS
    return read + sum(
        _called(verb, name) for source in code for verb, name in _CALL.findall(source)
    )


def minutes_of(cells: Iterable[tuple[str, Cell]]) -> float:
    """The same of a notebook's cells, in order: (kind, cell)."""
    every = list(cells)
    prose = "\n\n".join(cell.source for kind, cell in every if kind == "markdown")
    return minutes(prose, (cell.source for kind, cell in every if kind == "code"))
