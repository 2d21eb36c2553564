"""What tests of an exchange share."""

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
