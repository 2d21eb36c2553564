"""Are answers for their owner alone on a machine whose homes everybody may read, and does handing in still work?"""

import os
import tempfile
from pathlib import Path

import pytest
from people import Person

NAME = "1-classic-government"
COURSE = "policy-rights"
ANSWER = """
from pathlib import Path
from course import answers, sheets
answers.append(item="classic-cipher", kind="choice", answer=0, score=1)
answers.append(item={item!r}, kind="choice", answer=0, score=None, mode="graded", path=sheets.answers_file({folder!r}))
"""


@pytest.fixture
def exchange():
    """A place where the class meets, as deploy/README.md makes it."""
    assert os.geteuid() == 0, "this test makes system users: run it as root"
    with tempfile.TemporaryDirectory(prefix="steel-frame-rights-") as place:
        Path(place).chmod(0o755)
        made = Path(place) / "exchange"
        made.mkdir()
        made.chmod(0o1777)
        yield made


def rights(path):
    return oct(path.stat().st_mode & 0o777)


def test_rights(exchange):
    """The student's folder, her file, the sheet's file; the copy on the exchange, which the lecturer must read?"""
    with Person("sf-rights-lect") as lecturer, Person("sf-rights-ali") as ali:
        for person in (lecturer, ali):
            person.home.chmod(0o755)  # as many systems make homes
            person.write(
                ".jupyter/nbgrader_config.py",
                f"c = get_config()\nc.Exchange.root = {str(exchange)!r}\nc.CourseDirectory.course_id = {COURSE!r}\n",
            )
        place = lecturer.home / "class"
        lecturer.course("class", "init", str(place), "--name", COURSE)
        with (place / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(f"c.Exchange.root = {str(exchange)!r}\n")
        lecturer.course("class", "release", NAME, "--in", str(place))
        assert rights(place) == "0o700", "keys, marks, pages for marking, reports and the gradebook lie below"

        ali.nbgrader("fetch_assignment", NAME, "--course", COURSE, cwd=ali.home)
        sheet = ali.home / NAME
        from course.classroom.folder import Folder

        item = Folder(place).assignment(NAME).questions[0]["id"]
        ali._run([ali.python, "-c", ANSWER.format(item=item, folder=str(sheet))], None, ok=True)
        own = ali.home / "steel-frame"
        assert rights(own) == "0o700"
        assert rights(own / "answers.jsonl") == rights(sheet / "answers.jsonl") == "0o600"

        ali.nbgrader("submit", NAME, "--course", COURSE, cwd=ali.home)
        (handed_in,) = (exchange / COURSE / "inbound").glob("*/answers.jsonl")
        assert rights(handed_in) == "0o644", (
            "nbgrader opens what is handed in, or the lecturer could not read it"
        )
        inbound = rights(exchange / COURSE / "inbound")
        assert inbound == "0o733", "nobody but the lecturer may list it"
        assert "1 submission" in lecturer.course("class", "collect", NAME, "--in", str(place))
        assert "1 of 1 submission" in lecturer.course("class", "grade", NAME, "--in", str(place))
