"""At which address is a room, and how often may somebody ask?"""

import socket

import pytest

from course.errors import CourseError
from course.live import addresses
from course.live.limits import Limit

TWO = {"192.0.2.7": "wlan0", "198.51.100.3": "eth0"}


def test_one_address_is_taken_and_none_is_a_rehearsal(monkeypatch):
    """Is nobody asked where there is nothing to choose?"""
    monkeypatch.setattr(addresses, "found", lambda: {"192.0.2.7": "wlan0"})
    assert addresses.chosen(None) == "192.0.2.7"
    monkeypatch.setattr(addresses, "found", dict)
    assert addresses.chosen(None) == addresses.ALONE


def test_of_several_the_lecturer_chooses(monkeypatch):
    """Is she asked at a terminal, else told which there are, and is none taken that is not hers,
    all of them least of all?
    """
    monkeypatch.setattr(addresses, "found", lambda: TWO)
    assert addresses.chosen(None, lambda here: list(here)[1]) == "198.51.100.3"
    assert addresses.chosen("198.51.100.3") == "198.51.100.3"
    with pytest.raises(CourseError, match=r"wlan0.*eth0.*course live --address 192\.0\.2\.7"):
        addresses.chosen(None)
    for wrong in ("0.0.0.0", "203.0.113.9", "", "x\n"):
        with pytest.raises(CourseError, match=r"is no address of this machine"):
            addresses.chosen(wrong)


def test_a_taken_port_gives_way_to_the_next():
    """Is the next free one taken, and a sentence said if there is none?"""
    with socket.socket() as taken:
        taken.bind((addresses.ALONE, 0))
        taken.listen()
        first = taken.getsockname()[1]
        sockets, port = addresses.listening(addresses.ALONE, first)
        assert first < port <= first + 20
        for one in sockets:
            one.close()


def test_no_free_port_is_one_sentence(monkeypatch):
    """With the cure?"""

    def refused(*_, **__):
        raise OSError

    monkeypatch.setattr(addresses, "bind_sockets", refused)
    with pytest.raises(CourseError, match="No port from 8890 to 8910 is free"):
        addresses.listening(addresses.ALONE, 8890)


def test_so_often_in_a_minute():
    """Does each name have its own count, which a minute later is none?"""
    now = [0.0]
    limit = Limit(2, clock=lambda: now[0])
    assert [limit.allows("a"), limit.allows("a"), limit.allows("a")] == [True, True, False]
    assert limit.allows("b")
    now[0] = 60.0
    assert limit.allows("a")


def test_names_without_end_fill_no_memory():
    """Does a stranger with a new name each time leave few behind?"""
    limit = Limit(2)
    for n in range(9000):
        limit.allows(str(n))
    assert len(limit._times) <= 4000
