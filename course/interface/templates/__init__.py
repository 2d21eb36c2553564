"""The templates of everything that is written as HTML: one folder, one way to fill them.
What is put into one is escaped.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from course.interface import words
from course.interface.held import held

__all__ = ["part", "template"]

_CLAIM = re.compile(r"(?<![\w#-])([A-Z]{2,4}-[0-9A-Za-z]+)\b")


@cache
def _environment() -> jinja2.Environment:
    found = jinja2.Environment(
        loader=jinja2.PackageLoader("course.interface", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(
        say=words.say,
        language=words.language,
        direction=words.direction,
        awaits_reader=words.awaits_reader,
    )
    found.filters.update(figure=_figure, held=_held, letter=_letter, script=_script, whole=_whole)
    return found


def _figure(value: Any) -> str:
    """A value of a chart's table."""
    return "" if value is None else f"{value:g}" if isinstance(value, int | float) else str(value)


def _held(made: Markup) -> Markup:
    """What a block of a template made, with each per cent sign beside its number."""
    return Markup(held(made))  # noqa: S704 the block has escaped what was put into it


def _letter(place: int) -> str:
    """A, B, C for 0, 1, 2."""
    return chr(ord("A") + place)


@jinja2.pass_context
def _whole(context: jinja2.runtime.Context, text: str) -> Markup | str:
    """Words in which, in print, the id of each claim stays on one line."""
    if not context.get("printed"):
        return text
    parts = _CLAIM.split(text)  # words, id, words, id, ...
    kept = Markup("<span class='id'>{}</span>")
    return Markup("").join(kept.format(part) if i % 2 else part for i, part in enumerate(parts))


def _script(value: Any) -> Markup:
    """Plain JSON that cannot end the script element it stands in."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(told)  # noqa: S704 no "<" is left in it


def template(name: str) -> jinja2.Template:
    """The template called `name`."""
    return _environment().get_template(name)


def part(name: str, macro: str) -> Callable[..., Markup]:
    """A macro of the template called `name`, as a function;
    what it takes stands in the template.
    """
    return getattr(template(name).module, macro)
