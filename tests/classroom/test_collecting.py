"""What collect takes of what lies there: which of two counts, whose fault stops what, and where a
stopped run goes on.
"""

import errno
import os
import time
from datetime import timedelta

import pytest
from hand_ins import ME, NAME, called, handed, now

from course.classroom.cycle import inbound, stamps
from course.classroom.cycle.collecting import is_known, records
from course.classroom.cycle.grader import NbgraderError
from course.classroom.cycle.told import Told


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
