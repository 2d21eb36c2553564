"""The sheet that students get: a notebook and items.json, written from the key. nbgrader takes them
as its source.

The notebook holds each item's document, as a chapter does, so that it opens live before anything is
run.
"""

import json
from copy import deepcopy

from course.classroom.exports.public import SHARE, sheet_items
from course.hosts.chapters import METADATA
from course.interactives.asked import asked

__all__ = ["documents", "notebook", "write"]

_HOW = (
    "**How to hand in.** Answer in the page; you may change an answer until you submit, and "
    "the last one counts. "
    "Your answers lie in `answers.jsonl` beside this sheet: submit the folder as it is. "
    "What is typed into cells, or changed in them, is not marked."
)


_SPECIMEN = "*This is a specimen: its key is public. Your lecturer's own has other figures.*"


def _rubric(item):
    """Lists, and no table: on a telephone a table of sentences loses its last column,
    which is the best level.
    """
    told = ["**How this is marked**, 0 to 3 points each:"]
    for row in item["rubric"]:
        levels = (f"- **{points}**: {level}" for points, level in enumerate(row["levels"]))
        told.append("\n".join([f"*{row['criterion']}*", "", *levels]))
    return "\n\n".join(told)


def _cell(kind, name, source, **nbgrader):
    cell = {"cell_type": kind, "id": name, "metadata": {}, "source": source}
    if kind == "code":
        cell |= {"execution_count": None, "outputs": []}
        # as in the chapters: the page, not its code
        cell["metadata"]["jupyter"] = {"source_hidden": True}
    if nbgrader:
        told = {
            "schema_version": 3,
            "grade_id": name,
            "grade": False,
            "solution": False,
            "locked": True,
            "task": False,
        }
        cell["metadata"]["nbgrader"] = told | nbgrader
    return cell


def _ask(document, name):
    cell = _cell("code", f"ask-{name}", f'course.ask("{name}")')
    bundle = document._repr_mimebundle_()
    cell["outputs"] = [
        {"output_type": "execute_result", "execution_count": None, "metadata": {}, "data": bundle}
    ]
    return cell


def _marked_by_course(item, points):
    source = (
        f"# Marked from your answers file: {points} points.\n### BEGIN HIDDEN TESTS\n"
        f'from course.classroom import mark\nmark("{item["id"]}")\n### END HIDDEN TESTS'
    )
    return _cell("code", item["id"], source, grade=True, points=points)


def _marked_by_person(item, points):
    return _cell("markdown", item["id"], _rubric(item), task=True, points=points)


def documents(assignment):
    """{item id: Interactive}: what the sheet stores,
    made of what a student may see of each item.
    """
    return {item["id"]: asked(item) for item in sheet_items(assignment)["items"]}


def notebook(assignment):
    """The sheet as a notebook's JSON, with nbgrader's metadata."""
    minutes = f"About {assignment.minutes} minutes; {assignment.most} points."
    told = (
        f"# {assignment.title}",
        minutes,
        _SPECIMEN * assignment.public,
        assignment.introduction.strip(),
        _HOW,
    )
    head = "\n\n".join(filter(None, told))
    cells = [_cell("markdown", "head", head), _cell("code", "start", "import course")]
    shown = documents(assignment)
    for item in assignment.items():
        if "before" in item:
            cells.append(_cell("markdown", f"before-{item['id']}", item["before"].strip()))
        by = _marked_by_person if "rubric" in item else _marked_by_course
        name = item["id"]
        cells += [_ask(shown[name], name), by(item, assignment.points(name))]
    if assignment.desk:
        cells.append(_ask(shown[SHARE["id"]], SHARE["id"]))
    return {
        "cells": cells,
        "metadata": deepcopy(METADATA),
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def write(assignment, folder):
    """Write NAME.ipynb and items.json into `folder`; returns their paths.

    The same key gives the same bytes, if the documents are packed by the same zlib.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in (
        (f"{assignment.name}.ipynb", notebook(assignment)),
        ("items.json", sheet_items(assignment)),
    ):
        path = folder / name
        if path.is_symlink():
            path.unlink()  # else what it points to would be written over
        path.write_text(
            json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
        )
        written.append(path)
    return written
