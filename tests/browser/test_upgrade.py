"""In a real JupyterLab: is a reader told of newer chapters,
and is nothing run that lies beside a chapter unseen?
"""

import contextlib
import json
import py_compile

import pytest

from course.hosts.jupyter import chapters
from tools.checking.serving import served

CHAPTER = "01-classic-government.ipynb"


def change(path):
    book = json.loads(path.read_text(encoding="utf-8"))
    book["cells"][0]["source"] = ["my own note"]
    path.write_text(json.dumps(book), encoding="utf-8")


@pytest.mark.nightly
def test_a_reader_is_told_once_which_chapters_are_newer(chromium, tmp_path):
    """Without a terminal, as on a hub: does the page open by itself, on a phone too,
    lead to the newer chapter, once?
    """
    folder = tmp_path / "steel-frame"
    folder.mkdir()
    chapters.lay(folder)
    change(folder / CHAPTER)
    (folder / chapters.RECORD).unlink()  # as an earlier version of the course left the folder
    for first in (True, False):
        with served(tmp_path, folder) as url, contextlib.closing(chromium.new_context()) as context:
            page = context.new_page()
            page.set_viewport_size({"width": 360, "height": 780})
            page.goto(f"{url}/?token=test")
            page.wait_for_url(
                f"**/{chapters.NEWS if first else '00-start-here.ipynb'}*", timeout=60000
            )
            if first:
                link = page.get_by_role("link", name="01-classic-government-new.ipynb")
                link.wait_for(timeout=60000)
                page.screenshot(path=tmp_path / "news.png")
                link.click()
                page.get_by_role("heading", name="Classic").first.wait_for(timeout=60000)
    assert "my own note" in (folder / CHAPTER).read_text(encoding="utf-8")


@pytest.mark.nightly
def test_what_jupyter_does_not_list_is_not_imported(reader, tmp_path):
    """Modules without their source, which its list of files leaves out: run cell by cell, does the
    chapter load none of them?
    """
    folder = reader.served.folder / "hidden"
    folder.mkdir()
    ran = tmp_path / "ran"
    source = tmp_path / "source.py"
    source.write_text(f"open({str(ran)!r}, 'a').write('ran')\nraise SystemExit\n", encoding="utf-8")
    for name in ("pandas", "plotly", "yaml", "course", "json"):
        py_compile.compile(str(source), cfile=str(folder / f"{name}.pyc"))
    (folder / "anywidget").mkdir()
    (folder / "anywidget" / "__init__.abi3.so").write_bytes(b"no library")
    chapter = (reader.served.folder / CHAPTER).read_text(encoding="utf-8")
    (folder / CHAPTER).write_text(chapter, encoding="utf-8")
    reader.open(f"hidden/{CHAPTER}").alive().run_all()
    assert not ran.exists()
