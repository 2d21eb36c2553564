"""A chapter as `jupyter nbconvert --to html` gives it, with plotly figures in place of what the
course shows.

Its prose and its charts alone: no quiz and no card, which makes it lighter than the chapter.
"""

import re

import nbformat
from nbclient import NotebookClient

from course import _places, lessons

__all__ = ["exported"]

_SHOWN = re.compile(r"course\.(?:explore|weigh)\(\"([a-z0-9-]+)\"\)")
_DRAWN_THERE = """import plotly.io
plotly.io.renderers.default = "notebook" # by itself plotly stores no more than the figure's data"""
_FIGURE = """from course import lessons
spec = lessons.spec("{name}")
spec.figure(**spec.first())"""


def _with_figures(book):
    cells = [nbformat.v4.new_code_cell(_DRAWN_THERE)]
    for cell in book.cells:
        if cell.cell_type == "markdown":
            cells.append(cell)
        elif (found := _SHOWN.search(cell.source)) and found[1] in lessons.names():
            cells.append(nbformat.v4.new_code_cell(_FIGURE.format(name=found[1])))
    return nbformat.v4.new_notebook(cells=cells)


def exported(stem):
    """The chapter of this name as HTML: its figures run in a kernel,
    shown as plotly shows them, and exported.
    """
    from nbconvert import HTMLExporter

    path = _places.shipped_notebooks() / f"{stem}.ipynb"
    book = _with_figures(nbformat.read(path, as_version=4))
    NotebookClient(book, timeout=120).execute()
    html, _ = HTMLExporter().from_notebook_node(book)
    return html
