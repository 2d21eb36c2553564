"""Are answers kept whole, whatever happens to the file?"""

import json
import threading

import jsonschema
import pytest

from course import _places, answers
from course.errors import CourseError


def test_a_line_keeps_the_contract():
    """Does a line answer to datasets/schemas/answer.json?"""
    schema = json.loads((_places.datasets() / "schemas" / "answer.json").read_text(encoding="utf-8"))
    line = answers.append(item="classic-cipher", kind="choice", answer=0, score=1, seconds=12)
    jsonschema.Draft202012Validator(schema).validate(line)
    assert answers.read() == [line]


def test_truncated_at_any_byte_every_complete_line_comes_back():
    """After a power cut, are all whole lines there, and does the next answer start afresh?"""
    for i in range(3):
        answers.append(item=f"classic-{i}", kind="text", answer="السلام 🌊", score=None)
    path = _places.answers_file()
    whole = path.read_bytes()
    for cut in range(0, len(whole) + 1, 7):
        path.write_bytes(whole[:cut])
        complete = whole[:cut].count(b"\n")
        assert len(answers.read()) in (complete, complete + 1)
        answers.append(item="classic-next", kind="choice", answer=1, score=0)
        assert answers.read()[-1]["item"] in {"classic-next", "classic-2", "classic-1", "classic-0"}
        assert any(line["item"] == "classic-next" for line in answers.read())


def test_two_writers_lose_nothing():
    """Do threads that answer at once each get their own number and line?"""
    threads = [
        threading.Thread(
            target=answers.append, kwargs={"item": "a-b", "kind": "choice", "answer": i, "score": 0}
        )
        for i in range(20)
    ]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    lines = answers.read()
    assert sorted(line["answer"] for line in lines) == list(range(20))
    assert len({(line["device"], line["n"]) for line in lines}) == 20


def test_foreign_lines_are_passed_over():
    """Are null, a list, a number and half a record no reason to fail?"""
    path = _places.answers_file()
    path.write_text('null\n[1]\n3\n{"item": "x"}\n\xff\n', encoding="latin-1")
    assert answers.read() == []
    answers.append(item="classic-link", kind="choice", answer=2, score=0)
    assert answers.latest(["classic-link"])["classic-link"]["answer"] == 2


def test_an_unwritable_folder_is_one_sentence(monkeypatch, tmp_path):
    """Is the student told where and what to do?"""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path / "file" / "below"))
    with pytest.raises(CourseError, match="set STEEL_FRAME_HOME"):
        answers.append(item="classic-link", kind="choice", answer=2, score=0)
