"""What everything printed shares: one HTML text that needs nothing beside it."""

from functools import cache
from pathlib import Path

from markupsafe import Markup

from course.interface.templates import template

__all__ = ["sheet"]


@cache
def _style(name):
    return (Path(__file__).parent / f"{name}.css").read_text(encoding="utf-8")


def _quoted(words):
    """Words as a CSS string that cannot end the style element it stands in."""
    return '"' + "".join(f"\\{ord(c):x} " if c in '"\\<>\n' else c for c in words) + '"'


def sheet(name, title, *styles, foot="", **parts):
    """An HTML text to print, by the template called `name`.

    styles: style sheets that follow print.css, by name; foot: what stands at the foot of each page;
    parts: what the template shows.
    """
    running = f"@page{{@bottom-left{{content:{_quoted(foot)}}}}}" if foot else ""
    style = Markup("".join(map(_style, ("print", *styles))) + running)  # noqa: S704 style sheets of ours
    return template(name).render(title=title, style=style, **parts)
