"""A class whose essays a person marks: made without a notebook, in nbgrader's own gradebook."""

import json
import os
import re
import sys
import warnings
from pathlib import Path

import pytest
from classes import line, made

from course.classroom.cycle import blind
from course.classroom.cycle.folder import Folder
from course.items import answers


def to_mark(place):
    """A class folder with a gradebook in which two students have an essay to be marked, and a
    question; returns its path.
    """
    from nbgrader import api

    folder = made(place)
    name = folder.names()[0]
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbgrader's own to its database library
        # nbgrader calls alembic
        patch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        with api.Gradebook(folder.database, folder.course) as book:
            book.add_assignment(name)
            book.add_notebook(name, name)
            essay = folder.assignment(name).tasks[0]["id"]
            question = folder.assignment(name).questions[0]["id"]
            book.add_grade_cell(question, name, name, max_score=1, cell_type="code")
            book.add_task_cell(essay, name, name, max_score=12, cell_type="markdown")
            for student in ("ali", "bina"):
                book.add_student(student)
                book.add_submission(name, student)
    return folder.path


class Class:
    """A class folder, and what its students and its marker do."""

    def __init__(self, path):
        self.folder = Folder(path)
        self.name = self.folder.names()[0]
        self.task = self.folder.assignment(self.name).tasks[0]

    def writes(self, student, text):
        place = self.folder.place("sheets", student, self.name)
        place.mkdir(parents=True, exist_ok=True)
        raw = b"" if text is None else answers.as_raw(line(self.task["id"], text, 1, kind="text"))
        (place / "answers.jsonl").write_bytes(raw)

    def code(self):
        """The one code on the marking page."""
        (page,) = blind.pages(self.folder, self.name)
        held = re.search(r'id="data">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)
        (one,) = json.loads(held[1])["answers"]
        return one["code"]

    def saved(self, *codes, levels=3, **more):
        """What a marking page saves: each code with these levels."""
        named = [row["criterion"] for row in self.task["rubric"]]
        each = (
            dict.fromkeys(named, levels)
            if isinstance(levels, int)
            else dict(zip(named, levels, strict=True))
        )
        marks = {code: {"levels": each, "comment": "well said"} for code in codes}
        return json.dumps({"assignment": self.name, "task": self.task["id"], "marks": marks} | more)

    def marks(self, *codes, **more):
        return blind.bring_in(self.folder, self.name, self.saved(*codes, **more))

    def score(self, student="ali"):
        from nbgrader import api

        with api.Gradebook(self.folder.database, self.folder.course) as book:
            grade = book.find_grade(self.task["id"], self.name, self.name, student)
            comment = book.find_comment(self.task["id"], self.name, self.name, student)
            return grade.manual_score, grade.needs_manual_grade, comment.manual_comment
