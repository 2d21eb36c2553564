"""Does a page stay awake whose stored scene asks for a billion signs?"""

import base64
import gzip
import json
import re

import pytest

from course import _places
from course.hosts.pages import edition

STEM = "00-start-here"
STORED = re.compile(
    r'(?<=<script type="application/json">)(\{"module": ?"explorable".*?)(?=</script>)'
)


def many(value):
    """A part of a document in which each number of signs is a billion."""
    if isinstance(value, list):
        return [many(part) for part in value]
    if isinstance(value, dict):
        return {key: 10**9 if key == "n" else many(part) for key, part in value.items()}
    return value


def harmed(found):
    stored = json.loads(found[0])
    content = json.loads(gzip.decompress(base64.b64decode(stored["data"])))
    packed = gzip.compress(json.dumps(many(content)).encode())
    return json.dumps(stored | {"data": base64.b64encode(packed).decode()})


@pytest.fixture
def page(chromium, tmp_path):
    edition(tmp_path, notebooks=[_places.shipped_notebooks() / f"{STEM}.ipynb"])
    path = tmp_path / f"{STEM}.html"
    text, count = STORED.subn(harmed, path.read_text(encoding="utf-8"))
    assert count
    path.write_text(text, encoding="utf-8")
    context = chromium.new_context(viewport={"width": 360, "height": 740}, offline=True)
    shown = context.new_page()
    shown.set_default_timeout(20_000)
    shown.goto(path.as_uri())
    yield shown
    context.close()


def test_a_billion_signs_are_not_drawn(page):
    """Does the figure come to life without them, and does what stands below it still answer?"""
    page.locator(".widget[data-module='explorable']").first.scroll_into_view_if_needed()
    figure = page.locator(".sf-figure:has(.sf-stage)").first
    figure.scroll_into_view_if_needed()
    figure.locator("[data-control]").first.press("ArrowRight")
    assert page.locator(".sf-scene use").count() < 2_000
    desk = page.locator(".sf-desk")
    desk.scroll_into_view_if_needed()
    desk.locator("input[type=radio]").first.check()
    assert desk.locator("input[type=radio]").first.is_checked()
