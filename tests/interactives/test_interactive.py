"""Does a document come back from a notebook as it went in,
and is a damaged or hostile one refused in one sentence?
"""

import base64
import gzip
import hashlib
import json
import re

import pytest

from course import _places, lessons
from course.charts.still import still
from course.errors import CourseError
from course.hosts.pages import edition
from course.hosts.pages.reading import Code
from course.hosts.pages.reading import read as chapter
from course.interactives import MIME, MODULES, Interactive, made, read
from course.interactives.accountability import accountability
from course.interactives.asked import asked
from course.interactives.cards import cards
from course.interactives.designer import designer
from course.interactives.desk import desk
from course.interactives.explorable import explorable
from course.interactives.interactive import MOST_BYTES
from course.interactives.matrix import matrix
from course.interactives.memo import memo
from course.interactives.predict import predict
from course.interactives.progress import progress
from course.interactives.quiz import quiz
from course.interactives.reasoned import verdict
from course.interactives.reflect import reflect
from course.interactives.synthesis import synthesis
from course.interactives.timeline import timeline
from course.interactives.twin import twin, written
from course.items import questions, situations

OLD = "application/vnd.steel-frame+json"  # as the first version stored it
LINK = {"id": "one", "kind": "choice", "stem": "Which?", "options": [{"text": "a"}, {"text": "b"}]}


def one_of_each():
    """A document of each module."""
    return {
        "accountability": accountability(),
        "asked": asked(LINK),
        "cards": cards(),
        "desk": desk(situations.SITTINGS[0]),
        "designer": designer("health"),
        "explorable": explorable(lessons.spec("implementation-chain")),
        "matrix": matrix(),
        "memo": memo(),
        "predict": predict(next(iter(questions.predictions()))),
        "progress": progress(),
        "quiz": quiz("classic"),
        "reasoned": verdict("golden-age"),
        "reflect": reflect(next(iter(questions.reflections()))),
        "synthesis": synthesis(),
        "timeline": timeline(),
    }


def packed(text, **more):
    """A bundle of these bytes of text, as a notebook stores it."""
    data = base64.b64encode(gzip.compress(text, mtime=0)).decode()
    return {"module": "asked", "id": "x", "data": data} | more


def told(content, module="asked"):
    return packed(json.dumps(content).encode(), module=module)


WHOLE = told({"items": [LINK]})
SHORT = base64.b64encode(base64.b64decode(WHOLE["data"])[:-9]).decode()
TWO = base64.b64encode(2 * base64.b64decode(WHOLE["data"])).decode()
BOMB = packed(b'{"items":[],"a":"' + b" " * MOST_BYTES + b'"}')
BEHIND = base64.b64decode(WHOLE["data"]) + base64.b64decode(BOMB["data"])

DAMAGED = {
    "nothing": None,
    "a list": [WHOLE],
    "text": json.dumps(WHOLE),
    "no module": {k: v for k, v in WHOLE.items() if k != "module"},
    "no id": {k: v for k, v in WHOLE.items() if k != "id"},
    "no data": {k: v for k, v in WHOLE.items() if k != "data"},
    "a module that is a list": WHOLE | {"module": ["asked"]},
    "an id that is a number": WHOLE | {"id": 7},
    "data in pieces": WHOLE | {"data": [WHOLE["data"]]},
    "data that is no base64": WHOLE | {"data": "<script>alert(1)</script>"},
    "base64 of another alphabet": WHOLE | {"data": "ب" * 8},
    "data that is not packed": WHOLE | {"data": base64.b64encode(b'{"items": []}').decode()},
    "no data at all": WHOLE | {"data": ""},
    "data cut short": WHOLE | {"data": SHORT},
    "something behind the end": WHOLE | {"data": TWO},
    "a bomb behind the end": WHOLE | {"data": base64.b64encode(BEHIND).decode()},
    "text that is no JSON": packed(b"{"),
    "bytes that are no text": packed(b"\xff\xfe\xff"),
    "a list inside": told([LINK]),
    "a number inside": told(7),
    "nested without end": packed(b"[" * 200_000),
    "a nested value": packed(b'{"items":' + b"[" * 200_000 + b"]" * 200_000 + b"}"),
    "a number without end": packed(b'{"items": [' + b"9" * 5000 + b"]}"),
    "nothing of what the module needs": told({}, "memo"),
    "another module's content": told({"items": [LINK]}, "timeline"),
    "items that are none": told({"items": 7}),
    "controls that point nowhere": told({"controls": [{"values": [1], "at": 9}], "columns": [[0]],
        "slots": [["notes", "n"]], "pool": [], "figure": {}, "before": []}, "explorable"),
}  # fmt: skip


def is_a_sentence(error):
    return "\n" not in str(error) and str(error).endswith(".") and len(str(error)) < 200


def test_what_is_damaged_is_refused_in_a_sentence(subtests):
    """With its cure, and nothing of what came repeated?"""
    for what, bundle in DAMAGED.items():
        with subtests.test(what):
            with pytest.raises(CourseError, match="is damaged; run its cell again") as refused:
                read(bundle)
            assert is_a_sentence(refused.value)
            assert "script" not in str(refused.value)


def test_a_bomb_is_refused_before_it_is_unpacked():
    """Is one of a thousand times its size named too large, and the largest that is allowed read?"""
    with pytest.raises(CourseError, match="larger than the course makes any") as refused:
        read(BOMB)
    assert is_a_sentence(refused.value)
    for size in (1_000_000_000, MOST_BYTES + 1):
        bomb = gzip.compress(b" " * min(size, 50_000_000), mtime=0)
        with pytest.raises(CourseError, match="larger than"):
            read(WHOLE | {"data": base64.b64encode(bomb).decode()})
    text = json.dumps({"items": []}).encode()
    assert read(packed(text + b" " * (MOST_BYTES - len(text)))).content == {"items": []}


@pytest.mark.parametrize("what", ["something behind the end", "a bomb behind the end"])
def test_nothing_behind_the_end_is_unpacked(what, monkeypatch):
    """Is a second packed text refused before its size, which nobody measured, takes the memory?"""
    monkeypatch.setattr(
        gzip, "decompress", lambda _: pytest.fail("behind the end: it was unpacked")
    )
    with pytest.raises(CourseError, match="is damaged"):
        read(DAMAGED[what])


def test_a_module_that_is_not_known_is_refused(subtests):
    """Is nothing imported by a stranger's word, and a long one cut?"""
    for module in ["", "later", "os", "../asked", "interactive", "x" * 5000, "asked\n"]:
        with subtests.test(module[:30]):
            with pytest.raises(
                CourseError, match="does not know .*install the newest version"
            ) as refused:
                read(WHOLE | {"module": module})
            assert is_a_sentence(refused.value)


@pytest.mark.thorough
def test_a_document_comes_back_as_it_went_in(subtests):
    """From what a notebook stores, through JSON: of the same content, the same paper,
    the same word?
    """
    for module, document in one_of_each().items():
        with subtests.test(module):
            stored = json.loads(json.dumps(document._repr_mimebundle_()))
            again = read(stored[MIME])
            assert again == document
            assert again.module == module
            assert (repr(again), again.paper) == (stored["text/plain"], document.paper)


@pytest.mark.thorough
def test_there_is_one_of_each():
    """Do these tests try every module, and has each its page of JavaScript?"""
    from course.hosts.browser import text

    assert tuple(one_of_each()) == MODULES
    assert set(MODULES) == set(text.MODULES)


@pytest.mark.thorough
def test_every_module_stands_on_paper(subtests):
    """Can the paper of each be written as a twin, and printed with its figure?"""
    for module, document in one_of_each().items():
        with subtests.test(module):
            assert len(twin(document.paper)) > 20
            printed = written("printed.html", document.paper, still, module=document.module)
            assert printed.startswith(f'<div class="twin {document.module}">')
            assert ("<svg class='still'" in printed) == (document.module == "explorable")


def test_the_word_is_the_hash_of_the_text():
    """Whatever zlib packed it: does text/plain tell the SHA-256 of the unpacked JSON?"""
    document = made("asked", "x", {"items": [LINK]})
    wanted = hashlib.sha256(document.text).hexdigest()
    assert repr(document) == f"asked x sha256:{wanted}"
    quick = Interactive("asked", "x", gzip.compress(document.text, 1, mtime=1))
    assert quick.data != document.data
    assert repr(quick) == repr(document)
    other = made("asked", "x", {"items": [LINK | {"stem": "Which one?"}]})
    assert repr(other) != repr(document)


@pytest.mark.thorough
def test_the_same_content_gives_the_same_bytes():
    """Twice in a row, for every module?"""
    first, second = one_of_each(), one_of_each()
    assert first == second
    content = {"b": 1, "a": "کو"}
    assert made("asked", "x", content).data == made("asked", "x", dict(content)).data
    assert made("asked", "x", content).content == content


# In a notebook
# --------------------------------------------------------------------------------------------------

HTML = (
    "<p>The words of the twin</p><script>alert(1)</script><p onclick='x()'>stay</p><img src=x "
    "onerror=x()>"
)


def page_of(bundle, folder):
    """The part that the edition reads of a notebook with these outputs, and the page."""
    cell = {
        "cell_type": "code",
        "source": 'import course\ncourse.ask("x")',
        "outputs": [{"output_type": "display_data", "data": bundle}],
    }
    path = folder / "book.ipynb"
    path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    (part,) = chapter(path).parts
    edition(folder / "out", notebooks=[path])
    return part, (folder / "out" / "book.html").read_text(encoding="utf-8")


NOT_DRAWN = {
    "no base64": WHOLE | {"data": "<script>alert(1)</script>"},
    "a kind that nobody knows": told({"items": [LINK | {"kind": "later"}]}),
    "half a character": packed(json.dumps({"items": [LINK | {"stem": "\ud800"}]}).encode()),
    "a figure of nothing": told({"controls": [], "columns": [], "slots": [], "pool": [],
        "figure": {},
        "before": []}, "explorable"),
}  # fmt: skip


@pytest.mark.parametrize("bundle", NOT_DRAWN.values(), ids=NOT_DRAWN)
def test_a_damaged_document_stands_as_its_twin(bundle, tmp_path):
    """Does the edition show the words that the notebook stored beside it,
    and nothing that could run?
    """
    part, page = page_of({MIME: bundle, "text/html": HTML, "text/plain": "asked x"}, tmp_path)
    assert isinstance(part, Code)
    assert "<p>The words of the twin</p><p>stay</p>" in page
    for harm in ("alert", "onclick", "onerror", "<img"):
        assert harm not in page


def test_a_notebook_of_the_first_version_is_shown(tmp_path):
    """With nothing but HTML and what that version stored beside it: as its twin?"""
    part, page = page_of(
        {OLD: '{"design":"tax"}', "text/html": HTML, "text/plain": "Designer('tax')"}, tmp_path
    )
    assert isinstance(part, Code)
    assert "<p>The words of the twin</p>" in page
    assert "alert" not in page


def test_a_strangers_words_stay_words_in_the_page(tmp_path):
    """In a document that is whole: markup in its items, in its figure's words and colours?"""
    hostile = "'/></script><script>alert(1)</script><img src=x onerror=alert(1)>"
    item = LINK | {"stem": hostile, "options": [{"text": hostile, "feedback": hostile}]}
    _, page = page_of({MIME: told({"items": [item]}), "text/html": "", "text/plain": ""}, tmp_path)
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<img" not in page
    content = json.loads(json.dumps(explorable(lessons.spec("implementation-chain")).content))
    for trace in content["figure"]["data"]:
        trace["name"] = hostile
        trace.setdefault("line", {})["color"] = hostile
        trace.setdefault("marker", {})["color"] = hostile
        trace["fillcolor"] = hostile
    content["figure"]["layout"]["meta"] |= {"title": hostile, "description": hostile}
    part, page = page_of(
        {MIME: told(content, "explorable"), "text/html": "", "text/plain": ""}, tmp_path
    )
    assert isinstance(part, Interactive)
    assert not re.search(r"(?:stroke|fill)='[^'#]*&", page), "what is no colour is not drawn"
    assert "<script>alert" not in page
    assert "<img" not in page


@pytest.mark.thorough
def test_the_shipped_notebooks_hold_whole_documents(subtests):
    """Is each document of a chapter read, and does the word
    beside it hold the hash of its content?
    """
    for path in sorted(_places.shipped_notebooks().glob("*.ipynb")):
        with subtests.test(path.stem):
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
            shown = [
                o["data"]
                for cell in cells
                for o in cell.get("outputs", [])
                if MIME in o.get("data", {})
            ]
            assert shown
            for data in shown:
                assert repr(read(data[MIME])) == "".join(data["text/plain"])
