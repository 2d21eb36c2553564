"""Does `course doctor` find each fault of Python, packages, data and disk, name its code and its
cure, and stay well itself?"""

import json
import sys
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest
from doctoring import expect

from course import _places
from course.hosts import doctor
from course.hosts.doctor import extension, files, kernel, software
from course.record import data

STARTED = kernel._answers


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
