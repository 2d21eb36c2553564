"""Are the pages of a server the reader's own chapters, and safe whoever wrote them?"""

import json
import os
import re
from types import SimpleNamespace

import pytest

from course import _places, lessons
from course.hosts.jupyter import pages as giving
from course.hosts.pages import served as making
from course.interactives import MIME, explorable
from course.interface.words import say

STEM = "01-classic-government"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def book(*cells):
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def prose(text):
    return {"cell_type": "markdown", "id": "a", "metadata": {}, "source": text}


def code(source, data):
    output = {"output_type": "display_data", "metadata": {}, "data": data}
    return {
        "cell_type": "code", "id": "b", "metadata": {}, "execution_count": 1, "source": source,
        "outputs": [output],
    }  # fmt: skip


def put(folder, *cells, stem=STEM):
    (folder / f"{stem}.ipynb").write_text(json.dumps(book(*cells)), encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    """A reader's folder without a chapter, and its pages."""
    return SimpleNamespace(path=tmp_path, pages=making.Pages(tmp_path, "/doc/tree/"))


def shown(folder, stem=STEM):
    return folder.pages.page(stem, "", "")


def test_a_page_is_what_the_reader_saved(folder):
    """Does it show the reader's own chapter, with what a cell holds,
    and the next version once that is saved?
    """
    put(folder.path, prose("# Mine\n\nFirst words."))
    assert "First words." in shown(folder)
    assert "/doc/tree/01-classic-government.ipynb" in shown(folder)
    own = explorable.explorable(lessons.spec("hierarchy"))._repr_mimebundle_()
    put(folder.path, prose("# Mine\n\nOther words."), code("1", own))
    page = shown(folder)
    assert "Other words." in page
    assert own[MIME]["data"] in page


def test_a_page_is_made_once(folder, monkeypatch):
    """Is a chapter that did not change read only once?"""
    put(folder.path, prose("# Mine"))
    first = shown(folder)
    monkeypatch.setattr(making, "read", None)
    assert shown(folder) == first


def test_a_chapter_that_is_not_there_is_as_shipped(folder):
    """Is every chapter a page before the first is laid, without a link to where it does not lie?"""
    page = shown(folder)
    assert "A case that hurts" in page
    assert say("server.unread") not in page
    assert "/doc/tree/" not in page


def _torn(path):
    path.write_bytes(b'{"cells": [')


def _led_away(path):
    (path.parent / "secret.ipynb").write_text(
        json.dumps(book(prose("# A secret"))), encoding="utf-8"
    )
    path.symlink_to(path.parent / "secret.ipynb")


def _huge(path):
    with path.open("wb") as file:
        file.truncate(making._MOST + 1)


@pytest.mark.thorough
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes of that sort")
@pytest.mark.parametrize("made", [_torn, _led_away, _huge, os.mkfifo, os.mkdir])
def test_what_cannot_be_read_gives_way_to_the_chapter(folder, made):
    """Is it told in one sentence, with the chapter as shipped, and no link followed?"""
    made(folder.path / f"{STEM}.ipynb")
    page = shown(folder)
    assert "cannot be shown as a page, so here is the chapter as it was shipped" in page
    assert "A case that hurts" in page
    assert "secret" not in page.split("<main")[1].split("A case that hurts")[0]
    assert "/doc/tree/" not in page


@pytest.mark.thorough
def test_only_chapters_are_pages(folder):
    """Is another notebook of the folder no page, whatever it is called?"""
    put(folder.path, prose(EVIL), stem="hostile")
    for stem in ("hostile", "../hostile", "", f"{STEM}.ipynb", "__class__"):
        assert folder.pages.page(stem, "", "") is None
    assert "hostile" not in folder.pages.contents("", "")


def test_a_strangers_chapter_runs_nothing(folder):
    """Under a chapter's name: does no text, output or document of it become an element,
    an address or a script?
    """
    document = {"module": "quiz", "id": EVIL, "data": "!"}
    put(
        folder.path,
        prose(f"# Title {EVIL}\n\n{EVIL}\n\n[go](javascript:alert(3)) [disk](file:///etc/passwd) ![p](http://127.0.0.1:9/x)"),
        prose(f"<!--head {making._MARK[:6]}--> </script><meta http-equiv=refresh content=0>"),
        code(EVIL, {"text/html": f"<b onclick=alert(4)>B</b>{EVIL}<iframe src=//x></iframe>",
            MIME: document}),
        code("2", {"text/html": "<style>@import 'x'</style><form action=x>", MIME: {"module": "no",
            "id": 1}}),
    )  # fmt: skip
    page = folder.pages.page(STEM, "<link id=head>", "<script id=foot></script>")
    assert page.count("<script") == 1
    assert not re.search(r"<(img|iframe|style|form|meta http|svg[^>]*onload|b onclick)", page)
    assert not re.search(r"<[^>]*\b(onerror|onclick|javascript:|file:)", page)


def test_names_of_assets_change_with_their_text():
    """May a browser keep them for good, and does no text end the element it stands in?"""
    names = list(making.assets())
    assert all(re.fullmatch(r"course-[0-9a-f]{16}\.(css|js)", name) for name in names)
    assert "serverHost" in making.assets()[names[1]]


@pytest.mark.parametrize(
    ("root", "lab"),
    [("", "/user/ada/doc/tree/"), ("..", "/user/ada/doc/tree/my%20course/"), ("elsewhere", None)],
)
def test_where_a_page_opens_in_jupyterlab(tmp_path, monkeypatch, root, lab):
    """Does the link hold behind a hub's prefix, below a home, and is there none where the server
    does not serve the folder?
    """
    folder = tmp_path / "my course"
    (folder / "elsewhere").mkdir(parents=True)
    monkeypatch.setenv("STEEL_FRAME_HOME", str(folder))
    manager = SimpleNamespace(extensions={"jupyterlab": None})
    server = SimpleNamespace(
        root_dir=str(folder / root), base_url="/user/ada/", extension_manager=manager
    )
    made = giving.of_server(server)
    assert (made._folder, made._lab) == (folder.resolve(), lab)
    manager.extensions.clear()
    assert giving.of_server(server)._lab is None


def test_who_writes_chapters_sees_them(monkeypatch):
    """Does `course --edit` show as pages what it serves?"""
    manager = SimpleNamespace(extensions={"jupyterlab": None})
    root = _places.shipped_notebooks()
    server = SimpleNamespace(root_dir=str(root), base_url="/", extension_manager=manager)
    assert giving.of_server(server)._folder == root.resolve()
