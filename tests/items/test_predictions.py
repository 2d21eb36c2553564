"""A prediction: is what the page promises of a guess what happens?"""

import pytest

from course import _places, lessons
from course.hosts.browser import text
from course.interactives.progress import progress
from course.interface import words
from course.items import questions, rooms

PREDICTIONS = questions.predictions() | {
    item["id"]: item for room in rooms.rooms() for item in rooms.predictions(room)
}
MARKED = [name for name, item in PREDICTIONS.items() if "mark" in item]
# A number that no axis of the opened figure counts; the figure says it in words. One word why.
IN_WORDS = {
    "lab-oversight": "the axis is audits and bribes, the guess a chance of one complaint",
    "lab-halves": "the axis is the mean in standard deviations, the guess a share of a gain",
}


def test_every_guess_has_its_place():
    """Is each number drawn on an axis or named here with its reason, and is a choice,
    which has no axis, never marked?
    """
    offenders = [
        name
        for name, item in PREDICTIONS.items()
        if ("unit" in item) != ("mark" in item or name in IN_WORDS)
    ]
    assert offenders == [], (
        "set `mark` to the axis that the guess is a value of, or say here why there is none"
    )
    assert not set(IN_WORDS) & set(MARKED)


@pytest.mark.parametrize("name", MARKED)
def test_a_guess_is_drawn_where_it_means_something(name):
    """Does the axis keep its name and its range in every state,
    and does the answer lie within it?
    """
    item = PREDICTIONS[name]
    spec, axis = lessons.spec(item["opens"]), f"{item['mark']}axis"
    states = [spec.state(**setting) for setting in spec.combinations()]
    moved = {key for state in states for key in state.get("layout", {})}
    assert f"{axis}.title.text" not in moved, (
        f"{name}: the axis {axis} changes its name with a control"
    )
    low, high = spec.first_figure["layout"][axis]["range"]
    assert low <= item["answer"] <= high, f"{name}: the answer lies off the axis"


def test_every_prediction_opens_a_figure_that_says_the_guess():
    """Is each opened by an id that a chart on a page has,
    and does that chart have words for the guess?
    """
    assert [
        name for name, item in PREDICTIONS.items() if item["opens"] not in lessons.names()
    ] == []
    assert "guess?.words" in text.module("explorable")
    assert "words: guessOf(item, answer)" in text.module("predict")


def test_what_is_promised_is_what_is_done():
    """Does no page say that every guess is drawn,
    and does the one that tells of a guess say both ways?
    """
    readme = (_places.root() / "README.md").read_text(encoding="utf-8")
    assert "your guess is drawn" not in readme
    assert "in words, and as a line where the chart has an axis for it" in readme


def test_progress_knows_a_prediction():
    """Is every prediction, and nothing else, marked for the count
    that asks not whether it was right?
    """
    marked = {
        item["id"]
        for chapter in progress().content["chapters"]
        for item in chapter["items"]
        if item["part"] == "predictions"
    }
    assert marked == set(PREDICTIONS)


def test_no_assignment_asks_a_prediction():
    """What a class's report counts comes from the bank and the quizzes: is no prediction among
    them, to be marked wrong?
    """
    marked = {item["id"] for item in questions.bank()}
    marked |= {
        item["id"] for chapter in questions.chapters() for item in questions.of_chapter(chapter)
    }
    assert not marked & set(PREDICTIONS)


def test_every_guess_is_answered_in_words():
    """Has each kind that a prediction may be of words for what was expected and what is so?"""
    browser = _places.PACKAGE / "hosts" / "browser" / "kinds"
    for kind in {item["kind"] for item in PREDICTIONS.values()}:
        source = (browser / f"{kind}.js").read_text(encoding="utf-8")
        assert "guess:" in source or "...ofNumber" in source, kind
    told = [
        words.sentences("en")[f"kinds.{key}"]
        for key in ("number_guess", "guess_is_so", "guess_is_not")
    ]
    assert all(one.startswith("You expected") for one in told)
    assert not any(word in " ".join(told) for word in ("wrong", "right ", "✗", "✓"))
