"""The policy memo of the capstone: a dict of answers -> what is open, and blocks -> a page, a
document. Pure.

A memo holds: country (iso3), own (a count of the writer's, by part), office (what
an office's form has, by part), figures (keys), bears
({figure: how it bears on the matter}), sector, levers, held (preconditions that hold), answers
({tension: sentence}), options ({letter-part: words}), choice (a letter), the lines to, from, what,
towards and help, sections ({id: words}) and rubric ({criterion: level from 0}). One that was kept
before it had office, or own, bears, options and choice, is read as if they were blank.

`blocks` make the document that is signed, `classwork` the sheet that stays in the class.

course/hosts/browser/capstone.js, memo/layout.js and memo/classwork.js do `bites`, `gaps`, `blocks`
and `classwork` once more for the page; a test compares them.
"""

from course.capstone.bars import counted
from course.capstone.check import bites, gaps, missing
from course.capstone.classwork import classwork
from course.capstone.document import document
from course.capstone.figures import countries, figures, quoted
from course.capstone.files import write
from course.capstone.layout import blocks
from course.capstone.page import STYLE, body, page
from course.capstone.words import LINES, blank, item, validate, whole, words

__all__ = [
    "LINES",
    "STYLE",
    "bites",
    "blank",
    "blocks",
    "body",
    "classwork",
    "counted",
    "countries",
    "document",
    "figures",
    "gaps",
    "item",
    "missing",
    "page",
    "quoted",
    "validate",
    "whole",
    "words",
    "write",
]
