"""Levels, one above the other, each with its signs in the middle and a word on either side: a hierarchy."""

from dataclasses import dataclass
from math import floor

from course.charts.pictures.marks import GAP, TEXT, Laid, Look, Mark, Sign, Tone, Word, near, wide

__all__ = ["Level", "Levels", "laid"]


@dataclass(frozen=True)
class Level:
    """n signs; of more than fit only so many are drawn, with an ellipsis, so `left` gives their number. right: a word there."""

    n: int
    sign: str
    left: str = ""
    right: str = ""
    tone: Tone = "own"
    look: Look = "solid"


@dataclass(frozen=True)
class Levels:
    """Levels from the top. size: of a sign."""

    levels: tuple[Level, ...]
    size: float = 18
    band: str = "levels"


def laid(band: Levels, width: float) -> Laid:
    """The marks at a width: the signs stand centred between the words."""
    step, high = band.size + 2, max(band.size, TEXT) + 4
    left = max((wide(level.left) for level in band.levels), default=0) + GAP
    right = max((wide(level.right) for level in band.levels), default=0) + GAP
    room = max(step, width - left - right)
    marks: list[Mark] = []
    for i, level in enumerate(band.levels):
        fits = max(1, floor(room / step))
        drawn = level.n if level.n <= fits else max(1, fits - 1)
        x, y = left + (room - min(level.n, fits) * step) / 2, i * high
        base = near(y + (high + TEXT) / 2 - 4)
        marks.append(Word(level.left, 0, base, "start", "ink"))
        marks += [
            Sign(level.sign, near(x + one * step), near(y), band.size, level.tone, level.look)
            for one in range(drawn)
        ]
        if drawn < level.n:
            marks.append(Word("…", near(x + drawn * step + step / 2), base, "middle", level.tone, True))
        marks.append(Word(level.right, near(width), base, "end", "ink"))
    return Laid(tuple(marks), near(len(band.levels) * high))
