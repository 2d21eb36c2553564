"""What a student double-clicks: does it find the right Python, and say in one sentence why not?

start.cmd is held to what can be read off it here; see docs/no-internet.md for what was tried with
it, and what was not.
"""

import re
import shutil

import bundles
import pytest
import sticks


def computer(folder, **programs):
    """A PATH of a computer that has dirname, uname and these programs (name:
    text of a shell script).
    """
    folder.mkdir()
    for name in ("dirname", "uname"):
        (folder / name).symlink_to(shutil.which(name))
    for name, text in programs.items():
        path = folder / name.replace("_", ".")
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)
    return str(folder)


@pytest.fixture
def bare(monkeypatch, stick, tmp_path):
    """A function that runs a start file on a computer with these programs alone."""

    def run(name, **programs):
        path = computer(tmp_path / f"bin{len(list(tmp_path.glob('bin*')))}", **programs)
        return stick.run(["/bin/sh", str(stick.root / name), "--port", "9000"], PATH=path)

    return run


STARTS = ["start.sh", "start.command"]


@pytest.mark.parametrize("name", STARTS)
def test_with_no_python_at_all(bare, name):
    """One sentence with where to get it, and the way that needs none;
    also if what is called so is Python 2?
    """
    for programs in ({}, {"python": "exit 1"}):
        done = bare(name, **programs)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert re.search(r"no Python .* python\.org/downloads.* pages/index\.html", done.stderr)


@pytest.mark.parametrize("name", STARTS)
def test_the_right_python_is_preferred(bare, stick, name):
    """Before a newer or an older one of the common name; and if there is only that,
    does it get to say so?
    """
    says = 'case "$2" in -c) exit 0;; *) echo "{}" "$@";; esac'
    right = "python" + bundles.PYTHON.replace(".", "_")
    done = bare(name, python3=says.format("common"), **{right: says.format("right")})
    assert done.stdout.startswith("right ")
    assert done.stdout.endswith(f"{sticks.WORDS}/steel-frame/start/start.py --port 9000\n")
    assert bare(name, python3=says.format("common")).stdout.startswith("common ")


@pytest.mark.parametrize("name", STARTS)
def test_a_start_file_alone_says_unzip(bare, stick, name):
    """As when it is started from within the zip?"""
    shutil.rmtree(stick.root / "start")
    assert "unzip or copy it again" in bare(name, python3="exit 0").stderr


# start.cmd
# --------------------------------------------------------------------------------------------------
def test_start_cmd_reads_well(stick):
    """Its line ends are Windows', its letters ASCII, its labels there, its paths quoted,
    its last words seen?
    """
    raw = (stick.root / "start.cmd").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    text = raw.decode("ascii").replace("\r", "")
    assert set(re.findall(r"(?:goto|call) :?(\w+)$|call :(\w+) ", text)) - {("", "")}
    named = {word for pair in re.findall(r"goto (\w+)|call :(\w+)", text) for word in pair if word}
    assert named == set(re.findall(r"^:(\w+)$", text, re.MULTILINE))
    for line in text.splitlines():
        if "%HERE%" in line:
            assert re.search(r'"%HERE%(start\\start\.py|\.)"', line), (
                "a path with spaces must be quoted"
            )
    before = text.split("exit /b 1")[:-1]
    assert all(part.rstrip().endswith("pause") for part in before), (
        "a window that failed must stay to be read"
    )
    assert text.index(f"py -{bundles.PYTHON}") < text.index("call :try python\n")


def test_start_cmd_runs_nothing_that_lies_beside_it(stick):
    """Does it leave the stick, and say that the present folder is not searched, before it calls any
    program?

    cmd would run a py.bat or a python.cmd of the folder that it stands in.
    """
    lines = (stick.root / "start.cmd").read_text(encoding="ascii").splitlines()
    calls = [i for i, line in enumerate(lines) if line.startswith("call")]
    assert 'set "HERE=%~dp0"' in lines[: calls[0]]
    assert lines.index('set "NoDefaultCurrentDirectoryInExePath=1"') < calls[0]
    assert lines.index('set "HERE=%~dp0"') < lines.index('cd /d "%SystemRoot%"') < calls[0]
    assert "".join(lines).count("%~dp0") == 1, "it means another folder after cd"
    assert lines[calls[0]] == f'call :try "%SystemRoot%\\py.exe" -{bundles.PYTHON}'
    # what cmd itself knows
    known = [
        "@echo",
        "rem",
        "setlocal",
        "set",
        "cd",
        "if",
        "call",
        "pause",
        "exit",
        "echo",
    ]
    assert {line.split()[0] for line in lines if line and not line.startswith(":")} <= set(known)
    assert all(" -I " in line for line in lines if re.match(r"call %", line))


# Both
# --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["start.sh", "start.cmd"])
def test_what_it_asks_python_survives_the_quotes(stick, name):
    """Is the question whether start/ is whole one that neither shell nor cmd reads anything in?"""
    text = (stick.root / name).read_text(encoding="utf-8")
    (asked,) = re.findall(r'-c "(import hashlib[^"]+)"', text)
    assert not re.search(r"[$%`!^\\\n]", asked)


@pytest.mark.thorough
@pytest.mark.parametrize("harmed", ["start.py", "whole.py", "lock.py"])
@pytest.mark.parametrize("how", ["cut short", "zeros", "another"])
def test_a_damaged_start_is_one_sentence(stick, harmed, how):
    """Not a traceback of Python, and is what another put there not run?"""
    path = stick.root / "start" / harmed
    raw = path.read_bytes()
    path.write_bytes(
        {"cut short": raw[:-300], "zeros": bytes(len(raw)), "another": b"print('ran')"}[how]
    )
    done = stick.run(["/bin/sh", str(stick.root / "start.sh")])
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "This folder is not whole; unzip or copy it again, all of it.\n"
    if harmed != "start.py":
        assert "not whole" in stick.refused()
