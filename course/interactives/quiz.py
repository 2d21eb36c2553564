"""A chapter's questions, which explain every answer at once, in the browser."""

from collections.abc import Sequence

from course.errors import CourseError
from course.interactives.asking import Asking
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Asked, Listed, Paper
from course.interface.words import say
from course.items import questions
from course.items.kinds import Item

__all__ = ["paper", "quiz", "recall"]


def quiz(chapter: str, items: Sequence[Item] | None = None) -> Interactive:
    """The questions of a chapter, by its word. items: questions of one's own in their place, as
    schemas/question.json has them.
    """
    asked = questions.of_chapter(chapter) if items is None else items
    return made("quiz", chapter, {"items": list(asked)})


def recall(chapter: str) -> Interactive:
    """Three questions of earlier chapters, asked again.
    Raises CourseError for a chapter that recalls none.
    """
    asked = questions.recalled(chapter)
    if not asked:
        raise CourseError(
            f"Chapter {chapter!r} asks nothing again; course.check({chapter!r}) asks its own "
            "questions."
        )
    return made("quiz", f"{chapter}-again", {"items": asked})


def paper(content: Asking) -> Paper:
    """The questions as a list, each answer's explanation behind a disclosure."""
    asked = tuple((Asked(item),) for item in content["items"])
    return Paper((Listed(asked, ordered=True),), say("paper.quiz_live"))
