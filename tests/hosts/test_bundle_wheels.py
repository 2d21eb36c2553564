"""Are the wheels of a bundle the right ones, and does fetching them go on from where it stopped?"""

import io
import re
import shutil
from pathlib import Path

import bundles
import pytest

from course import _places
from course.errors import CourseError
from course.hosts.bundle import platforms, telling, wheels


def test_older_systems_wheels_are_taken_too():
    """Does each list run from the newest tag to the oldest, old names included?"""
    linux = platforms.PLATFORMS["linux"].tags
    assert linux[0] == "manylinux_2_28_x86_64"
    assert {"manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux1_x86_64"} <= set(linux)
    intel = platforms.PLATFORMS["macos-intel"].tags
    assert {"macosx_11_0_x86_64", "macosx_10_9_x86_64", "macosx_10_9_universal2"} <= set(intel)
    assert "macosx_12_0_x86_64" not in intel


def test_constraints_give_every_pin_its_hashes():
    """Is constraints.txt read to the end, two versions of one package kept apart?"""
    text = (_places.root() / "constraints.txt").read_text(encoding="utf-8")
    found = list(wheels._pins(text))
    assert len(found) == len(re.findall(r"^[a-z].*==", text, re.MULTILINE))
    assert sum(len(pin.hashes) for pin in found) == text.count("--hash=")
    assert len({pin.version for pin in found if pin.name == "numpy"}) == 2
    assert all(pin.hashes and pin.version[0].isdigit() for pin in found)


class Index:
    """What stands in for uv and pip: it keeps wheels, gives those asked for,
    and fails when told to.
    """

    def __init__(self, folder, count):
        folder.mkdir()
        made = [
            bundles.wheel(folder, f"part_{i}-1.{i}-py3-none-any.whl", {"a": str(i)})
            for i in range(count)
        ]
        self.folder, self.asked, self.calls, self.fails_at = folder, [], 0, None
        digest = wheels.hashlib.sha256
        self.pins = [
            wheels.Pin(f"part-{i}", f"1.{i}", (digest(path.read_bytes()).hexdigest(),))
            for i, path in enumerate(made)
        ]

    def run(self, arguments, failed, **_):
        self.calls += 1
        if self.calls == self.fails_at:
            raise CourseError(failed.format("no network"))
        asked = Path(arguments[arguments.index("--requirement") + 1]).read_text(encoding="utf-8")
        for name in re.findall(r"^(part-\d+)==", asked, re.MULTILINE):
            self.asked.append(name)
            path = next(self.folder.glob(f"{name.replace('-', '_')}-*"))
            shutil.copy(path, arguments[arguments.index("--dest") + 1])


def test_fetching_goes_on_from_where_it_stopped(monkeypatch, tmp_path):
    """After the network failed, is nothing fetched twice; and a wheel that a power cut tore,
    again?
    """
    index, linux = Index(tmp_path / "index", 20), platforms.PLATFORMS["linux"]
    monkeypatch.setattr(wheels, "_run", index.run)
    index.fails_at = 2
    with pytest.raises(CourseError, match="no network.*run the same command again"):
        wheels.fetch(index.pins, linux, "3.12", tmp_path / "cache", lambda _: None)
    arrived = len(index.asked)
    assert 0 < arrived < 20
    bundles.flip(tmp_path / "cache" / "3.12-linux" / "part_0-1.0-py3-none-any.whl", 40)
    steps = []
    paths = wheels.fetch(index.pins, linux, "3.12", tmp_path / "cache", steps.append)
    assert index.asked.count("part-0") == 2
    assert all(index.asked.count(f"part-{i}") == 1 for i in range(1, 20))
    assert [path.name.split("-")[0] for path in paths] == [f"part_{i}" for i in range(20)]
    assert sum(steps) == 20
    assert steps[0] == arrived - 1


def test_a_wheel_of_another_hash_is_not_taken(tmp_path):
    """Does a file count as fetched only if its name,
    version and hash are those that were pinned?
    """
    path = bundles.wheel(tmp_path, "part_one-1.0-py3-none-any.whl", {"a": "b"})
    digest = wheels.hashlib.sha256(path.read_bytes()).hexdigest()
    assert wheels.Pin("Part.One", "1.0", (digest,)).fits(path)
    assert not wheels.Pin("part-one", "1.0", ("0" * 64,)).fits(path)
    assert not wheels.Pin("part-one", "1.1", (digest,)).fits(path)
    assert not wheels.Pin("part-two", "1.0", (digest,)).fits(path)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def test_progress_in_a_terminal_and_in_a_log():
    """One line that rewrites itself in the one; at most eleven lines, none rewritten,
    in the other?
    """
    terminal, log = Terminal(), io.StringIO()
    for stream in (terminal, log):
        with telling.progress("Fetching", 410, stream) as told:
            for _ in range(410):
                told.step()
    assert terminal.getvalue().count("\n") == 1
    assert terminal.getvalue().rstrip().endswith("] 410 of 410")
    assert "\r" not in log.getvalue()
    assert log.getvalue().splitlines()[0] == "Fetching: 0 of 410"
    assert log.getvalue().splitlines()[-1] == "Fetching: 410 of 410"
    assert len(log.getvalue().splitlines()) == 11


def test_a_bundle_holds_what_pip_asks_for(monkeypatch):
    """Are versions settled without what pyproject.toml tells uv alone to pass over? pip, which
    installs them, would miss it.
    """
    asked = []
    monkeypatch.setattr(wheels, "_run", lambda arguments, *_, **__: asked.append(arguments))
    wheels.pins(next(iter(platforms.PLATFORMS.values())), "3.12")
    assert "--no-config" in asked[0]
    assert any(one.startswith("--exclude-newer=20") for one in asked[0])
