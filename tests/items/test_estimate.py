"""Does an estimate say how far a guess lay from what is known,
and is what is known computed or in a table?
"""

import importlib

import pytest

from course.classroom.exports.public import public
from course.items import kinds, questions
from course.record import data

ITEM = {
    "id": "one-estimate",
    "kind": "estimate",
    "stem": "How many of a hundred?",
    "line": [0, 100],
    "step": 1,
    "answer": 30.66,
    "interval": [14.62, 44.34],
    "tolerance": 13.5,
    "unit": "of 100",
    "feedback": "Right.",
    "low": "Higher.",
    "high": "Lower.",
}
ASKED = [
    item
    for chapter in questions.chapters()
    for part in ("questions", "predictions")
    for item in questions.of_chapter(chapter, part)
    if item["kind"] == "estimate"
]


@pytest.mark.parametrize("item", ASKED, ids=lambda item: item["id"])
def test_the_key_is_computed_or_stands_in_its_table(item):
    """Is a key that nobody typed in the file?"""
    source = item["from"]
    if "model" in source:
        function = getattr(
            importlib.import_module(f"course.models.{source['model']}"), source["function"]
        )
        value = function(**source["arguments"]) * source.get("times", 1)
        assert abs(value - item["answer"]) <= item["tolerance"] / 2
        return
    table = data.load(source["table"])
    for column, wanted in source["row"].items():
        table = table[table[column] == wanted]
    [row] = table.to_dict("records")
    assert row[source["value"]] == pytest.approx(item["answer"], abs=0.01)
    assert [row[column] for column in source["interval"]] == pytest.approx(
        item["interval"], abs=0.01
    )
    assert "World Bank" in item["feedback"], "a figure of a table is told with its source"


def test_the_course_asks_some():
    """Is the kind alive in a prediction and in a quiz?"""
    assert {item["id"] for item in ASKED} >= {"classic-ladder", "diagnosis-rank"}


@pytest.mark.parametrize(
    ("answer", "score", "said"),
    [
        (31, 1, "Your mark meets the known value, 30.66 of 100."),
        (20, 1, "Your mark lies 11 of 100 below the known value, 30.66 of 100."),
        (50, 0, "Your mark lies 19 of 100 above the known value, 30.66 of 100."),
        (0, 0, "Your mark lies 31 of 100 below the known value, 30.66 of 100."),
    ],
)
def test_a_guess_is_told_how_far_it_lay(answer, score, said):
    """Is the distance in the first sentence, the interval in the second,
    the reason in the third?
    """
    kind = kinds.of(ITEM)
    first, second, third = kind.feedback(answer)
    assert (kind.score(answer), first) == (score, said)
    assert second == "The known value is itself an estimate, between 14.62 and 44.34 of 100."
    assert third == ("Right." if score else "Higher." if answer < 30 else "Lower.")


@pytest.mark.parametrize("answer", [-1, 101, True, "31", None, [31], float("inf")])
def test_what_lies_beside_the_line_is_no_answer(answer):
    """Could a page have sent it?"""
    assert not kinds.of(ITEM).is_answer(answer)


@pytest.mark.parametrize("change", [{"line": [100, 0]}, {"answer": 120}, {"interval": [-3, 44]}])
def test_a_key_beside_its_own_line_is_refused(change):
    """Does the author hear of it?"""
    assert kinds.of(ITEM).fault() is None
    assert "line" in kinds.of(ITEM | change).fault()


def test_a_sheet_shows_the_line_and_nothing_of_the_key():
    """Is a student's item without the answer, and its paper a line with numbers?"""
    shown = public(ITEM)
    assert set(shown) == {"id", "kind", "stem", "line", "step", "unit"}
    form = kinds.of(shown).form()
    assert form.ticks == ("0", "10", "20", "30", "40", "50", "60", "70", "80", "90", "100")
    assert "30.66 of 100" in " ".join(kinds.of(ITEM).key())
