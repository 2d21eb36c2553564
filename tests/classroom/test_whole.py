"""Is a file or a folder there whole or not at all, whenever its writing is stopped?"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course.classroom.cycle import whole

NEW = {"a": b"new", "b": b"new"}
FOREVER = """
import sys
from pathlib import Path
from course.classroom.cycle.whole import write_file, write_folder
place = Path(sys.argv[1])
print("ready", flush=True)
n = 0
while True:
    n += 1
    raw = str(n).encode() * 20_000
    write_folder(place / "student" / "sheet", {"a": raw, "b": raw})
    write_file(place / "marks.json", raw.decode())
"""


@pytest.mark.parametrize("call", ["mkdtemp", "write_bytes", "chmod", "rmtree", "rename"])
def test_a_folder_is_the_old_or_the_new(tmp_path, monkeypatch, call):
    """Stopped at each of its calls: is the old one there, or none at the very last, and never half
    of the new; and does the next writing put it right?
    """
    place = tmp_path / "ali" / "sheet"
    whole.write_folder(place, {"a": b"old"})

    def stop(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        owner = {"mkdtemp": whole.tempfile, "rmtree": whole.shutil}.get(call, Path)
        patch.setattr(owner, call, stop)
        with pytest.raises(KeyboardInterrupt):
            whole.write_folder(place, NEW)
    if place.exists():
        assert {path.name: path.read_bytes() for path in place.iterdir()} in ({"a": b"old"}, NEW)
    whole.write_folder(place, NEW)
    assert {path.name: path.read_bytes() for path in place.iterdir()} == NEW
    assert [path.name for path in place.parent.iterdir()] == ["sheet"], "nothing is left beside it"


def test_a_removal_that_is_stopped_halfway_shows_nothing(tmp_path, monkeypatch):
    """Killed when one file of the old folder is gone: does nobody find the half that is left?"""
    place = tmp_path / "ali" / "sheet"
    whole.write_folder(place, {"a": b"old", "b": b"old"})

    def half(folder, **_):
        next(path for path in Path(folder).rglob("*") if path.is_file()).unlink()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(whole.shutil, "rmtree", half)
        with pytest.raises(KeyboardInterrupt):
            whole.write_folder(place, NEW)
    assert {path.name: path.read_bytes() for path in place.iterdir()} == NEW
    whole.write_folder(place, NEW)
    assert [path.name for path in place.parent.iterdir()] == ["sheet"], "nothing is left beside it"


@pytest.mark.process
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_a_killed_writer_leaves_nothing_half_written(tmp_path):
    """Killed without warning, again and again, in the middle of writing?"""
    for n in range(4):
        writer = subprocess.Popen(
            [sys.executable, "-c", FOREVER, str(tmp_path)], stdout=subprocess.PIPE
        )
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(0.1 + 0.037 * n)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait(timeout=30)
        writer.stdout.close()
        place = tmp_path / "student" / "sheet"
        found = {path.name: path.read_bytes() for path in place.iterdir()} if place.exists() else {}
        assert not found or (set(found) == {"a", "b"} and found["a"] == found["b"])
        kept = tmp_path / "marks.json"
        text = kept.read_text(encoding="utf-8") if kept.exists() else ""
        assert not text or text == text[: len(text) // 20_000] * 20_000
