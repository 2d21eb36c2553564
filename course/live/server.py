"""The server of a room: what phones, the projector and the lecturer's page ask for.

From a phone, pages can be read and the open question answered, and nothing else.
"""

from urllib.parse import quote

from tornado.httpserver import HTTPServer
from tornado.web import Application

from course.interface.templates import template
from course.interface.words import say
from course.live import asked
from course.live.codes import code
from course.live.lecturers import Counts, Desk, Doing
from course.live.limits import Limit
from course.live.pages import HTML
from course.live.replies import RefusalError, Reply, is_lecturer, read_json
from course.live.sockets import LecturerSocket, PhoneSocket, WallSocket
from course.live.state import is_phone

__all__ = ["application", "server"]


class Door(Reply):
    """Who opens the address alone is asked for the word."""

    def get(self):
        typed = self.get_query_argument("word", "")
        if typed:
            return self.redirect(f"/join/{quote(typed.strip().upper(), safe='')}/")
        return self.finish(template("live_plain.html").render(said="", door=True))


class _Joined(Reply):
    """What phones ask for, with the room's word."""

    def prepare(self):
        super().prepare()
        if self.path_args[0].upper() != self.running.word:
            raise RefusalError(404, "live.wrong_word", word=self.path_args[0][:12])


class Beside(_Joined):
    """The word without its slash: links on the page are beside it."""

    def get(self, _word):
        self.redirect(f"/join/{self.running.word}/")


class Reading(_Joined):
    """A chapter, all chapters, or what they share."""

    async def get(self, _word, name):
        found = await self.settings["shelf"].get(name.removeprefix("assets/"))
        if found is None or (found[1] != HTML) != name.startswith("assets/"):
            raise RefusalError(404, "live.no_page")
        await self.give(*found)


class Voting(_Joined):
    """The only thing that a phone can change: its answer to the open question."""

    def post(self, _word):
        sent = read_json(self)
        phone = sent.get("phone")
        if not is_phone(phone):
            raise RefusalError(400, "live.no_phone")
        limits = self.settings["limits"]
        if not (limits["phone"].allows(phone) and limits["address"].allows(self.request.remote_ip)):
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

    async def get(self, *_):
        await self.running.watchers.news(self.get_query_argument("version", ""), self.phone)
        await self.told(self.state())


class PhonePolled(_Polled, _Joined):
    """A phone's."""

    def prepare(self):
        super().prepare()
        self.phone = self.get_query_argument("phone", "")
        if not is_phone(self.phone):
            raise RefusalError(400, "live.no_phone")
        if not self.running.watchers.has_room(self.phone):
            raise RefusalError(503, "live.room_full")

    def state(self):
        return self.running.for_phone(self.phone)


class WallPolled(_Polled):
    """A projector's."""

    def state(self):
        return self.running.for_wall()


class LecturerPolled(_Polled):
    """The lecturer's."""

    def prepare(self):
        super().prepare()
        is_lecturer(self)

    def state(self):
        return self.running.for_lecturer()


class Wall(Reply):
    """The page for the projector."""

    def get(self):
        address = f"http://{self.running.address}"
        self.finish(
            template("live_wall.html").render(
                title=say("live.room"),
                code=code(address),
                address=self.running.address,
                word=self.running.word,
            )
        )


class Shared(Reply):
    """What the projector and the lecturer's page share."""

    async def get(self, name):
        found = await self.settings["shelf"].get(name)
        if found is None or found[1] == HTML:
            raise RefusalError(404, "live.no_page")
        await self.give(*found)


class Figure(Reply):
    """The interactive behind the question on the wall, with the room's guesses."""

    async def get(self):
        told = self.running.guesses()
        if told is None or not told["opens"]:
            raise RefusalError(404, "live.no_figure")
        first = asked.everything()[self.running.room.now.question].group[:2]
        stored = await self.settings["shelf"].figure(told["opens"], first)
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


def application(running, shelf, *, hosts, own):
    """The application. hosts: the names under which it may be asked for; own: the addresses from
    which the lecturer may come, or None for any.
    """
    word = r"/join/([A-Za-z]{1,12})"
    return Application(
        [
            (r"/", Door),
            (r"/favicon\.ico", Sign),
            (word, Beside),
            (rf"{word}/vote", Voting),
            (rf"{word}/state", PhonePolled),
            (rf"{word}/socket", PhoneSocket),
            (rf"{word}/((?:assets/[a-z]+\.(?:js|css)|[a-z0-9-]+\.html)?)", Reading),
            (r"/room", Wall),
            (r"/room/state", WallPolled),
            (r"/room/socket", WallSocket),
            (r"/room/figure", Figure),
            (r"/assets/([a-z]+\.(?:js|css))", Shared),
            (r"/lecturer", Desk),
            (r"/lecturer/state", LecturerPolled),
            (r"/lecturer/socket", LecturerSocket),
            (r"/lecturer/do", Doing),
            (r"/lecturer/counts(\.csv)?", Counts),
        ],
        default_handler_class=Nothing,
        running=running,
        shelf=shelf,
        hosts=hosts,
        own=own,
        limits={"phone": Limit(50), "address": Limit(3000)},
        websocket_ping_interval=20,
        websocket_ping_timeout=15,
        websocket_max_message_size=2048,
        log_function=lambda _handler: None,  # who asked for what is nobody's business
    )


def server(made):
    """An HTTP server of an application, which lets nobody send much, or hold a place for long."""
    return HTTPServer(
        made,
        max_body_size=64_000,
        max_header_size=16_000,
        body_timeout=10,
        idle_connection_timeout=30,
        no_keep_alive=False,
    )
