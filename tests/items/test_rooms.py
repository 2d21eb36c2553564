"""Do the rooms of evidence ask before they show, of cards and claims that exist, and does no key
stand there that the record does not give?
"""

import pytest
import yaml

from course import paper
from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.inquiries.shared import countries
from course.items import kinds, questions, rooms
from course.record import data

WEIGHED = [one for room in rooms.rooms() for one in room["weighed"]]
PREDICTIONS = [item for room in rooms.rooms() for item in rooms.predictions(room)]
YARDSTICKS = [item for room in rooms.rooms() for item in rooms.yardsticks(room)]


def names(ids):
    return [rooms.named(one["card"], one.get("country")) for one in ids]


def test_each_asks_about_a_card_and_claims_that_are_there():
    """And about a country that its card does not offer anyway?"""
    for one in WEIGHED:
        assert one["card"] in inquiries.NAMES
        assert set(one["claims"]) <= set(inquiries.words(one["card"])["claims"])
        for claim in one["claims"]:
            paper.claim(claim)
        if "country" in one:
            assert inquiries.takes_country(one["card"])
            assert one["country"] not in countries.NEIGHBOURS


def test_no_card_is_asked_about_twice():
    """Has each item an id of its own, that no chapter's has?"""
    assert len(set(names(WEIGHED))) == len(WEIGHED)
    ids = [item["id"] for item in [*PREDICTIONS, *YARDSTICKS]]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & set(questions.predictions())


def test_a_prediction_is_found_by_its_id_wherever_it_stands():
    """In a chapter and in a room?"""
    assert rooms.prediction("classic-half") == questions.prediction("classic-half")
    assert rooms.prediction("room-india")["opens"] == "india"
    with pytest.raises(CourseError, match="room-india"):
        rooms.prediction("room-indian")


def test_a_yardstick_tells_what_each_is_good_for_and_which_is_ours(subtests):
    """Is nothing in it that a mark could be made of?"""
    for item in YARDSTICKS:
        with subtests.test(item["id"]):
            kind = kinds.of(item)
            [ours], n = item["ours"], len(item["options"])
            told = dict(kind.explained())
            assert item["options"][ours["option"]]["text"] in told["The course says"]
            assert len(told) == n + 1
            assert {kind.score({"option": i, "why": "so"}) for i in range(n)} == {None}


def test_no_place_and_no_length_gives_the_predictions_away():
    """Is no line, and neither the longest nor the shortest option, right more than half of it?"""
    most = len(PREDICTIONS) / 2
    shown = [[item["options"][place] for place in item["shown"]] for item in PREDICTIONS]
    for guess in (
        *(lambda options, k=k: options[k] for k in range(3)),
        lambda options: max(options, key=lambda o: len(o["text"])),
        lambda options: min(options, key=lambda o: len(o["text"])),
    ):
        assert sum(bool(guess(options).get("correct")) for options in shown) <= most


def right(name):
    return next(o["text"] for o in rooms.prediction(f"room-{name}")["options"] if o.get("correct"))


def one(card, country=None, **asked):
    inquiry = inquiries.inquiry(card, country)
    every = {**inquiry.all_subjects()[0], **inquiry.all_choices()[0], **asked}
    return inquiry.one(**every)


def test_the_record_gives_what_a_prediction_counts_as_right():
    """Is each key what the figures say today?"""
    golden = next(
        r
        for choice, r in inquiries.inquiry("golden-age").answer().each
        if "Ayub" in inquiries.inquiry("golden-age").in_words(choice)["golden"]
        and "1959" in inquiries.inquiry("golden-age").in_words(choice)["golden"]
    )
    assert "Less than half" in right("golden-age")
    assert abs(golden.estimate) < 0.5
    assert "late 1950s" in right("india")
    assert one("india").facts["open_first"] == 1958
    assert "two points" in right("growth")
    assert one("growth").estimate == pytest.approx(2, abs=0.25)
    assert "higher" in right("performance-IDN")
    assert one("performance", "IDN").interval[0] > 0
    assert right("education") == "Both had grown, and the ratio fell below five"
    assert (
        "5.8 times the private one in 2001, 4.5 times in 2020" in one("education").facts["ratios"]
    )
    assert right("examination") == "About three"
    assert one("examination").facts["after"] == pytest.approx(3, abs=0.3)
    assert one("examination").facts["before"] == pytest.approx(8, abs=0.3)
    assert right("who-serves") == "About seventeen"
    assert one("who-serves", what="women").facts["public"] == pytest.approx(17.5, abs=0.5)
    assert right("child-mortality") == "About 30"
    lag = one("child-mortality", reading="beside")
    assert lag.facts["end"] / (1 + lag.estimate / 100) == pytest.approx(30, abs=2)
    assert "same" in right("oversized-EGY")
    premium = one("oversized", "EGY", what="pay")
    assert premium.estimate < 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda one: one["yardstick"]["options"][0].update(ours=True), "golden-age: exactly one"),
        (lambda one: one["predict"]["options"][0].pop("feedback"), "feedback"),
        (
            lambda one: one["predict"]["options"].append(
                {"text": "Another", "correct": True, "feedback": "A sentence long enough."}
            ),
            "golden-age: exactly one option",
        ),
        (lambda one: one.update(verdict="supports"), "verdict"),
    ],
    ids=["two of ours", "no feedback", "two right", "a verdict by hand"],
)
def test_a_broken_file_names_card_and_fault(change, words):
    """Is an author told in a sentence what is wrong?"""
    content = yaml.safe_load(data.text("rooms"))
    change(content["rooms"][0]["weighed"][0])
    with pytest.raises(CourseError, match=words):
        rooms.validate(yaml.safe_dump(content, allow_unicode=True))


def test_the_file_is_valid():
    """Does the file as shipped pass what an author's file must pass?"""
    rooms.validate(data.text("rooms"))
