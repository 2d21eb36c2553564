"""One file a chapter: joins model or evidence, chart and controls under an id."""

from importlib import import_module

from course.errors import unknown

__all__ = ["CHAPTERS", "names", "spec"]

CHAPTERS = ("classic", "lab", "weighing")


def _all():
    found = {}
    for chapter in CHAPTERS:
        found |= import_module(f"course.lessons.{chapter}").SPECS
    return found


def names(verb=None):
    """Ids of all interactives, or of those that `verb` (explore, weigh) shows."""
    return [name for name, (shown_by, _) in _all().items() if verb in (None, shown_by)]


def spec(name, verb=None):
    """The Spec called `name`. Raises CourseError, naming the nearest, if `verb` shows none of that name."""
    known = _all()
    if name not in names(verb):
        raise unknown("interactive", name, names(verb))
    return known[name][1]()
