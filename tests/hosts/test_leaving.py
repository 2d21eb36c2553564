"""Does a server that is stopped in the middle of an answer end?"""

import subprocess
import sys

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
