"""Does a sheet that was given out still fit its key? An answer is a position: the same number means
another part if parts moved.
"""

import json

from course.classroom.cycle import naming, ways
from course.classroom.exports.public import sheet_items
from course.errors import CourseError
from course.interface.words import say

__all__ = ["Released", "differing"]

# What may be worded anew after the release: no answer points at it.
_WORDS = {"stem", "points", "words", "rubric"}
_MOST_BYTES = 2_000_000


def _offers(items):
    """{id: what an answer points at}."""
    return {
        item["id"]: {field: value for field, value in item.items() if field not in _WORDS}
        for item in items
    }


def differing(one, other):
    """The ids of items of which two lists of public items offer other parts,
    or that only one of them has; sorted.
    """
    ours, theirs = _offers(one), _offers(other)
    return sorted(
        name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)
    )


def _items(raw):
    """The items in the bytes of an items.json, or None if it is none."""
    try:
        items = json.loads(raw)["items"]
        _offers(items)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return items


def _assignment(raw):
    """The assignment that an items.json names, or "": a student may have written it."""
    try:
        told = json.loads(raw)["assignment"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return told if isinstance(told, str) else ""


def _raw(path):
    """The bytes of a student's items.json; None if there is no plain file of its size."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > _MOST_BYTES:
        return None
    return path.read_bytes()


def _few(names):
    return naming.few([*map(naming.shown, names)])


class Released:
    """The sheet of an assignment as release/NAME holds it.
    Raises CourseError if it was never released or is damaged.
    """

    def __init__(self, folder, name):
        self.name, place = name, folder.path / "release" / name
        if not (place / f"{name}.ipynb").is_file():
            raise ways.CureError(
                f"{name} was not released from this folder; {ways.first('release', name)}.",
                "release",
            )
        path = place / "items.json"
        items = _items(path.read_bytes()) if path.is_file() else None
        if items is None:
            raise CourseError(
                f"release/{name}/items.json, by which it is known what students were offered, "
                "is lost or damaged; put it "
                f"back from copies/ or from {ways.exchange()}."
            )
        self.items = items

    def check(self, assignment):
        """Raise CourseError if the present key offers other parts than the released sheet,
        or gives other points.
        """
        now = sheet_items(assignment)["items"]
        moved = differing(self.items, now)
        if moved:
            raise ways.CureError(
                f"Nothing is done: keys/{self.name}.yaml now offers other parts than the sheet "
                "that students have, or the "
                f"same in another order, in {_few(moved)}, and an answer is the number of a "
                "part; put them back as they are "
                f"in release/{self.name}/items.json, or {ways.to('release', self.name)} again "
                "and ask everybody to fetch the new sheet and answer it.",
                "release",
            )
        points = {item["id"]: item.get("points") for item in self.items}
        other = sorted(item["id"] for item in now if item.get("points") != points[item["id"]])
        if other:
            raise ways.CureError(
                f"Nothing is done: keys/{self.name}.yaml gives other points than the released "
                f"sheet for {_few(other)}; {ways.to('release', self.name)} again, then "
                f"{ways.to('grade', self.name)}. No answer is lost.",
                "release",
            )

    def moved(self, path):
        """The ids of items of which the items.json that came with a student's answers offers other
        parts than ours; sorted.
        """
        raw = _raw(path)
        theirs = None if raw is None else _items(raw)
        return [] if theirs is None else differing(self.items, theirs)

    def check_answered(self, path):
        """Raise CourseError, a clause, if the items.json that came with a student's answers offers
        other parts than ours.
        """
        moved = self.moved(path)
        if moved and (other := _assignment(_raw(path))) not in {"", self.name}:
            raise CourseError(say("class.other_sheet", other=naming.shown(other), name=self.name))
        if moved:
            raise CourseError(
                "not marked, since these answers were given on another sheet than the "
                "released one, which differs in "
                f"{_few(moved)}; ask for the new sheet to be fetched and answered, or put the "
                "key back as it was and "
                "release that again."
            )
