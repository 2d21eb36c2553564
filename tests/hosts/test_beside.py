"""Is nothing run that lies beside a notebook, or where a server was started?"""

import json
import os
import shutil
import subprocess
import sys
import textwrap

import pytest

from course import _places
from course.hosts.jupyter import beside, opening

RAN = "import pathlib; pathlib.Path({!r}).open('a').write({!r} + chr(10))\n"
MODULES = (
    "json.py", "course.py", "course/__init__.py", "pandas.py", "ipykernel_launcher.py",
    "ipykernel/__init__.py",
    "IPython/__init__.py", "sitecustomize.py", "usercustomize.py", "plotly.py",
    "anywidget/__init__.py",
    "ipython_config.py", "ipython_kernel_config.py", "jupyter_config.py",
    "jupyter_server_config.py",
    "jupyter_lab_config.py", "jupyter_notebook_config.py", "nbgrader_config.py",
    "startup/00-first.py", "strange.py",
)  # fmt: skip
CELL = """
import json, sys, pandas, plotly, course
assert course.__version__
assert "site-packages" in pandas.__file__, pandas.__file__
for name in ("strange", "native", "compiled"):
    try:
        __import__(name)
    except ModuleNotFoundError:
        continue
    raise AssertionError(name)
print("the cell ran in", sys.flags.safe_path, repr("" in sys.path))
"""


@pytest.fixture
def planted(tmp_path):
    """(folder, file that tells what ran): a folder in which
    everything that could pose as something else does.
    """
    folder, ran = tmp_path / "stick", tmp_path / "ran.txt"
    for name in MODULES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RAN.format(str(ran), name), encoding="utf-8")
    for name in (
        "plain.pyc",
        "native/__init__.abi3.so",
        "compiled/__init__.cpython-311-x86_64-linux-gnu.so",
        ".dot.so",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"not a library")
    # A module without its source, which Jupyter's list of files does not show.
    command = "import py_compile, sys; py_compile.compile(sys.argv[1], cfile=sys.argv[2])"
    compiled = [str(folder / "strange.py"), str(folder / "compiled.pyc")]
    subprocess.run([sys.executable, "-c", command, *compiled], check=True, cwd=tmp_path)
    (folder / ".env").write_text("PYTHONPATH=.\n", encoding="utf-8")
    (folder / ".python_history").write_text("import os\n", encoding="utf-8")
    return folder, ran


def what_ran(ran):
    return ran.read_text(encoding="utf-8").split() if ran.exists() else []


@pytest.fixture
def foreign_kernel(tmp_path, monkeypatch):
    """A home with a kernel called python3 of its own, which fails."""
    data = tmp_path / "home" / "data"
    place = data / "kernels" / "python3"
    place.mkdir(parents=True)
    spec = {
        "argv": ["/bin/false", "{connection_file}"],
        "display_name": "Python 3",
        "language": "python",
    }
    (place / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(data))
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "0")
    return place


@pytest.mark.process
@pytest.mark.parametrize("path", ["", ":", ".:"])
def test_a_kernel_takes_nothing_from_the_notebooks_folder(
    planted, foreign_kernel, monkeypatch, path
):
    """Nor from a PYTHONPATH that means the present folder,
    nor is a kernel of the home's started in its place?
    """
    from nbclient import NotebookClient
    from nbformat.v4 import new_code_cell, new_notebook

    folder, ran = planted
    monkeypatch.setenv("JUPYTER_PATH", "")
    monkeypatch.setenv("PYTHONPATH", path)
    beside.use_our_kernel()
    notebook = new_notebook(cells=[new_code_cell(CELL)])
    client = NotebookClient(
        notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    assert notebook.cells[0].outputs[0]["text"] == "the cell ran in True False\n"
    assert what_ran(ran) == []


@pytest.mark.process
def test_plain_jupyter_would_run_it(planted, monkeypatch):
    """Does the bait work: are these files run by a kernel that is not the course's?"""
    from nbclient import NotebookClient
    from nbformat.v4 import new_code_cell, new_notebook

    folder, ran = planted
    monkeypatch.setenv("JUPYTER_PATH", "")
    notebook = new_notebook(cells=[new_code_cell("import strange")])
    client = NotebookClient(
        notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    )
    (folder / "ipykernel_launcher.py").unlink()  # or it would not even come to the cell
    client.execute()
    assert "strange.py" in what_ran(ran)


SERVER = """
import os, sys
from course.hosts.jupyter import beside
beside.leave_present_folder()
from course.hosts.jupyter.opening import use_our_settings
use_our_settings()
beside.take_nothing_beside({trusted})
from jupyterlab.labapp import LabApp
server = LabApp.initialize_server(
    argv=["--no-browser", "--ServerApp.root_dir=.", "--allow-root", "--port=0"])
{more}
print("ready")
"""
NBGRADER = "from nbgrader.apps import NbGrader; NbGrader().load_config_file()"


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("", marks=pytest.mark.process, id="jupyter"),
        pytest.param(NBGRADER, marks=pytest.mark.classroom, id="nbgrader"),
    ],
)
@pytest.mark.parametrize("variable", ["", ":", ".:"])
def test_a_server_reads_no_settings_where_it_was_started(planted, tmp_path, variable, more):
    """Nor nbgrader's, nor through a path that means the present folder;
    nor is a module there taken for one of Jupyter's?
    """
    folder, ran = planted
    env = os.environ | {
        "JUPYTER_CONFIG_PATH": variable,
        "JUPYTER_PATH": variable,
        "HOME": str(tmp_path),
    }
    command = [sys.executable, "-P", "-c", SERVER.format(trusted="", more=more)]
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.endswith("ready\n"), done.stderr
    assert what_ran(ran) == []


@pytest.mark.classroom
def test_a_lecturers_class_is_still_read(planted, tmp_path):
    """Does nbgrader read the settings of the class folder that was named?"""
    folder, ran = planted
    env = os.environ | {"JUPYTER_CONFIG_PATH": "", "HOME": str(tmp_path)}
    command = [sys.executable, "-P", "-c", SERVER.format(trusted="os.curdir", more=NBGRADER)]
    subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=True, timeout=60
    )
    assert set(what_ran(ran)) >= {"nbgrader_config.py"}


def test_our_kernel_is_what_ipykernel_would_be():
    """Is the kernel's file ipykernel's own but for what makes it safe,
    and keeps no history of what was typed?
    """
    from ipykernel.kernelspec import get_kernel_dict

    path = _places.kernels() / "kernels" / "python3" / "kernel.json"
    ours = json.loads(path.read_text(encoding="utf-8"))
    theirs = get_kernel_dict()
    safe = {"-P", "--InteractiveShellApp.ignore_cwd=True", "--HistoryManager.enabled=False"}
    assert safe <= set(ours["argv"])
    assert [a for a in ours["argv"][1:] if a not in safe] == theirs["argv"][1:]
    assert {k: v for k, v in ours.items() if k != "argv"} == {
        k: v for k, v in theirs.items() if k != "argv"
    }


def test_settings_are_put_first_once(monkeypatch):
    """Do the site's own folders stay, behind the course's, and relative ones go?"""
    monkeypatch.setenv("JUPYTER_PATH", os.pathsep.join(["/site", "", "relative"]))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", os.pathsep.join(["", "/etc/site"]))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", "/lib"]))
    opening.use_our_settings()
    opening.use_our_settings()
    own = [str(_places.kernels()), str(_places.lab_share())]
    assert os.environ["JUPYTER_PATH"].split(os.pathsep) == [*own, "/site"]
    assert os.environ["JUPYTER_CONFIG_PATH"].split(os.pathsep) == [
        str(_places.lab_config()),
        "/etc/site",
    ]
    assert os.environ["PYTHONPATH"] == "/lib"


@pytest.mark.parametrize("installed", [True, False])
def test_a_clone_that_is_not_installed_is_found_by_its_kernels(monkeypatch, installed):
    """Where only the libraries are installed, as under conda, do kernels find the clone,
    and else need no such path?
    """
    monkeypatch.delenv("PYTHONPATH", raising=False)
    for variable in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH"):
        monkeypatch.setenv(variable, "")
    monkeypatch.setattr(opening, "_is_installed", lambda: installed)
    opening.use_our_settings()
    assert os.environ.get("PYTHONPATH") == (None if installed else str(_places.root()))
    monkeypatch.delenv("PYTHONPATH", raising=False)


@pytest.mark.process
def test_a_module_of_the_present_folder_is_not_imported_later(tmp_path):
    """After the course's command has begun, which `python -m`
    starts with the present folder in front?
    """
    (tmp_path / "late.py").write_text("print('taken')", encoding="utf-8")
    told = textwrap.dedent("""
        import sys; sys.path.insert(0, "")
        from course.hosts.jupyter.beside import leave_present_folder
        leave_present_folder()
        try:
            import late
        except ModuleNotFoundError:
            print("not found")
    """)
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "not found\n"


@pytest.mark.process
@pytest.mark.parametrize("path", ["", os.pathsep, f"{_places.root()}{os.pathsep}"])
def test_the_command_imports_nothing_where_it_is_started(planted, path):
    """Nor through an empty entry of PYTHONPATH? (What Python loads before
    the course's first line, only its -P keeps out.)
    """
    folder, ran = planted
    for name in ("argparse.py", "hashlib.py", "tempfile.py"):
        (folder / name).write_text(RAN.format(str(ran), name), encoding="utf-8")
    # Python's own start comes before ours
    for name in (
        "course.py",
        "course",
        "sitecustomize.py",
        "usercustomize.py",
    ):
        shutil.rmtree(folder / name) if (folder / name).is_dir() else (folder / name).unlink()
    env = os.environ | {"PYTHONPATH": path}
    command = [sys.executable, "-m", "course", "--version"]
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert what_ran(ran) == []
