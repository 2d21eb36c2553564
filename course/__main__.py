"""`python -m course` is the `course` command."""

import os  # Python itself has loaded it, and sys, before it looks in any folder
import sys

# `python -m` looks in the present folder first, and so does an empty entry of PYTHONPATH: what lies
# there must not pose as a module. So this stands before any other import, and cannot call
# _beside.leave_present_folder, which imports.
_HERE = os.path.realpath(os.curdir)
sys.path[:] = [path for path in sys.path if path and os.path.realpath(path) != _HERE]

from course.cli import main  # noqa: E402

sys.exit(main())
