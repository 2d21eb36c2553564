"""Chapter 05's predictions are keyed to what the figures give."""

from course.evidence.inquiries import inquiry
from course.evidence.inquiries.shared.pakistan import fall
from course.items import questions


def right(prediction):
    return next(o["text"] for o in questions.prediction(prediction)["options"] if o.get("correct"))


def test_the_year_of_the_largest_fall_in_impartiality():
    """Does the right option name the year of the largest fall?"""
    assert str(fall("impartiality")["fall_year"]) in right("history-room")


def test_the_turn_at_which_merit_fell_more():
    """Does the right option name the turn with the larger fall?"""
    found = inquiry("two-dates").one(measured="merit", window=5, bhutto=1972, soldiers=1958).facts
    assert found["early"] < found["late"]
    assert str(found["early_year"]) in right("history-door")
