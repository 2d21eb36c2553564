"""A page of feedback for tests: of the first specimen, with hostile words and an essay marked."""

from classes import line, right

from course import _places
from course.classroom.cycle import assignment as assignments
from course.classroom.cycle import comments, marking
from course.classroom.feedback import page
from course.classroom.feedback.standing import Entry, Standing

__all__ = ["HOSTILE", "KEYS", "fed_back", "standing_of", "wrong_first"]

KEYS = sorted((_places.root() / "notebooks" / "assignments" / "keys").glob("*.yaml"))
HOSTILE = (
    "</style></main><script>document.title='taken'</script><img src=x onerror=alert(1)> "
    "{{ 7 * 7 }} \ud800 \x00 \u202e https://a.b"
)


def wrong_first(key):
    """Lines that answer every question rightly but the first, and the essay with hostile words."""
    first, *others = key.questions
    bad = next(i for i, one in enumerate(first["options"]) if not one.get("correct"))
    found = [line(first["id"], bad, 1), *(line(q["id"], right(q), 2) for q in others)]
    return [*found, line(key.tasks[0]["id"], HOSTILE, 3)]


def standing_of(key, lines, *, task=None, comment="", **more):
    """What the gradebook would say of these lines; task: points by a person, with a comment."""
    entries = {
        name: Entry(one.points, one.points, None, "")
        for name, one in marking.marks(key, lines).items()
    }
    entries[key.tasks[0]["id"]] = Entry(task or 0.0, None, task, comment)
    return Standing(entries, **{"late": 0.0, "penalty": 0.0} | more)


def fed_back(*, student="ali", words=HOSTILE):
    """The page of one whose essay is marked, with these words of the lecturer's."""
    key = assignments.read(KEYS[0])
    essay, lines = key.tasks[0], wrong_first(key)
    levels = dict.fromkeys([row["criterion"] for row in essay["rubric"]], 2)
    said = comments.said(essay["rubric"], {"levels": levels, "comment": words})
    standing = standing_of(key, lines, task=8.0, comment=said, late=26.04, penalty=1.5)
    return page.page(key, student, lines, standing, {essay["id"]: levels})
