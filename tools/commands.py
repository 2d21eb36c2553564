"""What `course check` does in a clone, for maintainers."""

import shlex

from tools.checking.measuring import PARTS

__all__ = ["add_to", "run"]


def add_to(check):
    """Add the maintainers' options to the parser of `course check`."""
    what = check.add_mutually_exclusive_group()
    what.add_argument(
        "--check",
        action="store_true",
        help="run the notebooks (the default); exit 1 if any output differs",
    )
    what.add_argument("--write", action="store_true", help="store the outputs of a clean run")
    what.add_argument(
        "--quote",
        action="store_true",
        help="write figures that were typed beside a card as links to it; look at each",
    )
    what.add_argument(
        "--measure",
        nargs="?",
        const="sizes",
        choices=tuple(PARTS),
        help="measure the course and write that part of MEASURED.md",
    )
    what.add_argument(
        "--coverage",
        action="store_true",
        help="say which claims the chapters teach, and which not yet",
    )
    what.add_argument(
        "--blueprint",
        action="store_true",
        help="say which question checks which objective and claim",
    )
    what.add_argument(
        "--evidence",
        action="store_true",
        help="answer the questions that the record is asked, one a line",
    )
    what.add_argument(
        "--plotly",
        metavar="FOLDER",
        help="take npm's basic bundle of plotly.js there, and say how a release is built with it",
    )
    what.add_argument(
        "--picture",
        metavar="FOLDER",
        help="write the pictures that README shows, as docs/pictures",
    )
    what.add_argument(
        "--pages",
        action="store_true",
        help="write what README, docs/ and deploy/ show of the data, such as tables and rates",
    )
    what.add_argument(
        "--class-pictures",
        metavar="FOLDER",
        help="write the pictures of the lecturer's page that the guide shows into docs",
    )
    what.add_argument(
        "--style",
        action="store_true",
        help="say where chapters and pages break the rules of style, and the cure",
    )
    check.add_argument(
        "notebooks",
        nargs="*",
        help="notebooks to run, by path, name or number; all if none is named",
    )


def _coverage():
    from tools.coverage import report

    return report()


def _blueprint():
    from tools.blueprint import report

    return report()


def _evidence():
    from course.evidence.cards.table import table
    from course.lessons.synthesis import gathered

    return table(gathered())


def _plotly(folder):
    from tools.basic_plotly import take

    return f"export STEEL_FRAME_PLOTLY={shlex.quote(str(take(folder)))}"


def _picture(folder):
    from tools.checking.pictures import pictures

    return pictures(folder)


def _class_pictures(folder):
    from tools.checking.class_portrait import class_portrait

    return class_portrait(folder)


def _pages():
    from tools.inserts import write

    return write()


_REPORTS = {
    "coverage": _coverage, "blueprint": _blueprint, "evidence": _evidence, "pages": _pages,
}  # fmt: skip
_MADE = {"plotly": _plotly, "picture": _picture, "class_pictures": _class_pictures}


def run(options):
    """Do what the options say; returns the exit code."""
    said = [report() for name, report in _REPORTS.items() if getattr(options, name)]
    said += [make(getattr(options, name)) for name, make in _MADE.items() if getattr(options, name)]
    if said:
        print(*said, sep="\n")
        return 0
    if options.style:
        from tools import style

        return style.report()
    if options.quote:
        from tools.checking.suggesting import quote

        return quote(options.notebooks)
    if options.measure:
        from tools.checking.measuring import measure

        return measure(options.measure)
    from tools.checking.notebooks import check, write

    return (write if options.write else check)(options.notebooks)
