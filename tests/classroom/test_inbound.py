"""What lies in the exchange's inbound folder: names, owners, links, times. Each test writes as
whoever runs it.

tests/real_users/test_classmates.py tries the same with real users and a real exchange.
"""

import os
from datetime import UTC, datetime, timedelta

import pytest
from hand_ins import ME, NAME, called, found, handed, now, taken

from course.classroom.cycle import inbound, naming, stamps
from course.classroom.cycle.collecting import their_own
from course.classroom.cycle.told import Told
from course.errors import CourseError


def test_five_files_and_no_others(place):
    """Are the sheet's files taken as they are, and whatever else lies there left?"""
    handed(
        place,
        **{
            f"{NAME}.ipynb": b"{}",
            "evil.py": b"1/0",
            "items.json": b"{}",
            "timestamp.txt": b"nonsense",
        },
    )
    one = taken(place)
    assert set(one.files) == {
        "answers.jsonl", f"{NAME}.ipynb", "items.json", "submission_secret.txt", "timestamp.txt",
    }  # fmt: skip
    assert one.files["answers.jsonl"] == b'{"a":1}\n'
    assert abs(one.at - now()) < timedelta(minutes=1)
    assert one.notes == ()


def _hole(path):
    with path.open("wb") as file:
        file.truncate(20_000_000_000)  # no disk is filled


@pytest.mark.parametrize(
    "name",
    ["answers.jsonl", f"{NAME}.ipynb", "items.json", "timestamp.txt", "submission_secret.txt"],
)
@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to(path.parent / "theirs"),
        lambda path: path.symlink_to("/nowhere"),
        lambda path: path.hardlink_to(path.parent / "theirs"),
        os.mkfifo,
        lambda path: path.mkdir(),
        _hole,
    ],
    ids=["endless", "link", "broken link", "second name", "pipe", "folder", "huge"],
)
def test_what_is_no_plain_file_is_refused(place, name, make):
    """Whichever of the four it is, and at once?"""
    path = handed(place, answers=None)
    (path / "submission_secret.txt").unlink()
    (path / "theirs").write_bytes(b"another's answers")
    make(path / name)
    with pytest.raises(CourseError, match=f"^{name} "):
        taken(place)


def test_the_folder_itself_is_not_followed(place, tmp_path):
    """A hand-in, a class or an inbound folder that is a link?"""
    (place / "c" / "inbound" / called()).symlink_to(tmp_path)
    with pytest.raises(CourseError, match="is a link"):
        taken(place)
    (place / "d").symlink_to(place / "c")
    with pytest.raises(CourseError, match="remove it"), inbound.opened(place, "d"):
        pass
    with inbound.opened(place, "not yet released") as one:
        assert one is None


def test_links_beside_the_answers_are_told(place):
    """Followed by nobody, and named, however many?"""
    path = handed(place)
    for n in range(9):
        (path / f"usr{n}").symlink_to("/usr")
    (note,) = taken(place).notes
    assert "'usr0', 'usr1', 'usr2' and 6 more" in note


def test_a_swap_after_the_look_is_seen(place, monkeypatch):
    """If the file becomes a link between two steps, is the open file the one that is judged?"""
    path = handed(place)
    (path / "theirs").write_bytes(b"another's answers")
    opens = os.open

    def late(name, flags, *arguments, **options):
        if name == "answers.jsonl":
            (path / name).unlink()
            (path / name).symlink_to("theirs")
        return opens(name, flags, *arguments, **options)

    monkeypatch.setattr(os, "open", late)
    with pytest.raises(CourseError, match="not followed"):
        taken(place)


def test_nobody_hands_in_for_another(place, collected):
    """Under names that are not the owner's, however many: one sentence that names both,
    and none is collected?
    """
    handed(place)
    for n in range(9):
        handed(place, called(f"bina{n}", now() + timedelta(minutes=n)))
    told = Told(collected()[0], "collect", NAME)
    assert [one.student for one in their_own(found(place)[0], told)] == [ME]
    (said,) = told
    assert told.failed
    assert (
        "under the name of bina0, bina1, bina2, bina3, bina4 and 4 more belongs to the system "
        f"user {ME};" in said
    )


BAD = [
    "", ".", "..", "*", "a*", "[a]", "a?", "-rf", ".hidden", "a+b", "a\nb", "a\tb", "a\0b", "a:b",
    "a\\b", "a/b", "../b", "a;b",
    "=1+1", "@x", "'x", "a ", "a.", " a", "x" * 65, "\u202ea", "a\u202eb", "a\u200bb", "\ud800",
    "\udcff", "<b>", "a|b", "$HOME",
]  # fmt: skip
GOOD = [
    "ali",
    "Ali Khan",
    "ali.khan@example.org",
    "o'neill",
    "a-b_c",
    "42",
    "علی",
    "अमिता",
    "Ängström",
    "_x",
    "李",
]


def test_what_no_name_can_be(subtests):
    """Refused in a clause, and shown in signs that a terminal can bear?"""
    for name in BAD:
        with subtests.test(ascii(name)[:30]):
            assert naming.fault(name)
            assert naming.shown(name).isascii()
            assert naming.shown(name).isprintable()


def test_what_a_name_can_be(subtests):
    """In any script?"""
    for name in GOOD:
        with subtests.test(ascii(name)[:30]):
            assert naming.fault(name) is None


def test_a_folder_of_no_student_is_left_alone(place):
    """Is every name that leads elsewhere, or none, listed apart;
    are other assignments and strange files passed over?
    """
    folders = [called(name) for name in ("", "..", "*", "a+b", "-rf", "two\nlines", "\udcff")]
    for folder in [*folders, f"{ME}+another+{stamps.written(now())}", "no hand-in"]:
        handed(place, folder)
    handed(place)
    ours, odd = found(place)
    assert [one.student for one in ours] == [ME]
    assert odd == sorted(folders)


def test_what_is_no_time(subtests):
    """A day that is none, a year before the course, a year that no class will see?"""
    for text in [
        "",
        "now",
        "0001-01-01 00:00:00 UTC",
        "9999-12-31 23:59:59 UTC",
        "2026-02-31 10:00:00 UTC",
        "2026-01-01 25:00:00 UTC",
        "2026-01-01 10:00:00 ../../etc",
        "2026-01-01 10:00:00 QQQ",
        "1999-12-31 10:00:00 UTC",
        "\0",
        "２０２６-01-01 10:00:00",
    ]:
        with subtests.test(ascii(text)):
            assert stamps.parsed(text) is None


def test_a_time_in_another_zone():
    """Is it the same moment?"""
    assert stamps.parsed("2026-01-01 10:00:00.5 +0500") == datetime(
        2026, 1, 1, 5, 0, 0, 500000, tzinfo=UTC
    )
    at = now()
    assert stamps.parsed(stamps.written(at)) == at


@pytest.mark.parametrize("days", [-300, 0.9, 3000])
def test_a_forged_time_is_told_and_does_not_count(place, days):
    """In the name or in the file: does the system's clock decide, and is the lecturer told both?"""
    handed(
        place,
        called(at=now() + timedelta(days=days)),
        **{"timestamp.txt": stamps.written(now() - timedelta(days=50)).encode()},
    )
    one = taken(place)
    assert abs(one.at - now()) < timedelta(minutes=1)
    assert any("by the clock of the system, which counts" in note for note in one.notes)
    assert stamps.parsed(one.files["timestamp.txt"].decode()) == one.at


def test_a_class_folder_of_anothers_is_told(place, monkeypatch):
    """Where all may write, somebody took the class's name: are the owner and two cures named,
    unless lecturers share it?
    """
    monkeypatch.setattr(os, "geteuid", lambda: os.stat(place).st_uid + 1)  # noqa: PTH116
    with (
        pytest.raises(CourseError, match=rf"belongs to {ME} and not to you.*another name") as said,
        inbound.opened(place, "c"),
    ):
        pass
    assert "course_id" in str(said.value)
    with inbound.opened(place, "c", shared=True) as one:
        assert one is not None
