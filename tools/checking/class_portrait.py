"""The pictures of the lecturer's page for the guide: a drawn class of eight, whose essays wait."""

import asyncio
import json
import random
import tempfile
from pathlib import Path
from typing import Any

from tornado.httpserver import HTTPServer

from course.classroom.cycle.folder import Folder
from course.classroom.cycle.init import init
from course.classroom.page import alone, reply
from course.classroom.page.running import Runner
from course.classroom.steps import Asked
from course.live.addresses import ALONE, listening
from tools.checking import drawn_class
from tools.checking.reading import chromium

__all__ = ["class_portrait"]

_KEY, _PORT = "the-key", 8970
_WIDE, _HIGH = 860, 980
_ANSWER = 694  # px of it that show an answer and the first criterion
_STUDENTS = ("amina", "bilal", "farah", "hina", "imran", "kiran", "omar", "zara")
# Whose answer comes first is chance, so all give the same.
_ESSAY = (
    "A clerk who passed an examination owes his post to nobody, so he can refuse a favour. That is "
    "the best case for the hope. But whoever hears the refusal may still wait for a signature from "
    "above, and five years are short."
)


def _class(place: Path) -> tuple[Runner, str]:
    """A class folder in which one assignment is released and marked by the key."""
    init(place / "policy-2027", course="policy-2027", seed=27)
    folder = Folder(place / "policy-2027")
    (exchange := place / "exchange").mkdir()
    exchange.chmod(0o777)
    with (folder.path / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"c.Exchange.root = {str(exchange)!r}\n")
    runner, name = Runner(folder.path), folder.names()[0]
    key = folder.assignment(name)
    for student in _STUDENTS:
        came = folder.place("submitted", student, name)
        came.mkdir(parents=True)
        draw = random.Random(student)  # noqa: S311 the same picture each time
        lines = [
            *drawn_class.lines(key, draw),
            *(_essay(task, n) for n, task in enumerate(key.tasks)),
        ]
        (came / "answers.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines))
    for step in ("release", "grade"):
        runner.start(Asked(step, name))
        runner.wait()
    return runner, name


def _essay(task: Any, number: int) -> dict[str, Any]:
    """The last line that a student wrote on a task."""
    return {
        "v": 1,
        "at": "2026-11-27T10:00:00Z",
        "device": "d",
        "n": 900 + number,
        "item": task["id"],
        "kind": task["kind"],
        "answer": _ESSAY,
        "score": None,
        "mode": "graded",
        "seconds": 3,
    }


async def _shown(runner: Runner, name: str, out: Path) -> None:
    sockets, port = listening(ALONE, _PORT)
    server = HTTPServer(alone.application(runner, _KEY, {f"{ALONE}:{port}"}))
    server.add_sockets(sockets)
    base = f"http://{ALONE}:{port}{reply.HOME}"
    async with chromium("class-picture") as browser:
        page = await browser.new_page(
            viewport={"width": _WIDE, "height": _HIGH}, color_scheme="light"
        )
        await page.goto(f"{base}?key={_KEY}")
        await page.goto(f"{base}of/{name}/")
        await page.screenshot(path=out / "class-steps.png")
        await page.locator("#mark a").first.click()
        await page.locator("input[value='2']").first.check()
        await page.screenshot(
            path=out / "class-marking.png",
            clip={"x": 0, "y": 0, "width": _WIDE, "height": _ANSWER},
        )
    server.stop()


def class_portrait(folder: str) -> str:
    """Write class-steps.png and class-marking.png into a folder. Raises CourseError without the
    group `browser` or the extra `classroom`.
    """
    with tempfile.TemporaryDirectory() as place:
        runner, name = _class(Path(place))
        asyncio.run(_shown(runner, name, Path(folder)))
    return f"{folder}/class-steps.png and class-marking.png show the lecturer's page as it is now."
