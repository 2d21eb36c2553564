"""What is done and what to revisit; and the answers themselves: to take along, to bring back, to delete."""

import anywidget
import traitlets

from course import answers
from course.errors import CourseError
from course.interactives.progress import progress
from course.widgets import text
from course.widgets.guard import guarded
from course.widgets.mime import bundle

__all__ = ["Progress"]

_SHOWN = ("item", "at", "score")


def _lines():
    """What is shown of each line; and why there are none, if they could not be read."""
    try:
        return {"lines": [{key: line[key] for key in _SHOWN} for line in answers.read()], "unread": ""}
    except CourseError as error:
        return {"lines": [], "unread": str(error)}


class Progress(anywidget.AnyWidget):
    """Shows each chapter's items with what was answered; the page computes what is due. Nobody but the student sees it."""

    _esm = text.module("progress")
    _css = text.style("progress")

    chapters = traitlets.List(
        help="What each chapter asks: [{title, items: [{id, kind, stem, prediction}]}]."
    ).tag(sync=True)
    lines = traitlets.List(help="Every answer given: item, at, score; never its words.").tag(sync=True)
    unread = traitlets.Unicode(help="Why the answers could not be read, if they could not.").tag(sync=True)
    place = traitlets.Unicode(
        "Your answers lie in answers.jsonl, beside the chapters. On a hub, its administrator can read that file."
    ).tag(sync=True)

    kept_in = traitlets.Unicode(help="Tells the answers file from others: see answers.shelf.").tag(sync=True)

    def __init__(self):
        self.document = progress()
        super().__init__(chapters=self.document.content["chapters"], kept_in=answers.shelf(), **_lines())
        self.on_msg(self._hear)

    @guarded
    def _hear(self, _widget, message, _buffers):
        match message.get("kind"):
            case "export":
                told = {"text": answers.take_along().decode("utf-8")}
            case "import":
                told = {"added": answers.bring_in(str(message.get("text", "")).encode("utf-8", "replace"))}
            case "forget":
                answers.forget()
                told = {"forgotten": True}
            case _:
                return
        now = _lines()
        self.lines, self.unread = now["lines"], now["unread"]
        self.send({"re": message["kind"], "id": message.get("id"), **told})

    def __repr__(self):
        return "Progress()"

    def _repr_mimebundle_(self, **_):
        return bundle(self, twin={"progress": True})
