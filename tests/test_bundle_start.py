"""Does an unzipped bundle start, once installed; and does it say in one sentence why not?

Here the wheels are as small as can be, and what stands in for pip only unpacks one. `.ci/bundle` starts a real bundle.
start.cmd is held to what can be read off it here; see docs/no-internet.md for what was tried with it, and what was not.
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import bundles
import pytest

from course.bundle import start

WORDS = "a stick, کورس"  # a path with spaces, a comma and Urdu letters


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        path = bundles.made(monkeypatch, tmp_path_factory.mktemp("made"))
    root = bundles.unzipped(path, path.parent / "unzipped")
    for name in ("datasets", "notebooks"):  # what does not matter here
        shutil.rmtree(root / name)
    return root


class Stick:
    """An unzipped bundle, a home and a computer with just one Python: `start` starts the course as a student would."""

    def __init__(self, root, home):
        self.root, self.home = root, home
        self.chapters, self.software = home / "steel-frame", home / "steel-frame-software"

    def run(self, command, **environment):
        env = {
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "PATH": os.environ["PATH"],
        } | environment
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=env, timeout=60, check=False
        )

    def start(self, *arguments, **environment):
        return self.run([sys.executable, str(self.root / "start" / "start.py"), *arguments], **environment)

    def opened(self, *arguments, **environment):
        """How the course was opened."""
        done = self.start(*arguments, **environment)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def refused(self, *arguments, **environment):
        """The one sentence that it said in place of starting."""
        done = self.start(*arguments, **environment)
        assert done.returncode == 1, done.stdout
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr

    def installed(self):
        """What the installer was called with, each time."""
        note = self.home / "pip-was-called.jsonl"
        return list(map(json.loads, note.read_text(encoding="utf-8").splitlines())) if note.exists() else []

    def change(self, **contents):
        path = self.root / start.CONTENTS
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | contents), encoding="utf-8")

    def everything(self):
        return {p: p.stat().st_mtime_ns for p in self.root.rglob("*")}


@pytest.fixture
def stick(once, tmp_path):
    root = Path(shutil.copytree(once, tmp_path / WORDS / "steel-frame"))
    home = tmp_path / "گھر of a student"
    home.mkdir()
    return Stick(root, home)


def test_it_installs_once_and_opens(stick):
    """From a path with Urdu letters, with nothing asked of a network, and the second time at once?"""
    opened = stick.opened("--no-browser", "--port", "9000")
    assert opened["arguments"] == ["--no-browser", "--port", "9000"]
    assert opened["home"] == str(stick.chapters)
    assert Path(opened["python"]).samefile(stick.software)
    assert stick.opened() | {"arguments": None} == opened | {"arguments": None}
    (called,) = stick.installed()
    assert "--no-index" in called["arguments"]
    assert called["arguments"][-1] == "steel-frame==0.1.0"


def test_nothing_is_written_beside_it(stick):
    """Can the stick be one that cannot be written to?"""
    before = stick.everything()
    stick.opened()
    assert stick.everything() == before


def test_this_computers_settings_do_not_matter(stick):
    """Neither pip's index nor another Python's folders?"""
    stick.opened(
        PIP_INDEX_URL="http://127.0.0.1:9/", PIP_REQUIRE_VIRTUALENV="1", PYTHONPATH="/nowhere", PYTHONHOME=""
    )
    (called,) = stick.installed()
    assert "PIP_INDEX_URL" not in called["environment"]
    assert called["environment"]["PIP_CONFIG_FILE"] == os.devnull
    assert called["environment"]["PYTHONPATH"].endswith("pip-26.0-py3-none-any.whl")


def test_a_home_of_ones_own_choice(stick, tmp_path):
    """Do the chapters go where STEEL_FRAME_HOME says, the software beside them?"""
    opened = stick.opened(STEEL_FRAME_HOME=str(tmp_path / "mine"))
    assert opened["home"] == str(tmp_path / "mine")
    assert Path(opened["python"]).samefile(tmp_path / "mine-software")


@pytest.mark.parametrize("how", ["the lights went out", "a newer bundle", "its Python is gone"])
def test_it_installs_again_if_need_be(stick, how):
    """And only then; and does an old file of the software not stay behind?"""
    stick.opened()
    (stick.software / "of-old").touch()
    if how == "the lights went out":
        (stick.software / "installed.txt").unlink()
    if how == "a newer bundle":
        sums = stick.root / "SHA256SUMS"
        wheel = next((stick.root / "wheels").glob("fast-*"))
        old = start.hashlib.sha256(wheel.read_bytes()).hexdigest()
        wheel.write_bytes(b"newer")
        new = start.hashlib.sha256(b"newer").hexdigest()
        sums.write_text(sums.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    if how == "its Python is gone":
        for python in (stick.software / "bin").glob("python*"):
            python.unlink()
    stick.opened()
    stick.opened()
    assert len(stick.installed()) == 2
    assert not (stick.software / "of-old").exists()


def test_another_python_is_told_which(stick):
    """With both versions named, and the way that needs none?"""
    stick.change(python="3.9")
    said = stick.refused()
    assert "for Python 3.9" in said
    assert f"computer's Python is {bundles.PYTHON};" in said
    assert "pages/index.html" in said


def test_another_machine_is_told_what_to_ask_for(stick):
    """By the name that `course bundle --platform` takes?"""
    stick.change(platforms={"windows-arm": []})
    assert f"`--platform {bundles.HERE}`" in stick.refused()


def test_a_damaged_wheel_is_named(stick):
    """By one bit, before anything is installed?"""
    wheel = next((stick.root / "wheels").glob("tables-*"))
    raw = bytearray(wheel.read_bytes())
    raw[len(raw) // 2] ^= 1
    wheel.write_bytes(raw)
    said = stick.refused()
    assert said.startswith("wheels/tables-1.0-py3-none-any.whl: damaged or missing; copy the bundle again")
    wheel.unlink()
    assert "tables-1.0" in stick.refused()
    assert stick.installed() == []
    assert not stick.software.exists()


@pytest.mark.parametrize("lost", ["SHA256SUMS", "start/contents.json"])
def test_half_a_folder_is_told(stick, lost):
    """As a copy is that stopped on the way?"""
    (stick.root / lost).unlink()
    assert "not whole; unzip or copy it again" in stick.refused()
    (stick.root / lost).write_text("", encoding="utf-8")
    assert re.search("not whole|holds no software|damaged", stick.refused())


def test_it_checks_itself_without_being_installed(stick):
    """With --check, and does it name what is wrong?"""
    sums = stick.root / "SHA256SUMS"
    kept = [
        line
        for line in sums.read_text(encoding="utf-8").splitlines()
        if not re.search("datasets|notebooks", line)
    ]
    sums.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert "as it was made" in stick.start("--check").stdout
    (stick.root / "pages" / "index.html").unlink()
    assert stick.refused("--check").startswith("pages/index.html: damaged or missing")
    assert not stick.software.exists()


def test_a_home_that_cannot_be_written_to(stick, tmp_path):
    """One sentence with the way out?"""
    (tmp_path / "file").touch()
    said = stick.refused(STEEL_FRAME_HOME=str(tmp_path / "file" / "below"))
    assert "set STEEL_FRAME_HOME to a folder" in said


def test_somebody_elses_folder_is_left_alone(stick):
    """Is a folder of that name that the course did not make never emptied?"""
    stick.software.mkdir()
    (stick.software / "thesis.txt").touch()
    assert "not the course's" in stick.refused()
    assert (stick.software / "thesis.txt").exists()


def test_two_windows_do_not_install_at_once(stick):
    """Is the second told to wait; and is a window that died not waited for?"""
    stick.software.mkdir()
    busy = stick.software / "installing.txt"
    busy.touch()
    assert "Another window is installing" in stick.refused()
    old = time.time() - 60
    os.utime(busy, (old, old))
    stick.opened()


def test_no_room_is_told_before_it_begins(monkeypatch, stick):
    """With how much is needed, and does the next start not take this one for another window?"""
    monkeypatch.setattr(start, "ROOM", 1 << 60)
    bundle = start.Bundle(stick.root)
    software = start.Software(bundle, stick.software)
    with pytest.raises(start.Stop, match="MB free on the disk"):
        software.install(bundle.wheels(), "x")
    assert not software.busy.exists()
    assert stick.installed() == []


def test_a_failed_installation_leaves_a_log_and_no_mark(stick):
    """Is the log named, and does the next start try again?"""
    next((stick.root / "wheels").glob("steel_frame-*")).rename(stick.root / "steel_frame")
    platforms = json.loads((stick.root / start.CONTENTS).read_text(encoding="utf-8"))["platforms"]
    stick.change(platforms={k: [p for p in v if "steel_frame" not in p] for k, v in platforms.items()})
    assert "install.log" in stick.refused()
    assert "StopIteration" in (stick.software / "install.log").read_text(encoding="utf-8")
    stick.refused()
    assert len(stick.installed()) == 2


def test_any_python_3_can_read_it():
    """So that an old one says which is needed, rather than failing on a new word of the language?"""
    text = Path(start.__file__).read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 6))
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([a.name for a in node.names] if isinstance(node, ast.Import) else [node.module])
    }
    assert imported <= sys.stdlib_module_names


# start.sh and start.command ------------------------------------------------------------------------------------------
def computer(folder, **programs):
    """A PATH of a computer that has dirname, uname and these programs (name: text of a shell script)."""
    folder.mkdir()
    for name in ("dirname", "uname"):
        (folder / name).symlink_to(shutil.which(name))
    for name, text in programs.items():
        path = folder / name.replace("_", ".")
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)
    return str(folder)


@pytest.fixture
def bare(monkeypatch, stick, tmp_path):
    """A function that runs a start file on a computer with these programs alone."""

    def run(name, **programs):
        path = computer(tmp_path / f"bin{len(list(tmp_path.glob('bin*')))}", **programs)
        return stick.run(["/bin/sh", str(stick.root / name), "--port", "9000"], PATH=path)

    return run


STARTS = ["start.sh", "start.command"]


@pytest.mark.parametrize("name", STARTS)
def test_with_no_python_at_all(bare, name):
    """One sentence with where to get it, and the way that needs none; also if what is called so is Python 2?"""
    for programs in ({}, {"python": "exit 1"}):
        done = bare(name, **programs)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert re.search(r"no Python .* python\.org/downloads.* pages/index\.html", done.stderr)


@pytest.mark.parametrize("name", STARTS)
def test_the_right_python_is_preferred(bare, stick, name):
    """Before a newer or an older one of the common name; and if there is only that, does it get to say so?"""
    says = 'case "$1" in -c) exit 0;; *) echo "{}" "$@";; esac'
    right = "python" + bundles.PYTHON.replace(".", "_")
    done = bare(name, python3=says.format("common"), **{right: says.format("right")})
    assert done.stdout.startswith("right ")
    assert done.stdout.endswith(f"{WORDS}/steel-frame/start/start.py --port 9000\n")
    assert bare(name, python3=says.format("common")).stdout.startswith("common ")


@pytest.mark.parametrize("name", STARTS)
def test_a_start_file_alone_says_unzip(bare, stick, name):
    """As when it is started from within the zip?"""
    shutil.rmtree(stick.root / "start")
    assert "unzip or copy it again" in bare(name, python3="exit 0").stderr


# start.cmd -----------------------------------------------------------------------------------------------------------
def test_start_cmd_reads_well(stick):
    """Its line ends are Windows', its letters ASCII, its labels there, its paths quoted, its last words seen?"""
    raw = (stick.root / "start.cmd").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    text = raw.decode("ascii").replace("\r", "")
    assert set(re.findall(r"(?:goto|call) :?(\w+)$|call :(\w+) ", text)) - {("", "")}
    named = {word for pair in re.findall(r"goto (\w+)|call :(\w+)", text) for word in pair if word}
    assert named == set(re.findall(r"^:(\w+)$", text, re.MULTILINE))
    for line in text.splitlines():
        if "%~dp0" in line:
            assert '"%~dp0start\\start.py"' in line, "a path with spaces must be quoted"
    before = text.split("exit /b 1")[:-1]
    assert all(part.rstrip().endswith("pause") for part in before), (
        "a window that failed must stay to be read"
    )
    assert text.index(f"py -{bundles.PYTHON}") < text.index("call :try python\n")
