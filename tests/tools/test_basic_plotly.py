"""Is plotly.js's basic bundle taken from npm with its licence,
and only if it is what the registry promises?
"""

import base64
import hashlib
import io
import json
import sys
import tarfile

import pytest
from plotly.offline import get_plotlyjs_version

from course.errors import CourseError
from tools.basic_plotly import take

# Stands in for npm: answers `view` and `pack` with what lies beside it.
NPM = """#!{python}
import pathlib, shutil, sys
here = pathlib.Path(__file__).parent
verb, package = sys.argv[1:3]
(here / "asked").write_text(package)
if verb == "pack":
    shutil.copy(here / "package.tgz", sys.argv[sys.argv.index("--pack-destination") + 1])
print((here / verb).read_text())
"""


@pytest.fixture
def npm(tmp_path, monkeypatch):
    """A function that lays out what npm has: {name: bytes},
    and perhaps what the registry promises.
    """
    folder = tmp_path / "npm"
    folder.mkdir()

    def has(files, promised=None):
        with tarfile.open(folder / "package.tgz", "w:gz") as tar:
            for name, raw in files.items():
                entry = tarfile.TarInfo(f"package/{name}")
                entry.size = len(raw)
                tar.addfile(entry, io.BytesIO(raw))
        sum_ = base64.b64encode(
            hashlib.sha512((folder / "package.tgz").read_bytes()).digest()
        ).decode()
        (folder / "view").write_text(json.dumps(promised or f"sha512-{sum_}"))
        (folder / "pack").write_text(json.dumps([{"filename": "package.tgz"}]))
        (folder / "npm").write_text(NPM.format(python=sys.executable))
        (folder / "npm").chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return folder

    return has


WHOLE = {"plotly-basic.min.js": b"draw()", "LICENSE": b"MIT", "package.json": b"{}"}


def test_script_and_licence_are_taken(npm, tmp_path):
    """Those two alone, in the version that the installed plotly ships,
    and is the folder's whole path told?
    """
    folder = npm(WHOLE)
    out = take(tmp_path / "out")
    assert (folder / "asked").read_text() == f"plotly.js-basic-dist-min@{get_plotlyjs_version()}"
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {
        name: WHOLE[name] for name in ("plotly-basic.min.js", "LICENSE")
    }
    assert out.is_absolute()


def test_another_package_is_refused(npm, tmp_path):
    """What has another sum than npm's registry promises: is nothing of it kept?"""
    npm(WHOLE, promised="sha512-AAAA")
    with pytest.raises(CourseError, match="not what npm's registry promises"):
        take(tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_package_without_a_licence_is_refused(npm, tmp_path):
    """Packed otherwise: is what is missing named, and nothing kept?"""
    npm({"plotly-basic.min.js": b"draw()"})
    with pytest.raises(CourseError, match="holds no LICENSE"):
        take(tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_no_npm_is_told(monkeypatch, tmp_path):
    """Without Node.js: is the cure named?"""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CourseError, match=r"install Node\.js"):
        take(tmp_path / "out")
