"""What a student or an instructor is told when something is wrong:
one sentence that names the cure.
"""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 60  # characters of a wrong name that a sentence repeats


JOINERS = "\u200c\u200d"  # within words, in Urdu for one


def _told(words: str) -> str:
    """Words in which what would move a terminal's cursor, or turn the letters round,
    is written as its number.
    """
    return "".join(
        c if c.isprintable() or c in JOINERS else c.encode("unicode_escape").decode() for c in words
    )


class CourseError(Exception):
    """A fault in a file, a name or a setting. Its text is one sentence for a person,
    never a traceback.
    """

    def __str__(self) -> str:
        return "\n".join(map(_told, super().__str__().split("\n")))

    def _render_traceback_(self) -> list[str]:
        """IPython shows these lines in place of a traceback."""
        return [str(self)]


def shown(name: object) -> str:
    """A name as a sentence may repeat it: not too long,
    and without bytes that are no text or letters that act.
    """
    text = _told(str(name))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def unknown(kind: str, name: object, known: Iterable[object]) -> CourseError:
    """The error for a name that does not exist; it lists the nearest that do."""
    names, said = sorted(map(shown, known)), shown(name)
    plain: dict[
        str, str
    ] = {}  # a name may differ by nothing but capital letters and the spaces round it
    for one in names:
        plain.setdefault(one.casefold(), one)
    close = get_close_matches(said.strip().casefold(), plain, n=3, cutoff=0.4)
    near = [plain[one] for one in close] or names[:5]
    return CourseError(f"There is no {kind} called {said!r}; the nearest are: {', '.join(near)}.")
