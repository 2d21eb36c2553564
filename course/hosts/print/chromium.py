"""HTML to PDF by the browser's own print: tagged, with an outline, its fonts inside."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from course.errors import CourseError

__all__ = ["found", "printed"]

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
_SECONDS = 180
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a page that is printed asks no other machine
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)


def found():
    """The path of Chromium or Chrome: what CHROME names, else the first on the path. Raises
    CourseError if there is none.
    """
    told = os.environ.get("CHROME")
    path = shutil.which(told) if told else next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        raise CourseError(
            f"CHROME names {told!r}, which is no program; let it name Chromium or Chrome."
            if told
            else "A PDF is printed by Chromium or Chrome, and neither was found; install one, or "
            "name it in CHROME."
        )
    return path


def _command(browser, page, pdf, profile):
    root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    return [
        browser,
        *_FLAGS,
        *root,
        f"--user-data-dir={profile}",
        f"--print-to-pdf={pdf}",
        page.as_uri(),
    ]


def printed(html, pdf):
    """Print an HTML text that needs nothing beside it to the file `pdf`.
    Raises CourseError if the browser cannot.
    """
    pdf = Path(pdf).resolve()
    browser = found()
    # Beside the PDF, since a browser shut in a sandbox of its system may read and write there but
    # not in /tmp.
    with tempfile.TemporaryDirectory(
        dir=pdf.parent, prefix="print-", ignore_cleanup_errors=True
    ) as folder:
        page, fresh = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(html, encoding="utf-8", newline="\n")
        command = _command(browser, page, fresh, Path(folder) / "profile")
        try:
            run = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 no shell; the program is the user's own browser
        except (OSError, subprocess.TimeoutExpired):
            run = None
        if run is None or run.returncode or not fresh.exists():
            raise CourseError(
                f"{browser} could not print {pdf.name}; update it, or name another Chromium or "
                "Chrome in CHROME."
            )
        fresh.replace(pdf)
