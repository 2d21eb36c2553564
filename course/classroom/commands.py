"""`course class ...`: what it did, and what comes next."""

import sys

from course.classroom.moderation import commands as moderation
from course.classroom.steps import EXPORTS, Asked, counted, do, hints

__all__ = ["add_to", "run"]

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
    _add_page(steps)
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
    out.add_argument("what", choices=EXPORTS)
    out.add_argument("name", help="the assignment")
    out.add_argument(
        "--format",
        metavar="FORMAT",
        help="; ".join(f"of {what}: {', '.join(EXPORTS[what])}" for what in ("marks", "questions")),
    )
    _common(out)


def _add_page(steps):
    from course.hosts.jupyter.opening import port

    page = steps.add_parser("page", help="one page with all steps, in your browser")
    page.add_argument(
        "folder", nargs="?", default=".", help="the class folder, or where to make one; else this"
    )
    page.add_argument("--port", type=port, help="port to serve on; if taken, the next free one")
    page.add_argument(
        "--no-browser", action="store_true", help="print the address, and open no browser"
    )


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

    if options.step == "page":
        from course.classroom.page.alone import serve

        return serve(options.folder, port=options.port, browser=not options.no_browser)
    try:
        told, then = _told(options)
    except Stopped as stopped:
        for sentence in counted(stopped.told):
            print(sentence)
        print(f"{stopped.sentence} To go on, run the same command again.", file=sys.stderr)
        return 130
    for sentence in [*counted(told), *then]:
        print(sentence)
    return 1 if getattr(told, "failed", False) else 0


def _told(options):
    """(what was done, what comes next)."""
    if options.step == "init":
        return _init(options)
    if options.step == "sheets":
        return _sheets(), []
    from course.classroom.cycle.folder import Folder

    fields = {name: told for name, told in vars(options).items() if name in Asked.__annotations__}
    folder, asked = Folder(options.place), Asked(**fields)
    told = do(folder, asked)
    return told, hints(folder, asked)


def _init(options):
    from course.classroom.cycle.init import init

    names = init(options.folder, course=options.name)
    told = (
        f"{options.folder} holds {len(names)} assignments with keys of your own: "
        f"{', '.join(names)}."
    )
    then = (
        f"Next: cd {options.folder}, read keys/{names[0]}.yaml, then course class page, or "
        f"course class release {names[0]}."
    )
    return [told], [then]


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
