"""A class folder for tests, and answers as a sheet would keep them."""

import json
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from course.classroom.cycle.folder import Folder
from course.classroom.cycle.init import init

AT = "2026-11-27T09:{:02d}:00Z"


@cache
def _made_once(seed):
    """(What keeps the folder, a class folder): drawing and writing eight keys takes its time."""
    kept = TemporaryDirectory(prefix="class-")
    place = Path(kept.name) / "class"
    init(place, course="policy-test", seed=seed)
    return kept, place


def made(place, *, seed=1):
    """A class folder at `place`, its exchange beside it."""
    _, once = _made_once(seed)
    shutil.copytree(once, place, dirs_exist_ok=True)
    settings = place / "nbgrader_config.py"
    told = settings.read_text(encoding="utf-8").replace(repr(str(once)), repr(str(place)))
    settings.write_text(told, encoding="utf-8")
    exchange = place.parent / "exchange"
    exchange.mkdir(exist_ok=True)
    exchange.chmod(0o777)
    with (place / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"c.Exchange.root = {str(exchange)!r}\n")
    return Folder(place)


def line(item, answer, n=1, *, kind="choice", mode="graded", device="a"):
    """One answer line."""
    return {
        "v": 1, "at": AT.format(n), "device": device, "n": n, "item": item, "kind": kind,
        "answer": answer, "score": None, "mode": mode, "seconds": 1,
    }  # fmt: skip


def handed_in(folder, student, name, lines, *, raw=None, notebook="{}"):
    """Put a submission where `collect` would have put it; returns its folder."""
    place = folder.place("submitted", student, name)
    place.mkdir(parents=True)
    (place / "timestamp.txt").write_text("2026-11-27 10:00:00 UTC", encoding="utf-8")
    (place / f"{name}.ipynb").write_text(notebook, encoding="utf-8")
    content = raw if raw is not None else "".join(json.dumps(one) + "\n" for one in lines).encode()
    (place / "answers.jsonl").write_bytes(content)
    return place


def right(item):
    """The right answer to a question of a key, in the numbers of its sheet."""
    match item["kind"]:
        case "choice":
            return next(i for i, o in enumerate(item["options"]) if o.get("correct"))
        case "several":
            return [i for i, o in enumerate(item["options"]) if o.get("correct")]
        case "classify":
            return [item["groups"].index(s["group"]) for s in item["statements"]]
        case "match":
            from course.items import kinds

            return [kinds.of(item).places.index(pair["right"]) for pair in item["pairs"]]
        case "order":
            return [item["shown"].index(step) for step in range(len(item["steps"]))]
    return item["answer"]
