"""nbgrader, called for one class folder: its own API, its log kept,
its errors turned into a sentence.
"""

import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, cast

from traitlets.config import Config
from traitlets.config.loader import LazyConfigValue, PyFileConfigLoader

from course.classroom.cycle import inbound, ways
from course.classroom.cycle.gradebook import find_scripts, not_installed
from course.classroom.cycle.told import Warned
from course.errors import CourseError
from course.hosts.jupyter.beside import use_our_kernel
from course.hosts.jupyter.encrypted import encrypted

__all__ = ["SHEET", "Grader", "NbgraderError", "settings", "warned"]

# Where nbgrader takes a sheet's source from: a folder that is there only while a sheet is made.
# What lies in source/, such as the answers of a lecturer who tried the sheet, would be given to the
# class, and laid over every submission.
SHEET = ".sheet"
# What says nothing of a student: lateness is told in hours; and a sheet of ours never has the
# checksums of its source, since its hidden tests were taken out when it was made. It is not the
# student's notebook that is compared. What is made anew takes the place of what was there.
_EXPECTED = re.compile(
    r"is [\d.]+ seconds late$|^Attribute 'checksum' for cell \S+ has changed!"
    r"|^(Removing|Updating) existing |^Late submission penalty: None$"
)


class NbgraderError(CourseError):
    """nbgrader failed; log is all that it said, trace and all."""

    log = ""


def warned(log, student=None):
    """nbgrader's warnings in a log, as sentences."""
    found, said = [], None
    for line in log.splitlines():
        if line.startswith("["):
            said = line.startswith("[WARNING] ")
            if said:
                found.append([line.removeprefix("[WARNING] ")])
        elif said:
            found[-1].append(line)
    told = [" ".join(" ".join(lines).split()).rstrip(".") for lines in found]
    known = dict.fromkeys(words for words in told if words and not _EXPECTED.search(words))
    return [Warned(student, words) for words in known]


def _last_error(result):
    """The line of nbgrader's log that says why: an exception's own, else its last error."""
    lines = f"{result.get('log', '')}\n{result.get('error') or ''}".splitlines()
    raised = [
        line.strip()
        for line in lines
        if re.match(r"\s*(?!nbgrader)[\w.]*(Error|Exception)\b.*: ", line)
    ]
    errors = [
        line.split("] ", 1)[-1] for line in lines if line.startswith(("[ERROR]", "[CRITICAL]"))
    ]
    return (raised[-1:] or errors[-1:] or ["it gave no reason"])[0].rstrip(".")


def settings(folder):
    """What nbgrader_config.py of a class folder says, as traitlets' Config."""
    config = Config()
    config.merge(PyFileConfigLoader("nbgrader_config.py", path=str(folder.path)).load_config())
    return config


def _keep_documents(config):
    """What a sheet's cells hold when it is made is its documents, and nothing of a run: nbgrader
    would take them out.

    Before it marks, nbgrader still does, in the sheet that it runs.
    """
    from nbgrader.converters import GenerateAssignment

    steps = GenerateAssignment.preprocessors.default() or []
    own = config.GenerateAssignment.get("preprocessors")
    if own is not None:  # a lecturer's own, all of them or some more
        steps = own.get_value(steps) if isinstance(own, LazyConfigValue) else own
    config.GenerateAssignment.preprocessors = [
        step for step in steps if _name_of(step) != "ClearOutput"
    ]


def _name_of(step):
    """A step's own name, told as a class or as its address."""
    return getattr(step, "__name__", str(step)).rpartition(".")[2]


class _Collector(Protocol):
    check_owner: bool


class _Release(Protocol):
    force: bool


class _Exchange(Protocol):
    """What is used of nbgrader's makers of exchanges; its own settings tell no types."""

    Collect: Callable[..., _Collector]
    ReleaseAssignment: Callable[..., _Release]


class _Directory(Protocol):
    """The same of nbgrader's class folder."""

    groupshared: bool


class Grader:
    """nbgrader for a Folder. `run` returns nbgrader's log and
    raises NbgraderError if nbgrader failed.
    """

    def __init__(self, folder):
        try:
            from nbgrader.apps.api import NbGraderAPI
        except ImportError:
            raise not_installed() from None
        config = Config(encrypted())  # answers and marks pass between nbgrader and its kernels
        config.merge(settings(folder))
        config.CourseDirectory.root = str(folder.path)
        config.CourseDirectory.source_directory = SHEET
        _keep_documents(config)
        find_scripts()
        use_our_kernel()  # a sheet is run beside what a student handed in
        self.folder = folder
        self.api = NbGraderAPI(config=config)
        self._exchange = cast("_Exchange", self.api.exchange)
        self._directory = cast("_Directory", self.api.coursedir)

    def run(self, what, *arguments, told=None, student=None, **options):
        """Call the API's method `what`; returns its log. Its warnings go to `told`, a list,
        as the student's.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its own to its database library
            result = getattr(self.api, what)(*arguments, **options)
        return self._heard(result, what.replace("_", " "), told, student)

    def _heard(self, result, what, told, student=None):
        if not result["success"]:
            if (result.get("error") or "").rstrip().endswith("KeyboardInterrupt"):
                raise KeyboardInterrupt  # which nbgrader takes for a fault like any other
            error = NbgraderError(f"nbgrader could not {what}: {_last_error(result)}")
            error.log = f"{result.get('log', '')}\n{result.get('error') or ''}"
            raise error
        log = result.get("log", "")
        if told is not None:
            told.extend(warned(log, student))
        return log

    @property
    def exchange(self):
        """The folder where the class and its students meet,
        or None if this machine has none that works.
        """
        return self.api.exchange_root if self.api.exchange_is_functional else None

    @property
    def checks_owner(self):
        """Must a hand-in belong to the system user of its student's name? So it is unless
        nbgrader's own setting says no.
        """
        collector = self._exchange.Collect(
            coursedir=self._directory, authenticator=self.api.authenticator, parent=self.api
        )
        return collector.check_owner

    @property
    def is_shared(self):
        """Do several lecturers share the class, by nbgrader's own setting?"""
        return self._directory.groupshared

    def give_out(self, name, told):
        """Put release/NAME on the exchange, in place of what is there under its name;
        returns if something was.
        """
        from nbgrader.utils import capture_log, temp_attrs

        # asked for before anything is released
        directory, exchange = (
            self._directory,
            cast("str", self.exchange),
        )
        place = Path(exchange) / self.folder.course
        if place.is_symlink():
            raise CourseError(
                f"{place} {ways.on_exchange()} is a link, and none of nbgrader's; ask who looks "
                "after the machine to remove it."
            )
        with inbound.opened(exchange, self.folder.course, shared=self.is_shared):
            again = (place / "outbound" / name).is_dir()
        with temp_attrs(directory, assignment_id=name):
            app = self._exchange.ReleaseAssignment(
                coursedir=directory, authenticator=self.api.authenticator, parent=self.api
            )
            app.force = True
            self._heard(capture_log(app), "release assignment", told)
        return again
