"""Does a part of a page that cannot come to life leave its words, and the others, as they were?"""

from course import lessons
from course.hosts.pages.prose import blocks
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives import made
from course.interactives.explorable import explorable
from tools.checking.slow_line import served_folder


def test_a_part_that_fails_stands_as_on_paper(chromium, tmp_path):
    """Its twin in the twin's frame, a sentence above it; and does the part below it live?"""
    broken, sound = (explorable(lessons.spec(name)) for name in ("short-chain", "hierarchy"))
    write([Chapter(stem="two", title="two", parts=[*blocks("# Two"), broken, sound])], tmp_path)
    page = tmp_path / "two.html"
    words = page.read_text(encoding="utf-8")
    assert broken.stored["data"] in words
    empty = made("explorable", "short-chain", {}).stored["data"]  # fails once the twin has left
    page.write_text(words.replace(broken.stored["data"], empty), encoding="utf-8")
    server, address = served_folder(tmp_path)
    context = chromium.new_context()
    reader = context.new_page()
    reader.goto(f"{address}/two.html")
    places = reader.locator(".widget[data-module='explorable']")
    places.nth(0).get_by_text("This part could not be started").wait_for()
    places.nth(1).scroll_into_view_if_needed()
    places.nth(1).locator(".sf-title").wait_for()
    assert reader.locator("[data-waking]:not([data-live])").count() == 0
    assert "86\N{NO-BREAK SPACE}%" in places.nth(0).inner_text()
    assert places.nth(0).evaluate("(e) => getComputedStyle(e).borderInlineStartWidth") == "4px"
    context.close()
    server.shutdown()
    server.server_close()
