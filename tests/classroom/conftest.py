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
