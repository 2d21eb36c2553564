"""The `course` command."""

import argparse
import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, cast

from course import __version__, _places
from course.classroom.commands import add_to as add_class
from course.errors import CourseError, shown
from course.hosts.jupyter.commands import add_to as add_opening
from course.hosts.jupyter.commands import open_course
from course.hosts.jupyter.opening import start_lightly
from course.hosts.terminal import print_anything
from course.live.commands import add_to as add_live

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

__all__ = ["main"]


_PRINTED = {
    "handouts": "each chapter to print and answer by hand",
    "slides": "the chapters to show in class, also as one page each that moves; a YAML file among "
    "the notebooks holds slides of your own",
    "cards": "the glossary to cut out",
}


def _add_bundle(commands):
    bundle = commands.add_parser(
        "bundle",
        help="for instructors: one zip with the course and all its software, for machines without "
        "internet",
    )
    bundle.add_argument(
        "out", help="file to write, such as course.zip; with --verify, the bundle to look at"
    )
    bundle.add_argument(
        "--verify", action="store_true", help="say whether a bundle, zipped or unzipped, is whole"
    )
    bundle.add_argument(
        "--platform",
        action="append",
        help="a kind of machine, as often as you like: windows, macos-arm, macos-intel and linux "
        "if "
        "none is named; "
        "also linux-arm and windows-arm",
    )
    bundle.add_argument(
        "--python", default="3.12", help="the Python that the machines have; 3.12 if not named"
    )
    bundle.add_argument(
        "--cache", metavar="FOLDER", help="where fetched wheels are kept, to go on from there"
    )


def _tools():
    """The maintainers' commands of this clone, by their place: `tools` may be anybody's name, and
    here is no path to import from.
    """
    folder = _places.root() / "tools"
    spec = spec_from_file_location(
        "tools", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    # There always is one for a file that ends as Python's do.
    sys.modules.setdefault("tools", module_from_spec(cast("ModuleSpec", spec)))
    return import_module("tools.commands")


def _add_check(commands):
    check = commands.add_parser(
        "check",
        help="say what is wrong in a case of your own; in a clone, all that maintainers ask",
    )
    check.add_argument(
        "--case",
        metavar="FOLDER",
        help="say what is wrong in a case of your own, or in a map of who answers to whom (a .yaml "
        "file); "
        "exit 1 if anything is",
    )
    if _places.in_clone():
        _tools().add_to(check)


def _parser():
    parser = argparse.ArgumentParser(
        prog="course", description="Steel Frame: open the course in JupyterLab, or check it."
    )
    parser.add_argument("--version", action="version", version=f"steel-frame {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command")
    add_opening(parser, commands)
    commands.add_parser("doctor", help="say what is well, and how to mend what is not")
    web = commands.add_parser(
        "edition", help="for instructors: write the chapters as pages that need no server"
    )
    web.add_argument("out", help="folder to write to")
    web.add_argument(
        "--single",
        action="store_true",
        help="one file a chapter that needs nothing beside it: for phones",
    )
    web.add_argument(
        "--country",
        metavar="ISO3",
        help="a country to weigh beside the five neighbours, such as KEN",
    )
    for kind, what in _PRINTED.items():
        web.add_argument(
            f"--{kind}",
            dest="printed",
            action="append_const",
            const=kind,
            help=f"in place of pages, as PDF: {what}",
        )
    web.add_argument(
        "notebooks",
        nargs="*",
        help="notebooks to write, by path, name or number; all if none is named",
    )
    add_live(commands)
    add_class(commands)
    _add_bundle(commands)
    _add_check(commands)
    return parser


def _check_case(name):
    from course.evidence import cases

    if name.endswith(cases.ENDINGS):
        said, faults, reads = name, cases.check_map(name), "course.accountability"
    else:
        folder = cases.find(name)
        said, faults, reads = folder.name, cases.check(folder), "course.evidence.cases.load"
    for fault in faults:
        print(fault)
    print(
        f"{shown(said)}: {len(faults)} fault{'s' * (len(faults) != 1)}."
        if faults
        else f"{shown(said)}: no fault; {reads}({name!r}) reads it."
    )
    return 1 if faults else 0


def _check(options):
    if options.case is not None:
        return _check_case(options.case)
    if not _places.in_clone():
        raise CourseError(
            "What maintainers check needs a clone of the course, where `course check` does it; "
            "here, "
            "`course check --case FOLDER` says what is wrong in a case of your own."
        )
    return _tools().run(options)


def _files(files):
    return f"{len(files)} file{'s' * (len(files) != 1)}"


def _press(options):
    from course.hosts.print import press

    files = press(
        options.out,
        options.printed,
        warn=lambda words: print(words, file=sys.stderr),
        notebooks=options.notebooks,
        country=options.country,
    )
    size = sum(path.stat().st_size for path in files)
    print(f"{_files(files)}, {size / 1e6:.1f} MB in {options.out}.")
    return 0


def _edition(options):
    if options.printed:
        return _press(options)
    from course.hosts.pages import edition

    files = edition(
        options.out, single=options.single, notebooks=options.notebooks, country=options.country
    )
    size = sum(path.stat().st_size for path in files)
    print(
        f"{_files(files)}, {size / 1e6:.1f} MB in {options.out}; open "
        f"{'any of them' if options.single else 'index.html'}."
    )
    return 0


def _bundle(options):
    from course.hosts import bundle
    from course.hosts.bundle.whole import told

    if options.verify:
        print(told(bundle.verify(options.out)))
        return 0
    size = bundle.bundle(
        options.out, platforms=options.platform, python=options.python, cache=options.cache
    )
    print(
        f"{options.out}: {size / 1e6:.0f} MB. Unzip it on each machine; README.txt in it says "
        "how to begin."
    )
    return 0


def _class(options):
    from course.classroom.commands import run

    return run(options)


def _live(options):
    from course.live.commands import run

    return run(options)


_DO = {
    "bundle": _bundle,
    "check": _check,
    "class": _class,
    "doctor": lambda _options: import_module("course.hosts.doctor").doctor(),
    "edition": _edition,
    "live": _live,
}


def _options(arguments):
    """The command line, read. Notebooks may stand after an option too,
    where argparse no longer looks for them.
    """
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and (not hasattr(options, "notebooks") or any(word.startswith("-") for word in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        options.notebooks += rest
    return options


def main(arguments=None):
    """Run the command; returns the exit code. A CourseError is printed as its one sentence."""
    print_anything()
    options = _options(arguments)
    start_lightly()  # most commands load libraries of Jupyter's
    try:
        return _DO.get(options.command, open_course)(options)
    except CourseError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped; run the same command again when you like.", file=sys.stderr)
        return 130
