"""Which plotly.js does a page get: the whole one, or the bundle that a release is built with?"""

import gzip

import pytest

from course import _places, lessons
from course.errors import CourseError
from course.hosts import library
from course.hosts.kernel import Hosted
from course.hosts.pages import writing

BANNER = b"/**\n* plotly.js (basic - minified) v9.8.7\n*/"
DRAWS = {"scatter", "bar", "pie"}  # what the bundle can draw


@pytest.fixture(autouse=True)
def nothing_told(monkeypatch):
    monkeypatch.delenv("STEEL_FRAME_PLOTLY", raising=False)


@pytest.fixture
def bundle(tmp_path):
    """A folder such as `course check --plotly` makes."""
    (tmp_path / library.SCRIPT).write_bytes(BANNER)
    (tmp_path / library.LICENCE).write_bytes(b"Anybody may copy it.\n")
    return tmp_path


def test_a_clone_sends_the_whole_one():
    """Unless it is told otherwise: is that the plotly wheel's own, under its version?"""
    assert gzip.decompress(library.plotly_js()).startswith(b"/**\n* plotly.js v")
    assert library.plotly_version() == Hosted.plotly_version.default_value
    assert library.plotly_version()[0].isdigit()


def test_a_clone_sends_the_bundle_that_it_is_told_of(bundle, monkeypatch):
    """With $STEEL_FRAME_PLOTLY: is it sent with its licence,
    and under a version that no whole one has?
    """
    monkeypatch.setenv("STEEL_FRAME_PLOTLY", str(bundle))
    assert gzip.decompress(library.plotly_js()) == BANNER + b"\n/*\nAnybody may copy it.\n*/\n"
    assert library.plotly_version() == "basic-9.8.7"
    assert 'steelFramePlotlyVersion="basic-9.8.7"' in writing.host()


def test_a_wheel_sends_what_it_was_built_with(bundle, monkeypatch):
    """Does it send its own bundle, and does a variable of the reader's change nothing?"""
    monkeypatch.setattr(_places, "in_clone", lambda: False)
    monkeypatch.setenv("STEEL_FRAME_PLOTLY", "/nowhere")
    assert library.plotly_version()[0].isdigit()
    monkeypatch.setattr(library, "_BUILT_IN", bundle)
    assert library.plotly_version() == "basic-9.8.7"
    assert gzip.decompress(library.plotly_js()).startswith(BANNER)


@pytest.mark.parametrize("missing", [library.SCRIPT, library.LICENCE])
def test_a_folder_without_it_is_told(bundle, monkeypatch, missing):
    """Where script or licence is missing: is the folder named, with the command that mends it?"""
    (bundle / missing).unlink()
    monkeypatch.setenv("STEEL_FRAME_PLOTLY", str(bundle))
    with pytest.raises(CourseError, match=f"{bundle}.*course check --plotly {bundle}"):
        library.plotly_js()


def test_another_script_is_told(bundle, monkeypatch):
    """Where the whole plotly.js lies under the bundle's name: is it refused?"""
    (bundle / library.SCRIPT).write_bytes(b"/**\n* plotly.js v9.8.7\n*/")
    monkeypatch.setenv("STEEL_FRAME_PLOTLY", str(bundle))
    with pytest.raises(CourseError, match="basic bundle"):
        library.plotly_version()


@pytest.mark.thorough
def test_the_bundle_draws_all_charts():
    """Is each chart of the course made of traces that the bundle knows?"""
    others = {
        f"{name}: {trace['type']}"
        for name in lessons.names()
        for trace in lessons.spec(name).first_figure["data"]
        if trace["type"] not in DRAWS
    }
    assert not others, f"{others}: a release draws {DRAWS} alone; draw it from those"
