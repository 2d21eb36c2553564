"""A bundle as small as can be: wheels that hold next to nothing,
an installer that only unpacks, pages of one line.
"""

import sys
import zipfile
from pathlib import Path

from course import _places
from course.hosts import bundle
from course.hosts.bundle import contents, start
from course.hosts.bundle.platforms import PLATFORMS

__all__ = ["COURSE", "HERE", "PYTHON", "flip", "made", "settle", "unzipped", "wheel"]

PYTHON = "{}.{}".format(*sys.version_info)
HERE = start.machine()

# What stands in for pip: it notes how it was called, and unpacks the course's wheel where its
# Python finds it.
PIP = """
import json, os, pathlib, re, sys, sysconfig, urllib.parse, urllib.request, zipfile
arguments = sys.argv[1:]
note = pathlib.Path(sys.prefix).parent / "pip-was-called.jsonl"
with note.open("a") as file:
    file.write(json.dumps({"arguments": arguments, "environment": {k: v for k,
      v in os.environ.items() if "P" in k}}) + "\\n")
asked = pathlib.Path(arguments[arguments.index("--requirement") + 1]).read_text(encoding="utf-8")
address = re.search(r"^(file:\\S*/steel_frame-\\S+) --hash=sha256:[0-9a-f]{64}$", asked,
  re.MULTILINE)[1]
path = urllib.request.url2pathname(urllib.parse.urlparse(address).path)
zipfile.ZipFile(path).extractall(sysconfig.get_path("purelib"))
"""
# What stands in for the course: it says how it was opened.
COURSE = """
import json, os, sys
print(json.dumps({"arguments": sys.argv[1:], "home": os.environ["STEEL_FRAME_HOME"],
  "python": sys.prefix}))
"""


def wheel(folder, name, files):
    """A wheel of these files (path: text) in a folder; returns its path."""
    path = Path(folder) / name
    with zipfile.ZipFile(path, "w") as zipped:
        for inside, text in files.items():
            zipped.writestr(zipfile.ZipInfo(inside), text)
    return path


def settle(monkeypatch, work):
    """Let course.hosts.bundle find these small wheels, with no network,
    no uv and no edition of all chapters.
    """
    any_, own, tables = work / "any", work / "own", work / "tables"
    for folder in (any_, own, tables):
        folder.mkdir(exist_ok=True)
    # packing all of the course's takes seconds
    for name in (
        "datapackage.json",
        "a.csv",
        "b.csv",
        "c.csv",
    ):
        (tables / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr(_places, "datasets", lambda: tables)
    shared = [
        wheel(any_, "pip-26.0-py3-none-any.whl", {"pip/__init__.py": "", "pip/__main__.py": PIP}),
        wheel(any_, "tables-1.0-py3-none-any.whl", {"tables.py": "x = 1\n" * 500}),
    ]
    course = wheel(
        own,
        "steel_frame-0.1.0-py3-none-any.whl",
        {"course/__init__.py": "", "course/__main__.py": COURSE},
    )

    def fetch(_pins, platform, _python, _cache, step):
        step(2)
        return [
            *shared,
            wheel(any_, f"fast-1.0-cp3-none-{platform.tags[0]}.whl", {"fast.so": platform.name}),
        ]

    def edition(out):
        out.mkdir()
        (out / "index.html").write_text("<p>the course</p>", encoding="utf-8")

    monkeypatch.setattr(bundle.wheels, "own", lambda _folder: course)
    monkeypatch.setattr(bundle.wheels, "pins", lambda *_: ["pip", "fast"])
    monkeypatch.setattr(bundle.wheels, "fetch", fetch)
    monkeypatch.setattr(bundle.wheels, "prove", lambda *_: None)
    monkeypatch.setattr("course.hosts.pages.edition", edition)


def made(monkeypatch, work, out="course.zip", **asked):
    """A small bundle in a folder; returns the path of the zip."""
    settle(monkeypatch, work)
    bundle.bundle(work / out, **({"platforms": [HERE], "python": PYTHON} | asked))
    return work / out


def unzipped(path, folder):
    """Unzip a bundle into a folder; returns the folder in it."""
    with zipfile.ZipFile(path) as zipped:
        zipped.extractall(folder)
    return folder / contents.FOLDER


def flip(path, at):
    """Turn one bit of the file's byte at this place."""
    raw = bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(raw)


assert HERE in PLATFORMS, f"tests of the bundle need one of {', '.join(PLATFORMS)}; this is {HERE}"
