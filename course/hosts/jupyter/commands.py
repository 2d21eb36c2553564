"""How the course is opened from the command line: `course` in JupyterLab,
`course read` as pages; one server has both.
"""

import argparse

from course.hosts.jupyter import opening

__all__ = ["add_to", "open_course"]


def _add_serving(parser, *, no_browser, port):
    """How to serve: the same before the word `read` and after it,
    where what is left out does not undo what was said.
    """
    parser.add_argument(
        "--no-browser",
        action="store_true",
        default=no_browser,
        help="serve the course and print its address",
    )
    parser.add_argument(
        "--port",
        type=opening.port,
        default=port,
        help="port to serve on; if it is taken, the next free one",
    )


def add_to(parser, commands):
    """Add the options of `course` itself to its parser, and `read` to its commands."""
    _add_serving(parser, no_browser=False, port=8888)
    parser.add_argument(
        "--edit",
        action="store_true",
        help="for maintainers, in a clone: open the chapters that git tracks, not your own copy",
    )
    read = commands.add_parser(
        "read",
        help="open the course as pages, which are quicker; answers are kept as in JupyterLab",
    )
    _add_serving(read, no_browser=argparse.SUPPRESS, port=argparse.SUPPRESS)


def open_course(options):
    """Serve until stopped, as the options say; returns the exit code."""
    pages = options.command == "read"
    opening.lab(browser=not options.no_browser, port=options.port, edit=options.edit, pages=pages)
    return 0
