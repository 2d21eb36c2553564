"""Who looks on: sockets, and phones whose network lets no socket through and that ask again and
again instead. All are told the newest state, and never one after another of what is past.
"""

import asyncio
import secrets
import time

__all__ = ["WAIT", "Watchers"]

WAIT = 25  # seconds that a question for news may stay open
_SEEN = 45  # seconds for which a phone without a socket counts as here
_REST = 0.12  # seconds between two messages to the same socket, while a room votes
MOST_SOCKETS = 1500


class Watchers:
    """Those who look on. `tell` of each socket sends what it is to know now."""

    def __init__(self, call_later):
        self._call_later = call_later
        self._boot = secrets.token_hex(4)  # a page must not take another process's count for ours
        self._count = 0
        self._sockets = set()
        self._polled = {}
        self._news = asyncio.Event()
        self._due = False

    @property
    def version(self):
        """The name of the state as it is now."""
        return f"{self._boot}-{self._count}"

    def has_room(self):
        """May one more look on?"""
        return len(self._sockets) + len(self._polled) < MOST_SOCKETS

    def add(self, socket):
        """A socket begins to look on."""
        self._sockets.add(socket)
        self.changed()

    def drop(self, socket):
        """It no longer does."""
        self._sockets.discard(socket)
        self.changed()

    def phones(self):
        """The numbers of the phones that are here."""
        since = time.monotonic() - _SEEN
        self._polled = {phone: at for phone, at in self._polled.items() if at > since}
        return {socket.phone for socket in self._sockets if socket.phone} | set(self._polled)

    def changed(self):
        """Something happened: all are told, soon and together."""
        self._count += 1
        if not self._due:
            self._due = True
            self._call_later(_REST, self._tell)

    def _tell(self):
        self._due = False
        for socket in list(self._sockets):
            socket.tell()
        self._news.set()
        self._news = asyncio.Event()

    async def news(self, version, phone):
        """Wait until the state is another than `version`, or for a while. phone: who asks, or
        None.
        """
        if phone:
            if phone not in self._polled:
                self.changed()
            self._polled[phone] = time.monotonic()
        if version == self.version:
            try:
                await asyncio.wait_for(self._news.wait(), WAIT)
            except TimeoutError:
                return
