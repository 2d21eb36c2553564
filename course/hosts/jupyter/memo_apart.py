"""What the memo asks of Python, done by a process of its own: pandas, once loaded, would stay in
each reader's server.

The process gets {"do", "told"} as JSON and replies with what `course.hosts.memo` gives, or
{"problem": one sentence}.
"""

import json
import subprocess
import sys

from course.errors import CourseError
from course.interface.words import say

__all__ = ["figures", "reply", "write"]

_SECONDS = 120


def _asked(do, *told):
    # -P: no file in the reader's folder stands in for a module.
    command = [sys.executable, "-P", "-m", __name__]
    text = json.dumps({"do": do, "told": told})
    try:
        done = subprocess.run(
            command, input=text.encode(), stdout=subprocess.PIPE, timeout=_SECONDS, check=True
        )
        made = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        raise CourseError(say("server.memo_failed")) from None
    if "problem" in made:
        raise CourseError(made["problem"])
    return made


def figures(typed):
    """As `course.hosts.memo.figures`."""
    return _asked("figures", typed)


def write(memo, date):
    """As `course.hosts.memo.write`."""
    return _asked("write", memo, date)


def reply():
    """Answer what stands on the standard input; for the process that `_asked` starts."""
    from course.hosts import memo

    asked = json.loads(sys.stdin.buffer.read())
    try:
        told = {"figures": memo.figures, "write": memo.write}[asked["do"]](*asked["told"])
    except CourseError as error:
        told = {"problem": str(error)}
    sys.stdout.buffer.write(json.dumps(told).encode())


if __name__ == "__main__":
    reply()
