"""What a step says, student by student: one student's fault is that student's sentence, and the others go on."""

import traceback
from contextlib import contextmanager
from datetime import UTC, datetime

from course.errors import CourseError

__all__ = ["Told"]


class Told(list):
    """The sentences of one step for one assignment. failed: was anything left undone? Then the command ends with 1."""

    def __init__(self, folder, step, name):
        super().__init__()
        self.failed = False
        self._path, self._step, self._name = folder.path, step, name

    def fault(self, sentence):
        """Say that something was left undone."""
        self.failed = True
        self.append(sentence)

    @contextmanager
    def apart(self, student):
        """What is done inside is one student's part: whatever fails in it is told in a sentence, and stays there."""
        try:
            yield
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException as error:  # noqa: BLE001 whatever a submission brings about; the trace is kept
            self.fault(self._sentence(student, error))

    def stopped(self, error):
        """The CourseError for what stops a whole step: the trace is kept, and nothing is said that a person cannot read."""
        what = str(error) if isinstance(error, CourseError) else f"{type(error).__name__}: {_short(error)}"
        return CourseError(
            f"The step {self._step} of {self._name} stopped ({what.rstrip('.')}); look whether the disk is full or the class "
            f"folder another's, then run it again, and if that does not help, show {self.logged('all', error)} to whoever "
            "looks after the course."
        )

    def _sentence(self, student, error):
        if isinstance(error, CourseError) and not getattr(error, "log", ""):
            said = str(error)
            return said if said.startswith(student) else f"{student}: {said}"
        where = self.logged(student, error)
        what = str(error) if isinstance(error, CourseError) else f"{type(error).__name__}: {_short(error)}"
        return (
            f"{student}: the step {self._step} failed for this student alone ({what.rstrip('.')}); ask for answers.jsonl "
            f"again, and if that does not help, show {where} to whoever looks after the course."
        )

    def logged(self, who, error):
        """Keep the whole trace; returns where. A disk that is full must not stop the step either."""
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
