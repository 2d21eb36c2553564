"""What tests of an exchange share."""

import shutil
from contextlib import nullcontext

import pytest


@pytest.fixture
def place(tmp_path):
    """An exchange with the inbound folder of the class `c`; handed(folder, ...) makes a hand-in."""
    from hand_ins import exchange

    return exchange(tmp_path)


@pytest.fixture
def collected(tmp_path, place):
    """A function that collects into a class folder and returns (folder, Told)."""
    from hand_ins import collector

    return collector(tmp_path, place)


@pytest.fixture(scope="session")
def class_base(tmp_path_factory):
    """(class folder, its first assignment's name, its task): made once, copied by each test of the
    lecturer's page.
    """
    from class_pages import class_with_essays

    return class_with_essays(tmp_path_factory.mktemp("base") / "class")


@pytest.fixture(scope="session")
def new_class(tmp_path_factory):
    """A class folder, made once."""
    from classes import made

    return made(tmp_path_factory.mktemp("new") / "class").path


@pytest.fixture
def class_of(new_class, tmp_path, monkeypatch):
    """A function: (folder, name) of a class whose sheet is out, one student having handed in;
    with a kind in its key.
    """
    from classes import handed_in
    from standing_in import Marker

    from course.classroom.cycle import giving, gradebook, register, sheet
    from course.classroom.cycle.folder import Folder
    from course.classroom.feedback import standing

    folder = Folder(shutil.copytree(new_class, tmp_path / "class"))
    Marker.marked = []
    monkeypatch.setattr(giving, "Grader", Marker)
    monkeypatch.setattr(gradebook, "opened", lambda _: nullcontext())
    monkeypatch.setattr(giving.standing, "of", lambda *_: standing.Standing({}, 0.0, 0.0))
    monkeypatch.setattr(giving.page, "page", lambda *_, **__: "a page")
    monkeypatch.setattr(register, "opened", lambda *_: nullcontext(Marker(folder)))
    monkeypatch.setattr(type(folder), "late", lambda *_: {})

    def released(kind="choice"):
        name = next(
            n
            for n in folder.names()
            if any(q["kind"] == kind for q in folder.assignment(n).questions)
        )
        sheet.write(folder.assignment(name), folder.path / "release" / name)
        handed_in(folder, "ali", name, [])
        return folder, name

    return released
