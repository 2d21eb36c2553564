"""Real system users for a test of the classroom: each with a home,
each running the course as itself.
"""

import pwd
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from course import _places

__all__ = ["Person", "python_for_all"]


def _open_to_all(path):
    return all(parent.stat().st_mode & 0o001 for parent in Path(path).resolve().parents)


def python_for_all():
    """(interpreter, environment) that any user can run the course with,
    from where it is installed now.
    """
    scripts = str(Path(sys.executable).parent)
    told = {"PATH": f"{scripts}:/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}
    if _open_to_all(sys.executable):
        return sys.executable, told
    # The interpreter lies in somebody's home. Another of the same version can use what is installed
    # beside it.
    other = shutil.which(
        f"python{sys.version_info.major}.{sys.version_info.minor}", path="/usr/bin:/usr/local/bin"
    )
    assert other, (
        "no Python that every user may run; make the environment with: uv sync --python "
        "/usr/bin/python3"
    )
    share = Path(sys.prefix) / "share" / "jupyter"
    return other, told | {
        "PYTHONPATH": f"{sysconfig.get_paths()['purelib']}:{_places.root()}",
        "JUPYTER_PATH": str(share),
        "JUPYTERLAB_DIR": str(share / "lab"),
    }


class Person:
    """A system user, made on entry and removed with its home on exit."""

    def __init__(self, name):
        self.name = name
        self.python, self.environment = python_for_all()

    def __enter__(self):
        subprocess.run(["useradd", "--create-home", self.name], check=True, capture_output=True)
        self.home = Path(pwd.getpwnam(self.name).pw_dir)
        self.home.chmod(0o700)
        # The scripts beside another's interpreter start with that interpreter; nbgrader calls this
        # one by name.
        script = self.write(
            "bin/alembic", f'#!/bin/sh\nexec {self.python} -m alembic.config "$@"\n'
        )
        script.chmod(0o755)
        self.environment["PATH"] = f"{script.parent}:{self.environment['PATH']}"
        self.environment |= {
            "HOME": str(self.home),
            "USER": self.name,
            "STEEL_FRAME_HOME": str(self.home / "steel-frame"),
        }
        return self

    def __exit__(self, *_):
        subprocess.run(["pkill", "-KILL", "-u", self.name], check=False)
        subprocess.run(["userdel", "--remove", self.name], check=False, capture_output=True)

    def _as(self):
        return {
            "user": self.name,
            "group": pwd.getpwnam(self.name).pw_gid,
            "extra_groups": [],
            "env": self.environment,
        }

    def course(self, *arguments, cwd=None, ok=True):
        """Run the course's command as this user; returns what it printed."""
        return self._run([self.python, "-m", "course", *arguments], cwd, ok)

    def nbgrader(self, *arguments, cwd=None):
        """Run nbgrader as this user; returns what it printed."""
        return self._run(
            [self.python, "-c", "from nbgrader.apps.nbgraderapp import main; main()", *arguments],
            cwd,
            ok=True,
        )

    def runs(self, code):
        """Run Python code as this user; returns what it printed."""
        return self._run([self.python, "-c", code], None, ok=True)

    def _run(self, command, cwd, ok):
        done = subprocess.run(
            command,
            cwd=cwd or self.home,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
            umask=0o022,
            **self._as(),
        )
        assert not ok or done.returncode == 0, (
            f"{self.name}: {command[1:]}\n{done.stdout}\n{done.stderr}"
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout + done.stderr

    def start(self, *arguments):
        """Start the course's command as this user and leave it running."""
        path = self.home / "log"
        with path.open("w") as log:
            shutil.chown(path, self.name)
            return subprocess.Popen(
                [self.python, "-m", "course", *arguments],
                cwd=self.home,
                stdout=log,
                stderr=subprocess.STDOUT,
                **self._as(),
            )

    def said(self):
        """What the started command has printed so far."""
        return (self.home / "log").read_text(encoding="utf-8")

    def write(self, path, text):
        """A file in the user's home, owned by the user."""
        path = self.home / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for made in (path, *path.parents):
            if made == self.home:
                break
            shutil.chown(made, self.name)
        return path
