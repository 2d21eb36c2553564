"""Write what the cards say now into the links that quote them, in notebooks and questions."""

import runpy

from course import _places
from course.items import questions
from course.lessons.computed import told
from course.record import data, written

__all__ = ["in_notebook", "in_questions"]


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


def in_questions():
    """Fill the files of questions, and renew their hashes. Returns the names of those changed."""
    changed = []
    for chapter in questions.chapters():
        path = _places.datasets() / "questions" / f"{chapter}.yaml"
        text = data.text(f"questions-{chapter}")
        now = written.filled(text, told)
        if now != text:
            path.write_text(now, encoding="utf-8", newline="\n")
            changed.append(path.name)
    if changed:
        runpy.run_path(str(_places.datasets() / "recipe.py"))["refresh_hashes"]()
    return changed
