"""Can an estimate be given by touch, by keys and as a number, on a phone,
and is it shown beside what is known?
"""

import pytest

from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.predict import predict
from course.interactives.quiz import quiz
from course.items import questions

pytestmark = pytest.mark.browser


@pytest.fixture(params=["light", "dark"])
def phone(chromium, tmp_path, request, watched):
    """A page of a prediction and a question, on a phone."""
    asked = [item for item in questions.of_chapter("diagnosis") if item["id"] == "diagnosis-rank"]
    write(
        [Chapter("one", "One", [predict("classic-ladder"), quiz("diagnosis", asked)])],
        tmp_path,
        single=True,
    )
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, color_scheme=request.param, has_touch=True
    )
    page = context.new_page()
    errors, _ = watched(page)
    page.goto((tmp_path / "one.html").as_uri())
    page.wait_for_selector(".sf-quiz")
    yield page
    context.close()
    assert errors == []


def test_a_mark_is_set_by_touch_and_moved_by_keys(phone):
    """Does the number follow the mark, and the mark stay after a reload?"""
    part = phone.locator("[data-module=predict]")
    line, number = part.locator("[type=range]"), part.locator("input[type=text]")
    assert number.input_value() == "", "no mark is set before the reader sets one"
    box = line.bounding_box()
    assert box["height"] >= 40
    phone.touchscreen.tap(box["x"] + box["width"] * 0.7, box["y"] + box["height"] / 2)
    touched = int(number.input_value())
    assert 66 <= touched <= 74
    line.focus()
    phone.keyboard.press("ArrowRight")
    assert number.input_value() == str(touched + 1)
    part.locator("[type=submit]").tap()
    assert f"You said {touched + 1} %. The answer is 53 %." in part.inner_text()
    known, mine = (part.locator(f".sf-{name}").bounding_box()["x"] for name in ("truth", "mark"))
    assert known < mine
    phone.reload()
    phone.wait_for_selector("[data-module=predict] .sf-scale")
    assert line.input_value() == str(touched + 1)


def test_a_number_is_written_and_only_one_on_the_line_is_taken(phone):
    """Does the mark follow the number, and does what lies beside the line get a sentence?"""
    part = phone.locator("[data-module=quiz]")
    number, verdict = part.locator("input[type=text]"), part.locator(".sf-verdict")
    for typed in ("", "180"):
        number.fill(typed)
        part.locator("[type=submit]").tap()
        assert verdict.inner_text() == "Move the mark, or write a number from 0 to 100."
    number.fill("62")
    assert part.locator("[type=range]").input_value() == "62"
    number.press("Enter")
    assert "Your mark lies 31 points above the known value, 30.66 points." in verdict.inner_text()
    assert "between 14.62 and 44.34 points" in verdict.inner_text()
    assert part.locator(".sf-span").bounding_box()["width"] > 50, "the interval is drawn"
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
