"""Does an unzipped bundle start, once installed; and does it say in one sentence why not?

Here the wheels are as small as can be, and what stands in for pip only unpacks one. `.ci/bundle`
starts a real bundle.
"""

import ast
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import bundles
import pytest

from course.hosts.bundle import lock, start, whole

pytestmark = pytest.mark.process


def test_it_installs_once_and_opens(stick):
    """From a path with Urdu letters, with nothing asked of a network,
    and the second time at once?
    """
    opened = stick.opened("--no-browser", "--port", "9000")
    assert opened["arguments"] == ["--no-browser", "--port", "9000"]
    assert opened["home"] == str(stick.chapters)
    assert Path(opened["python"]).samefile(stick.software)
    assert stick.opened() | {"arguments": None} == opened | {"arguments": None}
    (called,) = stick.installed()
    assert "--no-index" in called["arguments"]
    assert "--require-hashes" in called["arguments"]
    assert "--no-deps" in called["arguments"]


def test_nothing_is_written_beside_it(stick):
    """Can the stick be one that cannot be written to?"""
    before = stick.everything()
    stick.opened()
    assert stick.everything() == before


def test_this_computers_settings_do_not_matter(stick):
    """Neither pip's index nor another Python's folders?"""
    stick.opened(
        PIP_INDEX_URL="http://127.0.0.1:9/",
        PIP_REQUIRE_VIRTUALENV="1",
        PYTHONPATH="/nowhere",
        PYTHONHOME="",
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
    (stick.software / "lib" / "of-old").touch()
    if how == "the lights went out":
        (stick.software / "installed.txt").write_text(start.BEGUN, encoding="utf-8")
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
    assert not (stick.software / "lib" / "of-old").exists()


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
    assert said.startswith(
        "wheels/tables-1.0-py3-none-any.whl: damaged or missing; copy the bundle again"
    )
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


@pytest.mark.parametrize("home", ["/", "~nosuch/x", "/..", "~/.."])
def test_a_home_that_is_none(stick, home, tmp_path):
    """One sentence, and nothing made?"""
    if home == "~/..":  # a folder like any other, beside which the software goes
        assert stick.opened(STEEL_FRAME_HOME=home)["home"] == str(stick.home.parent)
    else:
        assert "STEEL_FRAME_HOME names no folder" in stick.refused(STEEL_FRAME_HOME=home)


@pytest.mark.parametrize(
    "there",
    [
        {"thesis.txt": b""},
        {"install.log": b"mine"},
        {"installed.txt": b"mine", "lib": b""},
        {"installed.txt": b"\xff\xfe"},
        {"installed.txt": b"0" * 64, "thesis.txt": b""},
        {"installed.txt": start.BEGUN.encode(), "thesis.txt": b""},
    ],
)
def test_somebody_elses_folder_is_left_alone(stick, there):
    """Is a folder that the course did not make, or a file in one that it made, never deleted,
    whatever its name is?
    """
    stick.software.mkdir()
    for name, raw in there.items():
        (stick.software / name).write_bytes(raw)
    assert "not the course's" in stick.refused()
    assert {path.name: path.read_bytes() for path in stick.software.iterdir()} == there


def test_a_mark_that_is_no_text(stick):
    """Is an installation whose mark a power cut left as noise told in one sentence,
    not as a traceback?
    """
    stick.opened()
    (stick.software / "installed.txt").write_bytes(b"\xff\x00")
    assert "not the course's" in stick.refused()


def test_two_windows_do_not_install_at_once(stick):
    """Is the second told to wait while the first holds the lock,
    over an old installation too, and nobody else?
    """
    stick.opened()
    (stick.software / "installed.txt").write_text("0" * 64, encoding="utf-8")
    kept = stick.software / "lib" / "kept"
    kept.touch()
    held = start.Software(None, stick.software).lock
    with held:
        assert "Another window is installing" in stick.refused()
        assert kept.exists()
    assert held.path.exists()
    old = time.time() + 1e6  # a clock that was wrong
    os.utime(held.path, (old, old))
    stick.opened()
    assert not kept.exists()


def test_the_second_window_takes_what_the_first_installed(stick, monkeypatch):
    """Is what was installed while this window checked its wheels not cleared again?"""
    stick.opened()
    bundle = start.Bundle(stick.root)
    name = (stick.software / "installed.txt").read_text(encoding="utf-8")
    monkeypatch.setattr(start.Software, "clear", lambda _: pytest.fail("it was cleared"))
    start.Software(bundle, stick.software).install(bundle.wheels(), name)


def test_a_step_does_not_outlive_its_window(stick, tmp_path):
    """Is the installer ended with the window that began it, closed or killed by another;
    and until then is the lock kept?
    """
    slow = tmp_path / "slow.py"
    slow.write_text(
        "import os, time; open('pid', 'w').write(str(os.getpid())); time.sleep(60)",
        encoding="utf-8",
    )
    began = (
        "import sys; from pathlib import Path; from course.hosts.bundle import start; import "
        "signal\n"
        "signal.signal(signal.SIGTERM, start.stopped)\n"
        "software = start.Software(None, Path(sys.argv[1])); software.folder.mkdir()\n"
        "with software.lock: software.run([sys.executable, sys.argv[2]])"
    )
    for how in (signal.SIGTERM, signal.SIGKILL):
        folder = tmp_path / how.name
        window = subprocess.Popen(
            [sys.executable, "-c", began, str(folder), str(slow)], stderr=subprocess.DEVNULL
        )
        until(lambda folder=folder: (folder / "pid").exists() and (folder / "pid").read_text())
        window.send_signal(how)
        window.wait(20)
        pid = int((folder / "pid").read_text())
        held = start.Software(None, folder).lock
        if how == signal.SIGKILL:
            with pytest.raises(lock.Held), held:
                pass
            os.kill(pid, signal.SIGKILL)
        until(lambda held=held: free(held))


def free(held):
    try:
        with held:
            return True
    except lock.Held:
        return False


def until(true, seconds=20):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_it_is_installed_only_if_it_can_be_opened(stick):
    """Where the installer says that all went well and the course is not there, is no mark left?"""
    wheel = next((stick.root / "wheels").glob("pip-*"))
    old = hashlib.sha256(wheel.read_bytes()).hexdigest()
    bundles.wheel(wheel.parent, wheel.name, {"pip/__init__.py": "", "pip/__main__.py": ""})
    sums = stick.root / "SHA256SUMS"
    new = hashlib.sha256(wheel.read_bytes()).hexdigest()
    sums.write_text(sums.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert "could not be installed" in stick.refused()
    assert (stick.software / "installed.txt").read_text(encoding="utf-8") == start.BEGUN


def test_no_room_is_told_before_it_begins(monkeypatch, stick):
    """With how much is needed, and does the next start not take this one for another window?"""
    monkeypatch.setattr(start, "ROOM", 1 << 60)
    bundle = start.Bundle(stick.root)
    software = start.Software(bundle, stick.software)
    for _ in range(2):
        with pytest.raises(start.Stop, match="MB free on the disk"):
            software.install(bundle.wheels(), "x")
    assert stick.installed() == []


def test_a_failed_installation_leaves_a_log_and_no_mark(stick):
    """Is the log named, and does the next start try again?"""
    platforms = json.loads((stick.root / start.CONTENTS).read_text(encoding="utf-8"))["platforms"]
    stick.change(
        platforms={k: [p for p in v if "steel_frame" not in p] for k, v in platforms.items()}
    )
    assert "install.log" in stick.refused()
    assert "TypeError" in (stick.software / "install.log").read_text(encoding="utf-8")
    stick.refused()
    assert len(stick.installed()) == 2


@pytest.mark.parametrize("module", [start, whole, lock])
def test_any_python_3_can_read_it(module):
    """So that an old one says which is needed,
    rather than failing on a new word of the language?
    """
    text = Path(module.__file__).read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 6))
    imported = {
        name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module]
        )
    }
    assert (
        imported - {"whole", "course.hosts.bundle.whole", "course.hosts.bundle.lock"}
        <= sys.stdlib_module_names
    )


def test_half_a_folder_says_so(stick):
    """One sentence, where the file that start.py needs stayed behind?"""
    (stick.root / "start" / "whole.py").unlink()
    assert "not whole" in stick.refused()


# start.sh and start.command
# ------------------------------------------------------------------------------------------
