"""Questions that explain every answer at once, in the browser; the kernel only keeps what was answered."""

from course import questions
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.mime import bundle
from course.widgets.twin import quiz_twin

__all__ = ["Quiz"]


class Quiz(Asking):
    """Shows a chapter's questions, one at a time. Each check appends one line to the answers file.

    items: questions of one's own in place of the chapter's, as schemas/question.json describes them.
    """

    _esm = text.module("quiz")
    _css = text.style("quiz")

    def __init__(self, chapter, items=None):
        self._chapter = chapter
        super().__init__(questions.of_chapter(chapter) if items is None else items)

    def __repr__(self):
        return f"Quiz({self._chapter!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, html=quiz_twin(self.items), twin={"questions": list(self._by_id)})
