"""A class folder of one's own: keys with other figures, and faults told in a sentence. Nothing here starts a kernel."""

import random

import pytest
from classes import made

from course import _places
from course.classroom import assignment as assignments
from course.classroom import drawing
from course.classroom.folder import Folder
from course.classroom.init import init
from course.errors import CourseError

KEYS = sorted((_places.root() / "notebooks" / "assignments" / "keys").glob("*.yaml"))


def test_a_class_gets_its_own_key(tmp_path):
    """Do drawn numbers and countries differ from the public specimens', computed and not copied, and only there?"""
    folder = made(tmp_path / "class")
    drawn = 0
    assert [path.stem for path in KEYS] == folder.names()
    for path in KEYS:
        theirs, ours = assignments.read(path), folder.assignment(path.stem)
        assert not ours.public
        for one, other in zip(theirs.items(), ours.items(), strict=True):
            if "draw" in one:
                drawn += 1
                assert one["draw"]["drawn"] != other["draw"]["drawn"]
                assert one["stem"] != other["stem"], f"{one['id']}: the stem does not tell what was drawn"
            else:
                assert one == other
    assert drawn >= 1
    assert (folder.path.stat().st_mode & 0o077) == 0


@pytest.mark.parametrize("place", ["inside", "full"])
def test_no_class_folder_where_it_would_harm(tmp_path, place):
    """Inside the clone, or over something that is there?"""
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match=r"outside it|empty or new"):
        init(_places.root() / "notebooks" / "mine" if place == "inside" else tmp_path)
    assert (tmp_path / "x").read_text(encoding="utf-8") == "mine"


def test_a_draw_avoids_what_was_drawn():
    """Whatever the seed?"""
    content = {
        "questions": [
            {
                "id": "a-b",
                "draw": {"by": "country", "among": {"country": ["PAK", "IND"]}, "drawn": {"country": "PAK"}},
            }
        ]
    }
    for seed in range(20):
        anew = drawing.drawn_anew(content, random.Random(seed))
        assert anew["questions"][0]["draw"]["drawn"] == {"country": "IND"}


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        ("points: many", "integer"),
        ("kind: riddle", "riddle"),
        ("stem: [", "not YAML"),
        ("objective: nowhere", "none of the objectives"),
    ],
)
def test_a_damaged_key_is_told_in_a_sentence(tmp_path, harm, words):
    """File, item and fault?"""
    text = KEYS[0].read_text(encoding="utf-8")
    word = harm.split(":", maxsplit=1)[0]
    lines = text.splitlines()
    at = next(i for i, one in enumerate(lines) if one.strip().startswith(f"{word}:"))
    lines[at] = lines[at][: len(lines[at]) - len(lines[at].lstrip())] + harm
    path = tmp_path / KEYS[0].name
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CourseError, match=words) as caught:
        assignments.read(path)
    assert path.name in str(caught.value)


def test_a_place_that_is_no_class_folder(tmp_path):
    """Told how to find or make one?"""
    with pytest.raises(CourseError, match="course class init"):
        Folder(tmp_path)
