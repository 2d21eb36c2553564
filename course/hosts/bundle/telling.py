"""How far a long command has come: one line that rewrites itself in a terminal,
a line a tenth in a log.
"""

import sys
from contextlib import contextmanager

__all__ = ["Progress", "progress"]

_WIDTH = 24


class Progress:
    """Told `total` steps one by one; shows the share that is done."""

    def __init__(self, words, total, stream=None):
        self.words, self.total, self.stream = words, max(total, 1), stream or sys.stderr
        self.live = self.stream.isatty()
        self.done, self.shown = 0, -1
        self.show()

    def step(self, count=1):
        self.done = min(self.done + count, self.total)
        self.show()

    def show(self):
        tenth = 10 * self.done // self.total
        if self.live:
            full = _WIDTH * self.done // self.total
            bar = "#" * full + "." * (_WIDTH - full)
            print(
                f"\r{self.words} [{bar}] {self.done} of {self.total}",
                end="",
                file=self.stream,
                flush=True,
            )
        elif tenth > self.shown:
            print(f"{self.words}: {self.done} of {self.total}", file=self.stream, flush=True)
        self.shown = tenth


@contextmanager
def progress(words, total, stream=None):
    """A Progress for the block; its line is ended even when the block fails."""
    told = Progress(words, total, stream)
    try:
        yield told
    finally:
        if told.live:
            print(file=told.stream, flush=True)
