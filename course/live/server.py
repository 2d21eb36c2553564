"""The server of a room: what phones, the projector and the lecturer's page ask for.

From a phone, pages can be read and the open question answered, and nothing else.
"""

import re
from urllib.parse import quote

from tornado.httpserver import HTTPServer
from tornado.web import Application

from course.interface.words import say
from course.live import asked
from course.live.codes import code
from course.live.house import ROOM
from course.live.lecturers import Counts, Desk, Doing
from course.live.pages import HTML
from course.live.replies import RefusalError, Reply, read_json
from course.live.sockets import LecturerSocket, PhoneSocket, WallSocket

__all__ = ["Hall", "application", "routes"]


class Door(Reply):
    """Who opens the address alone is asked for the word."""

    def get(self):
        typed = self.get_query_argument("word", "")
        if typed:
            return self.redirect(f"join/{quote(typed.strip().upper(), safe='')}/")
        return self.finish(self.page("live_plain.html", said="", door=True))


class _Joined(Reply):
    """What phones ask for, with the room's word."""

    def prepare(self):
        super().prepare()
        self.check_word(self.path_args[0])


class Beside(_Joined):
    """The word without its slash: links on the page are beside it."""

    def get(self, _word):
        self.redirect(f"{self.running.word}/")


class Reading(_Joined):
    """A chapter, all chapters, or what they share."""

    async def get(self, _word, name):
        found = await self.house.shelf.get(name.removeprefix("assets/"))
        if found is None or (found[1] != HTML) != name.startswith("assets/"):
            raise RefusalError(404, "live.no_page")
        await self.give(*found)


class Voting(_Joined):
    """The only thing that a phone can change: its answer to the open question."""

    def post(self, _word):
        sent = read_json(self)
        phone, house = self.check_phone(sent.get("phone")), self.house
        if not (house.votes.allows(phone) and house.votes_from.allows(self.request.remote_ip)):
            raise RefusalError(429, "live.too_often")
        self.event(
            {
                "event": "vote",
                "phone": phone,
                "round": sent.get("round"),
                "answer": sent.get("answer"),
            }
        )
        self.told(self.running.for_phone(phone))


class _Polled(Reply):
    """News for a page whose network lets no socket through."""

    phone = None

    def state(self):
        """What it is told."""
        raise NotImplementedError

    sure = False  # that there is a place for it

    async def get(self, *_):
        places, address = self.house.crowd.places, self.request.remote_ip
        if not places.take(address, sure=self.sure):
            raise RefusalError(503, "live.room_full")
        try:
            await self.running.watchers.news(self.get_query_argument("version", ""), self.phone)
        finally:
            places.leave(address)
        await self.told(self.state())


class PhonePolled(_Polled, _Joined):
    """A phone's."""

    def prepare(self):
        super().prepare()
        self.phone = self.check_phone(self.get_query_argument("phone", ""))

    def state(self):
        return self.running.for_phone(self.phone)


class WallPolled(_Polled):
    """A projector's."""

    def prepare(self):
        super().prepare()
        self.check_wall()
        self.sure = self.has_key()

    def state(self):
        return self.running.for_wall()


class LecturerPolled(_Polled):
    """The lecturer's."""

    sure = True

    def prepare(self):
        super().prepare()
        self.check_lecturer()

    def state(self):
        return self.for_lecturer()


class Wall(Reply):
    """The page for the projector."""

    def get(self):
        self.check_wall()
        where, running = self.house.where, self.running
        self.finish(
            self.page(
                "live_wall.html",
                title=say("live.room"),
                code=code(f"{where.scheme}://{running.address}"),
                address=running.address,
                word=running.word,
            )
        )


class Shared(Reply):
    """What the projector and the lecturer's page share."""

    async def get(self, name):
        found = await self.house.shelf.get(name)
        if found is None or found[1] == HTML:
            raise RefusalError(404, "live.no_page")
        await self.give(*found)


class Figure(Reply):
    """The interactive behind the question on the wall, with the room's guesses."""

    async def get(self):
        self.check_wall()
        told = self.running.guesses()
        if told is None or not told["opens"]:
            raise RefusalError(404, "live.no_figure")
        first = asked.everything()[self.running.room.now.question].group[:2]
        stored = await self.house.shelf.figure(told["opens"], first)
        if stored is None:
            raise RefusalError(404, "live.no_figure")
        await self.told({**told, "stored": stored})


class Sign(Reply):
    """A browser asks for a sign of the page; there is none, and that is no fault."""

    def get(self):
        self.set_status(204)


class Nothing(Reply):
    """Every other address."""

    def prepare(self):
        super().prepare()
        raise RefusalError(404, "live.no_page")


def routes(base):
    """What is asked for below a path (with slashes: "/"), and who answers."""
    base = re.escape(base)
    word = rf"{base}join/([A-Za-z]{{1,12}})"
    return [
        (base, Door),
        (rf"{base}join", Door),
        (rf"{base}favicon\.ico", Sign),
        (word, Beside),
        (rf"{word}/vote", Voting),
        (rf"{word}/state", PhonePolled),
        (rf"{word}/socket", PhoneSocket),
        (rf"{word}/((?:assets/[a-z]+\.(?:js|css)|[a-z0-9-]+\.html)?)", Reading),
        (rf"{base}room", Wall),
        (rf"{base}room/state", WallPolled),
        (rf"{base}room/socket", WallSocket),
        (rf"{base}room/figure", Figure),
        (rf"{base}assets/([a-z]+\.(?:js|css))", Shared),
        (rf"{base}lecturer", Desk),
        (rf"{base}lecturer/state", LecturerPolled),
        (rf"{base}lecturer/socket", LecturerSocket),
        (rf"{base}lecturer/do", Doing),
        (rf"{base}lecturer/counts(\.csv)?", Counts),
    ]


def application(house):
    """The application that serves a room (House) and nothing else."""
    return Application(routes(house.where.base), default_handler_class=Nothing, **{ROOM: house})


class Hall(HTTPServer):
    """An HTTP server which lets nobody send much, or hold a place for long; places (Places) are its
    connections, but for sockets, which have places of their own.
    """

    def initialize(self, made, places):
        self._places = places
        super().initialize(
            made,
            max_body_size=64_000,
            max_header_size=16_000,
            body_timeout=10,
            idle_connection_timeout=15,
        )

    def handle_stream(self, stream, address):
        if self._places.take(address[0]):
            super().handle_stream(stream, address)
        else:
            stream.close()

    def on_close(self, server_conn):
        super().on_close(server_conn)
        at = server_conn.context  # pyright: ignore[reportAttributeAccessIssue] Tornado says: object
        self._places.leave(at.address[0])
