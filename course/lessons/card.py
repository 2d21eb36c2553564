"""The form of an evidence card: what stands in its first view,
and which of its controls are ways to ask the same.
"""

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from course.charts.verdicts import SIGNS
from course.lessons.controls import Control, first_value

__all__ = ["Card", "first_sentence", "lead_of"]

_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9])")


@dataclass(frozen=True)
class Card:
    """claim: what is weighed, in a line. question: what the card asks, which stands in place of a
    finding while a reader has yet to write her verdict. lead: the control of the first view, if one
    decides; the others are folded.

    every: the control, never seen, whose second value shows every choice instead of the record; ""
        if there is none.
    choices: the controls that together make one choice, by which a reader walks from one to the
    next. beware: what the figures cannot say, a sentence or more each. signs: the sign of each
    verdict.
    """

    claim: str
    question: str
    lead: str = ""
    every: str = ""
    choices: tuple[str, ...] = ()
    beware: tuple[str, ...] = ()
    signs: Mapping[str, str] = field(default_factory=lambda: SIGNS)


def lead_of(controls: Mapping[str, Control], said: Callable[..., Hashable]) -> str:
    """The first control that decides: moved alone, it changes what is said of a setting.
    Empty if none does.
    """
    first = {name: first_value(control) for name, control in controls.items()}
    for name, control in controls.items():
        if len({said(**first | {name: value}) for value in control.values}) > 1:
            return name
    return ""


def first_sentence(text: str) -> str:
    """What a text says first."""
    return _END.split(text, maxsplit=1)[0]
