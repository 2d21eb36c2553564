"""What asks and keeps: a widget with items, the newest answer to each, and one message from the page."""

import json
from copy import deepcopy

import anywidget
import traitlets

from course import answers, scoring
from course.errors import CourseError
from course.widgets.guard import guarded

__all__ = ["Asking"]

MOST_CHARACTERS = 200_000


class Asking(anywidget.AnyWidget):
    """Base of Quiz, Predict, Reflect and Asked. Each answer that the page sends becomes one line of the answers file.

    sheet: the answers file of an assignment. What goes there is graded: a line without a score, which the key decides.
    """

    items = traitlets.List(help="What is asked, as questions.py reads it.").tag(sync=True)
    past = traitlets.Dict(help="The newest answer to each item answered before: {item: answer}.").tag(
        sync=True
    )

    kept_in = traitlets.Unicode(
        help="Tells the answers file from others: see answers.shelf. The page keeps its drafts under it."
    ).tag(sync=True)

    def __init__(self, items, sheet=None):
        items = deepcopy(list(items))
        self._sheet = sheet
        self._by_id = {item["id"]: item for item in items}
        past = {
            name: line["answer"]
            for name, line in answers.latest(self._by_id, sheet).items()
            if scoring.is_answer(self._by_id[name], line["answer"])  # the question may have changed since
        }
        super().__init__(items=items, past=past, kept_in=answers.shelf(sheet))
        self.on_msg(self._hear)

    @guarded
    def _hear(self, _widget, message, _buffers):
        if message.get("kind") != "answer":
            return
        item, answer = self._by_id.get(message.get("item")), message.get("answer")
        if item is None or not scoring.is_answer(item, answer):
            raise CourseError(
                "That answer belongs to no question here; choose Run, then Run All Cells, and answer again."
            )
        if len(json.dumps(answer, ensure_ascii=False)) > MOST_CHARACTERS:
            raise CourseError("That text is too long to be kept; shorten it and keep it again.")
        line = answers.append(
            item=item["id"],
            kind=item["kind"],
            answer=answer,
            score=None if self._sheet else scoring.score(item, answer),
            seconds=message.get("seconds"),
            mode="graded" if self._sheet else "practice",
            path=self._sheet,
        )
        self.past = {**self.past, item["id"]: answer}
        told = {"re": "answer", "id": message.get("id"), "kept": True, "score": line["score"]}
        self.send({**told, **self._told(item, answer)})

    def _told(self, _item, _answer):
        """What more the page is told when an answer is kept."""
        return {}
