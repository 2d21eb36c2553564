"""What a step says, student by student: one student's fault is that student's sentence,
and the others go on.
"""

import errno
import os
import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

from course.classroom.cycle import naming, progress
from course.errors import CourseError

__all__ = ["Stopped", "Told", "Warned", "followed_by"]

# What the machine lacks, and no student can help: room, rights, open files, a disk that works.
_MACHINE = {
    getattr(errno, word)
    for word in (
        "ENOSPC",
        "EDQUOT",
        "EROFS",
        "EACCES",
        "EPERM",
        "EMFILE",
        "ENFILE",
        "EIO",
        "ENOMEM",
    )
    if hasattr(errno, word)
}
_follower: "ContextVar[Callable[[list[str]], None] | None]" = ContextVar("follower", default=None)


def _machine(error):
    """The number of what the machine lacks, in an OSError or in the log of
    a tool that met one; None if it is not that.
    """
    number = error.errno if isinstance(error, OSError) else None
    if number is None:
        found = re.findall(r"\[Errno (\d+)\]", getattr(error, "log", ""))
        number = int(found[-1]) if found else None
        if number is None and "database or disk is full" in f"{error} {getattr(error, 'log', '')}":
            number = errno.ENOSPC
    return number if number in _MACHINE else None


class Warned(str):
    """What nbgrader warns of, as a sentence. student: whom it concerns, or None; words: its own."""

    __slots__ = ("student", "words")

    def __new__(cls, student, words):
        who = f"{student}: nbgrader warns" if student else "nbgrader warns"
        made = super().__new__(cls, f"{who}: {words}.")
        made.student, made.words = student, words
        return made


class Stopped(KeyboardInterrupt):
    """A person stopped a step. told: what it had said; done, of: how many parts it had done."""

    def __init__(self, told, done, of):
        super().__init__()
        self.told, self.done, self.of = told, done, of

    @property
    def sentence(self):
        """What is said of it."""
        return (
            f"Stopped after {self.done} of {self.of}. What is done stays, and nothing is half done."
        )


@contextmanager
def followed_by(follow: Callable[[list[str]], None]) -> Iterator[None]:
    """Let a function have each Told that is begun inside, to read its sentences as they come."""
    token = _follower.set(follow)
    try:
        yield
    finally:
        _follower.reset(token)


class Told(list):
    """The sentences of one step for one assignment. failed: was anything left undone?
    Then the command ends with 1.
    """

    def __init__(self, folder, step, name):
        super().__init__()
        self.failed = False
        self._lacking = {}  # what the machine lacks: (where its sentence stands, the students)
        self._path, self._step, self._name = folder.path, step, name
        if (follow := _follower.get()) is not None:
            follow(self)

    def fault(self, sentence):
        """Say that something was left undone."""
        self.failed = True
        self.append(sentence)

    @contextmanager
    def underway(self, doing, total):
        """A progress.Bar for what is done inside. Raises Stopped, with all that was said so far, if
        a person stops it.
        """
        bar = None
        try:
            with progress.shown(doing, total) as bar:
                yield bar
        except KeyboardInterrupt:
            raise Stopped(self, bar.done if bar else 0, total) from None

    @contextmanager
    def apart(self, student):
        """What is done inside is one student's part: whatever fails in it is told in a sentence,
        and stays there.
        """
        try:
            yield
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException as error:  # noqa: BLE001 whatever a submission brings about; the trace is kept
            number = _machine(error)
            if number is None:
                self.fault(self._sentence(student, error))
            else:
                self._lacks(student, number, error)

    def _lacks(self, student, number, error):
        """Say once what the machine lacks, with all whom it kept from being done."""
        if number not in self._lacking:
            self.fault("")
            self._lacking[number] = (len(self) - 1, [])
            self.logged(student, error)
        place, students = self._lacking[number]
        students.append(student)
        self[place] = (
            f"The step {self._step} is not done for {naming.few(students)}, by "
            "no fault of theirs: the machine said "
            f"“{os.strerror(number)}”; see to room and rights in the class folder, then run it "
            "again. No answer is lost."
        )

    def stopped(self, error):
        """The CourseError for what stops a whole step: the trace is kept,
        and nothing is said that a person cannot read.
        """
        what = (
            str(error)
            if isinstance(error, CourseError)
            else f"{type(error).__name__}: {_short(error)}"
        )
        return CourseError(
            f"The step {self._step} of {self._name} stopped ({what.rstrip('.')}); look whether "
            "the disk is full or the class "
            "folder another's, then run it again, and if that does not help, show "
            f"{self.logged('all', error)} to whoever "
            "looks after the course."
        )

    def _sentence(self, student, error):
        if isinstance(error, CourseError) and not getattr(error, "log", ""):
            said = str(error)
            return said if said.startswith(student) else f"{student}: {said}"
        where = self.logged(student, error)
        what = (
            str(error)
            if isinstance(error, CourseError)
            else f"{type(error).__name__}: {_short(error)}"
        )
        return (
            f"{student}: the step {self._step} failed for this student alone "
            f"({what.rstrip('.')}); ask for answers.jsonl "
            f"again, and if that does not help, show {where} to whoever looks after the course."
        )

    def logged(self, who, error):
        """Keep the whole trace; returns where. A disk that is full
        must not stop the step either.
        """
        path = self._path / "logs" / f"{self._step}.txt"
        try:
            path.parent.mkdir(exist_ok=True)
            with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, {self._name}, {who}\n")
                file.write("".join(traceback.format_exception(error)))
                file.write(f"{getattr(error, 'log', '')}\n")
        except OSError:
            return "the words in brackets"
        return path.relative_to(self._path)


def _short(error):
    """An exception's own words, on one line, not endless."""
    words = " ".join(str(error).split()) or "no reason given"
    words = words.encode("ascii", "backslashreplace").decode("ascii")
    return words if len(words) <= 120 else f"{words[:120]}..."
