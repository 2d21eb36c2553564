"""What a student or an instructor is told when something is wrong: one sentence that names the cure."""

from difflib import get_close_matches

LONGEST = 60  # characters of a wrong name that a sentence repeats


class CourseError(Exception):
    """A fault in a file, a name or a setting. Its text is one sentence for a person, never a traceback."""

    def _render_traceback_(self):
        """IPython shows these lines in place of a traceback."""
        return [str(self)]


def shown(name: object) -> str:
    """A name as a sentence may repeat it: not too long, and without bytes of a file's name that are no text."""
    text = str(name).encode("utf-8", "backslashreplace").decode("utf-8")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def unknown(kind: str, name: object, known) -> CourseError:
    """The error for a name that does not exist; it lists the nearest that do."""
    known, said = sorted(map(shown, known)), shown(name)
    plain = {}  # a name may differ by nothing but capital letters and the spaces round it
    for one in known:
        plain.setdefault(one.casefold(), one)
    close = get_close_matches(said.strip().casefold(), plain, n=3, cutoff=0.4)
    near = [plain[one] for one in close] or known[:5]
    return CourseError(f"There is no {kind} called {said!r}; the nearest are: {', '.join(near)}.")
