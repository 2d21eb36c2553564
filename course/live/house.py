"""What all handlers of a room share: where it is found, and who may do what in it."""

from dataclasses import dataclass, field

from course.live.crowd import Crowd
from course.live.limits import Limit
from course.live.pages import Shelf
from course.live.running import Running

__all__ = ["ROOM", "House", "Where"]

ROOM = "steel_frame_room"  # an entry of the application's settings: the House, or None


@dataclass(frozen=True)
class Where:
    """Where a room is found: "http", "192.0.2.7:8890", and the path below which it lies, "/"."""

    scheme: str
    host: str
    base: str

    def join(self, word):
        """The address of the phones, without its scheme, as it stands on the wall."""
        return f"{self.host}{self.base}join/{word}"

    @property
    def url(self):
        """The address of the room, with a slash."""
        return f"{self.scheme}://{self.host}{self.base}"


@dataclass
class House:
    """A room as it is served.

    hosts: the names under which it may be asked for. own: the addresses from which the lecturer may
    come, or None for any. wall_is_open: may who has no key look at the page for the projector?
    """

    where: Where
    running: Running
    shelf: Shelf
    crowd: Crowd
    hosts: frozenset[str]
    own: frozenset[str] | None
    wall_is_open: bool = True
    votes: Limit = field(default_factory=lambda: Limit(50))  # of a phone in a minute
    votes_from: Limit = field(default_factory=lambda: Limit(3000))  # of an address
    guesses: Limit = field(default_factory=lambda: Limit(120))  # of the word, from an address
