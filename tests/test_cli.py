"""Does the command open the course, and fail in one sentence?"""

import importlib
import json
import os
import subprocess
import sys
import time
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace

import pytest

from course import _places, cli
from course.cli import main
from course.errors import CourseError, shown, unknown
from course.hosts.front_ends import VIEW
from course.hosts.jupyter import opening
from course.hosts.jupyter.saving import keep_twins, without_views
from course.interactives import MIME

STATE = "application/vnd.jupyter.widget-state+json"


@pytest.mark.process
def test_import_is_light():
    """Is `import course` under 0.15 s, without pandas or plotly?"""
    code = (
        "import time; t = time.perf_counter(); import course, sys; print(time.perf_counter() - t, "
        "'pandas' in sys.modules, 'plotly' in sys.modules)"
    )
    seconds, *loaded = min(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(3)
    )
    assert float(seconds) < 0.15
    assert loaded == ["False", "False"]


def test_no_verb_is_spelled_like_a_module():
    """Can `course.check` never mean two things?"""
    import course

    modules = {path.stem for path in _places.PACKAGE.glob("*.py")} | {
        path.name for path in _places.PACKAGE.iterdir() if path.is_dir()
    }
    assert not modules & set(course.__all__)
    assert all(callable(getattr(course, verb)) for verb in course.__all__)


def test_a_wheel_copies_the_chapters_and_never_over_changes(monkeypatch, tmp_path):
    """Is the student's own chapter left alone, and a missing one brought back?"""
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path / "mine"))
    folder, _ = opening.prepare_folder()
    mine = '{"cells": [{"cell_type": "markdown", "source": "changed"}]}'
    (folder / opening.START).write_text(mine, encoding="utf-8")
    (folder / "01-classic-government.ipynb").unlink()
    opening.prepare_folder()
    assert (folder / opening.START).read_text(encoding="utf-8") == mine
    assert (folder / "01-classic-government.ipynb").exists()


def test_a_relative_folder_is_one_folder(monkeypatch, tmp_path):
    """A kernel stands in another folder than the command:
    do both mean the same place by a relative name?
    """
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STEEL_FRAME_HOME", "mine")
    assert _places.course_folder() == tmp_path / "mine"
    monkeypatch.chdir(tmp_path / "other")
    assert _places.answers_file() == tmp_path / "mine" / "answers.jsonl"


def test_a_clone_is_read_from_a_copy(monkeypatch):
    """Without STEEL_FRAME_HOME, is a reader of a clone never in notebooks/,
    where saving would stop `git pull`?
    """
    monkeypatch.delenv("STEEL_FRAME_HOME")
    assert _places.course_folder() == _places.root() / "reading"
    monkeypatch.setattr(_places, "in_clone", lambda: False)
    assert _places.course_folder() == Path.home() / "steel-frame"


def test_a_maintainer_edits_the_tracked_chapters(monkeypatch):
    """Does --edit serve notebooks/ itself, lay nothing there,
    and is it refused where there is no clone?
    """
    before = sorted(_places.shipped_notebooks().iterdir())
    folder, done = opening._served(edit=True)
    assert folder == _places.root() / "notebooks"
    assert not done.laid
    assert sorted(_places.shipped_notebooks().iterdir()) == before
    monkeypatch.setattr(_places, "in_clone", lambda: False)
    with pytest.raises(CourseError, match="leave it out"):
        opening._served(edit=True)


@pytest.mark.process
@pytest.mark.parametrize(
    ("encoding", "wanted"),
    [
        ("cp1252", "\\u06a9\\u0648"),
        ("ascii:strict", "\\u06a9\\u0648"),
        ("utf-8", "کو"),
        ("", "\\udcda\\udca9"),
    ],
)
def test_a_letter_that_the_terminal_lacks_is_no_fault(encoding, wanted, tmp_path):
    """Does each kind of output arrive in a file of a code page: findings, a refusal,
    a usage error, a hub's fault?
    """
    urdu = tmp_path / "کورس"
    urdu.write_text("", encoding="utf-8")
    env = os.environ | {"PYTHONIOENCODING": encoding, "STEEL_FRAME_HOME": str(urdu / "below")}
    env |= {"PYTHONUTF8": "0", "LC_ALL": "C.UTF-8" if encoding else "C", "PYTHONCOERCECLOCALE": "0"}
    for told in (
        ["-m", "course", "doctor"],
        ["-m", "course", "--no-browser"],
        ["-m", "course", "کورس"],
        ["-m", "course.hosts.jupyter.hub"],
    ):
        command = [sys.executable, *told]
        done = subprocess.run(
            command, env=env, capture_output=True, check=False, timeout=60, cwd=tmp_path
        )
        assert b"Traceback" not in done.stderr, (told, done.stderr.decode("ascii", "replace"))
        assert wanted.encode() in done.stdout + done.stderr, (told, done.stdout, done.stderr)


@pytest.mark.process
@pytest.mark.parametrize("variable", ["STEEL_FRAME_HOME", "JUPYTER_RUNTIME_DIR"])
def test_an_unwritable_home_is_one_sentence(variable, tmp_path):
    """Is a home that cannot be written to told in a sentence with its cure, not a traceback?"""
    (tmp_path / "file").write_text("", encoding="utf-8")
    env = os.environ | {variable: str(tmp_path / "file" / "below")}
    run = subprocess.run(
        [sys.executable, "-m", "course", "--no-browser"],
        check=False,
        capture_output=True,
        text=True,
        env=env,
        timeout=60,
    )
    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    assert run.stderr.count("\n") == 1
    assert f"set {variable}" in run.stderr


@pytest.mark.process
def test_a_taken_port_is_no_error(tmp_path):
    """Does a second course on the same port move to the next free one?"""
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        log = tmp_path / "log"
        with log.open("w") as out:
            server = subprocess.Popen(
                [sys.executable, "-m", "course", "--no-browser", "--port", str(port)],
                stdout=out, stderr=out, env=os.environ | {"HOME": str(tmp_path),
                    "JUPYTER_TOKEN": "x"},
            )  # fmt: skip
        try:
            for _ in range(300):
                if "is running at" in log.read_text():
                    break
                time.sleep(0.1)
            assert "is running at" in log.read_text(), log.read_text()[-2000:]
            assert f":{port}/" not in log.read_text().split("is running at", 1)[1]
        finally:
            server.terminate()
            server.wait(20)


def test_help_and_version(capsys):
    """Does the command say what it is?"""
    for word in ("--help", "--version"):
        with pytest.raises(SystemExit) as stop:
            cli.main([word])
        assert stop.value.code == 0
    assert "steel-frame 0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], {"browser": True, "port": 8888, "pages": False}),
        (["read"], {"browser": True, "port": 8888, "pages": True}),
        (
            ["read", "--no-browser", "--port", "9000"],
            {"browser": False, "port": 9000, "pages": True},
        ),
        (
            ["--no-browser", "--port", "9000", "read"],
            {"browser": False, "port": 9000, "pages": True},
        ),
        (["--edit", "read"], {"edit": True, "pages": True}),
    ],
)
def test_how_the_course_is_opened(words, told, monkeypatch):
    """Does `read` open the pages of the same server,
    with the same options before and after the word?
    """
    asked = {}
    monkeypatch.setattr(opening, "lab", lambda **options: asked.update(options))
    assert cli.main(words) == 0
    assert told.items() <= asked.items()


def _notebook(output):
    return {
        "metadata": {"widgets": {"state": 1}},
        "cells": [{"cell_type": "code", "outputs": [output]}, {"cell_type": "markdown"}],
    }


def test_saving_keeps_the_twin_and_drops_the_view():
    """Does a saved notebook reopen as a twin rather than as an error?"""
    model = {
        "type": "notebook",
        "content": _notebook({"data": {VIEW: 1, MIME: 2, "text/html": "x"}}),
    }
    keep_twins(model=model, path="a.ipynb", contents_manager=None)
    assert model["content"]["cells"][0]["outputs"][0]["data"] == {MIME: 2, "text/html": "x"}
    assert model["content"]["metadata"] == {}
    keep_twins(model={"type": "file", "content": "text"})


def test_a_widget_that_is_not_ours_is_left_alone():
    """Does somebody else's ipywidget keep its view?"""
    theirs = _notebook({"data": {VIEW: {"model_id": "a"}}})
    assert without_views(deepcopy(theirs)) == theirs


def test_a_widget_beside_ours_keeps_its_view_and_state():
    """And where both stand in one notebook, is only the state of ours dropped?"""
    book = _notebook({"data": {VIEW: {"model_id": "theirs"}}})
    book["cells"].append({"outputs": [{"data": {VIEW: {"model_id": "ours"}, MIME: 1}}]})
    book["metadata"]["widgets"] = {STATE: {"state": {"theirs": 1, "ours": 2}, "version_major": 2}}
    without_views(book)
    assert book["metadata"]["widgets"][STATE]["state"] == {"theirs": 1}
    assert [o["data"] for c in book["cells"] for o in c.get("outputs", [])] == [
        {VIEW: {"model_id": "theirs"}},
        {MIME: 1},
    ]


def test_any_server_of_the_environment_keeps_twins(monkeypatch):
    """Does the file that the wheel ships name an extension that a server loads,
    beside a user's own hook?
    """
    shipped = json.loads(
        (
            _places.PACKAGE / "hosts/jupyter/etc/jupyter/jupyter_server_config.d/steel-frame.json"
        ).read_text(encoding="utf-8")
    )
    (name,) = shipped["ServerApp"]["jpserver_extensions"]
    points = importlib.import_module(name)._jupyter_server_extension_points()
    module = importlib.import_module(points[0]["module"])
    mine = []

    hooks = [lambda **told: mine.append(told)]
    contents = SimpleNamespace(register_pre_save_hook=hooks.append, get=None)
    monkeypatch.setattr(module, "jupyter_path", lambda *_: [])
    app = SimpleNamespace(settings={"base_url": "/"}, add_handlers=lambda *_: None)
    loop = SimpleNamespace(add_callback=lambda *_: None)
    server = SimpleNamespace(contents_manager=contents, web_app=app, io_loop=loop)
    module._load_jupyter_server_extension(server)
    model = {"type": "notebook", "content": _notebook({"data": {VIEW: {}, MIME: 2}})}
    for hook in hooks:
        hook(model=model, path="a.ipynb", contents_manager=contents)
    assert len(mine) == 1
    assert model["content"]["cells"][0]["outputs"][0]["data"] == {MIME: 2}
    ours = json.loads(
        (_places.lab_config() / "jupyter_server_config.json").read_text(encoding="utf-8")
    )
    assert ours["ServerApp"]["jpserver_extensions"][name], (
        "the course's own server keeps twins by the same extension"
    )
    assert "ContentsManager" not in ours, (
        "a hook in the settings would take the place of a student's own"
    )


def test_settings_are_json_and_name_no_news():
    """Are JupyterLab's settings readable, and is the news turned off?"""
    folder = _places.lab_config()
    page = json.loads((folder / "labconfig" / "page_config.json").read_text(encoding="utf-8"))
    assert page["disabledExtensions"]["@jupyterlab/apputils-extension:announcements"]
    for path in Path(folder).rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("port", ["0", "80", "-1", "65536", "99999999", "many", ""])
def test_a_port_that_is_none(port, capsys):
    """Is it one sentence that names the range, and is nothing started?"""
    with pytest.raises(SystemExit):
        cli.main([f"--port={port}"])
    assert "give a whole number from 1024 to 65535" in capsys.readouterr().err


def test_a_case_without_a_name(capsys):
    """Does `--case ""` ask for a name, and not check the notebooks?"""
    assert cli.main(["check", "--case", ""]) == 2
    assert "write it after --case" in capsys.readouterr().err


def test_a_name_that_is_nearly_right(tmp_path, monkeypatch):
    """Capital letters, spaces round it, the timeline: does the sentence name the right one? Is a
    sheet missed where none is?
    """
    import course

    assert "nearest are: wgi" in repr(course.source("WGI"))
    assert "nearest are: wgi" in repr(course.source(" wgi "))
    assert "nearest are: timeline" in repr(course.explore("Timeline"))
    monkeypatch.chdir(tmp_path)
    assert "There is no sheet here" in repr(course.ask("first-handover"))


def test_a_name_cannot_act_on_the_terminal():
    """Are letters that move the cursor or turn the reading round
    written as numbers in every sentence, Urdu kept?
    """
    name = "a\x1b[2J\u202eb کے\u200cلیے"
    for said in (str(CourseError(name)), shown(name)):
        assert said == "a\\x1b[2J\\u202eb کے\u200cلیے"
    assert "\x1b" not in str(unknown("chapter", name, []))


def test_a_home_of_nobody_is_one_sentence(monkeypatch, capsys):
    """Where STEEL_FRAME_HOME names the home of somebody who is not here?"""
    monkeypatch.setenv("STEEL_FRAME_HOME", "~nosuch/x")
    assert main(["--no-browser"]) == 2
    assert "STEEL_FRAME_HOME names a home that is not there, ~nosuch/x" in capsys.readouterr().err
