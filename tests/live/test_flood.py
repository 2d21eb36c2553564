"""Somebody invents phones, holds connections open and guesses the word: who else gets in?"""

import asyncio
import json

from rooms import QUESTION, RoomCase, phone
from tornado.testing import gen_test
from tornado.websocket import websocket_connect

from course.live.limits import Limit


async def ended(*links):
    """Each is closed, here or by the room, and the room has heard of it."""
    for link in links:
        while await link.read_message() is not None:
            pass
        link.close()


class Crowded(RoomCase):
    """A room of eight, and somebody who invents phones at one address: it gets half of all."""

    most, connections = 8, 40

    def joined(self, n):
        return self.ask(f"/join/BKTR/state?phone={phone(n)}&version=x")

    def test_invented_phones(self):
        """Are four let in and no fifth, in whatever way it comes, while the four vote, and the
        lecturer, who is told, closes the vote?
        """
        self.do("ask", question=QUESTION)
        assert [self.joined(n)[0] for n in range(4)] == [200] * 4
        assert self.said("live.crowded", self.joined(4)) == 503
        assert self.said("live.crowded", self.vote(5, 1)) == 503
        assert self.said("live.crowded", self.ask(f"/join/BKTR/socket?phone={phone(6)}")) == 503
        assert [self.vote(n, 1)[0] for n in range(4)] == [200] * 4
        status, told = self.do("close")
        assert (status, told["answered"], told["from_one"]) == (200, 4, 4)

    @gen_test(timeout=60)
    async def test_places(self):
        """Of one phone, are three sockets kept, the newest; of one address four, and does the
        lecturer find a place all the same; and is a place free again once one leaves?
        """
        room = f"ws://127.0.0.1:{self.port}"

        async def joins(n):
            link = await websocket_connect(f"{room}/join/BKTR/socket?phone={phone(n)}")
            return link, await link.read_message()

        first = [await joins(0) for _ in range(4)]
        (oldest, _), *first = first
        await ended(oldest)
        fifth = await joins(1)
        sixth = await joins(2)
        assert (fifth[1] is None, sixth[1] is None, sixth[0].close_code) == (False, True, 1013)
        sixth[0].close()
        hers = await websocket_connect(f"{room}/lecturer/socket?key=the-key")
        assert json.loads(await hers.read_message())["joined"] == 2
        for link, _ in first:
            link.close()
        hers.close()
        await ended(hers, *(link for link, _ in first))
        seventh = await joins(2)
        assert seventh[1] is not None
        fifth[0].close()
        seventh[0].close()
        await ended(fifth[0], seventh[0])

    @gen_test(timeout=60)
    async def test_connections_that_say_nothing(self):
        """Are so many held open for one address and no more, and free again at their end?"""
        lines = [await asyncio.open_connection("127.0.0.1", self.port) for _ in range(20)]
        late = await asyncio.open_connection("127.0.0.1", self.port)
        assert await late[0].read() == b""
        for _, out in [*lines, late]:
            out.close()
            await out.wait_closed()
        await asyncio.sleep(0.1)
        told = await self.http_client.fetch(self.get_url("/room/state"))
        assert told.code == 200

    def test_words_are_not_guessed(self):
        """Is one wrong word too many refused, and the right one still taken?"""
        self.house.guesses = Limit(2)
        for path in ("", "state", "socket"):
            said = "live.too_often" if path == "socket" else "live.wrong_word"
            status = 429 if path == "socket" else 404
            told = self.ask(f"/join/AAAA/{path}?phone={phone(1)}")
            assert self.said(said, told, **({} if status == 429 else {"word": "AAAA"})) == status
        assert self.joined(1)[0] == 200


del RoomCase  # it is no test itself
