"""A choice with reasons: is it kept like any other answer, never scored, and is the course's own
what its card computes?
"""

from typing import get_args

import pytest

import course
from course.errors import CourseError
from course.evidence import inquiries, result
from course.evidence.cards import verdicts
from course.evidence.cards.as_read import as_read
from course.evidence.cards.ours import ours
from course.hosts import keeping
from course.interactives import twin
from course.interactives.progress import progress
from course.interactives.reasoned import verdict, yardstick
from course.items import answers, kinds, rooms
from course.verbs import Notice

OWN = {"option": 3, "why": "Nine choices cannot be told."}


def item_of(document):
    [item] = document.content["items"]
    return item


def test_a_student_chooses_among_the_verdicts_that_cards_give():
    """All five, in the order of the rule, and not the one for what cannot be tested?"""
    offered = [option["verdict"] for option in item_of(verdict("growth"))["options"]]
    assert offered == list(result.VERDICTS) == list(verdicts.VERDICTS)
    assert set(get_args(result.Verdict)) - set(offered) == {"cannot be tested here"}


@pytest.mark.parametrize("name", inquiries.NAMES)
def test_the_course_says_what_the_card_computes(name):
    """Of each reading, and nothing by hand?"""
    told = ours(name)
    inquiry = inquiries.inquiry(name)
    of_pakistan = [s for s in inquiry.all_subjects() if s.get("country", "PAK") == "PAK"]
    computed = {inquiry.answer(**subject).result.verdict for subject in of_pakistan}
    computed |= {one.verdict for one in as_read(name) if one.answer}
    assert {list(verdicts.VERDICTS)[one["option"]] for one in told} == computed
    first = next((one for one in as_read(name) if one.answer), None)
    if first is None or first.weighed_by == name:
        assert inquiry.answer(**of_pakistan[0]).result.reason in told[0]["because"]
    else:
        assert told[0]["because"] == first.told()


def test_a_country_has_a_verdict_of_its_own():
    """Is another country's card another item, and one without figures told in a sentence?"""
    indonesia, pakistan = item_of(verdict("performance", "idn")), item_of(verdict("performance"))
    assert indonesia["id"] == "verdict-performance-IDN" != pakistan["id"]
    assert indonesia["ours"] != pakistan["ours"]
    assert indonesia["stem"].startswith("Indonesia. ")
    assert "no verdict" in course.verdict("education", "IDN").sentence
    for shown in (course.verdict("performance", "XYZ"), course.yardstick("two-dates")):
        assert isinstance(shown, Notice)


def test_what_a_student_wrote_is_kept_without_a_score(tmp_path, monkeypatch):
    """And read again, with the defence that she added, beside older lines?"""
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path))
    asked = keeping.items()["verdict-golden-age"]
    answers.append(item="classic-flood", kind="text", answer="A paragraph.", score=None)
    told = keeping.keep(asked, {"answer": OWN, "seconds": 40})
    assert told["kept"]
    assert told["score"] is None
    defended = OWN | {"defence": "The course hides which measure."}
    keeping.keep(asked, {"answer": defended})
    assert keeping.past([asked])["past"] == {"verdict-golden-age": defended}
    assert [line["item"] for line in answers.read()].count("verdict-golden-age") == 2
    with pytest.raises(CourseError):
        keeping.keep(asked, {"answer": {"option": 5, "why": "there are five"}})


def test_a_server_knows_what_a_room_asks_without_the_figures():
    """Is each item of a room among those that a host keeps, and no answer of the course in it?"""
    known = keeping.items()
    for room in rooms.rooms():
        for one in room["weighed"]:
            name = rooms.named(one["card"], one.get("country"))
            assert {f"room-{name}", f"yardstick-{name}", f"verdict-{name}"} <= set(known)
            assert "ours" not in known[f"verdict-{name}"]


def test_progress_counts_what_is_written_in_a_room():
    """Has each room a line, with its predictions, yardsticks and verdicts?"""
    chapters = {one["title"]: one for one in progress().content["chapters"]}
    for room in rooms.rooms():
        items = chapters[room["title"]]["items"]
        parts = [item["part"] for item in items]
        assert parts.count("predictions") == len(room["weighed"])
        assert parts.count("reflections") == 2 * len(room["weighed"])
        assert chapters[room["title"]]["stem"].startswith(room["title"][:2])
        assert {item["id"] for item in items} <= set(keeping.items())


@pytest.mark.parametrize(
    ("answer", "fits"),
    [
        (OWN, True),
        (OWN | {"defence": ""}, True),
        (OWN | {"defence": 3}, False),
        (OWN | {"more": "x"}, False),
        ({"option": 3}, False),
        ({"option": True, "why": "x"}, False),
        ({"option": 0, "why": None}, False),
        (3, False),
    ],
)
def test_what_is_an_answer(answer, fits):
    """Is anything else refused?"""
    assert kinds.of(item_of(verdict("golden-age"))).is_answer(answer) is fits


def test_an_answer_in_words():
    """Its option, its reasons and its defence, a paragraph each?"""
    kind = kinds.of(item_of(verdict("golden-age")))
    assert kind.said(OWN | {"why": "One.\n\nTwo.", "defence": "Three."}) == (
        "The record leaves it open",
        "One.",
        "Two.",
        "Three.",
    )


@pytest.mark.parametrize("verb", [verdict, yardstick])
def test_without_scripts_it_says_what_to_do(verb):
    """Does the twin ask, keep the course's own behind a summary, and say how to answer?"""
    document = verb("india")
    shown = str(twin.twin(document.paper))
    asked, told = shown.split("<details>")
    item = item_of(document)
    assert item["stem"] in asked
    assert all(option["text"] in asked for option in item["options"])
    assert item["ours"][0]["because"][:40] not in asked
    assert "The course says" in told
    assert "choose, and write your reasons" in told


def test_paper_has_boxes_and_lines():
    """Room to choose and to write, by hand?"""
    form = kinds.of(item_of(verdict("growth"))).form()
    assert len(form.boxes) == 5
    assert form.ticked
    assert form.lines >= 5
