"""Pages that look on by a socket: they are told the newest state, and are asked for nothing."""

import json

from tornado.websocket import WebSocketClosedError, WebSocketHandler

from course.live.replies import Guarded, RefusalError, is_lecturer
from course.live.state import is_phone

__all__ = ["LecturerSocket", "PhoneSocket", "WallSocket"]


class _Socket(Guarded, WebSocketHandler):
    """phone: its number, if a phone looks on. One that takes nothing in is told nothing more
    until it has.
    """

    phone = None
    is_one_of_many = False  # the wall and the lecturer always find room

    def prepare(self):
        self.check()
        if self.is_one_of_many and not self.running.watchers.has_room():
            raise RefusalError(503, "live.room_full")

    def open(self, *_):
        self._sending, self._behind = None, False
        self.running.watchers.add(self)
        self.tell()

    def on_close(self):
        self.running.watchers.drop(self)

    def on_message(self, _message):
        self.close(1008)  # no page of ours says anything here

    def state(self):
        """What it is told."""
        raise NotImplementedError

    def tell(self):
        """Send the state as it is now."""
        if self._sending is not None and not self._sending.done():
            self._behind = True
            return
        told = {**self.state(), "version": self.running.watchers.version}
        try:
            self._sending = self.write_message(json.dumps(told, ensure_ascii=False))
        except WebSocketClosedError:
            return
        self._sending.add_done_callback(self._sent)

    def _sent(self, future):
        if not future.cancelled() and future.exception() is None and self._behind:
            self._behind = False
            self.tell()


class PhoneSocket(_Socket):
    """A phone."""

    is_one_of_many = True

    def prepare(self):
        super().prepare()
        self.phone = self.get_query_argument("phone", "")
        if not is_phone(self.phone):
            raise RefusalError(400, "live.no_phone")

    def open(self, word):
        if word.upper() != self.running.word:
            self.close(1008)
            return
        super().open()

    def state(self):
        return self.running.for_phone(self.phone)


class WallSocket(_Socket):
    """A projector."""

    def state(self):
        return self.running.for_wall()


class LecturerSocket(_Socket):
    """The lecturer."""

    def prepare(self):
        super().prepare()
        is_lecturer(self)

    def state(self):
        return self.running.for_lecturer()
