"""How often somebody may ask: so many times in the last minute, by a clock that nobody can set."""

import time
from collections import deque

__all__ = ["Limit"]

_KNOWN = 4000  # names remembered at once


class Limit:
    """At most `most` times in `seconds`, for each name."""

    def __init__(self, most, seconds=60, clock=time.monotonic):
        self._most, self._seconds, self._clock = most, seconds, clock
        self._times = {}

    def allows(self, name):
        """May it ask once more? Then that is counted."""
        now = self._clock()
        if len(self._times) >= _KNOWN:
            self._forget(now)
        times = self._times.setdefault(name, deque())
        while times and times[0] <= now - self._seconds:
            times.popleft()
        if len(times) >= self._most:
            return False
        times.append(now)
        return True

    def most(self):
        """The highest count that any name has now."""
        old = self._clock() - self._seconds
        counts = (sum(at > old for at in times) for times in self._times.values())
        return max(counts, default=0)

    def _forget(self, now):
        """Those that rest; and if nobody does, all: memory has an end."""
        old = now - self._seconds
        resting = {name: times for name, times in self._times.items() if times and times[-1] > old}
        self._times = resting if len(resting) < _KNOWN else {}
