"""One file an interactive, in folders by where it is taught: joins model or evidence, chart and
controls under an id.
"""

from importlib import import_module

from course.errors import CourseError, unknown
from course.evidence import inquiries
from course.evidence.inquiries.shared.countries import code

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


def spec(name, verb=None, country=None):
    """The Spec called `name`, of a card for one `country` (iso3) more if told.

    Raises CourseError, naming the nearest, if `verb` shows none of that name, or if it takes no
    country.
    """
    known = _all()
    if name not in names(verb):
        raise unknown(
            "interactive", name, [*names(verb), *(["timeline"] if verb == "explore" else [])]
        )
    make = known[name][1]
    if country is None:
        return make()
    if not inquiries.takes_country(name):
        raise CourseError(
            f"{name!r} rests on one record for all, or on Pakistan's alone; ask for it without "
            "a country."
        )
    return make(code(country))
