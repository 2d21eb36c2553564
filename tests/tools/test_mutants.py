"""Does the count of changed formulas add up, and does none survive without a reason?"""

import importlib

import pytest

from course import _places
from course.errors import CourseError
from course.record.data import parsed
from tools.checking.mutants import table, unexplained

SHOWN = """
    course.models.scope.x_net__mutmut_1: killed
    course.models.scope.x_net__mutmut_2: survived
    course.models.scope.x__checked__mutmut_11: timeout
    course.models.veto.x_core_width__mutmut_1: killed
    course.models.veto.x_core_width__mutmut_2: no tests
"""
WHY = {
    "scope.net": {"changes": 1, "why": "It is."},
    "veto.core_width": {"changes": 1, "why": "So is it."},
    "chain.levels": {"changes": 1, "why": "Not asked for."},
}


def test_the_table_counts_and_explains():
    """Does each model get its row, their sum the last,
    and each function with a survivor its reason?
    """
    assert table(SHOWN, WHY) == [
        "| model | changed formulas | noticed | not noticed |",
        "|---|---|---|---|",
        "| scope | 3 | 2 | 1 (33%) |",
        "| veto | 2 | 1 | 1 (50%) |",
        "| all | 5 | 3 | 2 (40%) |",
        "",
        "Not noticed, and why (the number of changes in brackets):",
        "",
        "- `scope.net` (1): It is.",
        "- `veto.core_width` (1): So is it.",
    ]
    assert len(table("course.models.scope.x_net__mutmut_1: killed", {})) == 4


def test_a_survivor_without_a_reason_is_refused():
    """Does the sentence name the function, private ones as the source has them, and both cures?"""
    shown = SHOWN.replace("timeout", "survived")
    assert unexplained(shown, WHY) == ["course.models.scope.x__checked__mutmut_11"]
    with pytest.raises(
        CourseError, match=r"in scope\._checked; add a test .* tests/survivors.yaml"
    ):
        table(shown, WHY)


def test_one_more_survivor_than_the_reason_counts_is_refused():
    """A reason is of those that were read: is another change in its function shown, and refused?"""
    shown = SHOWN.replace("x_net__mutmut_1: killed", "x_net__mutmut_1: survived")
    assert len(unexplained(shown, WHY)) == 2
    with pytest.raises(CourseError, match=r"in scope\.net; add a test"):
        table(shown, WHY)


def test_every_reason_is_a_sentence_about_a_function_that_exists():
    """Is each key of survivors.yaml a model's function, and each reason one sentence?"""
    text = (_places.root() / "tests" / "survivors.yaml").read_text(encoding="utf-8")
    for name, said in parsed(text, "tests/survivors.yaml").items():
        model, function = name.split(".")
        assert hasattr(importlib.import_module(f"course.models.{model}"), function), name
        assert said["changes"] > 0, name
        assert said["why"].endswith("."), name
