"""What asks and keeps: a widget with items, the newest answer to each, and one message from the page."""

from copy import deepcopy

import anywidget
import traitlets

from course import answers, contracts
from course.errors import CourseError
from course.items import kinds
from course.widgets.guard import guarded

__all__ = ["Asking"]


class Asking(anywidget.AnyWidget):
    """Base of Quiz, Predict, Reflect and Asked. Each answer that the page sends becomes one line of the answers file.

    sheet: the answers file of an assignment. What goes there is graded: a line without a score, which the key decides.
    """

    items = traitlets.List(help="What is asked, as questions.py reads it.").tag(sync=True)
    past = traitlets.Dict(help="The newest answer to each item answered before: {item: answer}.").tag(
        sync=True
    )

    unread = traitlets.Unicode(help="Why earlier answers could not be read, if they could not.").tag(
        sync=True
    )
    kept_in = traitlets.Unicode(
        help="Tells the answers file from others: see answers.shelf. The page keeps its drafts under it."
    ).tag(sync=True)

    def __init__(self, items, sheet=None):
        items = deepcopy(list(items))
        self._sheet = sheet
        self._by_id = {item["id"]: item for item in items}
        past, unread = {}, ""
        try:
            past = {
                n: line["answer"] for n, line in answers.latest(self._by_id, sheet, fits=self._fits).items()
            }
        except CourseError as error:
            unread = str(error)  # told on the page; what is asked can still be answered
        super().__init__(items=items, past=past, unread=unread, kept_in=answers.shelf(sheet))
        self.on_msg(self._hear)

    def _fits(self, line):
        """Could this page have sent it? The question may have changed since; and a sheet's marks read what is graded."""
        graded = not self._sheet or line["mode"] == "graded"
        return graded and kinds.of(self._by_id[line["item"]]).is_answer(line["answer"])

    @guarded
    def _hear(self, _widget, message, _buffers):
        if message.get("kind") != "answer":
            return
        item, answer = self._by_id.get(message.get("item")), message.get("answer")
        if item is None or not kinds.of(item).is_answer(answer):
            raise CourseError(
                "That answer belongs to no question here; choose Run, then Run All Cells, and answer again."
            )
        seconds = message.get("seconds")
        line = answers.append(
            item=item["id"],
            kind=item["kind"],
            answer=answer,
            score=None if self._sheet else kinds.of(item).score(answer),
            seconds=seconds
            if contracts.fits({"type": "number", "minimum": 0, "x-most": 1}, seconds)
            else None,
            mode="graded" if self._sheet else "practice",
            path=self._sheet,
        )
        self.past = {**self.past, item["id"]: line["answer"]}
        told = {"re": "answer", "id": message.get("id"), "kept": True, "score": line["score"]}
        self.send({**told, **self._told(item, answer)})

    def _told(self, _item, _answer):
        """What more the page is told when an answer is kept."""
        return {}
