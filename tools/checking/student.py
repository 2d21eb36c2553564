"""A student of a hub, without a browser's window: logs in, waits for the server,
reads a notebook or runs it cell by cell.
"""

import asyncio
import json
import time
import uuid

from course.errors import CourseError
from course.interactives import MIME

__all__ = ["Student"]

SECONDS_TO_SERVE = 300
SECONDS_TO_JOIN = 120  # to the kernel: it starts, and Jupyter waits a minute for its first word
SECONDS_A_CELL = 120
SECONDS_BETWEEN_LOOKS = 2  # thirty that look more often would keep the hub itself busy


class Student:
    """One student: `async with Student(address, name) as ali`.
    All times are seconds on time.monotonic().
    """

    def __init__(self, hub, name):
        self.hub, self.name = hub, name
        self.base = f"/user/{name}"

    async def __aenter__(self):
        import httpx

        self._client = httpx.AsyncClient(
            base_url=self.hub, follow_redirects=True, timeout=SECONDS_TO_SERVE
        )
        return self

    async def __aexit__(self, *_):
        await self._client.aclose()

    def _cookie(self, name, path):
        """The cookie that a browser would send to `path`:
        the one set for the longest part of it.
        """
        fits = [
            one
            for one in self._client.cookies.jar
            if one.name == name and path.startswith(one.path)
        ]
        return max(fits, key=lambda one: len(one.path)).value or "" if fits else ""

    @property
    def url(self):
        """The address of the student's server."""
        return self.hub + self.base

    def cookies(self):
        """The login as playwright takes it."""
        return [
            {"name": one.name, "value": one.value, "domain": one.domain, "path": one.path}
            for one in self._client.cookies.jar
        ]

    def _said(self, what, reply):
        if reply.status_code >= 400:
            raise CourseError(
                f"{self.name}: {what} gives {reply.status_code} at {reply.url}; the hub's log "
                "says why."
            )
        return reply

    async def log_in(self):
        """Fill in the hub's form, and ask for a server."""
        self._said("the login page", await self._client.get("/hub/login"))
        form = {
            "username": self.name,
            "password": "x",
            "_xsrf": self._cookie("_xsrf", "/hub/login"),
        }
        self._said("the login", await self._client.post("/hub/login?next=%2Fhub%2Fhome", data=form))
        self._said("the start of a server", await self._client.get(f"/hub/spawn/{self.name}"))

    async def served(self):
        """Wait until the hub leads from its waiting page to the student's own server;
        returns the page's address.
        """
        end = time.monotonic() + SECONDS_TO_SERVE
        while time.monotonic() < end:
            reply = await self._client.get(f"/hub/spawn-pending/{self.name}")
            if reply.url.path.startswith(self.base):
                return self._said("the server", reply).url.path
            if reply.status_code >= 500:
                self._said("the server", reply)
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        raise CourseError(
            f"{self.name}: no server after {SECONDS_TO_SERVE} s; the hub's log says why."
        )

    async def asked(self, method, path, **more):
        """The server's reply to a request under /user/NAME/."""
        path = f"{self.base}/{path}"
        headers = {"X-XSRFToken": self._cookie("_xsrf", path)}
        return await self._client.request(method, path, headers=headers, **more)

    async def _told(self, method, path, **more):
        return self._said(path, await self.asked(method, f"api/{path}", **more)).json()

    async def read(self, notebook, item, answer):
        """Open a notebook of the student's folder as JupyterLab does, and answer one question: no
        kernel is asked for.

        Returns {"documents", "kept"}: how many the notebook stores, and whether the server says
        that the answer is kept.
        """
        content = (await self._told("GET", f"contents/{notebook}"))["content"]
        shown = [
            output.get("data", {})
            for cell in content["cells"]
            for output in cell.get("outputs", [])
        ]
        about = {"notebook": notebook, "sheet": False}
        await self._answered("state", about)
        said = await self._answered("keep", {**about, "item": item, "answer": answer, "seconds": 3})
        return {"documents": sum(MIME in data for data in shown), "kept": said["kept"]}

    async def _answered(self, verb, body):
        path = f"steel-frame/api/{verb}"
        return self._said(path, await self.asked("POST", path, json=body)).json()

    async def run(self, notebook):
        """Run every code cell of a notebook of the student's folder; returns {"cells", "bytes"}:
        how many, and what came.

        Raises CourseError that names the cell if one fails, or takes too long, or shows that a part
        cannot be shown.
        """
        from tornado.httpclient import HTTPRequest
        from tornado.websocket import websocket_connect

        content = (await self._told("GET", f"contents/{notebook}"))["content"]
        about = {
            "path": notebook,
            "name": notebook,
            "type": "notebook",
            "kernel": {"name": "python3"},
        }
        kernel = (await self._told("POST", "sessions", json=about))["kernel"]["id"]
        path = f"{self.base}/api/kernels/{kernel}/channels"
        cookies = "; ".join(
            f"{one.name}={one.value}"
            for one in self._client.cookies.jar
            if path.startswith(one.path)
        )
        request = HTTPRequest(
            self.hub.replace("http", "ws", 1) + path,
            headers={"Cookie": cookies, "Origin": self.hub},
            connect_timeout=SECONDS_TO_JOIN,
            request_timeout=SECONDS_TO_JOIN,
        )
        line = await websocket_connect(request, max_message_size=1 << 28)
        told = {"cells": 0, "bytes": 0}
        try:
            for cell in content["cells"]:
                if cell["cell_type"] != "code":
                    continue
                told["cells"] += 1
                await asyncio.wait_for(self._cell(line, cell["source"], told), SECONDS_A_CELL)
        except TimeoutError:
            raise CourseError(
                f"{self.name}: cell {told['cells']} of {notebook} does not end; run it by hand."
            ) from None
        finally:
            line.close()
        return told

    async def _cell(self, line, source, told):
        """Send one cell and read until it is done: its reply has come,
        and the kernel is idle again.
        """
        asked = uuid.uuid4().hex
        header = {"msg_id": asked, "msg_type": "execute_request", "username": "", "session": asked}
        header |= {"version": "5.3", "date": ""}
        content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
        parts = {
            "header": header,
            "parent_header": {},
            "metadata": {},
            "content": content,
            "buffers": [],
        }
        await line.write_message(json.dumps({**parts, "channel": "shell"}))
        waiting = {"execute_reply", "idle"}
        while waiting:
            raw = await line.read_message()
            if raw is None:
                raise CourseError(
                    f"{self.name}: the kernel's line is cut at cell {told['cells']}; is there "
                    "memory left?"
                )
            told["bytes"] += len(raw)
            if isinstance(raw, bytes):
                continue  # a widget's figures; what says how a cell went has no such parts
            message = json.loads(raw)
            if message["parent_header"].get("msg_id") != asked:
                continue
            kind, content = message["msg_type"], message["content"]
            if content.get("status") == "error" or kind == "error" or "cannot be shown" in raw:
                raise CourseError(
                    f"{self.name}: cell {told['cells']} fails: {content.get('evalue') or raw[:200]}"
                )
            waiting.discard(content["execution_state"] if kind == "status" else kind)
