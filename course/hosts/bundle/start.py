"""Start the course from an unzipped bundle, with no network: install it once, then open it.

Run by start.cmd, start.command and start.sh with whatever Python 3 they find, so this file keeps to
what Python 3.6 can read, and to the standard library. Nothing is written into the bundle: it may
lie on a stick that cannot be written to. And it may have gone through many hands: what is installed
is what the list names, by its hash, and nothing else.
"""

import sys

if __name__ == "__main__" and not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
    del sys.path[0]  # or a json.py that lies beside this file would be taken for Python's own

import hashlib
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

if __name__ == "__main__":
    # Its text, since an import would run what lies in __pycache__ beside it.
    _here = Path(__file__).resolve().parent
    for _name in ("whole.py", "lock.py"):
        try:
            _raw, _sums = (_here / _name).read_bytes(), (_here.parent / "SHA256SUMS").read_bytes()
        except OSError:
            _raw, _sums = b"", b""
        if f"{hashlib.sha256(_raw).hexdigest()}  start/{_name}".encode() not in _sums.splitlines():
            sys.exit("This folder is not whole; unzip or copy it again, all of it.")
        exec(compile(_raw, _name, "exec"))  # noqa: S102
else:
    from course.hosts.bundle.lock import Held, Lock
    from course.hosts.bundle.whole import CONTENTS, WITHOUT, Bundle, Stop, listed, machine, named  # noqa: F401

__all__ = ["Stop", "machine", "main"]

ROOM = 500_000_000  # bytes that the software takes when installed, and some air
BEAT = 2.0  # seconds between two signs of life
# in the mark, until it holds what is installed
BEGUN = "An installation of the course that is not yet done.\n"
# What an installation puts into its folder. Nothing else is ever deleted there.
MADE = re.compile(
    r"installed\.txt|install\.log|wheels\.txt|pip-[^/]*\.whl|pyvenv\.cfg|\.gitignore|bin|include|lib|lib64|share|etc|man|Scripts"
    r"|Include|Lib"
)
ASTRAY = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")


class Software:
    """The course and all it needs, installed in the home folder beside the student's own."""

    def __init__(self, bundle, folder):
        self.bundle, self.folder = bundle, folder
        inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        self.python = folder.joinpath(*inside)
        self.mark = folder / "installed.txt"
        self.lock = Lock(folder.with_name(f".{folder.name}.lock"))

    def marked(self):
        """What the mark says: what is installed, or BEGUN; empty if there is none of ours."""
        try:
            said = self.mark.read_text(encoding="utf-8") if self.mark.is_file() else ""
        except (OSError, ValueError):
            return ""
        return said if re.fullmatch(f"[0-9a-f]{{64}}|{BEGUN}", said) else ""

    def there(self, name):
        """Is what this name stands for installed, to the end, and does it still run?"""
        try:
            return self.marked() == name and not subprocess.call(
                [str(self.python), "-I", "-c", "import course"],
                stderr=subprocess.DEVNULL,
                env=plain(),
            )
        except OSError:
            return False

    def clear(self):
        """Make the folder empty, but for the mark. Raises Stop if it holds anything not ours."""
        self.folder.mkdir(parents=True, exist_ok=True)
        found = sorted(path.name for path in self.folder.iterdir())
        strange = [name for name in found if not (self.marked() and MADE.fullmatch(name))]
        if strange:
            raise Stop(
                f"{self.folder} holds something that is not the course's ({named(strange)}); "
                "move it away and start "
                f"again."
            )
        self.mark.write_text(BEGUN, encoding="utf-8")
        for name in found:
            path = self.folder / name
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(str(path))
            elif path != self.mark:
                path.unlink()

    def install(self, wheels, name):
        """Install these wheels, from nothing, and leave the name as a mark. Raises Stop."""
        self.bundle.check(wheels)
        try:
            with self.lock:
                if self.there(name):
                    return  # by another window, meanwhile
                self.clear()
                self.fill(wheels)
                self.mark.write_text(name, encoding="utf-8")
        except Held:
            raise Stop(
                "Another window is installing the course; wait until it has opened it."
            ) from None
        except OSError as error:
            raise Stop(
                f"The course cannot be installed in {self.folder} ({error.strerror}); set "
                "STEEL_FRAME_HOME to a folder "
                f"that you may write to and start again, {WITHOUT}."
            ) from None

    def fill(self, wheels):
        """A Python environment in the folder, and the wheels in it."""
        if shutil.disk_usage(str(self.folder)).free < ROOM:
            raise Stop(
                f"The course needs {ROOM // 1000000} MB free on the disk of {self.folder}; "
                "free some and start again, "
                f"{WITHOUT}."
            )
        self.run([sys.executable, "-P", "-m", "venv", "--without-pip", str(self.folder)])
        # Each wheel by its path and hash: whatever else lies beside them is not looked at.
        asked = self.folder / "wheels.txt"
        lines = [
            f"{(self.bundle.root / path).as_uri()} --hash=sha256:{sum_}"
            for path, sum_ in wheels.items()
        ]
        asked.write_text("\n".join(lines) + "\n", encoding="utf-8")
        # The bundle's own pip, since many a Linux has none; deaf to the settings of this computer.
        environment = {k: v for k, v in plain().items() if not k.startswith("PIP_")}
        environment.update(PYTHONPATH=str(self.pip(wheels)), PIP_CONFIG_FILE=os.devnull)
        self.run(
            [
                str(self.python), "-P", "-m", "pip", "install", "--quiet", "--no-index",
                "--no-deps", "--no-compile", "--no-cache-dir", "--disable-pip-version-check",
                "--require-hashes", "--requirement", str(asked),
            ],
            environment,
        )  # fmt: skip
        self.run([str(self.python), "-I", "-c", "import course"])

    def pip(self, wheels):
        """A copy of the bundle's pip, known by its hash: what runs is what was looked at.
        Raises Stop if there is none.
        """
        for path, expected in wheels.items():
            if path.startswith("wheels/pip-"):
                with self.bundle.opened(path) as file:
                    raw = file.read()
                if hashlib.sha256(raw).hexdigest() == expected:
                    copy = self.folder / Path(path).name
                    copy.write_bytes(raw)
                    return copy
        raise Stop(
            f"This bundle's installer is missing or damaged; copy the bundle again, {WITHOUT}."
        )

    def run(self, command, environment=None):
        """Run a step to its end, with a dot every two seconds."""
        log = self.folder / "install.log"
        with log.open("ab") as out:
            # In the software's folder: nothing where the student stands is looked at. It has the
            # lock as well, so that what outlives this window, if it was killed, is not taken for
            # nothing.
            fds = () if os.name == "nt" else (self.lock.file,)
            space, place = environment or plain(), str(self.folder)
            step = subprocess.Popen(
                command, stdout=out, stderr=out, env=space, cwd=place, pass_fds=fds
            )
            try:
                while step.poll() is None:
                    try:
                        step.wait(BEAT)
                    except subprocess.TimeoutExpired:
                        print(".", end="", flush=True)
            finally:
                if step.poll() is None:  # we are stopped: it does not go on alone
                    step.kill()
                    step.wait()
        if step.returncode:
            raise Stop(
                f"The course could not be installed; show {log} to whoever gave you the "
                f"bundle, {WITHOUT}."
            )


def plain():
    """The environment without what would lead a Python astray."""
    return {k: v for k, v in os.environ.items() if k not in ASTRAY}


def home_folder():
    """The student's folder. Raises Stop if nothing names one that can be."""
    try:
        home = Path(os.environ.get("STEEL_FRAME_HOME") or Path.home() / "steel-frame").expanduser()
    except RuntimeError:  # ~somebody who is not here
        home = Path(os.sep)
    home = Path(os.path.abspath(str(home)))  # noqa: PTH100 without "..", which has no folder beside it
    if not home.name:
        raise Stop(
            f"STEEL_FRAME_HOME names no folder of yours; set it to one and start again, {WITHOUT}."
        )
    return home


def stopped(*_):
    raise KeyboardInterrupt


def start(arguments):
    """Install if need be, then open the course; returns its exit code. Raises Stop."""
    bundle = Bundle(Path(__file__).resolve().parent.parent)
    if arguments == ["--check"]:
        bundle.check(bundle.sums)
        print("Every file of this bundle is as it was made.")
        return 0
    bundle.check_start()
    wheels = bundle.wheels()
    home = home_folder()
    software = Software(bundle, home.with_name(home.name + "-software"))
    name = hashlib.sha256("".join(sorted(wheels.values())).encode()).hexdigest()
    if not software.there(name):
        print(
            f"Installing the course, once, in {software.folder}: a minute or a few ",
            end="",
            flush=True,
        )
        try:
            software.install(wheels, name)
        finally:
            print()
    print(
        "The course opens in the browser. Leave this window open; to stop, press Ctrl+C here.",
        flush=True,
    )
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
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            # an old window may not know the letters of a path
            reconfigure(errors="backslashreplace")
    for name in ("SIGTERM", "SIGHUP"):  # a window that is closed ends what it had begun, too
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) != signal.SIG_IGN:
            signal.signal(getattr(signal, name), stopped)
    try:
        return start(sys.argv[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped; start again when you like.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
