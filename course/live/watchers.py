"""Who looks on: sockets, and phones whose network lets no socket through and that ask again and
again instead. All are told the newest state, and never one after another of what is past.
"""

import asyncio
import secrets
import time

__all__ = ["WAIT", "Watchers"]

WAIT = 25  # seconds that a question for news may stay open
_SEEN = 45  # seconds for which a phone without a socket counts as here
_AWAY = 600  # seconds for which one that was here counts as away, and not as gone
_REST = 0.12  # seconds between two messages to a projector, while a room votes
_CALM = 1.0  # and to a phone, which has only a number to hear: two hundred share one network
_OF_ONE = 3  # sockets of one phone: its tabs, and one that broke without a word


class Watchers:
    """Those who look on. `tell` of each socket sends what it is to know now."""

    def __init__(self, call_later):
        self._call_later = call_later
        self._boot = secrets.token_hex(4)  # a page must not take another process's count for ours
        self._count = 0
        self._sockets = {}  # in the order in which they came
        self._polled = {}
        self._left = {}  # {a phone that left: when}
        self._news = asyncio.Event()
        self._due = set()

    @property
    def version(self):
        """The name of the state as it is now."""
        return f"{self._boot}-{self._count}"

    def add(self, socket):
        """A socket begins to look on. Of a phone that has too many, the oldest is closed."""
        if socket.phone:
            same = [one for one in self._sockets if one.phone == socket.phone]
            for one in same[: max(0, len(same) + 1 - _OF_ONE)]:
                one.close(1000)
        self._sockets[socket] = None
        self.changed(calm=True)

    def drop(self, socket):
        """It no longer does."""
        self._sockets.pop(socket, None)
        if socket.phone:
            self._left[socket.phone] = time.monotonic()
        self.changed(calm=True)

    def close(self):
        """The room is another: all leave, and ask again."""
        for socket in list(self._sockets):
            socket.close(1001)
        self._news.set()

    def phones(self):
        """The numbers of the phones that are here."""
        since = time.monotonic() - _SEEN
        self._left |= {phone: at for phone, at in self._polled.items() if at <= since}
        self._polled = {phone: at for phone, at in self._polled.items() if at > since}
        return {socket.phone for socket in self._sockets if socket.phone} | set(self._polled)

    def away(self):
        """The numbers of the phones that were here and are not, but may well come back."""
        here, since = self.phones(), time.monotonic() - _AWAY
        self._left = {p: at for p, at in self._left.items() if at > since and p not in here}
        return set(self._left)

    def changed(self, *, calm=False):
        """Something happened: all are told, soon and together. calm: phones may wait a little,
        since only the number of answers is another.
        """
        self._count += 1
        self._soon(_REST, phones=False)
        self._soon(_CALM if calm else _REST, phones=True)

    def _soon(self, seconds, *, phones):
        if (phones, seconds) not in self._due:
            self._due.add((phones, seconds))
            self._call_later(seconds, self._tell, seconds, phones)

    def _tell(self, seconds, phones):
        self._due.discard((phones, seconds))
        for socket in list(self._sockets):
            if bool(socket.phone) == phones:
                socket.tell()
        if phones:
            self._news.set()
            self._news = asyncio.Event()

    async def news(self, version, phone):
        """Wait until the state is another than `version`, or for a while. phone: who asks, or
        None.
        """
        if phone:
            if phone not in self._polled:
                self.changed(calm=True)
            self._polled[phone] = time.monotonic()
        if version == self.version:
            try:
                await asyncio.wait_for(self._news.wait(), WAIT)
            except TimeoutError:
                return
