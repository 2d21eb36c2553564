"""Where in the chapters a question is taught: the section that cites most of the claims it asks."""

from dataclasses import dataclass
from functools import cache

from course import _places
from course.charts.covers import cover
from course.hosts.pages import reading

__all__ = ["Place", "place_of"]

_LEVEL = 3  # of the smallest heading that is a section


@dataclass(frozen=True)
class Place:
    """A section of a chapter. chapter: its number and name; heading: the section's own words;
    address: of the chapter's page, from the page of feedback as the course's server shows both.
    """

    chapter: str
    heading: str
    address: str


@cache
def _sections(number):
    """[(Place, the claims that it cites)] of the chapter of that number."""
    paths = sorted(_places.shipped_notebooks().glob(f"{number}-*.ipynb"))
    if not paths:
        return []
    chapter = reading.read(paths[0])
    named = cover(chapter.stem)
    named = f"{number} {named.name}" if named else chapter.title
    found, cited = [], set()
    for block in chapter.prose:
        if block.level and 1 < block.level <= _LEVEL:
            cited = set()
            # NAME/feedback/TIME/ in the folder that the server shows as files/
            address = f"../../../../steel-frame/{chapter.stem}.html#{block.name}"
            found.append((Place(named, block.words, address), cited))
        cited.update(name for kind, name in block.cards if kind == "claim")
    return found


def _every():
    """The numbers of all chapters, in order."""
    return [
        path.name[:2] for path in sorted(_places.shipped_notebooks().glob("[0-9][0-9]-*.ipynb"))
    ]


def _best(asked, numbers):
    best, most = None, 0
    for number in numbers:
        for place, cited in _sections(number):
            if len(asked & cited) > most:
                best, most = place, len(asked & cited)
    return best


def place_of(item, covers):
    """The Place that teaches an item of an assignment which covers these chapters ("01"), or else
    of any; None if none cites a claim of the item.
    """
    asked = set(item.get("claims", ()))
    return _best(asked, covers) or _best(asked, _every())
