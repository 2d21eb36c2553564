"""The words of a claim fix what is looked at: are they its own and few, and who chose?"""

import re

import pytest

from course import lessons, paper
from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.cards import lines
from course.record import data

ALL = (*inquiries.NAMES, "merit-and-effectiveness")
CHOSEN = {"subject": "merit in Pakistan", "yardstick": "the years before", "reason": "It says so."}


@pytest.mark.parametrize("name", ALL)
def test_the_words_are_the_claims(name):
    """Are they six at most, and do they stand in the claim in this order?"""
    asked = inquiries.asked(name)
    claim, words = asked["claims"][0], asked["decides"]
    parts = [re.escape(part.strip()) for part in words.split("…")]
    assert re.search(".*".join(parts), paper.claim(claim)["paraphrase"]), words
    assert len([word for word in words.split() if word != "…"]) <= 6
    assert words in dict(lessons.spec(name).before)["What is looked at"]


def test_a_card_says_who_chose(monkeypatch):
    """Without a chooser, does it say that the course chose and knew the figures;
    with one, does it say when, what, why and what else?
    """
    entry = {k: v for k, v in inquiries.words("performance").items() if k != "chosen"}
    monkeypatch.setattr(inquiries, "asked", lambda _: entry)
    assert "knew the figures" in lines.chosen("performance")
    entry["chosen"] = {"reason": "No column.", "date": "2026-11-30"}
    assert "no column can stand for them. Why: No column." in lines.chosen("performance")
    entry["chosen"] = CHOSEN | {"date": "2026-11-30", "also": [{"subject": "b", "yardstick": "c"}]}
    told = lines.chosen("performance")
    assert "2026-11-30: merit in Pakistan, held against the years before. Why: It says so." in told
    assert "known to the course, not to the chooser" in told
    assert "b, held against c" in told


def test_a_choice_needs_its_reason_and_its_date():
    """Does the schema refuse a choice without either, or a reading that nothing weighs?"""
    text = data.text("evidence")
    told = CHOSEN | {"date": "'2026-11-30'", "weighed": "{merit: merit-and-1973}"}
    whole = "".join(f"    {k}: {v}\n" for k, v in told.items())
    text = re.sub(r"  chosen:\n(?:    .*\n)+", "", text)
    start = text.index("  decides:")
    told = f"{text[:start]}  chosen:\n{whole}{text[start:]}"
    inquiries.validate(told)
    for part in ("reason", "date"):
        short = re.sub(rf"    {part}: .*\n", "", told, count=1)
        with pytest.raises(CourseError, match=f"'{part}' is a required"):
            inquiries.validate(short)
    with pytest.raises(CourseError, match="'weighed' is a dependency of 'subject'"):
        inquiries.validate(told.replace("    weighed: {merit: merit-and-1973}\n", ""))
