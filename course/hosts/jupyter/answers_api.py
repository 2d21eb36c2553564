"""What a page asks of the server, as JSON under steel-frame/api: POST <verb>, and GET plotly.js.

Every body holds `notebook`, a path below the server's root ("" for a page of the edition), and
`sheet`, whether its answers lie beside that notebook. The course's own items decide what fits: what
a page says about an item is never trusted, and no page names a file of answers. A refusal is a
status from 400 on and {"problem": one sentence}.
"""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from tornado import web

from course import _places
from course.errors import CourseError
from course.hosts.jupyter import memo_apart
from course.hosts.jupyter.below_root import folder_of
from course.hosts.library import plotly_js, plotly_version
from course.interactives import sheets
from course.interface.words import say
from course.items import answers

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

__all__ = ["handlers"]

# Bytes of a body. An answer has at most 200,000 letters, of up to twelve bytes each as JSON may
# write them; a file of answers is written once more as a text. What a kernel keeps, a server keeps.
_MOST, _MOST_FILE = 3_000_000, 2 * answers.MOST_BYTES

# One thread each: answers stay in the order in which they came, and the figures of a country take
# seconds.
_answers, _memos = (ThreadPoolExecutor(1, f"steel-frame-{name}") for name in ("answers", "memos"))


class _OddError(CourseError):
    """What came is no request of a page of ours."""


def _page(told, root):
    """The address, below the server's, of the page of a notebook that is a chapter in the reader's
    folder; else "".
    """
    folder, _, name = told["notebook"].rpartition("/")
    shipped = _places.shipped_notebooks() / name
    if not name.endswith(".ipynb") or not shipped.is_file():
        return ""
    here = Path(root, folder).resolve()
    ours = here in {_places.course_folder().resolve(), _places.shipped_notebooks().resolve()}
    return f"steel-frame/{quote(shipped.stem)}.html" if ours else ""


def _keeping():
    """What keeps answers, and knows what is asked: loaded for the first answer, since a student
    who only reads needs none of it.
    """
    from course.hosts import keeping

    return keeping


def _kept(sheet):
    """{"past", "lines", "unread"}, as keeping.past and keeping.shown tell them."""
    if not sheet and not answers.begun():
        return {"past": {}, "lines": [], "unread": ""}
    keeping = _keeping()
    past, now = keeping.past(keeping.items(sheet).values(), sheet), keeping.shown()
    return {**past, **now, "unread": past["unread"] or now["unread"]}


def _state(told, sheet, root):
    return {
        **_kept(sheet),
        "shelf": answers.shelf(sheet and sheets.answers_file(sheet)),
        "place": say("keeping.place"),
        "plotly": plotly_version(),
        "page": _page(told, root),
    }


def _keep(told, sheet, _root):
    keeping = _keeping()
    name, known = told.get("item"), keeping.items(sheet)
    if not isinstance(name, str) or name not in known:
        raise CourseError(say("host.no_question"))
    return keeping.keep(known[name], told, sheet)


def _take(_told, _sheet, _root):
    return _keeping().take()


def _bring(told, _sheet, _root):
    if not isinstance(told.get("text"), str):
        raise _OddError(say("server.odd"))
    return _keeping().bring(told["text"])


def _forget(_told, _sheet, _root):
    return _keeping().forget()


def _figures(told, _sheet, _root):
    return memo_apart.figures(told.get("country", ""))


def _write(told, _sheet, _root):
    return memo_apart.write(told.get("memo"), told.get("date"))


_DO = {
    "state": (_state, _answers),
    "keep": (_keep, _answers),
    "take": (_take, _answers),
    "bring": (_bring, _answers),
    "forget": (_forget, _answers),
    "figures": (_figures, _memos),
    "write": (_write, _memos),
}


def _no_number(word):
    raise ValueError(word)


def _told(raw):
    """The body as a dict. Raises CourseError if it is none of ours."""
    try:
        told = json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise _OddError(say("server.odd")) from None
    if (
        not isinstance(told, dict)
        or not isinstance(told.get("notebook"), str)
        or not isinstance(told.get("sheet"), bool)
        or (told["sheet"] and not told["notebook"])
    ):
        raise _OddError(say("server.odd"))
    return told


class AnswersHandler(APIHandler):
    """POST steel-frame/api/<verb>. Login, and the token against forged requests,
    are Jupyter's own.
    """

    auth_resource = "contents"

    @web.authenticated
    @authorized
    async def post(self, verb: str) -> None:
        if verb not in _DO:
            return self._refuse(404, say("server.no_verb"))
        raw = self.request.body
        if len(raw) > (_MOST_FILE if verb == "bring" else _MOST):
            return self._refuse(
                413, say("server.too_large") if verb == "bring" else say("host.too_long")
            )
        call, thread = _DO[verb]
        try:
            reply = await asyncio.get_running_loop().run_in_executor(thread, self._done, call, raw)
        except CourseError as error:
            return self._refuse(400, str(error))
        except Exception:
            self.log.exception("Steel Frame: %s failed", verb)
            return self._refuse(500, say("server.failed"))
        self.finish(json.dumps(reply))
        return None

    def _done(self, call, raw):
        told = _told(raw)
        root = cast("ServerApp", self.serverapp).root_dir  # there is none only outside a server
        folder = folder_of(root, told["notebook"]) if told["notebook"] else None
        return call(told, folder if told["sheet"] else None, root)

    def _refuse(self, status: int, sentence: str) -> None:
        self.set_status(status)
        self.set_header("Cache-Control", "no-store")
        self.finish(json.dumps({"problem": sentence}))


class PlotlyHandler(APIHandler):
    """GET steel-frame/api/plotly.js?v=<version>: the library as gzip, which the page unpacks;
    kept by the browser.
    """

    auth_resource = "contents"

    @web.authenticated
    @authorized
    async def get(self):
        packed = await asyncio.get_running_loop().run_in_executor(None, plotly_js)
        if self.get_argument("v", "") == plotly_version():
            self.set_header("Cache-Control", "private, max-age=31536000, immutable")
        await self.finish(packed, set_content_type="application/gzip")


def handlers(base_url):
    """The handlers of the API under a server's base URL, for its web application."""
    api = url_path_join(base_url, "steel-frame", "api")
    return [
        (url_path_join(api, r"plotly\.js"), PlotlyHandler),
        (url_path_join(api, "(.*)"), AnswersHandler),
    ]
