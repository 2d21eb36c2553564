"""What lies in the exchange's inbound folder: names, owners, links, times. Each test writes as
whoever runs it.

tests/real_users/test_classmates.py tries the same with real users and a real exchange.
"""

import errno
import os
import time
from datetime import UTC, datetime, timedelta

import pytest

from course.classroom.cycle import inbound, naming, stamps
from course.classroom.cycle.collecting import Collector, is_known, records, their_own
from course.classroom.cycle.folder import Folder
from course.classroom.cycle.grader import NbgraderError
from course.classroom.cycle.told import Told
from course.errors import CourseError

pwd = pytest.importorskip("pwd", reason="nbgrader has no exchange on Windows")
NAME = "1-classic"
ME = pwd.getpwuid(os.geteuid()).pw_name


@pytest.fixture
def place(tmp_path):
    """An exchange with the inbound folder of the class `c`; handed(folder, ...) makes a hand-in."""
    (tmp_path / "exchange" / "c" / "inbound").mkdir(parents=True)
    return tmp_path / "exchange"


def now():
    return datetime.now(UTC)  # of the test, not of the run, which may have begun long before


def called(student=ME, at=None):
    return f"{student}+{NAME}+{stamps.written(at or now())}+x"


def handed(place, folder=None, answers=b'{"a":1}\n', **files):
    """A hand-in in the inbound folder; returns its path."""
    path = place / "c" / "inbound" / (folder or called())
    path.mkdir()
    for name, raw in {"answers.jsonl": answers, "submission_secret.txt": b"0a", **files}.items():
        if raw is not None:
            (path / name).write_bytes(raw)
    return path


def found(place):
    with inbound.opened(place, "c") as one:
        return inbound.entries(one, NAME)


def taken(place):
    with inbound.opened(place, "c") as one:
        return inbound.take(one, inbound.entries(one, NAME)[0][0], NAME)


@pytest.fixture
def collected(tmp_path, place):
    """A function that collects into a class folder and returns (folder, Told)."""
    home = tmp_path / "class"
    (home / "keys").mkdir(parents=True)
    (home / "nbgrader_config.py").write_text("", encoding="utf-8")
    folder = Folder(home)

    def collect():
        told = Told(folder, "collect", NAME)
        with inbound.opened(place, "c") as one:
            Collector(folder, NAME, one, told).fetch_all(inbound.entries(one, NAME)[0])
        return folder, told

    return collect


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


def test_the_newest_sound_one_counts(place, collected):
    """If the newest is no plain file, is that told, and the one before it taken?"""
    handed(place, called(at=now() - timedelta(minutes=5)), answers=b"older")
    newest = handed(place, answers=None)
    (newest / "answers.jsonl").mkdir()
    folder, told = collected()
    assert (folder.place("submitted", ME, NAME) / "answers.jsonl").read_bytes() == b"older"
    assert told.failed
    assert told[0].startswith(f"{ME} was not collected: answers.jsonl is no plain file")


def test_a_second_collect_takes_what_is_new_alone(place, collected):
    """Nothing twice; a newer one, or one written over, once, with a copy of the older?"""
    path = handed(place)
    folder, told = collected()
    assert list(told) == []
    assert records(folder, NAME)[ME]["folder"] == path.name
    assert list(collected()[1]) == []
    (path / "answers.jsonl").write_bytes(b"written over")
    path.chmod(0o777)
    folder, told = collected()
    assert "handed in again" in told[-1]
    assert (folder.place("submitted", ME, NAME) / "answers.jsonl").read_bytes() == b"written over"
    assert [
        p.read_bytes() for p in folder.path.glob(f"copies/*/submitted/{ME}/{NAME}/answers.jsonl")
    ] == [b'{"a":1}\n']


def test_a_newer_one_put_there_by_hand_stays(place, collected):
    """Does the exchange's older hand-in not take its place?"""
    handed(place)
    folder, _ = collected()
    (folder.path / "collected" / f"{NAME}.json").unlink()
    by_hand = folder.place("submitted", ME, NAME)
    (by_hand / "submission_secret.txt").unlink()
    (by_hand / "timestamp.txt").write_text(
        stamps.written(now() + timedelta(hours=1)), encoding="utf-8"
    )
    (by_hand / "answers.jsonl").write_bytes(b"by hand")
    collected()
    assert (by_hand / "answers.jsonl").read_bytes() == b"by hand"
    assert is_known(folder, NAME, ME)


def test_what_an_earlier_version_fetched_is_looked_at_again(place, collected):
    """It has a secret and no record: may it be marked only after another collect?"""
    handed(place)
    folder, _ = collected()
    (folder.path / "collected" / f"{NAME}.json").write_text("[damaged", encoding="utf-8")
    assert not is_known(folder, NAME, ME)
    collected()
    assert is_known(folder, NAME, ME)


def test_a_name_in_no_encoding_stops_nothing(place, collected):
    """A folder whose name holds a byte that is no letter?"""
    handed(place, called() + "\udcff")
    folder, told = collected()
    assert not told.failed
    assert is_known(folder, NAME, ME)


@pytest.mark.parametrize(
    "error",
    [
        RecursionError("deep"),
        MemoryError(),
        OSError(2, "No file"),
        SystemExit(1),
        UnicodeError("x"),
    ],
)
def test_one_fault_stays_one_students(place, collected, monkeypatch, error):
    """Whatever it is: a sentence with name and cure, the trace in a file, the others fetched?"""
    folder, _ = collected()
    told = Told(folder, "collect", NAME)
    for student in ("ali", "bina"):
        with told.apart(student):
            if student == "ali":
                raise error
            told.append("bina is marked")
    assert told.failed
    assert told[0].startswith("ali: the step collect failed for this student alone")
    assert "logs/collect.txt" in told[0]
    assert told[1:] == ["bina is marked"]
    assert type(error).__name__ in (folder.path / "logs" / "collect.txt").read_text(
        encoding="utf-8"
    )


def _in_a_tool(number):
    error = NbgraderError("nbgrader could not autograde")
    error.log = f"Traceback\nOSError: [Errno {number}] x\n"
    return error


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize(
    "make", [lambda number: OSError(number, "x"), _in_a_tool], ids=["ours", "nbgrader's"]
)
def test_what_the_machine_lacks_is_no_students_fault(collected, number, make):
    """A full disk, a folder without rights: told once, with all names and the cure,
    and nobody asked for a file?
    """
    told = Told(collected()[0], "grade", NAME)
    for n in range(9):
        with told.apart(f"student{n}"):
            raise make(number)
    assert told.failed
    (said,) = told
    assert os.strerror(number) in said
    assert "student0, student1" in said
    assert "4 more" in said
    assert "answers.jsonl" not in said


def test_who_stops_the_step_stops_it(collected):
    """Ctrl-C is no student's fault?"""
    told = Told(collected()[0], "collect", NAME)
    with pytest.raises(KeyboardInterrupt), told.apart("ali"):
        raise KeyboardInterrupt


def test_an_older_one_does_not_take_the_place_of_a_newer(place, collected):
    """The newest is gone from the exchange, or spoilt there: does what was fetched stay,
    and is that said truly?
    """
    handed(place, called(at=now() - timedelta(minutes=5)), answers=b"older")
    newest = handed(place, answers=b"newer")
    collected()
    (newest / "answers.jsonl").unlink()
    (newest / "answers.jsonl").mkdir()
    folder, told = collected()
    assert (folder.place("submitted", ME, NAME) / "answers.jsonl").read_bytes() == b"newer"
    assert not any("newer one counts" in one for one in told)
    assert any(
        "older than what was fetched before" in one and "stays and counts" in one for one in told
    )


def test_who_hands_in_after_feedback_is_told(place, collected):
    """Given to whom, and only if it came later?"""
    first = handed(place, called(at=now() - timedelta(minutes=3)))
    folder, told = collected()
    for student in (ME, "bina"):
        page = folder.place("feedback", student, NAME) / "page.html"
        page.parent.mkdir(parents=True)
        page.write_text("x", encoding="utf-8")
        os.utime(page, (time.time() - 60, time.time() - 60))
    assert not any("after feedback" in one for one in told)
    handed(place, answers=b"with all the answers")
    _, told = collected()
    (said,) = [one for one in told if "after feedback was given to" in one]
    assert said.startswith(f"{ME} handed in at ")
    assert "bina" in said
    assert first.is_dir()


def test_a_renamed_hand_in_is_told_and_does_not_count(place, collected, monkeypatch):
    """An older hand-in under a newer name, which a classmate can give it:
    do the answers that were written last count?
    """
    monkeypatch.setattr(stamps, "NEAR", timedelta(seconds=0.3))
    older = handed(place, answers=b"older")
    time.sleep(0.5)
    handed(place, answers=b"newer")
    time.sleep(0.5)
    older.rename(older.with_name(called()))
    folder, told = collected()
    assert (folder.place("submitted", ME, NAME) / "answers.jsonl").read_bytes() == b"newer"
    assert any("somebody may have renamed one" in one and f"ask {ME}" in one for one in told)


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


def test_who_stops_a_collecting_goes_on_from_there(collected, place, monkeypatch):
    """Ctrl+C at the second of two: is the first there, recorded and not fetched again, and the
    second fetched by the next run?
    """
    others = {"zed": called("zed"), "anna": called("anna")}
    for folder_name in others.values():
        handed(place, folder_name)
    take, stops = inbound.take, [True]

    def stopped(one, found, name):
        if found.student == "zed" and stops:
            stops.clear()
            raise KeyboardInterrupt
        return take(one, found, name)

    monkeypatch.setattr(inbound, "take", stopped)
    with pytest.raises(KeyboardInterrupt) as caught:
        collected()
    assert caught.value.done == 1
    folder, told = collected()
    assert set(records(folder, NAME)) == {"anna", "zed"}
    assert not [one for one in told if one.startswith("anna")], "anna was fetched again"
    assert set(folder.students("submitted", NAME)) == {"anna", "zed"}
