"""Write what the cards say now into the links that quote them: in notebooks, questions, slides."""

import runpy

from course import _places
from course.hosts import slides
from course.items import questions
from course.lessons.computed import told
from course.record import data, written

__all__ = ["in_notebook", "in_words"]


def in_notebook(notebook):
    """Fill the prose of a notebook (a dict, changed in place).
    Raises CourseError for a link that leads to no computation.
    """
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            text = "".join(cell["source"])
            now = written.filled(text, told)
            if now != text:
                cell["source"] = now


def in_words():
    """Fill the files of questions and of slides, and renew their hashes. Returns the paths of those
    changed.
    """
    changed = []
    named = [f"questions-{one}" for one in questions.chapters()]
    named += [f"slides-{one}" for one in slides.chapters()]
    for name in named:
        where = data.passport(name)["path"]
        text = data.text(name)
        now = written.filled(text, told)
        if now != text:
            (_places.datasets() / where).write_text(now, encoding="utf-8", newline="\n")
            changed.append(where)
    if changed:
        runpy.run_path(str(_places.datasets() / "recipe.py"))["refresh_hashes"]()
    return changed
