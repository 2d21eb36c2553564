"""The paper as data: claims, terms, comparison, who answers to whom, timeline in two accounts,
tensions, works, skills; the field around it.
"""

from course.paper._accountability import RELATIONS, Actor, Line, State, actors, states
from course.paper._case import Case
from course.paper._claims import PARADIGMS, all_claims, claim, claims
from course.paper._field import Tried, short, thinkers, tried, works
from course.paper._matrix import COLUMNS, Cell, cell, dimensions, matrix
from course.paper._references import cite, endnote, reference, references
from course.paper._skills import skills
from course.paper._tensions import SECTORS, Tension, levers, tension, tensions
from course.paper._terms import slug, term, terms
from course.paper._timeline import DIMENSIONS, Event, event, record, timeline

__all__ = [
    "COLUMNS",
    "DIMENSIONS",
    "PARADIGMS",
    "RELATIONS",
    "SECTORS",
    "Actor",
    "Case",
    "Cell",
    "Event",
    "Line",
    "State",
    "Tension",
    "Tried",
    "actors",
    "all_claims",
    "cell",
    "cite",
    "claim",
    "claims",
    "dimensions",
    "endnote",
    "event",
    "levers",
    "matrix",
    "record",
    "reference",
    "references",
    "short",
    "skills",
    "slug",
    "states",
    "tension",
    "tensions",
    "term",
    "terms",
    "thinkers",
    "timeline",
    "tried",
    "works",
]
