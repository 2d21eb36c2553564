"""Does whoever waits hear how far a step is, and does a stopped one say what is done?"""

import sys
from argparse import Namespace

import pytest
from classes import made

from course.classroom import commands, steps
from course.classroom.cycle import progress
from course.classroom.cycle.told import Stopped, Told


class Terminal:
    """Stands for a terminal, and keeps what is written to it."""

    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def isatty(self):
        return True


def work(bar):
    for _ in range(3):
        bar.step()


def test_each_part_is_heard():
    """By a function of the caller's, as by the lecturer's page; and by nobody once it is over?"""
    heard = []
    with progress.heard_by(lambda *said: heard.append(said)), progress.shown("Marking", 3) as bar:
        bar.now("Marking x")
        work(bar)
    with progress.shown("Marking", 3) as bar:
        work(bar)
    assert heard == [
        ("Marking", 0, 3), ("Marking x", 0, 3), *(("Marking x", n, 3) for n in (1, 2, 3)),
    ]  # fmt: skip


def test_a_pipe_holds_no_bar(capsys):
    """Nor a file: is a log free of it?"""
    with progress.shown("Marking", 3) as bar:
        work(bar)
    assert capsys.readouterr() == ("", "")


@pytest.mark.classroom  # tqdm comes with the classroom tools
def test_a_terminal_shows_a_line_and_nothing_stays(monkeypatch):
    """How many of how many, and then an empty line?"""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.shown("Marking", 3) as bar:
        work(bar)
    assert "Marking 0 of 3" in terminal.text
    assert terminal.text.rpartition("\r")[2].strip() == ""


def test_who_stops_a_step_is_told_what_is_done(tmp_path, monkeypatch, capsys):
    """Ctrl+C after the first of two: are the sentences so far not lost, is it said how much is
    done, and is the exit code that of a stopped command?
    """
    folder = made(tmp_path / "class")

    def stopped(*_):
        told = Told(folder, "grade", "x")
        told.append("ali: something odd.")
        with told.underway("Marking", 2) as bar, told.apart("ali"):
            bar.step()
            raise KeyboardInterrupt

    monkeypatch.setitem(steps._DO, "grade", stopped)
    options = Namespace(step="grade", name="x", place=str(folder.path), dry_run=False)
    assert commands.run(options) == 130
    out, err = capsys.readouterr()
    assert out == "ali: something odd.\n"
    assert "Stopped after 1 of 2" in err
    assert "run the same command again" in err


def test_a_stop_is_an_interrupt(tmp_path):
    """So that nothing on its way takes it for a fault of one student's?"""
    told = Told(made(tmp_path / "class"), "grade", "x")
    with pytest.raises(KeyboardInterrupt) as caught, told.underway("Marking", 1):
        raise KeyboardInterrupt
    assert isinstance(caught.value, Stopped)
    assert caught.value.told is told
