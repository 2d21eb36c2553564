"""What a picture is made of: signs, words and rules at places of it. Lengths are pixels,
y goes down.
"""

from dataclasses import dataclass
from math import floor
from typing import Literal

__all__ = [
    "GAP",
    "TEXT",
    "Laid",
    "Look",
    "Mark",
    "Rule",
    "Sign",
    "Tone",
    "Word",
    "inside",
    "near",
    "wide",
]

TEXT = 14  # the size of a word
GAP = 8  # between a word and anything else

# own: the colour of the paradigm that the scene is about; the others are ink, and grey for what is
# lost or waits
Tone = Literal["own", "ink", "quiet", "classic", "npm", "governance", "pakistan"]
# what is absent or waits stands as an outline; what is lost is struck through as well
Look = Literal["solid", "outline", "struck"]


@dataclass(frozen=True)
class Sign:
    """A sign whose box of `size` begins at (x, y)."""

    sign: str
    x: float
    y: float
    size: float
    tone: Tone = "ink"
    look: Look = "solid"


@dataclass(frozen=True)
class Word:
    """A word whose baseline begins (or ends, or is centred) at (x, y)."""

    word: str
    x: float
    y: float
    anchor: Literal["start", "middle", "end"] = "start"
    tone: Tone = "ink"
    strong: bool = False


@dataclass(frozen=True)
class Rule:
    """A straight line. end: with an arrow there; dash: its pattern, if it is not whole."""

    x: float
    y: float
    to_x: float
    to_y: float
    tone: Tone = "quiet"
    thick: float = 2
    dash: str = ""
    end: bool = False


Mark = Sign | Word | Rule


@dataclass(frozen=True)
class Laid:
    """A band at a width: its marks, and how high it is."""

    marks: tuple[Mark, ...]
    height: float


def near(value: float) -> float:
    """A tenth of a pixel, rounded as JavaScript rounds."""
    return floor(value * 10 + 0.5) / 10


def inside(x: float, word: str, width: float) -> float:
    """Where the middle of a word stands that would be centred at x,
    but stays in a picture so wide.
    """
    half = wide(word) / 2
    return max(half, min(width - half, x))


def wide(word: str) -> float:
    """About how wide a word is: enough room for it in every face that the page may find."""
    return near(len(word) * TEXT * 0.56)
