"""Chapter 06: is what its predictions count as right what the figures give?"""

from course.evidence import inquiries
from course.items import questions


def _right(item):
    options = questions.prediction(item)["options"]
    return next(option["text"] for option in options if option.get("correct"))


def test_the_slide():
    """Do the first and the last years of effectiveness overlap, as the prediction says?"""
    low, high = (
        inquiries.inquiry("performance")
        .one(country="PAK", indicator="ge", window=5, years="all")
        .interval
    )
    assert low < 0 < high
    assert "cannot be told apart" in _right("diagnosis-slide")


def test_the_size():
    """Is the public share below the median of others among wage earners,
    and above it in formal jobs?
    """
    sides = []
    for base in ("paid", "formal"):
        asked = {"country": "PAK", "what": "jobs", "base": base, "survey": "latest", "group": "all"}
        low, high = inquiries.inquiry("oversized").one(**asked).interval
        sides.append("below" if high < 0 else "above" if low > 0 else "neither")
    assert sides == ["below", "above"]
    assert _right("diagnosis-size").startswith("Below it one time, above it the other")


def test_what_no_table_reaches():
    """Are the lines of which the chapter says that no table
    reaches them still those of the list?
    """
    listed = {entry["claim"] for entry in inquiries.untestable()}
    said = {f"PKB-{letter}" for letter in ("b", "c", "e", "f", "h", "i", "i2", "j", "k", "l")}
    assert {claim for claim in listed if claim.startswith("PKB-")} == said, (
        "notebooks/06-pakistan-diagnosis.ipynb says of each line whether a table reaches it; "
        "change it with the list"
    )
