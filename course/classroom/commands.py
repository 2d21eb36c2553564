"""`course class ...`: what it did, and what comes next."""

import sys
from pathlib import Path

from course.classroom.moderation import commands as moderation
from course.errors import CourseError

__all__ = ["add_to", "run"]

_NEXT = {
    "release": "Next: tell the class; when answers are due, course class collect {name}.",
    "collect": "Next: course class grade {name}.",
    "feedback": "Next: course class report {name}.",
    "report": "Next: open it before you teach again; the marks are at course class export marks "
    "{name}.",
}
_NAMED = 5  # as many names a sentence holds
_STEPS = {
    "release": "write the sheet from its key and give it to the class",
    "collect": "fetch what the class handed in",
    "grade": "mark it by the key, and write pages for marking essays blind",
    "feedback": "give each student the marks, explained",
    "report": "say what the class misunderstood",
}


def add_to(commands):
    """Add `class` and its steps to the parser of the command."""
    parser = commands.add_parser(
        "class", help="for instructors: release, collect, grade, give back, report, export"
    )
    steps = parser.add_subparsers(dest="step", metavar="step", required=True)
    made = steps.add_parser(
        "init", help="make your own folder, with keys of its own, outside the clone"
    )
    made.add_argument("folder")
    made.add_argument(
        "--name", default="steel-frame", help="under which the exchange knows the class"
    )
    for step, told in _STEPS.items():
        one = steps.add_parser(step, help=told)
        one.add_argument("name", help="the assignment")
        _common(one)
        if step == "grade":
            one.add_argument(
                "--again", action="store_true", help="also what has not changed since it was marked"
            )
            one.add_argument(
                "--marks", metavar="FILE", help="bring in the marks that a marking page saved"
            )
            one.add_argument(
                "--second", action="store_true", help="those marks are a second marker's"
            )
        if step == "report":
            one.add_argument(
                "--names", action="store_true", help="name the students; else nobody is named"
            )
    moderation.add_to(steps, _common)
    steps.add_parser("sheets", help="for maintainers: write the specimens' sheets from their keys")
    out = steps.add_parser("export", help="marks as CSV; questions for other systems, or on paper")
    out.add_argument("what", choices=("marks", "questions", "moodle", "paper"))
    out.add_argument("name", help="the assignment")
    out.add_argument(
        "--format",
        metavar="FORMAT",
        help="of marks: table, moodle, canvas, registrar; of questions: moodle-xml, qti-2.1, "
        "common-cartridge-1.3",
    )
    _common(out)


def _common(parser):
    parser.add_argument(
        "--in",
        dest="place",
        default=".",
        metavar="FOLDER",
        help="the class folder, if not this one",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be done, and do nothing"
    )


def run(options):
    """Do one step and print it; returns the exit code:
    1 if something was left undone for one student or more.
    """
    from course.classroom.cycle.told import Stopped

    try:
        told = _told(options)
    except Stopped as stopped:
        for sentence in _counted(stopped.told):
            print(sentence)
        print(
            f"Stopped after {stopped.done} of {stopped.of}. What is done stays, and nothing is "
            "half done; run the same command again, and it goes on from there.",
            file=sys.stderr,
        )
        return 130
    for sentence in _counted(told):
        print(sentence)
    return 1 if getattr(told, "failed", False) else 0


def _counted(told):
    """Each sentence once, with how often it was said; one that differs in the student alone,
    with whom it concerns.
    """
    said = {}
    for sentence in told:
        who, warns, words = sentence.partition(": nbgrader warns: ")
        said.setdefault(words if warns else sentence, []).append(who if warns else None)
    for words, students in said.items():
        times = len(students)
        if students[0] is None:
            yield words if times == 1 else f"{words} ({times} times)"
        elif times == 1:
            yield f"{students[0]}: nbgrader warns: {words}"
        else:
            more = f" and {times - _NAMED} more" if times > _NAMED else ""
            yield f"nbgrader warns of {times} ({', '.join(students[:_NAMED])}{more}): {words}"


def _told(options):
    if options.step == "init":
        return _init(options)
    if options.step == "sheets":
        return _sheets()
    from course.classroom.cycle.folder import Folder
    from course.classroom.cycle.told import Told

    folder = Folder(options.place)
    try:
        told = _DO[options.step](folder, options)
    except Exception as error:
        if isinstance(error, CourseError) and not getattr(error, "log", ""):
            raise
        raise Told(folder, options.step, options.name).stopped(error) from None
    if options.dry_run or options.step not in _NEXT:
        return told
    told.append(_NEXT[options.step].format(name=options.name))
    return told


def _init(options):
    from course.classroom.cycle.init import init

    names = init(options.folder, course=options.name)
    return [
        (
            f"{options.folder} holds {len(names)} assignments with keys of your own: "
            f"{', '.join(names)}."
        ),
        (
            f"Next: cd {options.folder}, read keys/{names[0]}.yaml, then course class release "
            f"{names[0]}."
        ),
    ]


def _sheets():
    from course.classroom import read
    from course.classroom.cycle import sheet
    from course.classroom.cycle.init import specimens

    folder = specimens()
    written = [
        path
        for key in sorted((folder / "keys").glob("*.yaml"))
        for path in sheet.write(read(key), folder / "source" / key.stem)
    ]
    return [f"{len(written)} files are written in {folder / 'source'}."]


def _step(folder, options):
    from course.classroom.cycle import cycle

    return getattr(cycle, options.step)(folder, options.name, dry_run=options.dry_run)


def _grade(folder, options):
    from course.classroom.cycle import blind, cycle
    from course.classroom.cycle.marking import MOST_BYTES
    from course.classroom.moderation import second
    from course.doors import plain_files

    if options.marks:
        folder.assignment(options.name)
        try:
            # an editor may have set a mark before it
            raw = plain_files.read(Path(options.marks), MOST_BYTES).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            raise CourseError(
                f"{options.marks} cannot be read; name the JSON file that the marking page saved."
            ) from None
        if options.dry_run:
            task, marks = blind.read_marks(raw, folder.assignment(options.name))
            return [f"Would bring in {len(marks)} marks for {task}."]
        if getattr(options, "second", False):
            told = second.bring_in(folder, options.name, raw)
            told.append(f"Next: course class moderate {options.name}.")
        else:
            told = blind.bring_in(folder, options.name, raw)
            told.append(f"Next: course class feedback {options.name}.")
        return told
    told = cycle.grade(folder, options.name, dry_run=options.dry_run, again=options.again)
    if options.dry_run:
        return told
    told += [
        f"To mark without names, open {path.relative_to(folder.path)}, then bring its file in "
        "with --marks."
        for path in blind.pages(folder, options.name, told)
    ]
    told.append(f"Next: course class feedback {options.name}, when all is marked.")
    return told


def _report(folder, options):
    from course.classroom.cycle import blind
    from course.classroom.cycle.offered import Released
    from course.classroom.cycle.told import Told
    from course.classroom.report import hours
    from course.classroom.report.analysis import analyse
    from course.classroom.report.report import write
    from course.interactives import sheets
    from course.items import answers

    assignment, told, found = (
        folder.assignment(options.name),
        Told(folder, "report", options.name),
        {},
    )
    if (folder.path / "release" / options.name).is_dir():
        Released(folder, options.name).check(assignment)
    marks = blind.saved(folder, options.name)
    students = folder.students("sheets", options.name)
    with told.underway(f"Report on {options.name}", len(students)) as bar:
        for student, place in students.items():
            with told.apart(student):
                lines = answers.read(place / sheets.ANSWERS)
                # alone, so that nobody else pays for a fault
                analyse(assignment, {student: lines}, marks=marks)
                found[student] = lines
            bar.step()
    if not found:
        raise CourseError(
            f"Nothing of {options.name} is marked; run first: course class grade {options.name}."
        )
    if options.dry_run:
        return [f"Would report on {len(found)} students."]
    analysis = analyse(assignment, found, marks=marks)
    for path in (folder.path / "reports").glob(f"{options.name}*"):
        folder.keep_copy(path)
    had, faults = hours.read(folder.path)
    told += faults
    written = write(analysis, folder.path / "reports", names=options.names, hours=had)
    told += [f"{path} is written." for path in written]
    return told


def _export(folder, options):
    from course.classroom.exports.commands import run

    return run(folder, options)


_DO = {
    "release": _step,
    "collect": _step,
    "grade": _grade,
    "feedback": _step,
    "report": _report,
    "export": _export,
    **moderation.STEPS,
}
