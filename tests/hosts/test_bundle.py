"""Is a bundle whole, the same whoever makes it, and honest about harm?"""

import os
import re
import shutil
import zipfile
from pathlib import Path

import bundles
import pytest

from course import _places
from course.cli import main
from course.errors import CourseError
from course.hosts import bundle
from course.hosts.bundle import contents, platforms, wheels

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        work = tmp_path_factory.mktemp("made")
        return bundles.made(monkeypatch, work, platforms=["windows", "macos-arm", "linux"])


@pytest.fixture
def zipped(made_once, tmp_path):
    """A small bundle for three platforms, to harm as one likes."""
    return Path(shutil.copy(made_once, tmp_path))


def inside(path, name):
    with zipfile.ZipFile(path) as file:
        return file.read(f"{contents.FOLDER}/{name}")


def test_everything_is_in_it(zipped):
    """Chapters, tables, pages, licences, what starts it on each system,
    and a wheel that all share but once?
    """
    with zipfile.ZipFile(zipped) as file:
        names = [name.removeprefix(f"{contents.FOLDER}/") for name in file.namelist()]
        packed = {i.filename.split("/", 1)[1]: i for i in file.infolist()}
    assert len(names) == len(set(names))
    for name in (
        "README.txt", "urdu.html", "start.sh", "start.command", "start.cmd", "start/start.py",
        "SHA256SUMS",
        "pages/index.html", "datasets/datapackage.json", "licences/LICENSE",
        "wheels/tables-1.0-py3-none-any.whl",
    ):  # fmt: skip
        assert name in names
    shipped = {f"notebooks/{path.name}" for path in _places.shipped_notebooks().glob("*.ipynb")}
    assert {name for name in names if name.startswith("notebooks/")} == shipped
    assert sum(name.startswith("wheels/fast-") for name in names) == 3
    for name in ("start.sh", "start.command"):
        assert packed[name].external_attr >> 16 == 0o100755, (
            "what is to be started must be startable when unzipped"
        )
    assert packed["wheels/tables-1.0-py3-none-any.whl"].compress_type == zipfile.ZIP_STORED


def test_nobodys_answers_are_in_it(monkeypatch, tmp_path):
    """Do answers, and checkpoints of chapters, that lie in the clone stay there?"""
    notebooks = tmp_path / "notebooks"
    (notebooks / ".ipynb_checkpoints").mkdir(parents=True)
    (notebooks / ".ipynb_checkpoints" / "01-checkpoint.ipynb").write_text("{}", encoding="utf-8")
    (notebooks / "answers.jsonl").write_text("a secret of mine", encoding="utf-8")
    (notebooks / "01.ipynb").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(_places, "shipped_notebooks", lambda: notebooks)
    path = bundles.made(monkeypatch, tmp_path)
    with zipfile.ZipFile(path) as file:
        assert [n for n in file.namelist() if "/notebooks/" in n] == [
            f"{contents.FOLDER}/notebooks/01.ipynb"
        ]


def test_the_same_course_gives_the_same_bytes(monkeypatch, tmp_path):
    """So that two who made it can compare?"""
    first = bundles.made(monkeypatch, tmp_path, "first.zip").read_bytes()
    assert bundles.made(monkeypatch, tmp_path, "second.zip").read_bytes() == first


def test_it_says_for_whom_it_is(zipped):
    """Do README and the start files name the Python and the machines,
    with nothing left to fill in?
    """
    for name in ("README.txt", "urdu.html", "start.sh", "start.cmd"):
        text = inside(zipped, name).decode("utf-8")
        assert f"Python {bundles.PYTHON}" in text
        assert not re.search(r"@[A-Z]+@", text), f"{name}: a word was left to fill in"
    readme = inside(zipped, "README.txt").decode("utf-8")
    assert all(
        platforms.PLATFORMS[name].words in readme for name in ("windows", "macos-arm", "linux")
    )
    assert platforms.PLATFORMS["macos-intel"].words not in readme


def test_the_urdu_page_is_three_steps_and_awaits_its_reader(zipped):
    """Right to left, three steps, no other machine asked,
    and marked as not yet read by a native speaker?
    """
    page = inside(zipped, "urdu.html").decode("utf-8")
    assert '<html lang="ur" dir="rtl">' in page
    assert page.count("<li>") == 3
    assert "awaits a reading by a native speaker" in page
    assert "//" not in page.replace("<!doctype", ""), "it names another machine"
    assert set(re.findall(r"href=\"([^\"]+)\"", page)) == {"pages/index.html"}


# Verifying
# --------------------------------------------------------------------------------------------------
def test_a_whole_bundle_is_praised(zipped, tmp_path, capsys):
    """Zipped and unzipped, in one line that says for what it is?"""
    for path in (zipped, bundles.unzipped(zipped, tmp_path), tmp_path):
        assert main(["bundle", "--verify", str(path)]) == 0 or path == tmp_path
    said = capsys.readouterr().out.splitlines()
    assert "is whole" in said[0]
    assert said[0].endswith("windows, macos-arm, linux.")
    assert len(said) == 2 or "is whole" in said[2]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_zip_cut_short_is_one_sentence(zipped, share):
    """As a copy is when the stick was pulled?"""
    raw = zipped.read_bytes()
    zipped.write_bytes(raw[: int(len(raw) * share)])
    with pytest.raises(CourseError, match=r"not (a whole zip|all of it).*copy it again") as told:
        bundle.verify(zipped)
    assert "\n" not in str(told.value)


def test_a_zip_of_the_right_length_with_a_hole_is_told(zipped):
    """As some copying programs leave it: the end is there, the middle is zeros?"""
    raw = bytearray(zipped.read_bytes())
    third = len(raw) // 3
    raw[third : 2 * third] = bytes(third)
    zipped.write_bytes(raw)
    with pytest.raises(CourseError, match="copy it again"):
        bundle.verify(zipped)


def test_a_damaged_wheel_is_named(zipped, tmp_path):
    """Zipped or unzipped, by one bit?"""
    name = "wheels/tables-1.0-py3-none-any.whl"
    root = bundles.unzipped(zipped, tmp_path)
    bundles.flip(root / name, 99)
    with pytest.raises(CourseError, match=f"damaged or missing: {name}; copy it again"):
        bundle.verify(root)
    bundles.flip(zipped, zipped.read_bytes().index(inside(zipped, name)) + 99)
    with pytest.raises(CourseError, match=f"damaged or missing: {name}; copy it again"):
        bundle.verify(zipped)


def test_what_is_missing_or_strange_is_named(zipped, tmp_path):
    """A file that was left behind, and one that came from elsewhere?"""
    root = bundles.unzipped(zipped, tmp_path)
    (root / "course.py").write_text("print('ran')", encoding="utf-8")
    with pytest.raises(CourseError, match="not of the bundle: course.py"):
        bundle.verify(root)
    (root / "course.py").unlink()
    shutil.rmtree(root / "datasets")
    with pytest.raises(CourseError, match=r"datasets/[^;]+ and \d+ more; copy"):
        bundle.verify(root)


@pytest.mark.parametrize("what", ["nothing", "text", "empty folder", "another zip"])
def test_what_is_no_bundle_is_one_sentence(what, tmp_path, capsys):
    """Whatever is named?"""
    path = tmp_path / "x.zip"
    if what == "text":
        path.write_text("hello", encoding="utf-8")
    if what == "empty folder":
        path.mkdir()
    if what == "another zip":
        bundles.wheel(tmp_path, "x.zip", {"a": "b"})
    assert main(["bundle", "--verify", str(path)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert str(path) in said


# Making
# --------------------------------------------------------------------------------------------------
def test_outside_a_clone_it_says_so(monkeypatch, tmp_path, capsys):
    """From an installed wheel, is it one sentence that names the clone?"""
    monkeypatch.setattr(_places, "in_clone", lambda: False)
    assert main(["bundle", str(tmp_path / "x.zip")]) == 2
    assert re.search(r"clone.*uv run course bundle", capsys.readouterr().err)


def test_without_uv_it_says_so(monkeypatch, tmp_path, capsys):
    """Is the missing tool named with how to get it?"""
    monkeypatch.delenv("UV", raising=False)
    monkeypatch.setattr(wheels.shutil, "which", lambda _: None)
    monkeypatch.setattr(wheels, "find_spec", lambda _: None)
    assert main(["bundle", str(tmp_path / "x.zip")]) == 2
    assert "pip install uv" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_one_sentence(monkeypatch, tmp_path):
    """At once, before minutes of fetching?"""
    (tmp_path / "file").write_text("", encoding="utf-8")
    bundles.settle(monkeypatch, tmp_path)
    monkeypatch.setattr(
        bundle.wheels, "own", lambda _: pytest.fail("it began before it could know")
    )
    with pytest.raises(CourseError, match="cannot be written"):
        bundle.bundle(tmp_path / "file" / "x.zip", platforms=["linux"])


@pytest.mark.parametrize("what", ["folder", "pipe"])
def test_what_is_no_file_is_refused_at_once(monkeypatch, tmp_path, what):
    """A folder that is there already, a pipe: before minutes of fetching, and left as it was?"""
    out = tmp_path / "out"
    out.mkdir() if what == "folder" else os.mkfifo(out)
    bundles.settle(monkeypatch, tmp_path)
    monkeypatch.setattr(
        bundle.wheels, "own", lambda _: pytest.fail("it began before it could know")
    )
    with pytest.raises(
        CourseError, match=r"is a folder; name a file in it|is no plain file; name one"
    ):
        bundle.bundle(out, platforms=["linux"])
    assert out.exists()
    assert not list(tmp_path.glob("*.part"))


def test_a_link_in_the_way_is_not_followed(monkeypatch, tmp_path):
    """Where somebody left a link under the name of the half-written file,
    is what it leads to not written over?
    """
    mine = tmp_path / "mine"
    mine.write_text("mine", encoding="utf-8")
    (tmp_path / "course.zip.part").symlink_to(mine)
    assert zipfile.is_zipfile(bundles.made(monkeypatch, tmp_path))
    assert mine.read_text(encoding="utf-8") == "mine"


def test_stopped_by_hand_it_says_so_and_leaves_nothing(monkeypatch, tmp_path, capsys):
    """With Ctrl+C while it fetches: one sentence, no traceback, no empty file?"""
    bundles.settle(monkeypatch, tmp_path)

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(bundle.wheels, "fetch", stopped)
    assert main(["bundle", str(tmp_path / "x.zip")]) == 130
    assert (
        capsys.readouterr().err.splitlines()[-1].startswith("Stopped; run the same command again")
    )
    assert not list(tmp_path.glob("x.zip*"))


def test_a_full_disk_is_one_sentence_and_leaves_nothing(monkeypatch, tmp_path):
    """Is no half-written bundle left, and one that was there before not harmed?"""
    path = bundles.made(monkeypatch, tmp_path)
    before = path.read_bytes()

    packed = zipfile.ZipFile.writestr

    def full(self, entry, *rest):
        if entry.filename.startswith(f"{contents.FOLDER}/wheels"):
            raise OSError(28, "No space left on device")
        packed(self, entry, *rest)

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(CourseError, match=r"No space left on device.*with room"):
        bundle.bundle(path, platforms=["linux"])
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_an_unknown_platform_lists_the_nearest():
    """Is `macos` answered with the two kinds of Mac?"""
    with pytest.raises(CourseError, match="macos-arm"):
        platforms.named(["macos"])
    assert [p.name for p in platforms.named()] == list(platforms.DEFAULT)
    assert [p.name for p in platforms.named(["linux", "windows"])] == ["windows", "linux"]


def test_the_command_names_what_there_is(capsys, tmp_path):
    """Does its help list every platform and the usual Python;
    and is another Python answered with those there are?
    """
    with pytest.raises(SystemExit):
        main(["bundle", "--help"])
    said = capsys.readouterr().out
    assert all(name in said for name in platforms.PLATFORMS)
    assert f"{platforms.PYTHONS[0]} if not named" in said
    assert main(["bundle", str(tmp_path / "x.zip"), "--python", "3.8"]) == 2
    assert "3.12" in capsys.readouterr().err
