"""Does `course doctor` find what is wrong with the parts that show the course in JupyterLab?"""

import json
import os

import pytest
from doctoring import expect

from course import _places
from course.hosts.doctor import extension, software


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
