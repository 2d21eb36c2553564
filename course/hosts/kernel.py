"""A plain kernel as host: Notebook 7, VS Code, Colab, a JupyterLab without the course's extension.

One widget brings any document to life there. Its view is added to what a cell shows only where a
front end is seen that draws it and has no extension of the course: nbclient, papermill, nbval and
nbconvert --execute get the twin alone. nbconvert prefers a view to a twin, and its view is blank
without internet.
"""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from course.errors import CourseError
from course.hosts import keeping, memo
from course.hosts.browser import text
from course.hosts.browser.guard import guarded
from course.hosts.front_ends import VIEW, is_seen
from course.hosts.library import plotly_js, plotly_version
from course.interactives import Interactive, sheets
from course.interface.words import say
from course.items import answers

__all__ = ["Hosted", "shown"]


class Hosted(anywidget.AnyWidget):
    """A document, alive. Each instance is sent what all modules share and its own module,
    never all of them.
    """

    data = traitlets.Bytes(help="The document's content, gzipped JSON.").tag(sync=True)
    past = traitlets.Dict(help="The newest answer to each item: {item: answer}.").tag(sync=True)
    lines = traitlets.List(help="Every answer given: item, at, score; never its words.").tag(
        sync=True
    )
    unread = traitlets.Unicode(
        help="Why earlier answers could not be read, if they could not."
    ).tag(sync=True)
    shelf = traitlets.Unicode(help="Tells the answers file from others: see answers.shelf.").tag(
        sync=True
    )
    plotly_version = traitlets.Unicode(plotly_version()).tag(sync=True)

    def __init__(self, document: Interactive) -> None:
        content = document.content
        asked = frozenset(item["kind"] for item in content.get("items", []))
        self._esm, self._css = text.for_kernel(document.module, asked), text.style(document.module)
        self._sheet = Path.cwd() if content.get("sheet") else None
        self._items = {item["id"]: item for item in content.get("items", [])}
        known = {**keeping.past(self._items.values(), self._sheet)} if self._items else {}
        known |= keeping.shown() if document.module == "progress" else {}
        super().__init__(
            data=document.data,
            shelf=answers.shelf(self._sheet and sheets.answers_file(self._sheet)),
            **known,
        )
        self.on_msg(self._hear)

    @guarded
    def _hear(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        head = {"re": message.get("kind"), "id": message.get("id")}
        match message.get("kind"):
            case "plotly":
                self.send(head, [plotly_js()])
                return
            case "answer":
                told = self._kept(message)
            case "export":
                told = keeping.take()
            case "import":
                told = self._changed(keeping.bring(message.get("text", "")))
            case "forget":
                told = self._changed(keeping.forget())
            case "figures":
                told = memo.figures(message.get("country", ""))
            case "export-memo":
                told = memo.write(message.get("memo"), message.get("date"))
            case _:
                return
        self.send({**head, **told})

    def _kept(self, message: dict[str, Any]) -> dict[str, Any]:
        item = self._items.get(str(message.get("item", "")))
        if item is None:
            raise CourseError(say("host.no_question"))
        told = keeping.keep(item, message, self._sheet)
        self.past = {**self.past, item["id"]: told["answer"]}
        return {name: told[name] for name in ("kept", "score", "said")}

    def _changed(self, told: dict[str, Any]) -> dict[str, Any]:
        now = keeping.shown()
        self.lines, self.unread = now["lines"], now["unread"]
        return told


def shown(document: Interactive) -> dict[str, Any]:
    """What a cell shows of a document: its bundle, and a view where a front end needs one."""
    bundle = document._repr_mimebundle_()
    if not is_seen():
        return bundle
    view = {"version_major": 2, "version_minor": 0, "model_id": Hosted(document).model_id}
    return {VIEW: view, **bundle}
