"""Does a server of the course keep answers as a kernel does, and refuse what no page of ours would send?"""

import gzip
import json
import os
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest
from asking import TOKEN, post, reply, state
from hosting import hear, hosted

from course import _places, answers, questions
from course.checking.serving import served
from course.hosts.front_ends import EXTENSION
from course.hosts.jupyter import answers_api
from course.interactives import progress, quiz
from course.items import kinds
from course.sheets import ANSWERS
from course.words import say

ITEM = next(item for item in questions.of_chapter("classic", "questions") if item["kind"] == "choice")
RIGHT = next(n for n in range(9) if kinds.of(ITEM).score(n) == 1)
STEM = "01-classic-government"
SHEET = {"id": "sheet-1", "kind": "choice", "stem": "Which?", "options": [{"text": "A"}, {"text": "B"}]}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """`course read`, its reader's folder, a folder outside of it, and what it prints."""
    home = tmp_path_factory.mktemp("home")
    folder = home / "mine"
    (outside := home / "outside").mkdir()
    with served(home, folder, command=("course", "read")) as url:
        yield SimpleNamespace(url=url, folder=folder, outside=outside, log=home / "server.log")


@pytest.fixture
def empty(course):
    """The same, with no answer kept."""
    yield course
    path = course.folder / ANSWERS
    if path.is_dir():
        path.rmdir()
    path.unlink(missing_ok=True)


@pytest.fixture
def sheet(course):
    """The path of a sheet's notebook below the folder."""
    folder = course.folder / "week-1"
    folder.mkdir(exist_ok=True)
    (folder / "items.json").write_text(json.dumps({"items": [SHEET]}), encoding="utf-8")
    (folder / ANSWERS).unlink(missing_ok=True)
    return "week-1/week-1.ipynb"


def kept(folder):
    return answers.read(folder / ANSWERS)


def test_an_answer_is_kept_and_told(empty):
    """Is it one line of the reader's own file, scored by the key whatever the page said, and there at the next look?"""
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
    """Is it graded, without a score, apart from the reader's own, and is the shelf of its drafts another?"""
    status, told = post(empty.url, "keep", notebook=sheet, sheet=True, item="sheet-1", answer=1)
    assert (status, told["score"], told["said"]) == (200, None, "Kept. You may change it until you submit.")
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
    """Does a sheet keep no answer to a question of the course, nor the course one of the sheet's?"""
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


WAYS_OUT = [
    "../outside/a.ipynb", "/../outside/a.ipynb", "week-1/../../outside/a.ipynb", "a/..", "..", ".", "//", "/",
    "out/a.ipynb", "loop/a.ipynb", ".hidden/a.ipynb", "a\0.ipynb",
]  # fmt: skip


@pytest.mark.parametrize("notebook", WAYS_OUT)
@pytest.mark.parametrize("sheet", [True, False])
def test_no_path_leads_out_of_the_folder(empty, notebook, sheet):
    """Is a notebook outside of the served folder, by its words or by a link, refused, and nothing written there?"""
    (empty.outside / "items.json").write_text(json.dumps({"items": [SHEET]}), encoding="utf-8")
    for name, leads in (("out", empty.outside), ("loop", empty.folder / "loop")):
        if not os.path.lexists(empty.folder / name):
            (empty.folder / name).symlink_to(leads)
    item = {"item": "sheet-1", "answer": 1} if sheet else {"item": ITEM["id"], "answer": RIGHT}
    status, told = post(empty.url, "keep", notebook=notebook, sheet=sheet, **item)
    assert (status, "outside the folder" in told["problem"]) == (400, True), told
    assert sorted(path.name for path in empty.outside.iterdir()) == ["items.json"]
    assert not (empty.folder / ANSWERS).exists()


def _as_fifo(path):
    os.mkfifo(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes of that sort")
@pytest.mark.parametrize("made", [_as_fifo, os.mkdir])
def test_what_is_no_file_hangs_nothing(empty, made):
    """Where answers.jsonl is a pipe or a folder: is it told at once, and what is asked still shown?"""
    made(empty.folder / ANSWERS)
    now = state(empty.url)
    assert now["past"] == {}
    assert "is no plain file" in now["unread"]
    status, told = post(empty.url, "keep", item=ITEM["id"], answer=RIGHT)
    assert (status, "could not be kept" in told["problem"]) == (400, True)
    for verb in ("take", "bring"):
        assert post(empty.url, verb, text="{}")[0] == 400


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"null", b"[]", b'"x"', b"\xff\xfe", b"{}", b'{"notebook": "", "sheet": 0}', b'{"notebook": 1, "sheet": false}',
        b'{"notebook": "", "sheet": true}', b'{"notebook": "", "sheet": false, "answer": NaN}', b"[" * 100_000, b"1" * 5000,
    ],
)  # fmt: skip
def test_damaged_requests_are_one_sentence(empty, raw):
    """Is what no page of ours sends refused, whatever the verb, without a trace in the reader's folder?"""
    for verb in ("state", "keep", "forget"):
        status, told = post(empty.url, verb, raw=raw)
        assert (status, list(told)) == (400, ["problem"]), told
        assert told["problem"].endswith("try once more.")


@pytest.mark.parametrize(
    ("item", "answer"),
    [(3, 0), (None, 0), (["x"], 0), ({}, 0), ("__proto__", 0), (ITEM["id"], True), (ITEM["id"], -1), (ITEM["id"], 1e400),
     (ITEM["id"], 99), (ITEM["id"], None), (ITEM["id"], {"toString": 1}), ("sheet-1", 1)],
)  # fmt: skip
def test_hostile_answers_are_not_kept(empty, item, answer):
    """Is what fits no question of the course kept by nobody?"""
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


@pytest.mark.parametrize("verb", ["", "delete", "keep/x", "KEEP", "__init__"])
def test_an_unknown_verb_is_refused(empty, verb):
    """Is there nothing else behind the address?"""
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
    """Can another site not use a reader's login: is its token against forgery asked for, and its own origin refused?"""
    known = _cookies(empty.url)
    cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in known.items())}
    assert post(empty.url, "forget", cookie)[0] == 403
    ours = {**cookie, "X-XSRFToken": known["_xsrf"]}
    assert post(empty.url, "forget", {**ours, "Origin": "http://elsewhere.example"})[0] in {403, 404}
    assert post(empty.url, "forget", ours)[0] == 200


def test_the_library_is_kept_by_the_browser(empty):
    """Is it gzip, for good under its version, and not without?"""
    version = state(empty.url)["plotly"]
    _, told, body = reply(empty.url, f"steel-frame/api/plotly.js?v={version}")
    assert b"plotly.js v" in gzip.decompress(body)[:2000]
    assert "immutable" in told["Cache-Control"]
    assert "immutable" not in str(reply(empty.url, "steel-frame/api/plotly.js?v=0")[1]["Cache-Control"])


def test_the_figures_of_a_country_hold_up_no_answer():
    """They take seconds: is an answer that comes meanwhile kept by another thread, and all answers by one, in order?"""
    threads = {verb: thread for verb, (_, thread) in answers_api._DO.items()}
    assert threads["figures"] is threads["write"] is not threads["keep"]
    assert len({threads[verb] for verb in ("state", "keep", "bring", "forget", "take")}) == 1
    assert threads["keep"]._max_workers == 1


def test_a_server_starts_lightly():
    """Does the extension load nothing that draws, reckons or makes widgets, until that is asked for?"""
    code = "import sys, course.lab.extension; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"pandas", "numpy", "plotly", "ipywidgets", "anywidget", "mistune", "bs4", "bleach", "docx"}
    assert not heavy & set(told)


@pytest.mark.parametrize("is_found", [True, False])
def test_kernels_are_told_who_draws(is_found, monkeypatch, tmp_path):
    """Is a kernel told to give no widget's view only where JupyterLab's extension of the course is found, which draws?"""
    from course.lab import extension

    if is_found:
        (tmp_path / "steel-frame").mkdir()
        (tmp_path / "steel-frame" / "package.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv(EXTENSION, "")
    monkeypatch.setattr(extension, "jupyter_path", lambda *_: [str(tmp_path)])
    app = SimpleNamespace(settings={"base_url": "/"}, add_handlers=lambda *_: None)
    manager = SimpleNamespace(register_pre_save_hook=lambda _: None, get=lambda _: {})
    extension.load(SimpleNamespace(web_app=app, contents_manager=manager))
    assert bool(os.environ[EXTENSION]) is is_found


@pytest.mark.parametrize("name", ["course.lab.extension", "course.lab.saving"])
def test_both_names_load_all_of_it_once(name, monkeypatch):
    """Does the name that earlier settings hold do the same, and both together no more?"""
    from importlib import import_module

    from course.lab import extension

    monkeypatch.delenv(EXTENSION, raising=False)
    monkeypatch.setattr(extension, "jupyter_path", lambda *_: [])
    hooks, routes = [], []
    manager = SimpleNamespace(register_pre_save_hook=hooks.append, get=lambda _: {})
    app = SimpleNamespace(
        settings={"base_url": "/user/ada/"}, add_handlers=lambda _, some: routes.extend(some)
    )
    server = SimpleNamespace(web_app=app, contents_manager=manager)
    [point] = import_module(name)._jupyter_server_extension_points()
    for module in (point["module"], "course.lab.saving", "course.lab.extension"):
        import_module(module)._load_jupyter_server_extension(server)
    assert len(hooks) == 1
    assert all(route[0].startswith("/user/ada/steel-frame") for route in routes)
    assert EXTENSION not in os.environ  # no extension of JupyterLab's was found that would draw


def test_course_read_opens_the_pages(course):
    """Is that the address that it prints, and do the same chapters lie there, with JupyterLab beside them?"""
    assert "/steel-frame/?token=" in course.log.read_text(encoding="utf-8")
    status, _, body = reply(course.url, "steel-frame")
    assert status == 200
    names = sorted(path.stem for path in _places.shipped_notebooks().glob("*.ipynb"))
    assert re.findall(r'href="([\w-]+)\.html"', body.decode()) == names
    assert reply(course.url, f"doc/tree/{STEM}.ipynb")[0] == 200


def test_a_page_has_a_policy_of_its_own(course):
    """Does a script run by this page's word alone, a new one each time, and is nothing fetched from elsewhere?"""
    words = set()
    for _ in range(2):
        _, told, body = reply(course.url, f"steel-frame/{STEM}.html")
        policy = told["Content-Security-Policy"]
        word = re.search(r"script-src 'nonce-([\w-]+)' blob:;", policy)[1]
        assert re.findall(r"<script nonce=\"([\w-]+)\"", body.decode()) == [word]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy.replace("style-src 'self' 'unsafe-inline'", "")
        words.add(word)
    assert len(words) == 2


@pytest.mark.parametrize("path", ["", f"{STEM}.html", "assets/search.js"])
def test_a_page_wants_the_login(course, path):
    """Is who is not logged in led to the login, and shown no word?"""
    status, told, body = reply(course.url, f"steel-frame/{path}", None, {})
    assert b"Classic government" not in body
    assert status == 403 or b"password" in body.lower() or "/login" in str(told)


@pytest.mark.parametrize(
    "path", ["x.html", "assets/x.js", "assets/..%2f..%2fx", "answers.jsonl", "a/b.html", "%00.html"]
)
def test_nothing_else_is_served(course, path):
    """Is there no way to another file?"""
    assert reply(course.url, f"steel-frame/{path}")[0] in {400, 404}


def test_a_page_travels_packed(course):
    """Where the browser takes that?"""
    _, told, body = reply(course.url, f"steel-frame/{STEM}.html", None, {**TOKEN, "Accept-Encoding": "gzip"})
    assert told["Content-Encoding"] == "gzip"
    assert body[:2] == b"\x1f\x8b"


def test_a_chapter_knows_its_page(course):
    """Is JupyterLab told where a chapter is a page, and told nothing of another notebook?"""
    for notebook, page in ((f"{STEM}.ipynb", f"steel-frame/{STEM}.html"), ("mine.ipynb", ""), ("", "")):
        assert post(course.url, "state", notebook=notebook)[1]["page"] == page
    assert post(course.url, "state", notebook=f"week-1/{STEM}.ipynb")[1]["page"] == ""


def test_a_server_stays_light(tmp_path):
    """A reader opens pages, answers, and asks for a country's figures: does nothing that computes stay in the server?"""
    code = """
import sys
import course.lab.extension
from course import _places, keeping
from course.edition import served
from course.hosts.jupyter import memo_apart, modules_api
modules_api.offer(type("App", (), {"settings": {}}))
served.assets(), served.pages(_places.shipped_notebooks()).contents("", "")
one = next(one for one in keeping.items().values() if one["kind"] == "choice")
assert keeping.keep(one, {"answer": 0})["kept"] and keeping.shown()["lines"]
assert memo_apart.figures("KEN")["name"] == "Kenya"
print(*{"pandas", "numpy", "plotly", "ipywidgets", "anywidget", "IPython"} & set(sys.modules))
"""
    env = {**os.environ, "STEEL_FRAME_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [], (
        f"the server of every reader keeps {done.stdout.strip()}: load it later, or apart"
    )
