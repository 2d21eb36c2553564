"""What every reply of a room has in common: who may ask, how much, from which page, and a plain
sentence where the answer is no.
"""

import gzip
import hmac
import json
from functools import cached_property

from tornado.iostream import StreamClosedError
from tornado.log import app_log
from tornado.web import HTTPError, MissingArgumentError, RequestHandler

from course.interface.templates import template
from course.interface.words import say
from course.live.house import ROOM
from course.live.state import RefusedError, is_phone

__all__ = ["COOKIE", "MOST_BYTES", "Guarded", "RefusalError", "Reply", "read_json"]

MOST_BYTES = 2048  # of what a phone may send
COOKIE = "steel-frame-lecturer"
_POLICY = (
    "default-src 'none'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws://{host} wss://{host}; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class RefusalError(HTTPError):
    """A no, with the key of its sentence."""

    def __init__(self, status, key, **values):
        super().__init__(status)
        self.said = say(key, **values)


class Guarded(RequestHandler):
    """For handlers of pages and of sockets: what is asked of every request, and what each reply
    has in common.
    """

    @cached_property
    def house(self):
        """The room as it is served (House). Raises RefusalError if none is open."""
        found = self.settings.get(ROOM)
        if found is None:
            raise RefusalError(404, "live.no_room")
        return found

    @property
    def running(self):
        return self.house.running

    def check(self):
        """Is the room asked for by its own name, in no more words than a phone needs?"""
        house = self.house
        if self.request.host.lower() not in house.hosts:
            raise RefusalError(421, "live.wrong_host", address=self.running.address)
        if len(self.request.body or b"") > MOST_BYTES:
            raise RefusalError(413, "live.too_large")
        origin = self.request.headers.get("Origin")
        own = {f"{house.where.scheme}://{host}" for host in house.hosts}
        if origin and origin.lower() not in own:
            raise RefusalError(403, "live.other_page")

    def check_word(self, word):
        """Is it this room's? Nobody tries one word after another."""
        house = self.house
        if word.upper() == house.running.word:
            return
        if not house.guesses.allows(self.request.remote_ip):
            raise RefusalError(429, "live.too_often")
        raise RefusalError(404, "live.wrong_word", word=word[:12])

    def check_phone(self, number):
        """Is that a phone's number, and is it let in? Returns it."""
        if not is_phone(number):
            raise RefusalError(400, "live.no_phone")
        if not self.house.crowd.lets_in(number, self.request.remote_ip):
            raise RefusalError(503, "live.crowded")
        return number

    def has_key(self):
        """Does the lecturer ask?"""
        # Either will do: a cookie may be left from an earlier room of the same address.
        given = (self.get_query_argument("key", ""), self.get_cookie(COOKIE) or "")
        key = self.running.head["key"].encode()
        return any(hmac.compare_digest(one.encode(), key) for one in given)

    def check_lecturer(self):
        """Does the lecturer ask, from her own machine?"""
        own = self.house.own
        if own is not None and self.request.remote_ip not in own:
            raise RefusalError(403, "live.elsewhere")
        if not self.has_key():
            raise RefusalError(403, "live.wrong_key")

    def for_lecturer(self):
        """What the lecturer is told: also how many phones of late came from one address."""
        told = self.running.for_lecturer()
        return {**told, "from_one": self.house.crowd.from_one_address()}

    def check_wall(self):
        """May who asks look at the page for the projector?"""
        if not (self.house.wall_is_open or self.has_key()):
            raise RefusalError(403, "live.wall_wants_key")

    def check_xsrf_cookie(self):
        """A page of another origin is refused by `check`, and a form by its type."""

    def _log(self):
        """Who asked for what is nobody's business, on whatever server the room is."""

    def set_default_headers(self):
        house = self.settings.get(ROOM)
        asked = self.request.host
        host = asked if house is not None and asked in house.hosts else "127.0.0.1"
        self.set_header("Content-Security-Policy", _POLICY.format(host=host))
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def log_exception(self, _typ, value, _tb):
        """What failed and where; never who asked for what: an address beside a phone's number."""
        if not isinstance(value, HTTPError | StreamClosedError):
            app_log.error("A page of the room failed", exc_info=value)

    def write_error(self, status_code, **kwargs):
        """One plain sentence: as JSON to a script, else as a page."""
        error = kwargs.get("exc_info", (None, None))[1]
        if isinstance(error, MissingArgumentError):
            said = say("live.unreadable")
        else:
            said = getattr(error, "said", None) or say(
                "live.no_page" if status_code in (404, 405) else "live.failed"
            )
        if self.request.method == "POST" or self.request.path.endswith("/state"):
            self.set_header("Content-Type", "application/json")
            self.finish(json.dumps({"said": said}, ensure_ascii=False))
        else:
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(self.page("live_plain.html", said=said, door=status_code == 404))

    def page(self, name, **values):
        """A page of the room's templates."""
        house = self.settings.get(ROOM)
        base = house.where.base if house is not None else ""
        return template(name).render(base=base, **values)


def read_json(handler):
    """The object that a page sent. Raises RefusalError for anything else."""
    if not handler.request.headers.get("Content-Type", "").startswith("application/json"):
        raise RefusalError(415, "live.unreadable")
    try:
        sent = json.loads(handler.request.body)
    except (ValueError, RecursionError):
        raise RefusalError(400, "live.unreadable") from None
    if not isinstance(sent, dict):
        raise RefusalError(400, "live.unreadable")
    return sent


class Reply(Guarded):
    """One reply over HTTP."""

    def prepare(self):
        self.check()

    def give(self, packed, kind):
        """Send packed bytes, unpacked where the browser wants them so."""
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.set_header("Cache-Control", "private, max-age=60")
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            return self.finish(packed)
        return self.finish(gzip.decompress(packed))

    def told(self, value):
        """Send a value as JSON, with what names this state."""
        self.set_header("Content-Type", "application/json")
        value = {**value, "version": self.running.watchers.version}
        return self.finish(json.dumps(value, ensure_ascii=False, allow_nan=False))

    def event(self, event):
        """Let an event happen; a refusal is a reply."""
        try:
            self.running.do(event)
        except RefusedError as error:
            status = 503 if error.key == "live.disk_full" else 409
            raise RefusalError(status, error.key) from None
