"""Are the chapters pages of a server, for who is logged in, and nothing else?"""

import re

import pytest
from asking import TOKEN, post, reply

from course import _places

pytestmark = pytest.mark.process

STEM = "01-classic-government"


def test_course_read_opens_the_pages(course):
    """Is that the address that it prints, and do the same chapters lie there,
    with JupyterLab beside them?
    """
    assert "/steel-frame/?token=" in course.log.read_text(encoding="utf-8")
    status, _, body = reply(course.url, "steel-frame")
    assert status == 200
    names = sorted(path.stem for path in _places.shipped_notebooks().glob("*.ipynb"))
    found = re.findall(r'href="([\w-]+)\.html"', body.decode())
    assert found == ["for-lecturers", "method", "for-contributors", *names]
    for page, words in (("for-lecturers", b"The instructor"), ("method", b"Five verdicts")):
        status, _, told = reply(course.url, f"steel-frame/{page}.html")
        assert (status, words in told) == (200, True)
    assert reply(course.url, f"doc/tree/{STEM}.ipynb")[0] == 200


def test_a_page_has_a_policy_of_its_own(course):
    """Does a script run by this page's word alone, a new one each time,
    and is nothing fetched from elsewhere?
    """
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
    _, told, body = reply(
        course.url, f"steel-frame/{STEM}.html", None, {**TOKEN, "Accept-Encoding": "gzip"}
    )
    assert told["Content-Encoding"] == "gzip"
    assert body[:2] == b"\x1f\x8b"


def test_a_chapter_knows_its_page(course):
    """Is JupyterLab told where a chapter is a page, and told nothing of another notebook?"""
    for notebook, page in (
        (f"{STEM}.ipynb", f"steel-frame/{STEM}.html"),
        ("mine.ipynb", ""),
        ("", ""),
    ):
        assert post(course.url, "state", notebook=notebook)[1]["page"] == page
    assert post(course.url, "state", notebook=f"week-1/{STEM}.ipynb")[1]["page"] == ""
