"""Files that the course wrote before its interactives were documents: are they still good?

tests/earlier holds them as that version made them: an export of a phone (phone.jsonl), what its
browser kept (browser.json), the file of a kernel (kernel.jsonl), a chapter as it was saved
(start.ipynb), with twins and no document.
"""

import json
from pathlib import Path

import pytest

from course.hosts import keeping
from course.hosts.pages.reading import Code, read
from course.hosts.pages.writing import write
from course.items import answers, questions

EARLIER = Path(__file__).parents[1] / "earlier"
FILES = ["phone.jsonl", "kernel.jsonl"]
ITEMS = {
    json.loads(line)["item"]
    for line in (EARLIER / "phone.jsonl").read_text(encoding="utf-8").splitlines()
}


def asked():
    """The items of chapter 01, its predictions and reflections."""
    every = [
        *questions.of_chapter("classic"),
        *questions.predictions().values(),
        *questions.reflections().values(),
    ]
    return [item for item in every if item["id"] in ITEMS]


@pytest.mark.parametrize("name", FILES)
def test_earlier_answers_are_brought_in(name):
    """Is every line taken, and is each answer to a question of today shown again?"""
    raw = (EARLIER / name).read_bytes()
    assert answers.bring_in(raw) == len(raw.splitlines())
    told = {line["item"]: line["answer"] for line in map(json.loads, raw.splitlines())}
    items = asked()
    assert len(items) >= 10
    past = keeping.past(items)["past"]
    assert past == {item["id"]: told[item["id"]] for item in items}
    assert len(answers.lines_of(answers.take_along())) == len(raw.splitlines())


def test_an_earlier_file_lies_where_it_lay(tmp_path, monkeypatch):
    """After an upgrade the file is simply there: is it read, and appended to?"""
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path))
    raw = (EARLIER / "kernel.jsonl").read_bytes()
    (tmp_path / "answers.jsonl").write_bytes(raw)
    assert len(answers.read()) == len(raw.splitlines())
    answers.append(item="classic-cipher", kind="choice", answer=2, score=0)
    after = (tmp_path / "answers.jsonl").read_bytes()
    assert after.startswith(raw)
    assert answers.latest(["classic-cipher"])["classic-cipher"]["answer"] == 2


@pytest.mark.thorough
def test_a_chapter_saved_earlier_is_read_as_its_twins(tmp_path):
    """Without documents: does the edition show each cell's words, and no file of it fail?"""
    chapter = read(EARLIER / "start.ipynb")
    cells = [part for part in chapter.parts if isinstance(part, Code)]
    assert len(cells) == 5
    assert all(cell.shown for cell in cells)
    write([chapter], tmp_path)
    page = (tmp_path / "start.html").read_text(encoding="utf-8")
    assert "implementation" in page
    assert "Government effectiveness" in page
