"""Start the course from an unzipped bundle, with no network: install it once, then open it.

Run by start.cmd, start.command and start.sh with whatever Python 3 they find, so this file keeps to what Python 3.6 can
read, and to the standard library. Nothing is written into the bundle: it may lie on a stick that cannot be written to.
And it may have gone through many hands: what is installed is what the list names, by its hash, and nothing else.
"""

import sys

if __name__ == "__main__" and not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
    del sys.path[0]  # or a json.py that lies beside this file would be taken for Python's own

import hashlib
import os
import shutil
import subprocess
import time
from pathlib import Path

if __name__ == "__main__":
    # Its text, since an import would run what lies in __pycache__ beside it.
    _beside = Path(__file__).resolve().parent / "whole.py"
    try:
        _raw, _sums = _beside.read_bytes(), (_beside.parent.parent / "SHA256SUMS").read_bytes()
        if (hashlib.sha256(_raw).hexdigest() + "  start/whole.py").encode() not in _sums.splitlines():
            raise ValueError(_beside)
        exec(compile(_raw, str(_beside), "exec"))  # noqa: S102
    except (OSError, ValueError):
        sys.exit("This folder is not whole; unzip or copy it again, all of it.")
else:
    from course.bundle.whole import CONTENTS, WITHOUT, Bundle, Stop, listed, machine  # noqa: F401

__all__ = ["Stop", "machine", "main"]

ROOM = 500_000_000  # bytes that the software takes when installed, and some air
BEAT = 2.0  # seconds between two signs of life
ASTRAY = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")


class Software:
    """The course and all it needs, installed in the home folder beside the student's own."""

    def __init__(self, bundle, folder):
        self.bundle, self.folder = bundle, folder
        inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        self.python = folder.joinpath(*inside)
        self.mark, self.busy = folder / "installed.txt", folder / "installing.txt"

    def there(self, name):
        """Is what this name stands for installed, to the end, and does its Python still run?"""
        try:
            if self.mark.read_text(encoding="utf-8") != name:
                return False
            return not subprocess.call([str(self.python), "-c", ""], stderr=subprocess.DEVNULL)
        except OSError:
            return False

    def clear(self):
        """Make the folder empty. Raises Stop if another window is at work in it, or if it is somebody else's."""
        if self.busy.exists() and time.time() - self.busy.stat().st_mtime < 15 * BEAT:
            raise Stop("Another window is installing the course; wait until it has opened it.")
        ours = any(path.exists() for path in (self.mark, self.busy, self.folder / "install.log"))
        if self.folder.exists() and not ours and any(self.folder.iterdir()):
            raise Stop(
                f"{self.folder} holds something that is not the course's; move it away and start again."
            )
        shutil.rmtree(str(self.folder), ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)

    def install(self, wheels, name):
        """Install these wheels, from nothing, and leave the name as a mark. Raises Stop if it cannot be done."""
        self.bundle.check(wheels)
        try:
            self.clear()
            self.busy.touch()
            try:
                self.fill(wheels)
                self.mark.write_text(name, encoding="utf-8")
            finally:
                self.busy.unlink()
        except OSError as error:
            raise Stop(
                f"The course cannot be installed in {self.folder} ({error.strerror}); set STEEL_FRAME_HOME to a folder "
                f"that you may write to and start again, {WITHOUT}."
            ) from None

    def fill(self, wheels):
        """A Python environment in the folder, and the wheels in it."""
        if shutil.disk_usage(str(self.folder)).free < ROOM:
            raise Stop(
                f"The course needs {ROOM // 1000000} MB free on the disk of {self.folder}; free some and start again, "
                f"{WITHOUT}."
            )
        self.run([sys.executable, "-P", "-m", "venv", "--without-pip", str(self.folder)])
        # Each wheel by its path and hash: whatever else lies beside them is not looked at.
        asked = self.folder / "wheels.txt"
        lines = [
            f"{(self.bundle.root / path).as_uri()} --hash=sha256:{sum_}" for path, sum_ in wheels.items()
        ]
        asked.write_text("\n".join(lines) + "\n", encoding="utf-8")
        # The bundle's own pip, since many a Linux has none; deaf to the settings of this computer.
        environment = {k: v for k, v in plain().items() if not k.startswith("PIP_")}
        environment.update(PYTHONPATH=str(self.pip(wheels)), PIP_CONFIG_FILE=os.devnull)
        self.run(
            [
                str(self.python), "-P", "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile",
                "--no-cache-dir", "--disable-pip-version-check", "--require-hashes", "--requirement", str(asked),
            ],
            environment,
        )  # fmt: skip

    def pip(self, wheels):
        """A copy of the bundle's pip, known by its hash: what runs is what was looked at. Raises Stop if there is none."""
        for path, expected in wheels.items():
            if path.startswith("wheels/pip-"):
                with self.bundle.opened(path) as file:
                    raw = file.read()
                if hashlib.sha256(raw).hexdigest() == expected:
                    copy = self.folder / Path(path).name
                    copy.write_bytes(raw)
                    return copy
        raise Stop(f"This bundle's installer is missing or damaged; copy the bundle again, {WITHOUT}.")

    def run(self, command, environment=None):
        """Run a step to its end, with a dot every two seconds."""
        log = self.folder / "install.log"
        with log.open("ab") as out:
            # In the software's folder: nothing where the student stands is looked at.
            step = subprocess.Popen(
                command, stdout=out, stderr=out, env=environment or plain(), cwd=str(self.folder)
            )
            while step.poll() is None:
                try:
                    step.wait(BEAT)
                except subprocess.TimeoutExpired:
                    self.busy.touch()
                    print(".", end="", flush=True)
        if step.returncode:
            raise Stop(
                f"The course could not be installed; show {log} to whoever gave you the bundle, {WITHOUT}."
            )


def plain():
    """The environment without what would lead a Python astray."""
    return {k: v for k, v in os.environ.items() if k not in ASTRAY}


def start(arguments):
    """Install if need be, then open the course; returns its exit code. Raises Stop."""
    bundle = Bundle(Path(__file__).resolve().parent.parent)
    if arguments == ["--check"]:
        bundle.check(bundle.sums)
        print("Every file of this bundle is as it was made.")
        return 0
    wheels = bundle.wheels()
    home = Path(os.environ.get("STEEL_FRAME_HOME") or Path.home() / "steel-frame").expanduser().absolute()
    software = Software(bundle, home.with_name(home.name + "-software"))
    name = hashlib.sha256("".join(sorted(wheels.values())).encode()).hexdigest()
    if not software.there(name):
        print(f"Installing the course, once, in {software.folder}: a minute or a few ", end="", flush=True)
        try:
            software.install(wheels, name)
        finally:
            print()
    print("The course opens in the browser. Leave this window open; to stop, press Ctrl+C here.", flush=True)
    environment = dict(plain(), STEEL_FRAME_HOME=str(home))
    # -P: whatever lies in the folder that it is started from.
    command = [str(software.python), "-P", "-m", "course", *arguments]
    if os.name != "nt":
        os.execve(command[0], command, environment)
    running = subprocess.Popen(command, env=environment)
    while True:
        try:
            return running.wait()
        except KeyboardInterrupt:
            continue  # the course hears it too, and asks back


def main():
    """Start, or say in one sentence why not; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old window may not know the letters of a path
    try:
        return start(sys.argv[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped; start again when you like.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
