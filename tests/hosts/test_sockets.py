"""Can no other user of the machine listen to what a kernel says?"""

import os
import stat
from pathlib import Path

import pytest

from course.errors import CourseError
from course.hosts.jupyter import sockets


@pytest.fixture(autouse=True)
def no_runtime_named(monkeypatch):
    monkeypatch.delenv("JUPYTER_RUNTIME_DIR", raising=False)


def test_a_sites_own_runtime_folder_stays(monkeypatch):
    """Is a folder that the site named taken as it is, and else a new one
    made for its owner alone, which goes again?
    """
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", "/run/site")
    with sockets.sockets_of_kernels(needed=True) as folder:
        assert folder == os.environ["JUPYTER_RUNTIME_DIR"] == "/run/site"
    monkeypatch.delenv("JUPYTER_RUNTIME_DIR")
    with sockets.sockets_of_kernels() as folder:
        assert os.environ["JUPYTER_RUNTIME_DIR"] == folder
        if os.name == "posix":
            assert stat.S_IMODE(Path(folder).stat().st_mode) == 0o700
            assert len(folder) <= sockets.LONGEST_RUNTIME
    assert not Path(folder).exists()
    assert "JUPYTER_RUNTIME_DIR" not in os.environ


def test_a_path_too_long_for_a_socket_is_refused_on_a_hub(monkeypatch, tmp_path):
    """And is the talk encrypted elsewhere?"""
    folder = tmp_path / ("s" * sockets.LONGEST_RUNTIME)
    folder.mkdir()
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(folder))
    with pytest.raises(CourseError, match="at most 53 letters in JUPYTER_RUNTIME_DIR"):
        sockets.sockets_of_kernels(needed=True).__enter__()
    with sockets.sockets_of_kernels() as named:
        assert sockets.private_talk(named) == ["--KernelManager.transport_encryption=auto"]


def test_where_no_socket_can_be_made_the_talk_is_encrypted(monkeypatch, tmp_path):
    """As on Windows, or on a file system that has no sockets?"""
    monkeypatch.setattr(sockets, "_can_listen", lambda _folder: False)
    assert sockets.private_talk("/tmp/a") == ["--KernelManager.transport_encryption=auto"]


def test_a_long_temporary_folder_is_passed_over(monkeypatch):
    """As on a Mac, where it lies deep?"""
    monkeypatch.setattr(sockets.tempfile, "gettempdir", lambda: "/var/folders/" + "x" * 40)
    assert sockets._short_place() == "/tmp"
