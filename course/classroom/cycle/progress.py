"""How far a step has come, for whoever waits: a line on the terminal, or a call of a function.

Nothing is drawn where nobody looks, as in a file or a pipe.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any, TypeAlias

__all__ = ["Bar", "Heard", "heard_by", "shown"]

Heard: TypeAlias = Callable[
    [str, int, int], None
]  # what is being done, how many are done, of how many

_heard: ContextVar[Heard | None] = ContextVar("heard", default=None)
_FORM = "{desc} {n_fmt} of {total_fmt} |{bar}| {elapsed}, about {remaining} left"


class Bar:
    """How much of one step is done. `step` is called after each part, `now` before a slow one."""

    def __init__(self, doing: str, total: int, line: Any = None) -> None:
        self.total, self.done = total, 0
        self._doing, self._line, self._heard = doing, line, _heard.get()
        self._tell()

    def now(self, doing: str) -> None:
        """Say what is being done now."""
        self._doing = doing
        if self._line is not None:
            self._line.set_description_str(doing)
        self._tell()

    def step(self) -> None:
        """One part more is done."""
        self.done += 1
        if self._line is not None:
            self._line.update()
        self._tell()

    def _tell(self) -> None:
        if self._heard is not None:
            self._heard(self._doing, self.done, self.total)


@contextmanager
def heard_by(heard: Heard) -> Iterator[None]:
    """Let a function hear of each part that is done inside, as a page does that shows it."""
    token = _heard.set(heard)
    try:
        yield
    finally:
        _heard.reset(token)


@contextmanager
def shown(doing: str, total: int) -> Iterator[Bar]:
    """A Bar of so many parts, which leaves nothing on the terminal once they are done."""
    line = _line(doing, total) if sys.stderr.isatty() else None
    try:
        yield Bar(doing, total, line)
    finally:
        if line is not None:
            line.close()


def _line(doing: str, total: int) -> Any:
    with suppress(ImportError):  # it comes with the extra, as nbgrader does
        from tqdm import tqdm

        tqdm.monitor_interval = 0  # no thread that wakes up to redraw
        return tqdm(
            total=total,
            desc=doing,
            bar_format=_FORM,
            leave=False,
            dynamic_ncols=True,
            file=sys.stderr,
        )
    return None
