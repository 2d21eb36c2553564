"""A tally: so many equal signs, in tens, in groups of a colour; the words of each group stand beside it."""

from dataclasses import dataclass
from math import floor

from course.charts.pictures.marks import GAP, TEXT, Laid, Look, Mark, Sign, Tone, Word, near, wide

__all__ = ["Group", "Tally", "laid"]

_LINE = TEXT + 6


@dataclass(frozen=True)
class Group:
    """n signs of one kind. word: what they are, with their number, such as "49 reach the desk"."""

    n: int
    sign: str
    word: str
    tone: Tone = "own"
    look: Look = "solid"


@dataclass(frozen=True)
class Tally:
    """Groups in order; size: of a sign."""

    groups: tuple[Group, ...]
    size: float = 18
    band: str = "tally"


def laid(band: Tally, width: float) -> Laid:
    """The marks at a width: in rows of twenty, or of ten where the words would not fit beside them."""
    step = band.size + 2
    ten = 10 * step + GAP
    longest = max(wide(group.word) for group in band.groups)
    tens = next((k for k in (2, 1) if k * ten + 2 * GAP + longest <= width), 0)
    beside, tens = tens > 0, tens or max(1, min(2, floor(width / ten)))
    marks: list[Mark] = []
    at, free = 0, 0.0
    for group in band.groups:
        row = floor(at / (10 * tens))
        for place in range(at, at + group.n):
            along = place % (10 * tens)
            x, y = along * step + floor(along / 10) * GAP, floor(place / (10 * tens)) * step
            marks.append(Sign(group.sign, near(x), near(y), band.size, group.tone, group.look))
        if beside and group.word:
            y = max(free, row * step)
            marks.append(Word(group.word, near(tens * ten + GAP), near(y + TEXT), "start", group.tone, True))
            free = y + _LINE
        at += group.n
    rows = -floor(-at / (10 * tens))
    if beside:
        return Laid(tuple(marks), near(max(rows * step, free)))
    y = rows * step + 4
    for group in band.groups:
        if group.word:
            marks.append(Sign(group.sign, 0, near(y), TEXT + 2, group.tone, group.look))
            marks.append(Word(group.word, TEXT + 2 + GAP, near(y + TEXT), "start", group.tone, True))
            y += _LINE + 2
    return Laid(tuple(marks), near(y))
