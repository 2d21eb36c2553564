"""Does a reader on a phone and a slow line see words and a picture at once?"""

import pytest

from course.hosts.pages import edition
from tools.checking.first_picture import visited
from tools.checking.slow_line import served_folder


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A server of the edition's start page."""
    out = tmp_path_factory.mktemp("pages")
    edition(out, notebooks=["00"])
    server, found = served_folder(out)
    yield found
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "last", [pytest.param("drawn", marks=pytest.mark.nightly), "moved"], ids=["chart", "scene"]
)
def test_the_first_picture_is_quick(chromium, address, last):
    """On a phone over a slow line: is a picture that stays there with the first words, or half as
    long again after them, and what answers a touch later? How many seconds these are,
    `course check --measure picture` says, on a machine that does nothing else.
    """
    for _ in range(3):
        seen = visited(chromium, f"{address}/00-start-here.html", last)
        if seen["still"] <= 1.5 * seen["words"]:
            break
    assert seen["still"] <= 1.5 * seen["words"], (
        f"words came after {seen['words']:.1f} s, the first picture that stays after "
        f"{seen['still']:.1f} s; a picture is part of the page, so that nothing is awaited"
    )
    assert seen["still"] < seen[last]
