"""How many may be in a room at once, and how many of them from one address.

Behind one router a whole hall has one address, so one address may hold half of the room: a hall of
that size gets in together, and one machine with a script leaves the other half to everybody else.
"""

import time
from collections import Counter, OrderedDict
from dataclasses import dataclass

from course.live.limits import Limit
from course.live.state import MOST_PHONES

__all__ = ["LONG", "Crowd", "Places", "Sizes", "sizes"]

LONG = 600  # seconds for which the phones that joined from an address are counted
_CONNECTIONS = 6000  # a phone opens several while it loads a page
_OWN_FILES = 10
_KNOWN = 20_000  # numbers remembered: a room of phones, each with a dozen numbers in an hour


@dataclass(frozen=True)
class Sizes:
    """What a room holds at once: phones that look on, and connections that load a page."""

    phones: int
    connections: int


def sizes(files):
    """The Sizes of a room whose process may have so many files open (int)."""
    phones = min(MOST_PHONES, files * 3 // 5)
    return Sizes(phones, min(_CONNECTIONS, files - phones - _OWN_FILES))


class Places:
    """So many places at once. own: the addresses of the lecturer's machine, which always find one.
    An address that is not known (None) is taken for one address.
    """

    def __init__(self, most, own=()):
        self.most, self.each = most, most // 2
        self._own = frozenset(own)
        self._taken = Counter()

    def take(self, address, *, sure=False):
        """Take a place for an address (bool: was there one?). It is given back by `leave`.
        sure: the lecturer asks, and finds one.
        """
        taken = self._taken
        full = taken[address] >= self.each or taken.total() >= self.most
        if full and not sure and address not in self._own:
            return False
        taken[address] += 1
        return True

    def leave(self, address):
        """Give a place back."""
        self._taken[address] -= 1
        if self._taken[address] <= 0:
            del self._taken[address]


class Crowd:
    """The phones of a room. A number that was let in once stays in; new ones are counted by the
    address from which they come, and never kept beside it.
    """

    def __init__(self, most, own=(), clock=time.monotonic):
        self.places = Places(most, own)
        self._joins = Limit(self.places.each, LONG, clock)
        self._own = frozenset(own)
        self._known = OrderedDict()

    def know(self, numbers):
        """Let in the phones that voted before this process began."""
        self._known.update(dict.fromkeys(numbers))

    def lets_in(self, number, address):
        """May a phone of this number be in the room?"""
        if number in self._known:
            return True
        if address not in self._own and not self._joins.allows(address):
            return False
        if len(self._known) >= _KNOWN:
            self._known.popitem(last=False)
        self._known[number] = None
        return True

    def from_one_address(self):
        """The most phones that joined from one address of late."""
        return self._joins.most()
