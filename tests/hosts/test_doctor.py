"""Does `course doctor` find each fault, name its code and its cure, and stay well itself?"""

import json
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from course import _places, cli
from course.hosts import doctor
from course.hosts.doctor import extension, files, kernel, software
from course.hosts.jupyter import opening
from course.hosts.jupyter.chapters import lay
from course.record import data

STARTED = kernel._answers


@pytest.fixture
def said(capsys, monkeypatch):
    """Run the command; returns (exit code, what it printed)."""
    # so that what the command sets is undone afterwards
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "")
    monkeypatch.delenv("JUPYTER_PLATFORM_DIRS")
    monkeypatch.setattr(kernel, "_answers", lambda: None)  # started where a test is about it

    def run():
        code = cli.main(["doctor"])
        return code, capsys.readouterr().out

    return run


def expect(said, code, *words):
    """Is the code there, with its words and a cure, and the exit code 1?"""
    status, out = said()
    lines = [line for line in out.splitlines() if line.startswith(code)]
    assert lines, f"{code} was not found\n{out}"
    for word in (*words, "Cure: "):
        assert any(word in line for line in lines), f"{code} does not say {word!r}\n{out}"
    assert status == 1
    assert "Traceback" not in out


def test_a_healthy_course_is_called_healthy(said, monkeypatch, tmp_path):
    """Nothing wrong, exit 0?"""
    # a clone's own copies are as old as its installation
    monkeypatch.setattr(extension, "_COPIES", tmp_path)
    status, out = said()
    assert status == 0, out
    assert "All is well." in out
    assert "SF" not in out


def test_codes_are_known():
    """Does each code that the modules name stand in the list, and the other way round?"""
    named = set()
    for module in (software, extension, files, kernel, doctor):
        text = Path(module.__file__).read_text(encoding="utf-8")
        named |= {code for code in doctor.CODES if f'"{code}"' in text}
    assert named == set(doctor.CODES)


def test_an_old_python(said, monkeypatch):
    """SF01?"""
    monkeypatch.setattr(software, "OLDEST", (99, 0))
    expect(said, "SF01", "too old")


def test_a_package_of_another_version_and_one_that_is_missing(said, monkeypatch):
    """SF02, a line for each?"""
    real = metadata.version

    def version(name):
        if name == "pandas":
            raise metadata.PackageNotFoundError(name)
        return "4.1.0" if name == "jupyterlab" else real(name)

    monkeypatch.setattr(software.metadata, "version", version)
    expect(said, "SF02", "pandas is missing", "jupyterlab is 4.1.0", "pip install")


def test_a_course_that_is_not_installed(said, monkeypatch):
    """SF02 as well?"""

    def requires(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(software.metadata, "requires", requires)
    expect(said, "SF02", "not installed")


def test_a_front_end_that_is_missing(said, monkeypatch, tmp_path):
    """SF03 if JupyterLab does not know anywidget?"""
    monkeypatch.setattr(software, "labextension_folders", lambda: [tmp_path])
    expect(said, "SF03", "no slider would appear")


@pytest.mark.parametrize(
    ("text", "word"), [("[]", "is missing"), ("{", "is missing"), ('{"version": "x"}', "is x")]
)
def test_a_front_end_that_is_damaged(said, monkeypatch, tmp_path, text, word):
    """SF03, rather than a check that fails itself?"""
    (tmp_path / "anywidget").mkdir()
    (tmp_path / "anywidget" / "package.json").write_text(text, encoding="utf-8")
    monkeypatch.setattr(software, "labextension_folders", lambda: [tmp_path])
    expect(said, "SF03", word, "pip install --force-reinstall anywidget")


def test_a_front_end_of_another_version(said, monkeypatch, tmp_path):
    """SF03 if the two halves do not go together?"""
    for name, version in {
        "anywidget": "9.0.0",
        "@jupyter-widgets/jupyterlab-manager": "3.1.0",
    }.items():
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "package.json").write_text(
            json.dumps({"version": version}), encoding="utf-8"
        )
    monkeypatch.setattr(software, "labextension_folders", lambda: [tmp_path])
    expect(said, "SF03", "anywidget in JupyterLab is 9.0.0", "is 3.1.0, and ipywidgets needs 5")


@pytest.mark.parametrize(
    "off", [{"anywidget": True}, ["anywidget"], {"steel-frame:documents": True}]
)
def test_a_part_that_is_switched_off(said, monkeypatch, tmp_path, off):
    """SF04, in either form of the setting, and for our own part?"""
    (tmp_path / "labconfig").mkdir()
    (tmp_path / "labconfig" / "page_config.json").write_text(
        json.dumps({"disabledExtensions": off}), encoding="utf-8"
    )
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path))
    expect(said, "SF04", "page_config.json", 'out of "disabledExtensions"')


def _switch(folder, file, *, off):
    path = folder / "labconfig" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"disabledExtensions": {"anywidget": off}}), encoding="utf-8")


def test_a_part_switched_off_where_the_course_opens_jupyterlab(said, monkeypatch, tmp_path):
    """SF04 for the user's settings that `course` reads,
    which are not those of a plain `jupyter lab`?
    """
    monkeypatch.delenv("JUPYTER_CONFIG_DIR", raising=False)
    monkeypatch.setattr("platformdirs.user_config_dir", lambda *_, **__: str(tmp_path))
    _switch(tmp_path, "page_config.json", off=True)
    expect(said, "SF04", str(tmp_path))


def test_a_part_switched_off_and_on_again(said, monkeypatch, tmp_path):
    """Does the setting count that JupyterLab itself lets count:
    page_config.json over page_config.d?
    """
    monkeypatch.setenv(
        "JUPYTER_CONFIG_PATH", os.pathsep.join([str(tmp_path / "own"), str(tmp_path / "site")])
    )
    _switch(tmp_path / "site", "page_config.d/a.json", off=True)
    expect(said, "SF04", "a.json")
    _switch(tmp_path / "site", "page_config.json", off=False)
    assert said()[0] == 0
    _switch(tmp_path / "site", "page_config.json", off=True)
    _switch(tmp_path / "own", "page_config.json", off=False)
    assert said()[0] == 0


@pytest.mark.parametrize("told", [False, None])
def test_a_server_extension_that_is_off(said, monkeypatch, tmp_path, told):
    """SF17: one clear note, where the settings of a home switch it off, or none name it?"""
    if told is None:
        monkeypatch.setattr(extension, "_server_settings", lambda: iter(()))
    else:
        off = {"ServerApp": {"jpserver_extensions": {"course.hosts.jupyter.extension": False}}}
        (tmp_path / "jupyter_server_config.json").write_text(json.dumps(off), encoding="utf-8")
        monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path))
    status, out = said()
    lines = [line for line in out.splitlines() if line.startswith("SF17")]
    assert len(lines) == 1
    assert "Cure: open the course with `course`" in lines[0]
    assert told is None or str(tmp_path) in lines[0]
    assert status == 0


def test_a_copy_of_another_version(said, monkeypatch, tmp_path):
    """SF18: is a copy in share/ that differs one note, and one that is the same none?"""
    copy = tmp_path / "share" / "jupyter" / "labextensions" / "steel-frame" / "package.json"
    copy.parent.mkdir(parents=True)
    source = _places.lab_share() / "labextensions" / "steel-frame" / "package.json"
    copy.write_bytes(source.read_bytes())
    monkeypatch.setattr(extension, "_COPIES", tmp_path)
    assert "SF18" not in said()[1]
    copy.write_text("{}", encoding="utf-8")
    status, out = said()
    assert [str(copy) in line for line in out.splitlines() if line.startswith("SF18")] == [True]
    assert status == 0


def test_our_own_part_is_missing(said, monkeypatch, tmp_path):
    """SF05?"""
    monkeypatch.setattr(_places, "lab_share", lambda: tmp_path)
    expect(said, "SF05", "would not be live")


def test_a_damaged_table(said, monkeypatch, tmp_path):
    """SF06, with the file and the cure of course.record.data?"""
    copy = tmp_path / "datasets"
    (copy / "paper").mkdir(parents=True)
    (copy / "datapackage.json").write_bytes((_places.datasets() / "datapackage.json").read_bytes())
    (copy / "paper" / "claims.csv").write_text("id,section\n", encoding="utf-8")
    monkeypatch.setattr(_places, "datasets", lambda: copy)
    data._package.cache_clear()
    expect(said, "SF06", "claims.csv", "wgi.csv is missing", "git checkout")
    (copy / "datapackage.json").write_text("{", encoding="utf-8")
    data._package.cache_clear()
    expect(said, "SF06", "datapackage.json is damaged")
    data._package.cache_clear()


@pytest.mark.parametrize(
    "text", ["{}", "[]", '{"resources": [{}]}', '{"resources": [{"name": "wgi"}]}']
)
def test_a_datapackage_of_another_shape(said, monkeypatch, tmp_path, text):
    """SF06, rather than a check that fails itself?"""
    (tmp_path / "datapackage.json").write_text(text, encoding="utf-8")
    monkeypatch.setattr(_places, "datasets", lambda: tmp_path)
    data._package.cache_clear()
    try:
        expect(said, "SF06", "datapackage.json lacks what it must hold", "git checkout")
    finally:
        data._package.cache_clear()


def test_a_folder_that_cannot_be_written(said, monkeypatch, tmp_path):
    """SF07 if a file stands in its way, SF11 if a folder stands
    in the place of the answers file?
    """
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path / "file" / "below"))
    expect(said, "SF07", "no answer would be kept", "STEEL_FRAME_HOME")
    (tmp_path / "home" / "answers.jsonl").mkdir(parents=True)
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path / "home"))
    expect(
        said, "SF11", "answers.jsonl is no plain file", "give it another name, which loses nothing"
    )


def test_a_torn_line_is_a_note(said, tmp_path, monkeypatch):
    """SF08: said, kept, and no fault?"""
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path))
    path = tmp_path / "answers.jsonl"
    path.write_text('{"v":1,"at":"2026-01-01T00:00:00Z","dev', encoding="utf-8")
    status, out = said()
    assert status == 0
    assert "SF08    1 line of answers.jsonl cannot be read" in out
    assert "Cure: nothing need be done" in out
    assert path.read_text(encoding="utf-8").endswith('"dev')


def test_jupyters_own_folder(said, monkeypatch, tmp_path):
    """SF09?"""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "file" / "below"))
    expect(said, "SF09", "Jupyter cannot write", "JUPYTER_RUNTIME_DIR")


def test_a_full_disk(said, monkeypatch):
    """SF10?"""
    monkeypatch.setattr(files.shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    expect(said, "SF10", "1 MB are free")


@pytest.mark.process
def test_no_kernel_starts(said, monkeypatch, tmp_path):
    """SF15, whether it ends at once, cannot be started or is not there?"""
    place = tmp_path / "kernels" / "python3"
    place.mkdir(parents=True)
    monkeypatch.setattr(_places, "kernels", lambda: tmp_path)
    monkeypatch.setattr(kernel, "_answers", STARTED)
    for argv in ([sys.executable, "-c", "raise SystemExit(1)"], [str(tmp_path / "none")]):
        told = {"argv": argv, "display_name": "Python 3", "language": "python"}
        (place / "kernel.json").write_text(json.dumps(told), encoding="utf-8")
        expect(said, "SF15", "No kernel starts", "127.0.0.1")


def test_a_check_that_fails_itself(said, monkeypatch):
    """SF99, and the others go on?"""

    def broken():
        raise ZeroDivisionError

    monkeypatch.setattr(doctor, "CHECKS", (broken, *doctor.CHECKS))
    expect(said, "SF99", "'broken' itself failed", "report this line")


@pytest.mark.process
def test_in_an_empty_home(tmp_path):
    """As a command, in a home that holds nothing, all well and no traceback?"""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "STEEL"))} | {
        "HOME": str(tmp_path),
        "STEEL_FRAME_HOME": str(tmp_path / "course"),
    }
    run = subprocess.run(
        [sys.executable, "-m", "course", "doctor"],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stderr == ""


def note(said, code, *words):
    """Is the code there, with its words and a cure, and does it count as no fault?"""
    status, out = said()
    lines = [line for line in out.splitlines() if line.startswith(code)]
    assert len(lines) == 1, out
    for word in (*words, "Cure: "):
        assert word in lines[0]
    assert status == 0, out


def test_chapters_older_than_the_course(said, monkeypatch, tmp_path):
    """SF12 for one that nobody touched, SF13 for one that the reader changed,
    and neither once all is laid?
    """
    shipped, home = tmp_path / "shipped", tmp_path / "home"
    shipped.mkdir()
    home.mkdir()
    monkeypatch.setattr(_places, "shipped_notebooks", lambda: shipped)
    monkeypatch.setenv("STEEL_FRAME_HOME", str(home))

    def chapter(text):
        return json.dumps({"cells": [{"cell_type": "markdown", "source": [text]}]})

    for name in ("01-one.ipynb", "02-two.ipynb"):
        (shipped / name).write_text(chapter("first"), encoding="utf-8")
    lay(home)
    assert "SF1" not in said()[1]
    (home / "02-two.ipynb").write_text(chapter("mine"), encoding="utf-8")
    assert "SF1" not in said()[1]
    for name in ("01-one.ipynb", "02-two.ipynb"):
        (shipped / name).write_text(chapter("second"), encoding="utf-8")
    note(said, "SF12", "than 01-one.ipynb in", "it renews them")
    note(said, "SF13", "than 02-two.ipynb in", "rename yours")
    lay(home)
    assert "SF12" not in said()[1]


@pytest.mark.parametrize("argv", ['["/nowhere/python", "-m"]', "[]", "[3]", '["a\\u0000b"]', "{"])
def test_a_kernel_of_the_home_called_python3(said, monkeypatch, tmp_path, argv):
    """SF14, also for one that is damaged; and none for one that starts this very Python?"""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path))
    place = tmp_path / "kernels" / "python3"
    place.mkdir(parents=True)
    (place / "kernel.json").write_text(f'{{"argv": {argv}}}', encoding="utf-8")
    note(said, "SF14", str(place), "rename the folder")
    (place / "kernel.json").write_text(
        json.dumps({"argv": [sys.executable, "-m"]}), encoding="utf-8"
    )
    assert "SF14" not in said()[1]


@pytest.mark.parametrize("what", ["deep", "pipe", "large"])
def test_settings_that_may_be_anything(said, monkeypatch, tmp_path, what):
    """Does the doctor pass over settings that are too deep, too large or a pipe,
    without waiting and without falling ill?
    """
    if what == "pipe" and not hasattr(os, "mkfifo"):
        pytest.skip("Windows has no pipes in folders")
    for name in (
        "labconfig/page_config.json",
        "labextensions/anywidget/package.json",
        "kernels/python3/kernel.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        if what == "pipe":
            os.mkfifo(path)
        else:
            path.write_text("[" * 100_000 if what == "deep" else " " * 1_000_001, encoding="utf-8")
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path))
    code, told = said()
    assert code == 0, told
    assert "SF14" in told


def test_a_home_that_is_not_there(said, monkeypatch):
    """SF07, and no check that falls ill?"""
    monkeypatch.setenv("STEEL_FRAME_HOME", "~nosuchuser/x")
    assert "SF99" not in said()[1]
    expect(said, "SF07", "~nosuchuser/x")


def test_a_chapter_that_is_torn(said):
    """SF16, where the reader's copy of a chapter was cut off?"""
    place, _ = opening.prepare_folder()
    (place / opening.START).write_bytes(b"")
    expect(said, "SF16", opening.START, "-unread")
