"""Who is here, who is away for the moment, and who is gone?"""

import asyncio

import pytest
from rooms import RoomCase, phone
from tornado.testing import gen_test
from tornado.websocket import websocket_connect

from course.live import watchers
from course.live.watchers import Watchers


class Socket:
    """One phone's, or a projector's."""

    def __init__(self, number=None):
        self.phone = number

    def tell(self):
        pass

    def close(self, _code):
        pass


@pytest.fixture
def clock(monkeypatch):
    """The time that the watchers see, in seconds: clock[0]."""
    now = [1000.0]
    monkeypatch.setattr(watchers.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def looking_on():
    return Watchers(lambda *_: None)


def test_who_leaves_is_away_and_then_gone(looking_on, clock):
    """A phone that left: is it away, not here, and after ten minutes neither? A projector never?"""
    one, other, wall = Socket("a"), Socket("b"), Socket()
    for socket in (one, other, wall):
        looking_on.add(socket)
    looking_on.drop(one)
    looking_on.drop(wall)
    assert (looking_on.phones(), looking_on.away()) == ({"b"}, {"a"})
    clock[0] += 599
    assert looking_on.away() == {"a"}
    clock[0] += 2
    assert looking_on.away() == set()


def test_who_comes_back_is_not_away(looking_on, clock):
    """Also one of several windows that closed, and one that asks without a socket?"""
    first, second = Socket("a"), Socket("a")
    looking_on.add(first)
    looking_on.add(second)
    looking_on.drop(first)
    assert (looking_on.phones(), looking_on.away()) == ({"a"}, set())
    asyncio.run(looking_on.news("an older state", "b"))
    clock[0] += 46
    assert (looking_on.phones(), looking_on.away()) == ({"a"}, {"b"})
    asyncio.run(looking_on.news("an older state", "b"))
    assert looking_on.away() == set()


class Fifth(RoomCase):
    """A room of five."""

    @gen_test(timeout=60)
    async def test_who_is_away_is_counted(self):
        """Four vote and the fifth loses the network: is it four of five, with one away; four of
        four never; and five again once it is back?
        """
        room = f"ws://127.0.0.1:{self.port}"

        async def joins(n):
            link = await websocket_connect(f"{room}/join/BKTR/socket?phone={phone(n)}")
            await link.read_message()
            return link

        def told():
            state = self.running.for_wall()
            return [state[name] for name in ("answered", "joined", "away")]

        links = [await joins(n) for n in range(5)]
        self.running.do({"event": "ask", "question": "classic-one-rule"})
        for n in range(4):
            vote = {"event": "vote", "phone": phone(n), "round": 1, "answer": 1}
            self.running.do(vote)
        assert told() == [4, 5, 0]
        links[4].close()
        await links[4].read_message()  # the room has closed its side, too
        assert told() == [4, 5, 1]
        links[4] = await joins(4)
        assert told() == [4, 5, 0]
        for link in links:
            link.close()


del RoomCase
