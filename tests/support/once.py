"""What takes long to make and is only read: the first worker makes it, the others wait for it."""

import os

from filelock import FileLock

__all__ = ["made_once"]


def made_once(tmp_path_factory, name, make):
    """The folder `name`, which is the same for all workers of a run; `make` fills it."""
    run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # a worker's own folder lies in that of the run
        run = run.parent
    out = run / name
    with FileLock(run / f"{name}.lock"):
        if not out.exists():
            half = run / f"{name}.half"
            make(half)
            half.rename(out)  # one that was begun and broke off is no folder to read
    return out
