"""One step at a time, in a thread of its own: who looks on meanwhile sees how far it is."""

import threading
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from course.classroom.steps import Asked, counted, do
from course.errors import CourseError
from course.interface.words import say

__all__ = ["MAKE", "BusyError", "Ended", "Runner", "Underway"]

MAKE = "init"  # what is asked for where there is no class yet; Asked.what is then its name


class BusyError(Exception):
    """A step is under way."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked.step)
        self.asked = asked


@dataclass
class Underway:
    """A step that runs. doing, done, of: what is done now, and how many parts of how many are."""

    asked: Asked
    doing: str = ""
    done: int = 0
    of: int = 0
    is_to_stop: bool = False
    told: list[list[str]] = field(default_factory=list)

    def sentences(self) -> list[str]:
        """All that was said so far."""
        return list(counted([one for some in self.told for one in list(some)]))


@dataclass(frozen=True)
class Ended:
    """A step that is over: what it said. fault: why it was not done, or not to its end; cure: the
    step that comes first, if that is why; failed: was something left undone for one student or
    more?
    """

    asked: Asked
    sentences: tuple[str, ...]
    fault: str
    cure: str
    failed: bool
    at: datetime


class Runner:
    """Runs the steps of the class folder at `path`, which need not be there yet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.version = 0  # how many steps are over: a page that knows another number is old
        self.now: Underway | None = None
        self.said: dict[str, str] = {}  # {place of a page: what is said there once}
        self._ended: dict[tuple[str, str], Ended] = {}
        self._turn = threading.Lock()
        self._thread: threading.Thread | None = None

    def ended(self, name: str) -> dict[str, Ended]:
        """{step: how it ended last} of an assignment."""
        return {step: one for (of, step), one in self._ended.items() if of == name}

    def start(self, asked: Asked) -> None:
        """Begin a step. Raises BusyError if one is under way."""
        with self._turn:
            if self.now is not None:
                raise BusyError(self.now.asked)
            self.now = Underway(asked)
            self._thread = threading.Thread(target=self._run, args=[self.now], daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Let the present step end once the student at hand is done."""
        if (now := self.now) is not None:
            now.is_to_stop = True

    def wait(self, seconds: float | None = None) -> None:
        """Until no step is under way."""
        if (thread := self._thread) is not None:
            thread.join(seconds)

    def _run(self, now: Underway) -> None:
        ended = None
        try:
            ended = self._ending(now)
        finally:
            with self._turn:
                if ended is not None:
                    self._ended[now.asked.name, now.asked.step] = ended
                self.version += 1
                self.now = None

    def _ending(self, now: Underway) -> Ended:
        from course.classroom.cycle.progress import heard_by
        from course.classroom.cycle.told import Stopped, followed_by
        from course.classroom.cycle.ways import on_page

        def heard(doing: str, done: int, of: int) -> None:
            now.doing, now.done, now.of = doing, done, of
            if now.is_to_stop and 0 < done < of:
                raise KeyboardInterrupt  # as if pressed at the terminal

        told: Any = []
        fault = cure = ""
        try:
            with heard_by(heard), followed_by(now.told.append), on_page():
                told = self._done(now.asked)
        except Stopped as stopped:
            told, fault = stopped.told, stopped.sentence
        except KeyboardInterrupt:  # while the class was made
            fault = say("class.make_stopped")
        except CourseError as error:
            fault, cure = str(error), getattr(error, "step", "")
        if cure == now.asked.step:  # its own sentence says more than a link to where one is
            cure = ""
        failed = bool(fault) or getattr(told, "failed", False)
        at = datetime.now().astimezone()
        return Ended(now.asked, tuple(counted(told)), fault, cure, failed, at)

    def _done(self, asked: Asked) -> list[str]:
        """What a step, or the making of the class, said."""
        from course.classroom.cycle.folder import Folder
        from course.classroom.cycle.init import init

        if asked.step == MAKE:
            try:
                init(self.path, course=asked.what)
            except CourseError:
                raise
            except Exception as error:
                why = f"{type(error).__name__}: {error}"
                raise CourseError(say("class.make_failed", why=why)) from error
            return []
        return do(Folder(self.path), asked)
