"""What an instructor should look at: each flag says what was seen and what to do. The bounds are rules of thumb, stated.

A class of fewer than SMALL says little about one item, so a weak discrimination is not held against an item there.
"""

from dataclasses import dataclass

__all__ = ["EASY", "HARD", "SMALL", "UNANSWERED", "WEAK", "Flag", "flags"]

SMALL = 20  # students
HARD, EASY = 0.25, 0.95
WEAK = 0.2
UNANSWERED = 0.2
FEW = 3  # takers: fewer may be chance


@dataclass(frozen=True)
class Flag:
    """kind is a word; sentence what to do. first: look at it before the marks stand."""

    kind: str
    sentence: str
    first: bool = False


def flags(item, n):
    """The flags of an Item of a class of n, as a tuple; those to look at first stand first."""
    found = [*_discrimination(item), *_attractive(item), *_unanswered(item, n), *_difficulty(item), *_idle(item)]
    return tuple(sorted(found, key=lambda flag: not flag.first))


def _discrimination(item):
    return ()


def _attractive(item):
    return ()


def _unanswered(item, n):
    return ()


def _difficulty(item):
    return ()


def _idle(item):
    return ()
