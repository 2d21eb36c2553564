"""A paragraph that the student writes and keeps."""

from course.interactives.asking import Asking
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Asked, Paper
from course.items import questions

__all__ = ["paper", "reflect"]


def reflect(item: str) -> Interactive:
    """The reflection called `item`. Raises CourseError, naming the nearest, if there is none."""
    return made("reflect", item, {"items": [questions.reflection(item)]})


def paper(content: Asking) -> Paper:
    """What is asked and what to look for; never what a student wrote."""
    return Paper(tuple(Asked(item) for item in content["items"]))
