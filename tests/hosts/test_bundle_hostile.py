"""Does a bundle that went through other hands run nothing,
and is the fault told in one sentence?
"""

import json
import os
import shutil
import stat
import sys
import zipfile
from pathlib import Path

import bundles
import pytest

from course.errors import CourseError
from course.hosts import bundle
from course.hosts.bundle import contents, start, whole

WHEEL = "wheels/tables-1.0-py3-none-any.whl"


pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        return bundles.made(monkeypatch, tmp_path_factory.mktemp("made"))


@pytest.fixture
def zipped(made, tmp_path):
    return shutil.copy(made, tmp_path / "course.zip")


def added(path, name, text="x", **settings):
    """Put one more member into a zip, under a name and with settings that no bundle of ours has."""
    entry = zipfile.ZipInfo("placeholder")
    entry.filename = name
    for setting, value in settings.items():
        setattr(entry, setting, value)
    with zipfile.ZipFile(path, "a") as zipped:
        zipped.writestr(entry, text)


@pytest.mark.parametrize(
    ("name", "settings", "said"),
    [
        ("steel-frame/../evil.py", {}, "outside its one folder"),
        ("../evil.py", {}, "outside its one folder"),
        ("/etc/cron.d/evil", {}, "outside its one folder"),
        ("C:/evil.py", {}, "outside its one folder"),
        ("steel-frame/C:evil.py", {}, "name that not every computer can write"),
        ("steel-frame\\\\evil.py", {}, "outside its one folder"),
        ("steel-frame/..\\\\evil.py", {}, "outside its one folder"),
        ("steel-frame/a//b", {}, "name that not every computer can write"),
        (
            "steel-frame/a\u202eb",
            {},
            r"'steel-frame/a\\u202eb' is a name that not every computer can write",
        ),
        ("steel-frame/notes/", {}, "is a folder of its own"),
        ("steel-frame/notes/", {"extra": b"\x75\x70\x05\x00\x01abcd"}, "is a folder of its own"),
        ("steel-frame/notes", {"extra": b"\x75\x70\x05\x00\x01abcd"}, "may give it another name"),
        ("steel-frame/notes", {"comment": b"x"}, "has something beside its bytes"),
        ("steel-frame/.. /b", {}, "outside its one folder"),
        ("beside.txt", {}, "outside its one folder"),
        (
            "steel-frame/link",
            {"create_system": 3, "external_attr": (stat.S_IFLNK | 0o777) << 16},
            "is a link",
        ),
        (
            "steel-frame/pipe",
            {"create_system": 3, "external_attr": (stat.S_IFIFO | 0o777) << 16},
            "is a link",
        ),
        ("steel-frame/start/START.PY", {}, "in it twice"),
    ],
)
def test_a_hostile_zip_is_one_sentence(zipped, name, settings, said):
    """Is what unzipping would do told before anybody unzips it?"""
    added(zipped, name.replace("\\\\", "\\"), **settings)
    with pytest.raises(CourseError, match=said) as told:
        bundle.verify(zipped)
    assert "do not unzip it" in str(told.value)
    assert "\n" not in str(told.value)


def test_a_name_twice_is_told(zipped):
    """Of two members of one name, one tool reads the first, another the last?"""
    with pytest.warns(UserWarning, match="Duplicate name"):
        added(zipped, f"{contents.FOLDER}/start/start.py", "print('ran')")
    with pytest.raises(CourseError, match="in it twice"):
        bundle.verify(zipped)


def test_a_locked_member_is_told(zipped):
    """Rather than a traceback that asks for a password?"""
    raw = bytearray(zipped.read_bytes())
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
    zipped.write_bytes(raw)
    with pytest.raises(CourseError, match="locked with a password"):
        bundle.verify(zipped)


def _front(raw, name):
    return b"x" * 10 + raw


def _two(raw, name):
    return raw + raw


def _behind(raw, name):
    return raw + b"x" * 10


def _own_name(raw, name):
    return raw.replace(name, name[:-1] + b"X", 1)  # the first is that of its own header


def _between(raw, name):
    """One member more that the list at the end does not name: it is dropped from there."""
    end = raw.rindex(b"PK\x05\x06")
    last = raw.rindex(b"PK\x01\x02")
    tail = bytearray(raw[end:])
    count = int.from_bytes(tail[8:10], "little") - 1
    size = int.from_bytes(tail[12:16], "little") - (end - last)
    tail[8:10] = tail[10:12] = count.to_bytes(2, "little")
    tail[12:16] = size.to_bytes(4, "little")
    return raw[:last] + bytes(tail)


@pytest.mark.parametrize("harm", [_front, _two, _behind, _own_name, _between])
def test_nothing_is_hidden_beside_the_list_of_a_zip(zipped, harm):
    """Bytes in front, a zip behind a zip, another name in a file's own header,
    a member that the list does not name?
    """
    raw = zipped.read_bytes()
    name = f"{contents.FOLDER}/start/start.py".encode()
    zipped.write_bytes(harm(raw, name))
    with pytest.raises(CourseError, match="do not unzip it") as told:
        bundle.verify(zipped)
    assert "\n" not in str(told.value)


def test_a_pipe_is_not_waited_for(tmp_path):
    """Nor a device read?"""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(CourseError, match="cannot be read; name a bundle"):
            bundle.verify(path)


def test_a_folder_that_is_not_on_the_list_is_named(zipped, tmp_path):
    """Even an empty one: Python takes a folder for a module?"""
    root = bundles.unzipped(zipped, tmp_path / "unzipped")
    (root / "start" / "json").mkdir()
    with pytest.raises(CourseError, match="not of the bundle: start/json;"):
        bundle.verify(root)


def test_a_name_from_a_stick_cannot_turn_the_window_round(stick, zipped, tmp_path):
    """Are control letters, and those that turn the reading round,
    written as their numbers by both?
    """
    root = bundles.unzipped(zipped, tmp_path / "unzipped")
    for folder in (root, stick.root):
        (folder / "a\x1b[2J\u202ecod.exe\n").touch()
    said = stick.refused()
    with pytest.raises(CourseError) as told:
        bundle.verify(root)
    for text in (said.strip(), str(told.value)):
        assert text.isprintable()
        assert r"a\x1b[2J\u202ecod.exe\n" in text


@pytest.mark.parametrize(
    "line",
    [
        "0" * 64 + "  ../../../etc/passwd",
        "0" * 64 + "  /dev/zero",
        "0" * 64 + "  a\\b",
        "nonsense",
        "0" * 64 + "  START/start.py",
    ],
)
def test_a_hostile_list_is_not_followed(zipped, stick, tmp_path, line):
    """Is no file outside opened because a list names it, nor one name for two files taken?"""
    root = bundles.unzipped(zipped, tmp_path / "unzipped")
    for folder in (root, stick.root):
        sums = folder / whole.SUMS
        sums.write_text(sums.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(CourseError, match="not all of it"):
        bundle.verify(root)
    assert "not whole" in stick.refused()
    assert "not whole" in stick.refused("--check")


@pytest.mark.parametrize(
    "told",
    [
        "[]",
        "null",
        "[" * 50_000,
        "{}",
        '{"python": 3, "platforms": {}}',
        '{"python": "3", "platforms": {"x": [1]}}',
    ],
)
def test_contents_of_another_shape(zipped, stick, tmp_path, told):
    """One sentence, whatever start/contents.json holds?"""
    stick.put(told)
    assert "not whole" in stick.refused()


def test_contents_are_trusted_only_as_listed(stick):
    """Is start/contents.json, which says what is installed,
    held to the list before it is read, and start.py too?
    """
    path = stick.root / whole.CONTENTS
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert "not whole" in stick.refused()
    stick.put(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("how", ["--check", "start", "verify"])
@pytest.mark.parametrize("what", ["wheel", "link", "folder link", "module"])
def test_what_is_not_on_the_list_is_refused(zipped, stick, tmp_path, what, how):
    """A wheel that pip would have liked better, a link, a module beside start.py:
    told by each of the three?
    """
    root = bundles.unzipped(zipped, tmp_path / "whole") if how != "start" else stick.root
    ran = tmp_path / "ran"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if what == "wheel":
        code = f"open({str(ran)!r}, 'w')"
        bundles.wheel(
            root / "wheels", "steel_frame-0.1.0-99-py3-none-any.whl", {"course/__main__.py": code}
        )
    elif what == "link":
        (root / "pages" / "more.html").symlink_to("/etc/passwd")
    elif what == "folder link":
        (root / "more").symlink_to(elsewhere)
    else:
        for name in ("json", "hashlib", "platform"):
            (root / "start" / f"{name}.py").write_text(f"open({str(ran)!r}, 'w')", encoding="utf-8")
    if how == "verify":
        with pytest.raises(CourseError, match="not of the bundle"):
            bundle.verify(root)
    else:
        command = [
            sys.executable,
            str(root / "start" / "start.py"),
            *(["--check"] if how == "--check" else []),
        ]
        done = stick.run(command)
        assert done.returncode == 1
        assert "not of the bundle" in done.stderr
        assert done.stderr.count("\n") == 1
    assert not ran.exists()
    assert stick.installed() == []


def test_what_a_mac_leaves_on_a_stick_is_no_stranger(zipped, stick):
    """Does the course start although the system has put its own small files there?"""
    for name in ("._start.sh", ".DS_Store", "wheels/._x.whl", "Thumbs.db"):
        (stick.root / name).write_bytes(b"x")
    stick.opened()
    (stick.root / "._folder").mkdir()
    (stick.root / "._folder" / "x.py").touch()
    assert whole.strangers(
        stick.root, whole.listed((stick.root / whole.SUMS).read_text(encoding="utf-8"))
    ) == ["._folder"]


@pytest.mark.parametrize(
    "path",
    ["wheels/../../evil.whl", "/tmp/evil.whl", "wheels/absent-1.0-py3-none-any.whl", "notes.txt"],
)
def test_only_listed_wheels_are_installed(stick, path):
    """Is a list of software that names something else refused, and nothing installed?"""
    platforms = json.loads((stick.root / whole.CONTENTS).read_text(encoding="utf-8"))["platforms"]
    stick.change(platforms={k: [*v, path] for k, v in platforms.items()})
    assert "list of software is damaged" in stick.refused()
    assert stick.installed() == []


def test_without_its_installer_it_says_so(stick):
    """One sentence, where the list has no pip?"""
    platforms = json.loads((stick.root / whole.CONTENTS).read_text(encoding="utf-8"))["platforms"]
    stick.change(platforms={k: [p for p in v if "pip-" not in p] for k, v in platforms.items()})
    assert "installer is missing" in stick.refused()


def test_each_wheel_is_asked_for_by_path_and_hash(stick):
    """And is the installer that runs a copy in the home,
    not a file that the stick could change meanwhile?
    """
    stick.opened()
    asked = (stick.software / "wheels.txt").read_text(encoding="utf-8").splitlines()
    listed = json.loads((stick.root / whole.CONTENTS).read_text(encoding="utf-8"))["platforms"][
        start.machine()
    ]
    assert len(asked) == len(listed)
    assert all(line.startswith("file://") and " --hash=sha256:" in line for line in asked)
    (called,) = stick.installed()
    assert called["environment"]["PYTHONPATH"].startswith(str(stick.software) + os.sep)
