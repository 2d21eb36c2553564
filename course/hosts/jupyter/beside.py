"""Nothing that lies beside a notebook, or where a server was started, is run: no module, no
settings.

A reader's folder fills from a stick, a mail, a repository. Python would take `json.py` there for
its own module, and nbgrader would run `nbgrader_config.py`. The course's kernel (lab/kernels)
starts Python with -P and tells IPython to leave the folder alone. It is called python3, as in every
notebook, and is found before a kernel of that name in a home.
"""

import os
import sys
from pathlib import Path
from typing import Any

from course import _places

__all__ = [
    "leave_present_folder",
    "put_first",
    "take_nothing_beside",
    "use_our_kernel",
    "whole_paths_only",
]


def whole_paths_only(variable):
    """In a variable that lists folders, drop an empty or relative one:
    it would mean the present folder.
    """
    if told := os.environ.get(variable):
        os.environ[variable] = os.pathsep.join(filter(os.path.isabs, told.split(os.pathsep)))


def put_first(variable, *folders):
    """Put folders in front of those that a variable lists, each once."""
    whole_paths_only(variable)
    listed = [*map(str, folders), *filter(None, os.environ.get(variable, "").split(os.pathsep))]
    os.environ[variable] = os.pathsep.join(dict.fromkeys(listed))


def use_our_kernel():
    """For notebooks that are run without a server:
    whatever starts a kernel from here starts the course's.
    """
    put_first("JUPYTER_PATH", _places.kernels())
    whole_paths_only("PYTHONPATH")


def take_nothing_beside(*trusted):
    """In this process, read no settings from the present folder, except from one of the `trusted`,
    a lecturer's class.

    Jupyter itself does not look there. nbgrader does, for each list of assignments, from the folder
    that is served.
    """
    from traitlets import config

    # what is put in place here is no part of what it promises
    application: Any = config.Application
    if not hasattr(application, "_load_config_files"):  # it has no option
        return
    ours = {os.path.realpath(folder) for folder in trusted}
    read = application._load_config_files.__func__  # noqa: SLF001

    def is_read(path):
        place = os.path.realpath(path or os.curdir)
        return place in ours or place != os.path.realpath(os.curdir)

    def elsewhere(cls, basefilename, path=None, *arguments, **named):
        if not Path(basefilename).is_absolute():  # else somebody named that very file
            path = [
                p for p in ([path] if path is None or isinstance(path, str) else path) if is_read(p)
            ]
        return read(cls, basefilename, path, *arguments, **named)

    application._load_config_files = classmethod(elsewhere)  # noqa: SLF001


def leave_present_folder():
    """For a command started as `python -m`: what is imported from
    now on is not sought in the present folder.
    """
    here = os.path.realpath(os.curdir)
    sys.path[:] = [path for path in sys.path if path and os.path.realpath(path) != here]
