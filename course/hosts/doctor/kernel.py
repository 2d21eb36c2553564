"""Does a kernel start? Without one no cell runs,
though chapters are read and answered all the same.
"""

import subprocess
from contextlib import suppress

from course import _places
from course.hosts.doctor.finding import Finding

__all__ = ["starts"]

WAIT = 40  # seconds; a slow disk takes ten


def _answers():
    """Start the course's kernel once, wait for its answer and end it.
    Raises whatever is in the way.
    """
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import KernelManager

    specs = KernelSpecManager(kernel_dirs=[str(_places.kernels() / "kernels")])
    manager = KernelManager(kernel_name="python3", kernel_spec_manager=specs)
    manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=WAIT)
    finally:
        client.stop_channels()
        with suppress(Exception):  # it has ended already
            manager.shutdown_kernel(now=True)


def starts():
    """Does the course's kernel start and answer? Yields Findings."""
    try:
        _answers()
    except Exception as error:  # noqa: BLE001 a machine has many ways to stop it, and all mean the same to a reader
        why = " ".join(str(error).split())[:200] or type(error).__name__
        yield Finding(
            "SF15",
            f"No kernel starts, so no cell can be run; what was said: {why.rstrip('.')}.",
            "let Python make connections inside this machine (127.0.0.1) in the firewall or "
            "virus scanner, and run "
            "`pip install --force-reinstall ipykernel` in the environment that opens the course.",
        )
        return
    yield Finding("", "a kernel starts and answers")
