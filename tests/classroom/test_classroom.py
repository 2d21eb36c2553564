"""A class folder of one's own: keys with other figures, and faults told in a sentence.
Nothing here starts a kernel.
"""

import random
from argparse import Namespace

import pytest
import yaml
from classes import made

from course import _places
from course.classroom import commands, steps
from course.classroom.cycle import assignment as assignments
from course.classroom.cycle import drawing, progress
from course.classroom.cycle.folder import Folder
from course.classroom.cycle.grader import warned
from course.classroom.cycle.init import init
from course.classroom.cycle.told import Warned
from course.classroom.exports import moodle
from course.errors import CourseError

KEYS = sorted((_places.root() / "notebooks" / "assignments" / "keys").glob("*.yaml"))


def test_a_class_gets_its_own_key(tmp_path):
    """Do drawn numbers and countries differ from the public specimens',
    computed and not copied, and only there?
    """
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
                assert one["stem"] != other["stem"], (
                    f"{one['id']}: the stem does not tell what was drawn"
                )
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


@pytest.mark.parametrize("place", ["a file/class", "gov [2027]", "what?", "a*"])
def test_a_place_that_cannot_hold_a_class(tmp_path, place):
    """Below a file, or with signs that are a pattern to nbgrader: a sentence with a cure,
    and nothing made?
    """
    (tmp_path / "a file").write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match="name a folder"):
        init(tmp_path / place)
    assert [path.name for path in tmp_path.iterdir()] == ["a file"]


def test_a_place_that_may_not_be_read(tmp_path, monkeypatch):
    """Another's folder: is it a sentence?"""
    target = tmp_path / "class"

    def shut(self):
        raise PermissionError(13, "Permission denied", str(self))

    target.mkdir()
    monkeypatch.setattr(type(target), "iterdir", shut)
    with pytest.raises(CourseError, match=r"Permission denied.*your own"):
        init(target)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_class_is_made_whole_or_not_at_all(tmp_path, is_there):
    """Is each key heard of while it is written, and does whoever stops it find the place as it was,
    with nothing of somebody else's gone?
    """
    place, heard = tmp_path / "class", []
    if is_there:
        place.mkdir()

    def stop(doing, done, of):
        heard.append((done, of))
        if done == 2:
            (place / "mine").write_text("x", encoding="utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), progress.heard_by(stop):
        init(place)
    assert heard[-1] == (2, len(KEYS))
    assert [path.name for path in place.iterdir()] == ["mine"]
    (place / "mine").unlink()
    assert len(init(place)) == len(KEYS)


@pytest.mark.parametrize(
    ("rows", "words"), [(3, "exactly 4 entries and has 3"), (5, "exactly 4 entries and has 5")]
)
def test_a_rubric_of_too_few_criteria(tmp_path, rows, words):
    """Is the rule said in words, and not the whole rubric?"""
    content = yaml.safe_load(KEYS[0].read_text(encoding="utf-8"))
    rubric = content["tasks"][0]["rubric"]
    content["tasks"][0]["rubric"] = [*rubric, rubric[0]][:rows]
    path = tmp_path / KEYS[0].name
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(CourseError, match=f"`rubric` must have {words}"):
        assignments.read(path)


@pytest.mark.parametrize(
    "name", ["", "..", "../x", "-x", "a+b", "a b", "a\nb", "x" * 65, "\u202ex", '"', "a/b", "²"]
)
def test_a_class_has_a_name_that_a_folder_can_have(tmp_path, name):
    """Is any other refused before a file is written?"""
    with pytest.raises(CourseError, match="no name for a class"):
        init(tmp_path / "class", course=name)
    assert not (tmp_path / "class").exists()


@pytest.mark.parametrize("name", ["..", "a+b", "-rf", "*", "a\nb", "x" * 100])
def test_a_key_has_a_name_that_a_folder_can_have(tmp_path, name):
    """Is one of another name told with its cure,
    and an editor's own file beside the keys passed over?
    """
    folder = made(tmp_path / "class")
    known = folder.names()
    for stray in (name, ".#key"):
        (folder.path / "keys" / f"{stray}.yaml").write_text("x", encoding="utf-8")
    assert folder.names() == known
    with pytest.raises(CourseError, match="rename its key"):
        folder.assignment(name)


@pytest.mark.parametrize("course", ["../x", "a+b", "*"])
def test_a_class_of_another_name_in_the_settings(tmp_path, course):
    """Is it refused before it becomes a path on the exchange?"""
    folder = made(tmp_path / "class")
    path = folder.path / "nbgrader_config.py"
    path.write_text(
        path.read_text(encoding="utf-8").replace("policy-test", course), encoding="utf-8"
    )
    with pytest.raises(CourseError, match="mend course_id"):
        _ = folder.course


def test_no_warning_of_nbgraders_is_lost():
    """Is each a sentence, on one line, with the student's name; and what says nothing of a student
    (lateness, told in hours; a sheet of ours without its hidden tests) left out?
    """
    log = (
        "[INFO] Copying\n[WARNING] \n    x claims to be submitted by y\n    but is owned by "
        "z\n    \n[INFO] b\n"
        "[WARNING] Removing existing assignment: /x/y\n[WARNING] Late submission penalty: None\n"
        "[WARNING] Submission<ali> is 86400.0 seconds late\n[WARNING] Attribute 'checksum' for "
        "cell a-b has changed! (should be: 1, got: 2)\n"
        "[WARNING] Attribute 'points' for cell a-b has changed! (should be: 1, got: "
        "2)\n[WARNING] No submitted file: f.\n[WARNING] No submitted file: f.\n"
    )
    assert warned(log, "ali") == [
        "ali: nbgrader warns: x claims to be submitted by y but is owned by z.",
        "ali: nbgrader warns: Attribute 'points' for cell a-b has changed! (should be: 1, got: 2).",
        "ali: nbgrader warns: No submitted file: f.",
    ]


def test_the_same_sentence_is_said_once(tmp_path, monkeypatch, capsys):
    """With how often, or with the students whom it concerns?"""
    folder = made(tmp_path / "class")
    told = [
        *["Twice."] * 2,
        "Once.",
        *(Warned(f"s{n}", "odd") for n in range(7)),
        Warned("ali", "alone"),
    ]
    monkeypatch.setitem(steps._DO, "collect", lambda *_: told)
    commands.run(Namespace(step="collect", name="x", place=str(folder.path), dry_run=True))
    assert capsys.readouterr().out.splitlines() == [
        "Twice. (2 times)",
        "Once.",
        "nbgrader warns of 7 (s0, s1, s2, s3, s4 and 2 more): odd.",
        "ali: nbgrader warns: alone.",
    ]


def test_a_step_that_stops_leaves_its_trace(tmp_path, monkeypatch):
    """Is a fault of ours a sentence too, and is nothing of it lost?"""
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    monkeypatch.setattr(moodle, "moodle_xml", lambda _: 1 / 0)
    with pytest.raises(CourseError, match=r"ZeroDivisionError.*logs/export\.txt"):
        commands.run(
            Namespace(
                step="export", what="moodle", name=name, place=str(folder.path), dry_run=False
            )
        )
    assert "Traceback" in (folder.path / "logs" / "export.txt").read_text(encoding="utf-8")


def test_a_draw_avoids_what_was_drawn():
    """Whatever the seed?"""
    content = {
        "questions": [
            {
                "id": "a-b",
                "draw": {
                    "by": "country",
                    "among": {"country": ["PAK", "IND"]},
                    "drawn": {"country": "PAK"},
                },
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
