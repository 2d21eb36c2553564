"""What parts our question from a reader's readings on an evidence card: the words of its first
control, its face, and the signs that its face may need.
"""

from dataclasses import replace

from course.charts.verdicts import SIGNS, badge
from course.evidence.cards import false, lines
from course.evidence.cards.as_read import as_read
from course.evidence.cards.face import face
from course.evidence.result import NO_VERDICT
from course.interface.words import say

__all__ = ["faced", "of_us", "signs"]


def of_us(name, lead, control):
    """The control of the first view, with ours named as our question: its values that are no
    reading of the words, or the whole control where none is.
    """
    own = [dict(one.subject) for one in as_read(name) if one.weighed_by == name]
    if not as_read(name):
        return control
    read = [value for value in control.values if any(one.get(lead, value) == value for one in own)]
    if not read:
        return replace(control, label=say("lines.ours", what=control.label))
    told = {
        value: words if value in read else say("lines.ours", what=words)
        for value, words in control.choices.items()
    }
    return replace(control, choices=told)


def signs(name, answers):
    """The sign of each verdict that a clause may have: of a reading, or of our question; of an
    answer that cannot be had there is a sentence in place of it.
    """
    own = {NO_VERDICT if isinstance(one, str) else one.result.verdict for one in answers}
    used = own | {one.verdict for one in as_read(name)}
    return {verdict: sign for verdict, sign in SIGNS.items() if verdict in used}


def faced(inquiry, subject, answer=None, found=None):
    """The badge of a state and its clauses; found is the Weighed of its answer, if it has one."""
    own, rate = NO_VERDICT, ""
    if answer is not None and found is not None:
        own, shares = answer.result.verdict, false.each_way(answer, found)
        rate = false.in_brief(shares, held_loosely=false.loose(answer, found))
    ends = lines.ends(inquiry.id, inquiry, found)
    verdict, beside = face(inquiry.id, subject, own, rate, ends)
    return badge(verdict) | {"beside": beside}
