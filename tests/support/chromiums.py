"""The Chromium that tests drive."""

import shutil

__all__ = ["launched"]

_WHOLE = shutil.which("chromium")
# The same engine without windows of its own, where it is installed: a page costs a third there.
_SHELL = shutil.which("chromium-headless-shell") or _WHOLE
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launched(chromium, *, whole=False):
    """A browser of Playwright's type `chromium`; the whole one, if it must print as `course` does.

    A coroutine, if the type is of Playwright's asynchronous half.
    """
    return chromium.launch(executable_path=_WHOLE if whole else _SHELL, args=_FLAGS)
