"""Does a server that is stopped in the middle of an answer end?"""

import os
import re
import select
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.process

STOPPED = """
import asyncio, sys, time
from anyio import to_thread
from tornado.ioloop import IOLoop
from course.hosts.jupyter.leaving import end_what_runs

loop = IOLoop.current()

def read():
    loop.add_callback(loop.stop)  # the stop comes while a thread reads
    time.sleep(0.2)

async def answered():
    await to_thread.run_sync(read)
    await asyncio.sleep(3600)

loop.add_callback(answered)
loop.start()
if sys.argv[1] == "as the course":
    end_what_runs()
"""

# The terminal at its input becomes the one from which the process gets Ctrl+C.
ON_A_TERMINAL = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from course.cli import main
sys.exit(main())
"""


def ends(how, seconds):
    try:
        done = subprocess.run(
            [sys.executable, "-c", STOPPED, how], timeout=seconds, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0 and done.stderr == b""


def test_a_request_cut_off_by_the_stop_does_not_keep_the_server():
    """A file is being read in a thread: does the process end, which it would not do by itself?"""
    assert ends("as the course", 30)


def test_without_it_the_server_would_stay():
    """Is the function still needed? If this fails, Jupyter ends by itself: take
    course/hosts/jupyter/leaving.py out.
    """
    assert not ends("as Jupyter", 4)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal as Linux and macOS have it")
def test_one_ctrl_c_on_a_terminal_stops_the_course(tmp_path):
    """As the pages say, without a question that nobody sees in time?"""
    import pty

    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-c", ON_A_TERMINAL, "--no-browser"],
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        env=os.environ | {"STEEL_FRAME_HOME": str(tmp_path)},
    )  # fmt: skip
    os.close(theirs)
    try:
        assert b"token=" in (before := _said(ours, run, until=rb"token=", seconds=180)), before
        os.write(ours, b"\x03")
        after = _said(ours, run, until=rb"y/\[n\]", seconds=180)
        assert b"y/[n]" not in after, after
        assert run.wait(180) == 0
    finally:
        run.kill()
        os.close(ours)


def _said(terminal, run, *, until, seconds):
    """What is written on a terminal, until these words come or the process ends."""
    said, end = b"", time.monotonic() + seconds
    while time.monotonic() < end and not re.search(until, said):
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                said += os.read(terminal, 65536)
            except OSError:  # Linux says so of a terminal that nobody holds any more
                break
        elif run.poll() is not None:
            break
    return said
