"""Questions that explain every answer at once, in the browser; the kernel only keeps what was answered."""

from copy import deepcopy

import anywidget
import traitlets

from course import answers, questions
from course.errors import CourseError
from course.widgets import text
from course.widgets.guard import guarded
from course.widgets.mime import bundle
from course.widgets.twin import quiz_twin

__all__ = ["Quiz"]


class Quiz(anywidget.AnyWidget):
    """Shows a chapter's questions. Each check appends one line to the answers file."""

    _esm = text.module("quiz")
    _css = text.style("quiz")

    questions = traitlets.List(help="The chapter's questions.").tag(sync=True)
    past = traitlets.Dict(help="The newest answer to each item answered before: {item: answer}.").tag(
        sync=True
    )

    def __init__(self, chapter):
        self._chapter = chapter
        items = deepcopy(questions.of_chapter(chapter))
        self._by_id = {item["id"]: item for item in items}
        past = {item: line["answer"] for item, line in answers.latest(self._by_id).items()}
        super().__init__(questions=items, past=past)
        self.on_msg(self._hear)

    @guarded
    def _hear(self, _widget, message, _buffers):
        if message.get("kind") != "answer":
            return
        item = self._by_id.get(message.get("item"))
        if item is None or not isinstance(message.get("answer"), int | float):
            raise CourseError("That answer belongs to no question here; run the cell again.")
        answer = message["answer"]
        line = answers.append(
            item=item["id"],
            kind=item["kind"],
            answer=answer,
            score=questions.score(item, answer),
            seconds=message.get("seconds"),
        )
        self.past = {**self.past, item["id"]: answer}
        self.send({"re": "answer", "id": message.get("id"), "kept": True, "score": line["score"]})

    def __repr__(self):
        return f"Quiz({self._chapter!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, html=quiz_twin(self.questions), twin={"questions": list(self._by_id)})
