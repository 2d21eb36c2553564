"""The steps of a class: what each does and says. The terminal (commands.py) and the lecturer's page
(page/) both call them here, so that both do the same and say it in the same words.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course.classroom.cycle import naming, ways
from course.classroom.exports.formats import FORMATS as EXPORTS
from course.classroom.moderation import commands as moderation
from course.errors import CourseError
from course.hosts.bundle.lock import Held, Lock

if TYPE_CHECKING:
    from course.classroom.cycle.folder import Folder

__all__ = ["EXPORTS", "STEPS", "Asked", "alone", "counted", "do", "hints"]

STEPS = ("release", "collect", "grade", "feedback", "report", "export")
_NEXT = {
    "release": "Next: tell the class; when answers are due, course class collect {name}.",
    "collect": "Next: course class grade {name}.",
    "feedback": "Next: course class report {name}.",
    "moderate": "Next: decide each, for one by course class change {name} CODE TASK --second "
    "--reason TEXT.",
    "change": "Next: course class feedback {name}.",
    "report": "Next: open it before you teach again; the marks are at course class export marks "
    "{name}.",
}


@dataclass(frozen=True)
class Asked:
    """What somebody asks for: a step of an assignment.

    dry_run: say what would be done, and do nothing; again: mark what has not changed, too; marks:
    the file that a marking page saved; second: take a second marker's marks; names: name the
    students; part: of `feedback`, "write" or "give" alone; what, format: of EXPORTS; the rest is of
    `moderate` and `change`, as moderation reads it from the command.
    """

    step: str
    name: str
    dry_run: bool = False
    again: bool = False
    marks: str | None = None
    names: bool = False
    part: str = ""
    what: str = ""
    format: str | None = None
    second: bool = False
    threshold: int = 1
    who: str = ""
    item: str = ""
    levels: str | None = None
    points: str | None = None
    reason: str = ""
    tell: bool = False


def do(folder: "Folder", asked: Asked) -> list[str]:
    """Do a step; returns what it did, mostly as a Told. Raises CourseError, one sentence, if it
    cannot be done, and Stopped if a person stops it.
    """
    from course.classroom.cycle.told import Told

    with ExitStack() as stack:
        if not asked.dry_run:
            stack.enter_context(alone(folder))
        try:
            return _DO[asked.step](folder, asked)
        except Exception as error:
            if isinstance(error, CourseError) and not getattr(error, "log", ""):
                raise
            raise Told(folder, asked.step, asked.name).stopped(error) from None


@contextmanager
def alone(folder: "Folder") -> Iterator[None]:
    """One step of a class at a time, whoever asks for it and in however many windows."""
    with ExitStack() as stack:
        try:
            stack.enter_context(Lock(folder.path / ".lock"))
        except Held:
            raise CourseError(
                "Another step of this class is under way, in another window; wait until it is "
                "done, then ask again."
            ) from None
        except OSError:  # another lecturer's lock, or a full disk, of which the step itself tells
            pass
        yield


def hints(folder: "Folder", asked: Asked) -> list[str]:
    """What comes next, for whoever works in the terminal."""
    if asked.dry_run:
        return []
    if asked.step == "grade" and asked.marks:
        step = "moderate" if asked.second else "feedback"
        return [f"Next: course class {step} {asked.name}."]
    if asked.step == "grade":
        tasks = folder.assignment(asked.name).tasks
        pages = [Path("marks") / f"{asked.name}-{task['id']}.html" for task in tasks]
        return [
            *(
                f"To mark without names, open {page}, then bring its file in with --marks."
                for page in pages
                if (folder.path / page).is_file()
            ),
            f"Next: course class feedback {asked.name}, when all is marked.",
        ]
    return [_NEXT[asked.step].format(name=asked.name)] if asked.step in _NEXT else []


def counted(told: list[str]) -> Iterator[str]:
    """Each sentence once, with how often it was said; one that differs in the student alone,
    with whom it concerns.
    """
    from course.classroom.cycle.told import Warned

    said: dict[str, list[str]] = {}
    for sentence in told:
        words = sentence.words if isinstance(sentence, Warned) and sentence.student else sentence
        said.setdefault(words, []).append(sentence)
    for words, same in said.items():
        times = len(same)
        named = [one.student for one in same if isinstance(one, Warned) and one.student]
        if times == 1:
            yield same[0]
        elif named:
            yield f"nbgrader warns of {times} ({naming.few(named)}): {words}."
        else:
            yield f"{words} ({times} times)"


def _cycle(folder, asked):
    from course.classroom.cycle import cycle

    return getattr(cycle, asked.step)(folder, asked.name, dry_run=asked.dry_run)


def _feedback(folder, asked):
    from course.classroom.cycle import cycle

    return cycle.feedback(folder, asked.name, dry_run=asked.dry_run, part=asked.part)


def _grade(folder, asked):
    from course.classroom.cycle import blind, cycle

    if asked.marks:
        return _bring_in(folder, asked)
    told = cycle.grade(folder, asked.name, dry_run=asked.dry_run, again=asked.again)
    if not asked.dry_run:
        blind.pages(folder, asked.name, told)
    return told


def _bring_in(folder, asked):
    from course.classroom.cycle import blind
    from course.classroom.cycle.marking import MOST_BYTES
    from course.classroom.moderation import second
    from course.doors import plain_files

    assignment = folder.assignment(asked.name)
    try:
        # an editor may have set a mark before it
        raw = plain_files.read(Path(asked.marks), MOST_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise CourseError(
            f"{asked.marks} cannot be read; name the JSON file that the marking page saved."
        ) from None
    if asked.dry_run:
        task, marks = blind.read_marks(raw, assignment)
        return [f"Would bring in {len(marks)} marks for {task}."]
    return (second if asked.second else blind).bring_in(folder, asked.name, raw)


def _report(folder, asked):
    from course.classroom.cycle import blind, made, roll
    from course.classroom.cycle.offered import Released
    from course.classroom.cycle.told import Told
    from course.classroom.report import hours
    from course.classroom.report.analysis import analyse
    from course.classroom.report.report import write
    from course.interactives import sheets
    from course.items import answers

    name, found = asked.name, {}
    assignment, told = folder.assignment(name), Told(folder, "report", name)
    if (folder.path / "release" / name).is_dir():
        Released(folder, name).check(assignment)
    marks = blind.saved(folder, name)
    students = folder.students("sheets", name)
    with told.underway(f"Report on {name}", len(students)) as bar:
        for student, place in students.items():
            with told.apart(student):
                lines = answers.read(place / sheets.ANSWERS)
                # alone, so that nobody else pays for a fault
                analyse(assignment, {student: lines}, marks=marks)
                found[student] = lines
            bar.step()
    if not found:
        raise ways.CureError(f"Nothing of {name} is marked; {ways.first('grade', name)}.", "grade")
    if asked.dry_run:
        return [f"Would report on {len(found)} students."]
    analysis = analyse(assignment, found, marks=marks)
    for path in (folder.path / "reports").glob(f"{name}*"):
        folder.keep_copy(path)
    had, faults = hours.read(folder.path)
    told += faults
    held = roll.marks_of(folder, name)
    absent = [one for one in roll.roll(folder, name, held) if one.is_absent or one.is_refused]
    written = write(analysis, folder.path / "reports", names=asked.names, hours=had, absent=absent)
    made.keep(folder, name, "report", {one: marks.print for one, marks in held[0].items()})
    told += [f"{path} is written." for path in written]
    return told


def _export(folder, asked):
    from course.classroom.exports.commands import run

    return run(folder, asked)


_DO: "dict[str, Callable[[Folder, Asked], list[str]]]" = {
    "release": _cycle,
    "collect": _cycle,
    "grade": _grade,
    "feedback": _feedback,
    "report": _report,
    "export": _export,
    **moderation.STEPS,
}
