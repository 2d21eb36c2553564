"""Where things lie: the only module that knows the course's folders.

In a clone the repository root holds notebooks/ and datasets/; in an installed wheel both lie inside the package.
"""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_CLONE = PACKAGE.parent


def in_clone() -> bool:
    """Is this the repository, rather than an installed wheel?"""
    return (_CLONE / "pyproject.toml").is_file() and (_CLONE / "notebooks").is_dir()


def root() -> Path:
    """The folder that holds notebooks/ and datasets/."""
    return _CLONE if in_clone() else PACKAGE


def datasets() -> Path:
    return root() / "datasets"


def shipped_notebooks() -> Path:
    """The notebooks as shipped; never the student's working copy when installed from a wheel."""
    return root() / "notebooks"


def course_folder() -> Path:
    """The student's folder: notebooks/ in a clone, else $STEEL_FRAME_HOME or ~/steel-frame."""
    chosen = os.environ.get("STEEL_FRAME_HOME")
    if chosen:
        return Path(chosen).expanduser()
    return shipped_notebooks() if in_clone() else Path.home() / "steel-frame"


def answers_file() -> Path:
    return course_folder() / "answers.jsonl"


def lab_share() -> Path:
    """What JupyterLab finds by JUPYTER_PATH: the course's own extension. A wheel puts it into share/jupyter as well."""
    return PACKAGE / "lab" / "share" / "jupyter"


def lab_config() -> Path:
    """JupyterLab's settings for the course."""
    return PACKAGE / "lab" / "config"


def lecturer_config() -> Path:
    """What a lecturer's server on a hub has beside it: a terminal, formgrader."""
    return PACKAGE / "lab" / "lecturer"
