"""Has a paragraph its good answer, kept from whoever has not written, and in the key on paper?"""

import pytest

from course.hosts.print.asked import answered, asked
from course.items import kinds, questions

WRITTEN = ("classic", "npm", "governance", "review", "reading")
REFLECTIONS = [item for chapter in WRITTEN for item in questions.of_chapter(chapter, "reflections")]


@pytest.mark.parametrize("item", REFLECTIONS, ids=lambda item: item["id"])
def test_each_has_one_of_about_the_length_that_is_asked_for(item):
    """Is there a good answer, and could a student write as much?"""
    words = len(item["model"].split())
    assert 0.7 * item["words"] <= words <= 1.35 * item["words"], f"{item['id']}: {words} words"


def test_it_is_not_rated():
    """Is an answer the text alone, where a question's text may be rated beside its model?"""
    kind = kinds.of(REFLECTIONS[0])
    assert kind.is_answer("mine")
    assert not kind.is_answer({"text": "mine", "rating": 1})
    rated = next(item for item in questions.of_chapter("review") if item["kind"] == "text")
    assert kinds.of(rated).is_answer({"text": "mine", "rating": 1})


def test_on_paper_it_stands_in_the_key():
    """Does the sheet hold the checklist and no model, and the key the model?"""
    item = REFLECTIONS[0]
    sheet, key = asked(item, 1), answered(item, 1)
    assert item["model"][:40] not in sheet
    assert item["checklist"][0] in sheet
    assert item["model"][:40] in key
    assert item["checklist"][0] not in key
