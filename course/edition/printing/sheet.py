"""What everything printed shares: one HTML text that needs nothing beside it."""

import re
from functools import cache
from html import escape
from pathlib import Path

__all__ = ["sheet", "unbroken"]

_CLAIM = re.compile(r"(?<![\w#'-])[A-Z]{2,4}-[0-9A-Za-z]+\b(?![^<]*>)")


def unbroken(html):
    """The same HTML, with the id of each claim kept on one line."""
    return _CLAIM.sub(r"<span class='id'>\g<0></span>", html)


@cache
def _style(name):
    return (Path(__file__).parent / f"{name}.css").read_text(encoding="utf-8")


def _quoted(words):
    """Words as a CSS string that cannot end the style element it stands in."""
    return '"' + "".join(f"\\{ord(c):x} " if c in '"\\<>\n' else c for c in words) + '"'


def sheet(title, body, *styles, foot=""):
    """An HTML text to print. styles: style sheets that follow print.css, by name; foot: what stands at the foot of each page."""
    running = f"@page{{@bottom-left{{content:{_quoted(foot)}}}}}" if foot else ""
    return (
        "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>"
        f"<title>{escape(title)}</title><style>{''.join(map(_style, ('print', *styles)))}{running}</style></head>"
        f"<body>{body}</body></html>\n"
    )
