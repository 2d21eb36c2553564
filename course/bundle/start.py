"""Start the course from an unzipped bundle, with no network: install it once, then open it.

Run by start.cmd, start.command and start.sh with whatever Python 3 they find, so this file keeps to what Python 3.6 can
read, and to the standard library. Nothing is written into the bundle: it may lie on a stick that cannot be written to.
"""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

__all__ = ["Stop", "damaged", "listed", "machine", "main"]

SUMS = "SHA256SUMS"
CONTENTS = "start/contents.json"
ROOM = 500_000_000  # bytes that the software takes when installed, and some air
BEAT = 2.0  # seconds between two signs of life
ASTRAY = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")
MACHINES = {
    "win-amd64": "windows",
    "win-arm64": "windows-arm",
    "macosx-arm64": "macos-arm",
    "macosx-x86_64": "macos-intel",
    "linux-x86_64": "linux",
    "linux-aarch64": "linux-arm",
}
WITHOUT = "or open pages/index.html in a browser, which needs no installation"


class Stop(Exception):  # noqa: N818 it is not always an error
    """Why the course does not start: one sentence with its cure."""


def listed(text):
    """{path in the bundle: its SHA-256} from the text of SHA256SUMS."""
    return {line[66:]: line[:64] for line in text.splitlines() if len(line) > 66}


def damaged(sums, opened):
    """The paths of `sums` (path: SHA-256) that are missing or not whole. opened(path) gives a binary file or OSError."""
    found = []
    for path, expected in sums.items():
        try:
            with opened(path) as file:
                whole = hashlib.sha256(file.read()).hexdigest()
        except OSError:
            whole = None
        if whole != expected:
            found.append(path)
    return found


def named(paths):
    """The first few of these paths, for a sentence."""
    return ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def machine():
    """What this computer and its Python are, as the bundle names them, else as Python names them."""
    kind = sysconfig.get_platform()
    if kind.startswith("macosx"):
        kind = f"macosx-{platform.machine()}"  # Python's own name may cover both kinds of Mac
    if kind.startswith("linux") and sys.maxsize < 2**32:
        kind += "-32"
    return MACHINES.get(kind, kind)


class Bundle:
    """The unzipped folder that this file lies in."""

    def __init__(self, root):
        self.root = root
        try:
            self.contents = json.loads((root / CONTENTS).read_text(encoding="utf-8"))
            self.sums = listed((root / SUMS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            raise Stop("This folder is not whole; unzip or copy it again, all of it.") from None

    def opened(self, path):
        return (self.root / path).open("rb")

    def wheels(self):
        """{path: SHA-256} of what this computer needs. Raises Stop if the bundle is not made for it, or is damaged."""
        wanted, found = self.contents["python"], "{}.{}".format(*sys.version_info)
        if found != wanted or sys.implementation.name != "cpython":
            raise Stop(
                f"This bundle is for Python {wanted}, and this computer's Python is {found}; install Python {wanted} beside it "
                f"(from python.org/downloads) and start again, {WITHOUT}."
            )
        here = machine()
        if here not in self.contents["platforms"]:
            raise Stop(
                f"This bundle holds no software for this computer ({here}); ask for one that was made with "
                f"`--platform {here}`, {WITHOUT}."
            )
        paths = self.contents["platforms"][here]
        return {path: self.sums.get(path, "") for path in paths}

    def check(self, sums):
        """Raise Stop if one of these files is not as it was when the bundle was made."""
        faults = damaged(sums, self.opened)
        if faults:
            raise Stop(f"{named(faults)}: damaged or missing; copy the bundle again, {WITHOUT}.")


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
        pip = next(path for path in wheels if path.startswith("wheels/pip-"))
        # The bundle's own pip, since many a Linux has none; deaf to the settings of this computer.
        environment = {k: v for k, v in plain().items() if not k.startswith("PIP_")}
        environment.update(PYTHONPATH=str(self.bundle.root / pip), PIP_CONFIG_FILE=os.devnull)
        self.run(
            [
                str(self.python), "-P", "-m", "pip", "install", "--quiet", "--no-index", "--no-compile", "--no-cache-dir",
                "--disable-pip-version-check", "--find-links", str(self.bundle.root / "wheels"),
                "steel-frame==" + self.bundle.contents["version"],
            ],
            environment,
        )  # fmt: skip

    def run(self, command, environment=None):
        """Run a step to its end, with a dot every two seconds."""
        log = self.folder / "install.log"
        with log.open("ab") as out:
            step = subprocess.Popen(command, stdout=out, stderr=out, env=environment or plain())
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
