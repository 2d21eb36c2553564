"""Killed in mid-vote and started again: is it the same room, with no vote lost and none counted
twice?
"""

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
        end = time.monotonic() + 90
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


@pytest.mark.parametrize("kills", [KILLS])
def test_killed_in_mid_vote(tmp_path, kills):
    """Do word, key and round stay, and is each phone's answer there once?"""
    with LiveRoom(tmp_path, free_port()) as room:
        head, number = room.head, 0
        for _ in range(kills):
            _, told = room.do("ask", question="classic-one-rule")
            number = told["round"]
            voters = [Voter(room, number) for _ in range(PHONES)]
            for voter in voters:
                voter.start()
            time.sleep(random.random() * 0.25)
            room.kill()
            told = room.start()
            assert (told["word"], told["round"], told["stage"]) == (head["word"], number, "open")
            for voter in voters:
                voter.join(timeout=120)
            told = room.do("close")[1]
            assert told["votes"][-1]["of"] == PHONES
            assert sum(told["votes"][-1]["counts"]) == PHONES
        room.kill()
    assert room.head["key"] == head["key"]
    opened = Journal(room.file).opened()
    made, refused = rooms.replayed(opened.events)
    assert (len(made.rounds), refused) == (kills, 0)
    assert all(len(one.answers) == PHONES for one in made.rounds)


def test_a_second_room_on_one_machine(tmp_path):
    """Is it told in a sentence that one is open already, and the first one left alone?"""
    with LiveRoom(tmp_path, free_port()) as room:
        second = LiveRoom(tmp_path, free_port())
        with pytest.raises(TimeoutError, match="A room is open on this machine already"):
            second.start()
        assert room.state()["stage"] == "reading"
