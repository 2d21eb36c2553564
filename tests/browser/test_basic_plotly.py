"""plotly.js's basic bundle, with which a release is built: does it draw what the whole one draws,
whichever plotly is there?

STEEL_FRAME_PLOTLY names its folder, STEEL_FRAME_LOWEST one with the lowest plotly that the course
takes; .ci/plotly makes both.
"""

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from course import lessons
from course.hosts import library
from course.hosts.pages.prose import blocks
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.explorable import explorable
from tools.basic_plotly import told_of
from tools.checking.slow_line import served_folder

pytestmark = pytest.mark.basic

PACKED = """
import hashlib, plotly
from course import lessons
print(plotly.__version__)
for name in lessons.names():
    print(name, hashlib.sha256(lessons.spec(name).packed()).hexdigest())
"""
# Every chart of the page that plotly.js has drawn, as it stands in the page.
DRAWN = """(chart) => [...chart.querySelectorAll(".main-svg")].map((svg) => svg.outerHTML)
  .join("\\n")"""
# plotly.js names parts of a drawing by chance.
RANDOM = re.compile(r"(clip|trace|legend|defs-|p|-)[0-9a-f]{6}(?![0-9a-f])")


def packed(**variables):
    """What all states of each interactive come to, computed in a Python of its own;
    first the version of plotly.
    """
    run = subprocess.run(
        [sys.executable, "-c", PACKED],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.splitlines()


def test_the_lowest_plotly_makes_the_same_figures():
    """With the lowest and the newest plotly: is what a page is given the same to the byte?"""
    newest, *figures = packed()
    lowest, *others = packed(PYTHONPATH=os.environ["STEEL_FRAME_LOWEST"])
    assert lowest != newest
    assert others == figures


def test_it_is_a_third_of_the_whole():
    """Is the bundle what is sent here, in a third of the bytes at most?"""
    assert library.plotly_version().startswith("basic-")
    bundle = library.plotly_js()
    assert b"(basic" in gzip.decompress(bundle)[:200]
    assert b"Permission is hereby granted" in gzip.decompress(bundle)[-2000:]
    with told_of(None):
        assert len(bundle) * 3 < len(library.plotly_js())


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A server of one page with every chart, drawn by the bundle in `basic/`,
    by the whole plotly.js in `whole/`.
    """
    out = tmp_path_factory.mktemp("pages")
    charts = [explorable(lessons.spec(name)) for name in lessons.names()]
    chapter = Chapter(stem="all", title="All", parts=[*blocks("# All"), *charts])
    bundle = Path(os.environ["STEEL_FRAME_PLOTLY"])
    for name, folder in {"basic": bundle, "whole": None}.items():
        with told_of(folder):
            write([chapter], out / name)
    server, found = served_folder(out)
    yield found
    server.shutdown()
    server.server_close()


def drawn(chromium, watched, address, width):
    """{chart: what plotly.js drew} of a page with every chart."""
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    _, outside = watched(page)
    page.goto(address)
    found = {}
    for place in page.locator("[data-module='explorable']").all():
        place.scroll_into_view_if_needed()
        chart = place.locator(".sf-chart")
        chart.wait_for(state="attached")
        place.evaluate(
            "(e) => e.querySelectorAll('.sf-more').forEach((more) => (more.open = true))"
        )
        chart.scroll_into_view_if_needed()
        chart.locator(".main-svg").first.wait_for()
        page.wait_for_function("(e) => !e.querySelector('.sf-still')", arg=chart.element_handle())
        found[chart.get_attribute("data-chart")] = RANDOM.sub(r"\1", chart.evaluate(DRAWN))
    assert page.evaluate("window.Plotly") is None, (
        "ours stays our own: another's scripts expect the whole one"
    )
    assert outside == []
    context.close()
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_it_draws_every_chart_as_the_whole_does(chromium, watched, address, width):
    """On a phone and on a wide screen: the same lines, bars and words, at the same places?"""
    basic = drawn(chromium, watched, f"{address}/basic/all.html", width)
    whole = drawn(chromium, watched, f"{address}/whole/all.html", width)
    assert list(basic) == list(whole) == list(lessons.names())
    assert [name for name in basic if basic[name] != whole[name]] == []
