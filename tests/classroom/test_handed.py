"""What lies in the folder of a hand-in: nothing, another file, a second file."""

import os
from datetime import UTC, datetime

import pytest

from course.classroom.cycle import (
    cycle,
    roll,
)
from course.interface.words import say


def test_who_sent_no_answers_is_not_said_to_have_written_nothing(class_of):
    """A browser's second download is called "answers (1).jsonl": does the lecturer read that the
    answers lack, and what came instead, at each marking and in the class list?
    """
    folder, name = class_of()
    place = folder.place("submitted", "ali", name)
    (place / "answers.jsonl").rename(place / "answers (1).jsonl")
    for _ in range(2):
        told = cycle.grade(folder, name)
        assert say("class.no_answers_but", student="ali", files="“answers (1).jsonl”") in told
    (line,) = roll.roll(folder, name)
    assert line.remark == say("class.was_empty", most=line.most)
    (place / "answers (1).jsonl").unlink()
    assert say("class.no_answers", student="ali") in cycle.grade(folder, name)


@pytest.mark.parametrize("raw", [b"", b"\x00\xff<html>", b'{"v": 1}\n'])
def test_who_sent_another_file_under_that_name(class_of, raw):
    """No line of it belongs to the sheet: does the lecturer read that, and is it not taken for
    work without answers, or for an essay that was not written?
    """
    folder, name = class_of()
    (folder.place("submitted", "ali", name) / "answers.jsonl").write_bytes(raw)
    told = cycle.grade(folder, name)
    assert say("class.no_answer_in_it", student="ali") in told
    assert say("class.no_answers", student="ali") not in told
    (line,) = roll.roll(folder, name)
    assert line.remark == say("class.was_unread", most=line.most)


def test_a_second_file_laid_over_the_first_is_late(class_of):
    """Put by hand over the one before it: is the hand-in as new as its answers, of which the
    folder's own time tells nothing?
    """
    folder, name = class_of()
    place = folder.place("submitted", "ali", name)
    (place / "timestamp.txt").unlink()
    os.utime(place / "answers.jsonl", (2_000_000, 2_000_000))
    os.utime(place, (1_000_000, 1_000_000))
    assert roll.roll(folder, name)[0].came.timestamp() == 2_000_000
    os.utime(place / "answers.jsonl", (9e9, 9e9))  # by a student's clock
    assert roll.roll(folder, name)[0].came < datetime.now(UTC)


def test_a_newer_hand_in_waits_for_its_mark(class_of):
    """One that came after the marking: is it known to wait, and is what the older one lacked no
    longer said of it, until it is marked?
    """
    folder, name = class_of()
    place = folder.place("submitted", "ali", name)
    (place / "answers.jsonl").write_bytes(b"noise")
    cycle.grade(folder, name)
    assert not folder.waits("ali", name)
    (place / "timestamp.txt").write_text("2026-11-28 10:00:00 UTC", encoding="utf-8")
    (place / "answers.jsonl").write_bytes(b"other noise")
    assert folder.waits("ali", name)
    assert folder.is_stale("ali", name)
    (line,) = roll.roll(folder, name)
    assert line.remark == ""
    cycle.grade(folder, name)
    assert not folder.waits("ali", name)
    (line,) = roll.roll(folder, name)
    assert line.remark == say("class.was_unread", most=line.most)
