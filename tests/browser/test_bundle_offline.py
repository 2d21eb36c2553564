"""A real bundle, in a network namespace that has nothing but loopback: does the course open, run
and move?

`.ci/bundle` makes the bundle with a network and runs these tests without one. They start it by
start.sh on Linux. Of the other systems they prove that the wheels are complete; start.command is
start.sh under another name. start.cmd has never
met a real Windows: docs/no-internet.md says what was tried.
"""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from course.hosts.bundle import contents, start, wheels
from course.hosts.bundle.platforms import DEFAULT, PLATFORMS
from tools.checking.serving import answers

pytestmark = pytest.mark.bundle

ONE, FOUR = 115e6, 250e6  # bytes that a bundle may weigh, for one platform and for the four
# The stick cannot be written to, and its name has spaces and Urdu letters.
READ_ONLY = (
    'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && cd / && exec sh "$1/start.sh" '
    '--no-browser --port "$2"'
)


class Stick:
    """The bundle unzipped, a fresh home, and a computer that has one Python."""

    def __init__(self, work):
        self.zipped = Path(os.environ["STEEL_FRAME_BUNDLE"])
        with zipfile.ZipFile(self.zipped) as zipped:
            zipped.extractall(work / "the stick, کورس")
        self.root = work / "the stick, کورس" / contents.FOLDER
        self.home, self.programs, self.log = work / "home", work / "bin", work / "said.txt"
        self.home.mkdir()
        self.programs.mkdir()
        self.contents = json.loads((self.root / start.CONTENTS).read_text(encoding="utf-8"))
        self.python = self.programs / f"python{self.contents['python']}"
        self.python.symlink_to(os.environ["STEEL_FRAME_PYTHON"])
        self.software = self.home / "steel-frame-software"
        # Nothing of this computer's: no cache, no index, no settings.
        self.environment = {
            "HOME": str(self.home),
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "JUPYTER_TOKEN": "test",
        }

    def wheels(self, platform):
        return [self.root / path for path in self.contents["platforms"][platform]]

    @contextlib.contextmanager
    def started(self, port):
        """The course served from the stick; yields (its address, seconds until it answered,
        what was said).
        """
        command = ["unshare", "--mount", "sh", "-c", READ_ONLY, "-", str(self.root), str(port)]
        begun = time.monotonic()
        with self.log.open("w", encoding="utf-8") as log:
            server = subprocess.Popen(
                command, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
            try:
                while "is running at" not in self.said() or not answers(port):
                    assert server.poll() is None, self.said()[-2000:]
                    assert time.monotonic() < begun + 600, self.said()[-2000:]
                    time.sleep(0.1)
                yield f"http://127.0.0.1:{port}", time.monotonic() - begun, self.said()
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(server.pid, signal.SIGTERM)
                server.wait(30)

    def said(self):
        return self.log.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def stick(tmp_path_factory):
    if not {"STEEL_FRAME_BUNDLE", "STEEL_FRAME_PYTHON"} <= os.environ.keys():
        pytest.fail(
            "These tests need a bundle and a Python of its version; run `bash .ci/bundle`, "
            "which makes both ready."
        )
    return Stick(tmp_path_factory.mktemp("bundle"))


def test_there_is_no_network():
    """Is there no way out of this namespace, so that the other tests prove something?"""
    assert [name for _, name in socket.if_nameindex()] == ["lo"], "run this by `bash .ci/bundle`"


def test_it_is_small(stick):
    """Within the budget, for each platform alone and all together?"""
    size = stick.zipped.stat().st_size
    every = {path for paths in stick.contents["platforms"].values() for path in paths}
    for platform, paths in stick.contents["platforms"].items():
        alone = size - sum((stick.root / path).stat().st_size for path in every - set(paths))
        assert alone <= ONE, (
            f"a bundle for {platform} weighs {alone / 1e6:.0f} MB of at most {ONE / 1e6:.0f}"
        )
    assert size <= FOUR, f"the bundle weighs {size / 1e6:.0f} MB of at most {FOUR / 1e6:.0f}"


def test_it_opens_and_moves(stick, chromium, reader_of):
    """From a stick that cannot be written to: installed, chapter 01 alive, a slider moves,
    nothing asked of anybody?
    """
    with stick.started(8871) as (url, seconds, said):
        assert "Installing the course, once" in said
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        reader = reader_of(context.new_page(), url, stick.home / "steel-frame")
        reader.open().alive()
        figure = reader.figure("implementation-chain")
        figure.locator("[data-control=clearances]").focus()
        title = figure.locator(".sf-title").inner_text()
        reader.page.keyboard.press("ArrowRight")
        reader.page.wait_for_function("(t) => !document.body.innerText.includes(t)", arg=title)
        card = reader.question("classic-cipher")
        card.locator("input").first.check()
        card.get_by_role("button", name="Check").click()
        card.get_by_text("Kept in your answers file.").wait_for()
        context.close()
        assert reader.errors == []
        assert reader.outside == []
    print(f"installed and served after {seconds:.0f} s")
    doctor = subprocess.run(
        [stick.software / "bin" / "course", "doctor"],
        env=stick.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "All is well" in doctor.stdout, doctor.stdout


def test_the_second_start_installs_nothing(stick):
    """Is the installed course opened as it is?"""
    mark = stick.software / "installed.txt"
    before = mark.stat().st_mtime_ns
    with stick.started(8872) as (_, seconds, said):
        assert "Installing" not in said
    assert mark.stat().st_mtime_ns == before
    print(f"served after {seconds:.0f} s")


def test_it_is_for_the_four(stick):
    """Does it hold what most computers are?"""
    assert tuple(stick.contents["platforms"]) == DEFAULT


@pytest.mark.parametrize("name", DEFAULT)
def test_its_wheels_are_all_that_is_needed(stick, name, tmp_path):
    """Do uv, by the platform's own conditions, and pip, by its oldest tags,
    find every package, with no index?
    """
    platform, python = PLATFORMS[name], stick.contents["python"]
    wheels.prove(stick.wheels(name), platform, python, stick.contents["version"])
    command = [
        stick.python, "-m", "pip", "install", "--quiet", "--dry-run", "--no-index",
        "--no-cache-dir",
        "--find-links", stick.root / "wheels", "--target", tmp_path / "x", "--only-binary=:all:",
        "--implementation=cp", f"--python-version={python}",
        *[f"--platform={tag}" for tag in platform.tags],
        f"steel-frame=={stick.contents['version']}",
    ]  # fmt: skip
    pip = next(path for path in stick.wheels(name) if path.name.startswith("pip-"))
    done = subprocess.run(
        command,
        env=stick.environment | {"PYTHONPATH": str(pip), "PIP_CONFIG_FILE": os.devnull},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", DEFAULT)
def test_a_missing_wheel_would_be_noticed(stick, name):
    """Does the proof fail if any one of a few wheels is left out,
    that of one system alone included?
    """
    from course.errors import CourseError

    own = {
        "windows": "pywinpty",
        "linux": "pexpect",
        "macos-arm": "appnope",
        "macos-intel": "appnope",
    }[name]
    for left_out in (own, "numpy", "anywidget"):
        some = [path for path in stick.wheels(name) if not path.name.startswith(left_out)]
        assert len(some) < len(stick.wheels(name)), f"{left_out} is not among the wheels for {name}"
        with pytest.raises(CourseError, match="not complete"):
            wheels.prove(some, PLATFORMS[name], stick.contents["python"], stick.contents["version"])


def test_a_torn_wheel_is_one_sentence(stick, tmp_path):
    """In a real bundle, with the course not yet installed?"""
    root = Path(shutil.copytree(stick.root, tmp_path / "torn"))
    name = next(path for path in stick.contents["platforms"]["linux"] if "jupyterlab-4" in path)
    (root / name).write_bytes((root / name).read_bytes()[:-1000])
    done = subprocess.run(
        ["sh", root / "start.sh"],
        env=stick.environment | {"STEEL_FRAME_HOME": str(tmp_path / "fresh")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"{name}: damaged or missing")
    assert done.stderr.count("\n") == 1
