"""Are answers kept whole, whatever happens to the file?"""

import json
import threading

import jsonschema
import pytest

from course import _places
from course.errors import CourseError
from course.items import answers


def test_a_line_keeps_the_contract():
    """Does a line answer to datasets/schemas/answer.json?"""
    schema = json.loads(
        (_places.datasets() / "schemas" / "answer.json").read_text(encoding="utf-8")
    )
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


def line(device, n, answer="x", at="2026-01-01T00:00:00Z"):
    return {"v": 1, "at": at, "device": device, "n": n, "item": "a-b", "kind": "text",
        "answer": answer, "score": None,
            "mode": "practice", "extra": {"kept": True}}  # fmt: skip


def raw(*lines):
    return b"".join(json.dumps(entry).encode() + b"\n" for entry in lines)


def test_cut_at_every_byte_every_complete_line_is_given_back():
    """Without exception, at every single byte?"""
    whole = raw(line("a", 1, "السلام 🌊"), line("a", 2, '"\\'), line("b", 1, "\n"))
    ends = [i + 1 for i, byte in enumerate(whole) if byte == 10]
    for cut in range(len(whole) + 1):
        complete = sum(end <= cut for end in ends)
        assert len(answers.lines_of(whole[:cut])) in (complete, complete + 1)


def test_a_copy_is_brought_in_and_nothing_is_overwritten():
    """Are only the lines that are new appended, and what the file held left as it was?"""
    answers.append(item="classic-own", kind="choice", answer=0, score=1)
    before = _places.answers_file().read_bytes()
    copy = raw(line("phone", 1), line("phone", 2)) + b'{"torn'
    assert answers.bring_in(copy) == 2
    assert answers.bring_in(copy) == 0
    assert _places.answers_file().read_bytes().startswith(before)
    assert answers.read()[-1]["extra"] == {"kept": True}
    assert answers.lines_of(answers.take_along()) == answers.read()
    with pytest.raises(CourseError, match="holds no answers"):
        answers.bring_in(b"<html>")


HOSTILE = ["<img src=x onerror=alert(1)>", "\u202eevil", "x" * 100_000, "a\x00b", "🌊" * 50]


@pytest.mark.parametrize("words", HOSTILE, ids=lambda w: ascii(w)[:20])
def test_hostile_text_is_kept_whole(words):
    """Does markup, an override, 100 KB, a null and an emoji come back as it went in?"""
    answers.append(item="classic-flood", kind="text", answer=words, score=None)
    assert answers.read()[-1]["answer"] == words
    assert answers.lines_of(answers.take_along())[-1]["answer"] == words


def test_half_a_character_is_kept_as_a_sign():
    """Is what no file can hold replaced when a person sends it,
    so that the line can be read everywhere?
    """
    answers.append(
        item="reform-design", kind="design", answer={"argument": "\ud800 half"}, score=None
    )
    assert answers.read()[-1]["answer"] == {"argument": "\ufffd half"}
    assert answers.take_along().decode("utf-8")


def test_forgetting_deletes_the_file():
    """Is it gone, and is forgetting twice no fault?"""
    answers.append(item="classic-own", kind="choice", answer=0, score=1)
    answers.forget()
    answers.forget()
    assert not _places.answers_file().exists()
    assert answers.take_along() == b""


@pytest.mark.parametrize("change", ["utf-16", "utf-16-le", "utf-16-be", "cr"])
def test_a_file_saved_with_other_signs_is_told(change):
    """An editor saved it in UTF-16, or with CR alone: is that said, with a cure,
    and is nothing written into it or lost?
    """
    for n in (1, 2):
        answers.append(item=f"a-{n}", kind="choice", answer=1, score=1)
    path = _places.answers_file()
    text = path.read_text(encoding="utf-8")
    raw = text.replace("\n", "\r").encode() if change == "cr" else text.encode(change)
    path.write_bytes(raw)
    for doing in (
        answers.read,
        answers.passed_over,
        answers.take_along,
        lambda: answers.append(item="b", kind="choice", answer=1, score=1),
        lambda: answers.bring_in(raw, path.with_name("other.jsonl")),
    ):
        with pytest.raises(CourseError, match="save it as UTF-8 with LF"):
            doing()
    assert path.read_bytes() == raw
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert [line["item"] for line in answers.read()] == ["a-1", "a-2"]
