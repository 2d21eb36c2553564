"""Questions that explain every answer at once, in the browser; the kernel only keeps what was answered."""

from course.interactives.quiz import quiz
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.mime import bundle

__all__ = ["Quiz"]


class Quiz(Asking):
    """Shows a chapter's questions, one at a time. Each check appends one line to the answers file.

    items: questions of one's own in place of the chapter's, as schemas/question.json describes them.
    """

    _esm = text.module("quiz")
    _css = text.style("quiz")

    def __init__(self, chapter, items=None):
        self._chapter = chapter
        self.document = quiz(chapter, items)
        super().__init__(self.document.content["items"])

    def __repr__(self):
        return f"Quiz({self._chapter!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, twin={"questions": list(self._by_id)})
