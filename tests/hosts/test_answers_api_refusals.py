"""Does a server of the course refuse what no page of ours would send?"""

import json
import os

import pytest
from asking import SHEET, post, reply, state

from course.interactives.sheets import ANSWERS
from course.items import kinds, questions

pytestmark = pytest.mark.process  # a server answers

ITEM = next(
    item for item in questions.of_chapter("classic", "questions") if item["kind"] == "choice"
)
RIGHT = next(n for n in range(9) if kinds.of(ITEM).score(n) == 1)


WAYS_OUT = [
    "../outside/a.ipynb", "/../outside/a.ipynb", "week-1/../../outside/a.ipynb", "a/..", "..", ".",
    "//", "/",
    "out/a.ipynb", "loop/a.ipynb", ".hidden/a.ipynb", "a\0.ipynb",
]  # fmt: skip


def test_no_path_leads_out_of_the_folder(subtests, empty):
    """Is a notebook outside of the served folder, by its words or by a link, refused,
    and nothing written there?
    """
    for sheet in [True, False]:
        for notebook in WAYS_OUT:
            with subtests.test(notebook=notebook, sheet=sheet):
                (empty.outside / "items.json").write_text(
                    json.dumps({"items": [SHEET]}), encoding="utf-8"
                )
                for name, leads in (("out", empty.outside), ("loop", empty.folder / "loop")):
                    if not os.path.lexists(empty.folder / name):
                        (empty.folder / name).symlink_to(leads)
                item = (
                    {"item": "sheet-1", "answer": 1}
                    if sheet
                    else {"item": ITEM["id"], "answer": RIGHT}
                )
                status, told = post(empty.url, "keep", notebook=notebook, sheet=sheet, **item)
                assert (status, "outside the folder" in told["problem"]) == (400, True), told
                assert sorted(path.name for path in empty.outside.iterdir()) == ["items.json"]
                assert not (empty.folder / ANSWERS).exists()


def _as_fifo(path):
    os.mkfifo(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes of that sort")
@pytest.mark.parametrize("made", [_as_fifo, os.mkdir])
def test_what_is_no_file_hangs_nothing(empty, made):
    """Where answers.jsonl is a pipe or a folder: is it told at once,
    and what is asked still shown?
    """
    made(empty.folder / ANSWERS)
    now = state(empty.url)
    assert now["past"] == {}
    assert "is no plain file" in now["unread"]
    status, told = post(empty.url, "keep", item=ITEM["id"], answer=RIGHT)
    assert (status, "could not be kept" in told["problem"]) == (400, True)
    for verb in ("take", "bring"):
        assert post(empty.url, verb, text="{}")[0] == 400


def test_damaged_requests_are_one_sentence(subtests, empty):
    """Is what no page of ours sends refused, whatever the verb,
    without a trace in the reader's folder?
    """
    for raw in [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"x"',
        b"\xff\xfe",
        b"{}",
        b'{"notebook": "", "sheet": 0}',
        b'{"notebook": 1, "sheet": false}',
        b'{"notebook": "", "sheet": true}',
        b'{"notebook": "", "sheet": false, "answer": NaN}',
        b"[" * 100_000,
        b"1" * 5000,
    ]:
        with subtests.test(str(raw[:30])):
            for verb in ("state", "keep", "forget"):
                status, told = post(empty.url, verb, raw=raw)
                assert (status, list(told)) == (400, ["problem"]), told
                assert told["problem"].endswith("try once more.")


def test_hostile_answers_are_not_kept(subtests, empty):
    """Is what fits no question of the course kept by nobody?"""
    for item, answer in [
        (3, 0),
        (None, 0),
        (["x"], 0),
        ({}, 0),
        ("__proto__", 0),
        (ITEM["id"], True),
        (ITEM["id"], -1),
        (ITEM["id"], 1e400),
        (ITEM["id"], 99),
        (ITEM["id"], None),
        (ITEM["id"], {"toString": 1}),
        ("sheet-1", 1),
    ]:
        with subtests.test(ascii((item, answer))):
            status, told = post(empty.url, "keep", item=item, answer=answer)
            assert (status, list(told)) == (400, ["problem"])
            assert not (empty.folder / ANSWERS).exists()


@pytest.mark.parametrize(
    ("verb", "most"), [("keep", 3_000_000), ("bring", 100_000_000), ("state", 3_000_000)]
)
def test_a_body_beyond_all_answers_is_refused(empty, verb, most):
    """Is it told by its size alone, before it is read?"""
    status, told = post(empty.url, verb, raw=b" " * (most + 1))
    assert status == 413
    assert "too long" in told["problem"] or "larger than" in told["problem"]


def test_a_long_answer_that_a_kernel_keeps_is_kept(empty):
    """And can it be brought in again, though its letters are of four bytes each?"""
    reflection = questions.of_chapter("classic", "reflections")[0]
    assert post(empty.url, "keep", item=reflection["id"], answer="\U0001f30a" * 200_000)[0] == 200
    text = post(empty.url, "take")[1]["text"]
    assert post(empty.url, "forget")[0] == 200
    assert post(empty.url, "bring", text=text) == (200, {"added": 1})


def test_an_unknown_verb_is_refused(subtests, empty):
    """Is there nothing else behind the address?"""
    for verb in ["", "delete", "keep/x", "KEEP", "__init__"]:
        with subtests.test(verb):
            assert reply(empty.url, f"steel-frame/api/{verb}", b"{}")[0] == 404


def test_who_is_not_logged_in_learns_nothing(empty):
    """Do answers, and the library too, need the server's token?"""
    for headers in ({}, {"Authorization": "token wrong"}):
        assert post(empty.url, "state", headers)[0] == 403
        assert reply(empty.url, "steel-frame/api/plotly.js", None, headers)[0] == 403


def _cookies(url):
    """The cookies of a browser that logged in with the token."""
    import http.cookiejar
    import urllib.request

    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    opener.open(f"{url}/lab?token=test", timeout=30).read()
    return {cookie.name: cookie.value for cookie in jar}


def test_a_forged_request_is_refused(empty):
    """Can another site not use a reader's login: is its token against forgery asked for,
    and its own origin refused?
    """
    known = _cookies(empty.url)
    cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in known.items())}
    assert post(empty.url, "forget", cookie)[0] == 403
    ours = {**cookie, "X-XSRFToken": known["_xsrf"]}
    assert post(empty.url, "forget", {**ours, "Origin": "http://elsewhere.example"})[0] in {
        403,
        404,
    }
    assert post(empty.url, "forget", ours)[0] == 200
