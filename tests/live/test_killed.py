"""Killed in mid-vote and started again: is it the same room, with no vote lost and none counted
twice?
"""

import json
import random
import socket
import threading
import time
from collections import Counter

import pytest

from course.live import rooms
from course.live.journal import Journal
from tools.checking.live_room import LiveRoom, phone

pytestmark = pytest.mark.process
KILLS, PHONES = 10, 12
PATIENCE = 600  # seconds: a busy machine is slow, not broken


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Voter(threading.Thread):
    """A phone of a hall: it sends its answer until the room says that it has it."""

    def __init__(self, room, number):
        super().__init__(daemon=True)
        self.room, self.number, self.phone = room, number, phone()
        self.tries = Counter()

    def run(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            time.sleep(random.random() * 0.2)
            try:
                status, _ = self.room.vote(self.number, 1, self.phone)
            except (OSError, ValueError):
                self.tries["lost"] += 1
                continue
            self.tries[status] += 1
            if status in {200, 409}:
                return


def on_file(room, number):
    """How many answers of a round the room's file holds."""
    whole = room.file.read_bytes().rpartition(b"\n")[0]  # behind it, at most what is being written
    events = map(json.loads, whole.splitlines())
    return sum(one.get("event") == "vote" and one["round"] == number for one in events)


def wait_for(room, number, votes):
    """Until so many answers are on file, however slow the machine is."""
    end = time.monotonic() + PATIENCE
    while (held := on_file(room, number)) < votes:
        assert time.monotonic() < end, f"{held} of {votes} answers came"
        time.sleep(0.002)
    return held


@pytest.mark.parametrize("kills", [KILLS, pytest.param(100, marks=pytest.mark.nightly)])
def test_killed_in_mid_vote(tmp_path, kills):
    """After none, some or all but one of the answers: do word, key and round stay, and is each
    phone's answer there once?
    """
    held = []
    with LiveRoom(tmp_path, free_port()) as room:
        head, number = room.head, 0
        for _ in range(kills):
            _, told = room.do("ask", question="classic-one-rule")
            number = told["round"]
            voters = [Voter(room, number) for _ in range(PHONES)]
            for voter in voters:
                voter.start()
            held.append(wait_for(room, number, random.randrange(PHONES)))
            room.kill()
            told = room.start()
            assert (told["word"], told["round"], told["stage"]) == (head["word"], number, "open")
            for voter in voters:
                voter.join(timeout=PATIENCE)
            told = room.do("close")[1]
            assert told["votes"][-1]["of"] == PHONES
            assert sum(told["votes"][-1]["counts"]) == PHONES
        room.kill()
    assert room.head["key"] == head["key"]
    opened = Journal(room.file).opened()
    made, refused = rooms.replayed(opened.events)
    assert (len(made.rounds), refused) == (kills, 0)
    assert all(len(one.answers) == PHONES for one in made.rounds)
    assert any(0 < one < PHONES for one in held), "no kill fell into a vote"


def test_a_second_room_on_one_machine(tmp_path):
    """Is it told in a sentence that one is open already, and the first one left alone?"""
    with LiveRoom(tmp_path, free_port()) as room:
        second = LiveRoom(tmp_path, free_port())
        with pytest.raises(TimeoutError, match="A room is open on this machine already"):
            second.start()
        assert room.state()["stage"] == "reading"
