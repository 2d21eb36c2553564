"""What stays when nothing brings an interactive to life: the same words and figures as plain HTML, by a template."""

from functools import cache
from typing import Any

import jinja2

from course.interactives.paper import Paper
from course.interactives.table import brief_table
from course.items import kinds

__all__ = ["template", "twin"]


@cache
def _environment() -> jinja2.Environment:
    found = jinja2.Environment(
        loader=jinja2.PackageLoader("course.interactives"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(kind_of=kinds.of, brief_table=brief_table)
    found.filters["figure"] = _figure
    return found


def _figure(value: Any) -> str:
    """A value of a chart's table."""
    return "" if value is None else f"{value:g}" if isinstance(value, int | float) else str(value)


def template(name: str) -> jinja2.Template:
    """A template of the course; what is put into it is escaped."""
    return _environment().get_template(name)


def twin(paper: Paper, still: Any = None) -> str:
    """A Paper as HTML. still: gives the SVG of a figure, where one is wanted; JupyterLab would take it out again."""
    return template("twin.html").render(paper=paper, still=still).strip()
