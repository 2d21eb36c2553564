"""Before a hub's server of the course starts: whose folder, and what is left out."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from course import _places
from course.errors import CourseError
from course.hosts.jupyter import hub
from course.hosts.jupyter.no_database import without_database

JUPYTER = ("jupyter_events", "jupyter_server", "jupyterlab_server", "jupyterlab", "nbformat")


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("STEEL_FRAME_HOME")
    monkeypatch.delenv("STEEL_FRAME_CLASS", raising=False)
    return tmp_path


def test_a_student_gets_the_chapters(home):
    """Has a student's home the chapters, and never the clone's own folder,
    though the course lies in a clone?
    """
    folder, _ = hub._home_of_the_course()
    assert folder == home / "steel-frame"
    assert (folder / "01-classic-government.ipynb").is_file()
    assert not list(folder.rglob("assignments"))


def test_only_a_lecturer_has_a_class(home, monkeypatch):
    """Is the class folder where the hub says, the home until it is made, and none for a student?"""
    monkeypatch.setenv("STEEL_FRAME_CLASS", "")
    assert hub._class_folder() is None
    monkeypatch.setenv("STEEL_FRAME_CLASS", "~/class")
    assert hub._class_folder() == home
    (home / "class").mkdir()
    assert hub._class_folder() == home / "class"


def test_a_class_outside_the_home_is_refused(home, monkeypatch, tmp_path_factory):
    """Is a class folder that formgrader could not show refused, with its cure?"""
    monkeypatch.setenv("STEEL_FRAME_CLASS", str(tmp_path_factory.mktemp("elsewhere")))
    with pytest.raises(CourseError, match="move it into the home"):
        hub._class_folder()


@pytest.mark.process
def test_a_server_starts_without_the_grammar(tmp_path):
    """Is the grammar of international addresses left out where it is installed,
    and does no schema of Jupyter's ask for a format that is left out?
    """
    (tmp_path / "rfc3987_syntax.py").write_text("GRAMMAR = True")
    told = (
        "from course.hosts.jupyter.opening import start_lightly; start_lightly(); import "
        "jupyterlab.labapp, sys;"
        "print(sys.modules['rfc3987_syntax'], 'jsonschema' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", told],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["None", "True"]
    for package in JUPYTER:
        place = Path(find_spec(package).origin).parent
        schemas = [p for p in place.rglob("*schema*") if p.is_file()] + [
            p for p in place.rglob("*schema*/**/*.*") if p.suffix in {".json", ".yaml"}
        ]
        assert schemas, f"{package}: its schemas are elsewhere now; look for them"
        for schema in schemas:
            text = schema.read_text(encoding="utf-8", errors="replace")
            assert not re.search(r"[\"']?format[\"']?: *[\"']?(iri|duration|uri-template)", text), (
                schema
            )


def test_a_stand_in_goes_when_it_is_not_needed(monkeypatch):
    """Is what stands in for the hub's database gone afterwards, and what was there before kept?"""
    monkeypatch.delitem(sys.modules, "alembic", raising=False)
    there = ModuleType("sqlalchemy")
    monkeypatch.setitem(sys.modules, "sqlalchemy", there)
    with without_database():
        from alembic.script import ScriptDirectory

        assert not isinstance(there, ScriptDirectory)
        assert sys.modules["sqlalchemy"] is there
    assert "alembic" not in sys.modules
    assert sys.modules["sqlalchemy"] is there


@pytest.mark.hub
def test_a_server_starts_without_the_hubs_database():
    """Does a student's server start without the hub's tables, and can it have them later?"""
    told = (
        "from course.hosts.jupyter.no_database import without_database\n"
        "with without_database(): import jupyterhub.singleuser.extension\n"
        "import sys; print('alembic' in sys.modules, 'sqlalchemy' in sys.modules)\n"
        "import jupyterhub.orm; print(jupyterhub.orm.User.__tablename__)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "users"]


@pytest.mark.process
def test_the_manager_of_extensions_installs_nothing():
    """Do the course's settings name a manager that JupyterLab has, and that asks no registry?"""
    settings = _places.lab_config() / "jupyter_server_config.json"
    name = json.loads(settings.read_text(encoding="utf-8"))["LabApp"]["extension_manager"]
    [manager] = entry_points(group="jupyterlab.extension_manager_v1", name=name)
    assert not manager.load()().metadata.can_install


@pytest.mark.process
def test_node_is_not_asked_for_yarns_settings():
    """Does JupyterLab start without looking for Node.js, for which it looks if left alone?"""
    looks = """
from course.hosts.jupyter.opening import ask_no_yarn
from jupyterlab import commands

def which(name):
    print("looks for", name)
    raise ValueError(name)

commands.which = which
"""
    for first, said in (("ask_no_yarn()", ""), ("", "looks for node\n")):
        command = [sys.executable, "-c", f"{looks}{first}\nimport jupyterlab.labapp"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout == said


@pytest.mark.process
def test_a_command_starts_without_it_too(tmp_path):
    """Is the grammar left out where the course's command loads
    Jupyter's libraries for something else?
    """
    chapter = _places.shipped_notebooks() / "00-start-here.ipynb"
    told = (
        "import sys; from course.cli import main; main(sys.argv[1:]); print('lark' in sys.modules)"
    )
    command = [sys.executable, "-c", told, "edition", str(tmp_path), str(chapter)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
