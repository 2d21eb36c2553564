"""What a student reads of a mark by a person: the sentences of the rubric and the marker's own
words, as plain words. Pure.
"""

import re

from course.classroom.cycle.assignment import LEVELS
from course.interactives import sheets

__all__ = ["said"]


def said(rubric, mark):
    """The comment a student reads: each criterion with the sentence of its level,
    then the marker's own words.
    """
    rows = [
        f"{row['criterion']}: {mark['levels'][row['criterion']]} of {LEVELS - 1}. "
        f"{row['levels'][mark['levels'][row['criterion']]]}"
        for row in rubric
    ]
    words = "\n\n".join([*rows, *filter(None, [mark.get("comment", "").strip()])])
    return _plain(sheets.legible(words))


# What Markdown or a formula is made of. An address becomes a link by itself: of its first sign only
# the code is written.
_MARKUP = re.compile(r"[\\`*_\[\]!#|~$>]")
_ADDRESS = re.compile(r":(?=//)|(?<=www)\.|@|(?<=script):|(?<=data):|(?<=mailto):", re.IGNORECASE)


def _plain(text):
    """A text that nbgrader's page of feedback, which reads comments as Markdown, shows as it is: no
    tag, link or image in it.
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = _MARKUP.sub(
        lambda sign: f"&#{ord(sign[0])};" if sign[0] in "$>" else f"\\{sign[0]}", text
    )
    return _ADDRESS.sub(lambda sign: f"&#{ord(sign[0])};", text)
