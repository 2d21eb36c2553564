"""Pages that look on by a socket: they are told the newest state, and are asked for nothing."""

import json

from tornado.websocket import WebSocketClosedError, WebSocketHandler

from course.live.replies import MOST_BYTES, Guarded

__all__ = ["LecturerSocket", "PhoneSocket", "WallSocket"]


class _Socket(Guarded, WebSocketHandler):
    """phone: its number, if a phone looks on. One that takes nothing in is told nothing more
    until it has.
    """

    phone = None
    # As properties elsewhere, of the server's settings; Tornado's types know them only so.
    ping_interval = 20  # pyright: ignore[reportAssignmentType]
    ping_timeout = 15  # pyright: ignore[reportAssignmentType]
    max_message_size = MOST_BYTES  # pyright: ignore[reportAssignmentType]
    sure = False  # that there is a place for it
    _watchers = None

    def prepare(self):
        self.check()

    def open(self, *_):
        self._sending, self._behind, self._places = None, False, self.house.crowd.places
        if not self._places.take(self.request.remote_ip, sure=self.sure):
            self.close(1013)  # it asks without a socket next, and is told why
            return
        self._watchers = self.running.watchers
        self._watchers.add(self)
        self.tell()

    def on_close(self):
        if self._watchers is not None:
            self._watchers.drop(self)
            self._places.leave(self.request.remote_ip)

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

    def prepare(self):
        super().prepare()
        self.check_word(self.path_args[0])
        self.phone = self.check_phone(self.get_query_argument("phone", ""))

    def state(self):
        return self.running.for_phone(self.phone)


class WallSocket(_Socket):
    """A projector."""

    def prepare(self):
        super().prepare()
        self.check_wall()
        self.sure = self.has_key()

    def state(self):
        return self.running.for_wall()


class LecturerSocket(_Socket):
    """The lecturer."""

    sure = True

    def prepare(self):
        super().prepare()
        self.check_lecturer()

    def state(self):
        return self.for_lecturer()
