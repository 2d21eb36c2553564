"""Does a server of the course keep answers as a kernel does?"""

import gzip
import json
import os

import pytest
from asking import post, reply, state
from hosting import hear, hosted

from course.hosts.jupyter import answers_api
from course.interactives import progress, quiz
from course.interactives.sheets import ANSWERS
from course.interface.words import say
from course.items import answers, kinds, questions

pytestmark = pytest.mark.process  # a server answers

ITEM = next(
    item for item in questions.of_chapter("classic", "questions") if item["kind"] == "choice"
)
RIGHT = next(n for n in range(9) if kinds.of(ITEM).score(n) == 1)
STEM = "01-classic-government"


def kept(folder):
    return answers.read(folder / ANSWERS)


def test_an_answer_is_kept_and_told(empty):
    """Is it one line of the reader's own file, scored by the key whatever the page said,
    and there at the next look?
    """
    status, told = post(empty.url, "keep", item=ITEM["id"], answer=RIGHT, score=0, seconds=4)
    assert (status, told["kept"], told["score"]) == (200, True, 1)
    [line] = kept(empty.folder)
    assert (line["item"], line["answer"], line["score"], line["mode"], line["seconds"]) == (
        ITEM["id"], RIGHT, 1, "practice", 4,
    )  # fmt: skip
    now = state(empty.url, notebook="01-classic-government.ipynb")
    assert now["past"] == {ITEM["id"]: RIGHT}
    assert now["lines"] == [{"item": ITEM["id"], "at": line["at"], "score": 1}]
    assert told["at"] == line["at"]
    assert now["unread"] == ""


def test_a_look_writes_nothing(empty):
    """Is there no file before the first answer?"""
    before = sorted(path.name for path in empty.folder.iterdir())
    for verb in ("state", "take"):
        assert post(empty.url, verb)[0] == 200
    assert reply(empty.url, "steel-frame/api/plotly.js")[0] == 200
    assert sorted(path.name for path in empty.folder.iterdir()) == before


def test_it_tells_what_a_kernel_tells(empty, monkeypatch):
    """Are state, shelf and the sentences of both the same, over one answers file?"""
    monkeypatch.setenv("STEEL_FRAME_HOME", str(empty.folder))
    post(empty.url, "keep", item=ITEM["id"], answer=RIGHT)
    widget, now = hosted(quiz.quiz("classic")), state(empty.url)
    assert (widget.past, widget.shelf) == (now["past"], now["shelf"])
    shown = hosted(progress.progress())
    assert (shown.lines, shown.unread, shown.plotly_version) == (now["lines"], "", now["plotly"])
    text = (empty.folder / ANSWERS).read_text(encoding="utf-8")
    for kind, verb, told in [
        ("answer", "keep", {"item": ITEM["id"], "answer": "no answer of ours"}),
        ("answer", "keep", {"item": "nobody-asks-this", "answer": 0}),
        ("answer", "keep", {"item": ITEM["id"], "answer": RIGHT}),
        ("import", "bring", {"text": "nothing"}),
        ("import", "bring", {"text": text}),
        ("figures", "figures", {"country": "XYZ"}),
        ("export-memo", "write", {"memo": {}, "date": "2026-11-24"}),
    ]:
        with_kernel = _heard(widget, kind, told)
        _, from_server = post(empty.url, verb, **told)
        for name in ("problem", "kept", "said", "score", "added"):
            assert from_server.get(name) == with_kernel.get(name), (verb, name)


def _heard(widget, kind, told):
    """What a kernel says, where a test would have it raise the error as well."""
    os.environ.pop("STEEL_FRAME_STRICT", None)
    try:
        return hear(widget, kind=kind, **told)
    finally:
        os.environ["STEEL_FRAME_STRICT"] = "1"


def test_answers_go_out_come_in_and_away(empty):
    """Are all of them taken, brought back once, and deleted?"""
    post(empty.url, "keep", item=ITEM["id"], answer=RIGHT)
    text = post(empty.url, "take")[1]["text"]
    assert json.loads(text)["item"] == ITEM["id"]
    assert post(empty.url, "bring", text=text) == (200, {"added": 0})
    assert post(empty.url, "forget") == (200, {"forgotten": True})
    assert not (empty.folder / ANSWERS).exists()
    assert post(empty.url, "bring", text=text) == (200, {"added": 1})
    assert post(empty.url, "bring", text="x")[0] == 400


def test_a_sheets_answer_lies_beside_it(empty, sheet):
    """Is it graded, without a score, apart from the reader's own,
    and is the shelf of its drafts another?
    """
    status, told = post(empty.url, "keep", notebook=sheet, sheet=True, item="sheet-1", answer=1)
    assert (status, told["score"], told["said"]) == (
        200,
        None,
        "Kept. You may change it until you submit.",
    )
    [line] = kept(empty.folder / "week-1")
    assert (line["mode"], line["score"]) == ("graded", None)
    assert not (empty.folder / ANSWERS).exists()
    now = state(empty.url, notebook=sheet, sheet=True)
    assert now["past"] == {"sheet-1": 1}
    assert (
        now["shelf"]
        == answers.shelf(empty.folder.resolve() / "week-1" / ANSWERS)
        != state(empty.url)["shelf"]
    )


def test_a_sheets_items_are_not_the_courses(empty, sheet):
    """Does a sheet keep no answer to a question of the course,
    nor the course one of the sheet's?
    """
    for told in (
        {"item": ITEM["id"], "answer": RIGHT, "notebook": sheet, "sheet": True},
        {"item": "sheet-1", "answer": 1, "notebook": sheet},
    ):
        assert post(empty.url, "keep", **told) == (400, {"problem": say("host.no_question")})
    assert not (empty.folder / ANSWERS).exists()
    assert not (empty.folder / "week-1" / ANSWERS).exists()


@pytest.mark.parametrize(
    "raw", [b"{", b"[]", b"[{}]", b'{"items": 3}', b'{"items": [{"id": "sheet-1"}]}', b"\xff"]
)
def test_a_damaged_sheet_is_one_sentence(empty, sheet, raw):
    """Is it told as such, whatever its items.json holds, and nothing kept?"""
    (empty.folder / "week-1" / "items.json").write_bytes(raw)
    status, told = post(empty.url, "keep", notebook=sheet, sheet=True, item="sheet-1", answer=1)
    assert status >= 400
    assert "damaged" in told["problem"] or "failed" in told["problem"]
    assert not (empty.folder / "week-1" / ANSWERS).exists()


def test_the_library_is_kept_by_the_browser(empty):
    """Is it gzip, for good under its version, and not without?"""
    version = state(empty.url)["plotly"]
    _, told, body = reply(empty.url, f"steel-frame/api/plotly.js?v={version}")
    assert b"plotly.js v" in gzip.decompress(body)[:2000]
    assert "immutable" in told["Cache-Control"]
    assert "immutable" not in str(
        reply(empty.url, "steel-frame/api/plotly.js?v=0")[1]["Cache-Control"]
    )


def test_the_figures_of_a_country_hold_up_no_answer():
    """They take seconds: is an answer that comes meanwhile kept by another thread,
    and all answers by one, in order?
    """
    threads = {verb: thread for verb, (_, thread) in answers_api._DO.items()}
    assert threads["figures"] is threads["write"] is not threads["keep"]
    assert len({threads[verb] for verb in ("state", "keep", "bring", "forget", "take")}) == 1
    assert threads["keep"]._max_workers == 1
