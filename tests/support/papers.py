"""An assignment with a question of each kind, for tests of the classroom."""

from course.classroom.cycle import assignment as assignments

__all__ = ["ITEMS", "paper"]

ITEMS = {
    "choice": {"options": [{"text": "a", "correct": True, "feedback": "why a is right"},
        {"text": "b",
        "misconception": "b too", "feedback": "why b is not"}]},
    "several": {"options": [{"text": "a", "correct": True, "feedback": "why a is right"},
        {"text": "b", "misconception": "b too", "feedback": "why b is not"}],
        "feedback": "all of it"},
    "classify": {"groups": ["x", "y"], "statements": [{"text": "one", "group": "y",
        "feedback": "why y", "misconception": "m"}, {"text": "two", "group": "x",
        "feedback": "why x",
        "misconception": "m"}], "feedback": "all"},
    "match": {"pairs": [{"left": "l1", "right": "zed", "feedback": "f", "misconception": "m"},
        {"left": "l2", "right": "ay", "feedback": "f", "misconception": "m"}],
        "distractors": ["em"],
        "feedback": "all"},
    "order": {"steps": [{"text": t, "feedback": "f", "misconception": "m"} for t in ("first",
        "second", "third")], "shown": [2, 0, 1], "feedback": "all"},
    "number": {"answer": 5.5, "tolerance": 0.1, "unit": "%", "feedback": "f", "low": "too low",
        "high": "too high"},
}  # fmt: skip


def _item(kind):
    return {
        "id": f"one-{kind}",
        "kind": kind,
        "stem": "What then?",
        "objective": "know",
        "claims": ["CG-a"],
        **ITEMS[kind],
    }


def paper():
    """An assignment with a question of each kind and one essay."""
    rubric = [
        {"criterion": word, "levels": ["none at all", "a little", "a good deal", "all of it"]}
        for word in "abcd"
    ]
    essay = {
        "id": "one-essay",
        "kind": "essay",
        "stem": "Write.",
        "objective": "know",
        "words": 50,
        "rubric": rubric,
    }
    return assignments.Assignment(
        name="one", title="One", covers=("01",), minutes=20, objectives={"know": "know it all"},
        questions=tuple(_item(kind) | {"points": 2} for kind in ITEMS), tasks=(essay,), desk=True,
    )  # fmt: skip
