"""What stays when nothing brings an interactive to life:
the same words and figures as plain HTML.
"""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from course.charts.strip import drawn as years_drawn
from course.interactives.paper import Asked, Paper
from course.interactives.table import brief_table
from course.interface.held import held
from course.interface.templates import template
from course.items import kinds

__all__ = ["twin", "written"]

Still = Callable[[Mapping[str, Any]], str]


def twin(paper: Paper, still: Still | None = None) -> Markup:
    """A Paper as HTML. still gives the SVG of a figure, where one is wanted;
    JupyterLab would take it out again.
    """
    return written("twin.html", paper, still)


def written(
    name: str,
    paper: Paper,
    still: Still | None,
    ask: Callable[[Asked], str] | None = None,
    **more: object,
) -> Markup:
    """A Paper by the template called `name`. ask writes a question, where the template does not."""
    made = template(name).render(
        paper=paper,
        still=still,
        ask=ask,
        printed=name != "twin.html",
        kind_of=kinds.of,
        brief_table=brief_table,
        years_drawn=years_drawn,
        **more,
    )
    return Markup(held(made.strip()))  # noqa: S704 the template has escaped what was put into it
