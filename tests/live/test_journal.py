"""Is the file of a room safe against what happens to a laptop?"""

import json
import os

import pytest

from course import cli
from course.errors import CourseError
from course.live import kept, rooms
from course.live.journal import Journal

HEAD = {"room": 1, "word": "BKTR", "key": "k", "address": "127.0.0.1", "port": 8890}
ASK = {"event": "ask", "question": "classic-one-rule"}


def vote(n, answer=1, number=1):
    return {"event": "vote", "phone": f"{n:032x}", "round": number, "answer": answer}


@pytest.fixture
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path))
    return tmp_path


def written(path, *events):
    journal = Journal(path)
    journal.begin(HEAD)
    for event in events:
        journal.append(event)
    journal.close()
    return path.read_bytes()


def test_every_cut_gives_what_was_whole(tmp_path):
    """Cut anywhere, as by a power failure: is each whole line there, the torn one cut off and said,
    and the next event behind it whole?
    """
    path = tmp_path / "room.jsonl"
    raw = written(path, ASK, vote(1), vote(2))
    ends = [n + 1 for n, byte in enumerate(raw) if byte == 10]
    for cut in range(ends[0], len(raw) + 1):
        path.write_bytes(raw[:cut])
        journal = Journal(path)
        opened = journal.opened()
        whole = [end for end in ends if end <= cut]
        assert opened.events == [ASK, vote(1), vote(2)][: len(whole) - 1]
        assert opened.torn == (cut != whole[-1])
        journal.append(vote(3))
        journal.close()
        assert json.loads(path.read_bytes().splitlines()[-1]) == vote(3)
        assert path.read_bytes()[: whole[-1]] == raw[: whole[-1]]


def test_a_cut_first_line_is_no_room(tmp_path):
    """Killed before it began: is a new one begun?"""
    path = tmp_path / "room.jsonl"
    path.write_bytes(written(path)[:20])
    journal = Journal(path)
    assert journal.opened() is None
    journal.close()


def test_another_file_is_left_alone(tmp_path):
    """Is what is no room's file neither read nor written over?"""
    path = tmp_path / "room.jsonl"
    path.write_text("my notes\n", encoding="utf-8")
    with pytest.raises(CourseError, match="holds no room"):
        Journal(path).opened()
    assert path.read_text(encoding="utf-8") == "my notes\n"


def test_a_full_disk_leaves_no_half_line(tmp_path, monkeypatch):
    """Is what was written in part taken back?"""
    path = tmp_path / "room.jsonl"
    raw = written(path, ASK)
    journal = Journal(path)
    journal.opened()
    whole = os.write
    monkeypatch.setattr(os, "write", lambda file, line: whole(file, line[:9]))
    with pytest.raises(OSError, match=r"room\.jsonl"):
        journal.append(vote(1))
    assert path.read_bytes() == raw


def test_a_room_goes_on(home):
    """Started again: the same word, key and votes, at whatever address?"""
    first = rooms.room("127.0.0.1", 8890)
    for event in (ASK, vote(1), vote(2, 0)):
        first.room.apply(event)
        first.journal.append(event)
    first.journal.close()
    again = rooms.room("192.0.2.7", 8891)
    assert (again.head["word"], again.head["key"]) == (first.head["word"], first.head["key"])
    assert (again.head["address"], again.head["port"]) == ("192.0.2.7", 8891)
    assert again.room == first.room
    assert again.said == ("The room goes on where it was: 2 answers are there.",)


def test_lines_that_were_tampered_with_count_for_nothing(home):
    """Is a vote of nobody, a second vote and a broken line left out, and said?"""
    first = rooms.room("127.0.0.1", 8890)
    for event in (ASK, vote(1), vote(1), {**vote(2), "phone": "Ali"}, {"event": "x"}):
        first.journal.append(event)
    first.journal.close()
    with first.journal.path.open("ab") as file:
        file.write(b"{]\n" + b"[" * 5000 + b"\n")
    again = rooms.room("127.0.0.1", 8890)
    assert len(again.room.rounds[0].answers) == 1
    assert "5 of its lines could not be used" in again.said[0]


@pytest.mark.parametrize("hours", [-1, 1, 13])
def test_a_clock_that_was_set(home, monkeypatch, hours):
    """Does the room go on though the clock is an hour off, and end after half a day?"""
    first = rooms.room("127.0.0.1", 8890)
    first.journal.append(ASK)
    first.journal.close()
    now = rooms.time.time()
    monkeypatch.setattr(rooms.time, "time", lambda: now + 3600 * hours)
    again = rooms.room("127.0.0.1", 8890)
    assert (again.head["word"] == first.head["word"]) == (abs(hours) == 1)


def test_the_end_keeps_counts_and_no_phone(home):
    """A fresh room: are the counts of the one before kept, and its numbers of phones gone?"""
    first = rooms.room("127.0.0.1", 8890)
    for event in (ASK, *[vote(n, n % 3) for n in range(6)]):
        first.journal.append(event)
    first.journal.close()
    again = rooms.room("127.0.0.1", 8890, fresh=True)
    assert again.head["word"] != first.head["word"]
    files = sorted((home / "live").glob("counts-*"))
    assert [path.suffix for path in files] == [".csv", ".html"]
    held = "".join(
        path.read_text(encoding="utf-8-sig") for path in sorted((home / "live").iterdir())
    )
    assert not any(f"{n:032x}" in held for n in range(6))


def test_a_wrong_class_folder_makes_no_room(home, capsys):
    """Is the lecturer told before a room is made, which the next start would go on with?"""
    command = ["live", "--no-browser", "--address", "127.0.0.1", "--in", str(home / "none")]
    assert cli.main(command) == 2
    assert "is no class folder" in capsys.readouterr().err
    assert not (home / "live").exists()


def test_few_are_not_shown():
    """Is a vote of four phones no count, in page and table?"""
    made, _ = rooms.replayed([ASK, *[vote(n, 0) for n in range(4)]])
    assert "fewer than 5 answered" in kept.table(made)
    assert "One number for every clinic" not in kept.table(made)
    five, _ = rooms.replayed([ASK, *[vote(n, 0) for n in range(5)]])
    assert 'classic-one-rule,1,5,"One number for every clinic, fixed in the capital' in kept.table(
        five
    )


def test_an_order_of_few_is_not_told_later():
    """Two phones gave an order each, then six another: are the orders of the two told nowhere?"""
    order = next(o for o in rooms.asked.everything().values() if o.public["kind"] == "order")
    n = len(order.public["steps"])
    forward, backward = list(range(n)), list(range(n))[::-1]
    first = [vote(0, backward), vote(1, [*backward[1:], backward[0]])]
    again = [
        *({"event": done} for done in ("close", "talk", "again")),
        *[vote(i, forward, 2) for i in range(6)],
    ]
    made, refused = rooms.replayed([{"event": "ask", "question": order.id}, *first, *again])
    assert refused == 0
    told = kept.table(made)
    assert " ".join("ABCDEFGH"[:n]) in told
    assert " ".join("ABCDEFGH"[:n][::-1]) not in told


def test_an_order_and_a_number_are_counted():
    """Do different orders and numbers stand with how many gave them?"""
    order = next(o for o in rooms.asked.everything().values() if o.public["kind"] == "order")
    n = len(order.public["steps"])
    forward, backward = list(range(n)), list(range(n))[::-1]
    votes = [vote(i, forward if i < 4 else backward) for i in range(6)]
    made, refused = rooms.replayed([{"event": "ask", "question": order.id}, *votes])
    assert refused == 0
    counted = [row[2:] for row in kept.counted(made)[0][1]]
    assert counted[:2] == [(" ".join("ABCDEFGH"[:n]), 4), (" ".join("ABCDEFGH"[:n][::-1]), 2)]
    numbers = [vote(i, value) for i, value in enumerate((14, 14, 2.5, 1e200, 20))]
    made, _ = rooms.replayed([{"event": "ask", "question": "classic-half"}, *numbers])
    assert [row[2:] for row in kept.counted(made)[0][1]] == [
        ("2.5", 1), ("14", 2), ("20", 1), ("1e+200", 1),
    ]  # fmt: skip
