"""A prediction: the interactive that it opens stays closed until the student commits."""

from course.interactives.asking import Asking
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Asked, Paper
from course.interface.words import say
from course.items import rooms

__all__ = ["paper", "predict"]


def predict(item: str) -> Interactive:
    """The prediction called `item`. Raises CourseError, naming the nearest, if there is none."""
    return made("predict", item, {"items": [rooms.prediction(item)]})


def paper(content: Asking) -> Paper:
    """The prediction with its answer behind a disclosure."""
    return Paper(tuple(Asked(item, label=say("paper.predict")) for item in content["items"]))
