"""Does a hall behind one router get in, and one machine with a script not take all of it?"""

import pytest

from course.live.crowd import LONG, Crowd, Places, sizes
from course.live.state import MOST_PHONES

ROUTER, SCRIPT, OWN = "192.0.2.1", "192.0.2.66", "192.0.2.9"
HALL = 500  # phones of the largest hall that is thought of


def numbers(name, count):
    return (f"{name}-{n}" for n in range(count))


def test_a_hall_behind_one_router_beside_a_flood():
    """However many phones a script invents: are those of the hall let in, all at once, and find
    a place, and does the lecturer's machine always?
    """
    crowd = Crowd(MOST_PHONES, {OWN})
    places = crowd.places
    flood = [places.take(SCRIPT) for n in numbers("x", 9000) if crowd.lets_in(n, SCRIPT)]
    assert (sum(flood), len(flood)) == (MOST_PHONES // 2, MOST_PHONES // 2)
    assert all(crowd.lets_in(n, ROUTER) and places.take(ROUTER) for n in numbers("hall", HALL))
    assert all(crowd.lets_in(n, OWN) and places.take(OWN) for n in numbers("own", MOST_PHONES))
    assert not places.take("192.0.2.77"), "the room is full"
    assert places.take("192.0.2.77", sure=True)
    assert crowd.from_one_address() == MOST_PHONES // 2


def test_who_is_in_stays_in():
    """Does a flood from the same address, as behind the hall's own router, put nobody out; is a new
    one let in ten minutes later; and are phones that voted known after a start anew?
    """
    now = [0.0]
    crowd = Crowd(10, clock=lambda: now[0])
    crowd.know(["voted"])
    assert crowd.lets_in("early", ROUTER)
    assert sum(crowd.lets_in(n, ROUTER) for n in numbers("x", 50)) == 4
    assert not crowd.lets_in("late", ROUTER)
    assert crowd.lets_in("early", ROUTER)
    assert crowd.lets_in("voted", ROUTER)
    now[0] = LONG
    assert crowd.lets_in("late", ROUTER)


def test_memory_has_an_end():
    """Is little left of numbers and addresses without end?"""
    crowd, places = Crowd(MOST_PHONES), Places(10)
    for n in range(25_000):
        crowd.lets_in(str(n), str(n % 3000))
        if places.take(str(n)):
            places.leave(str(n))
    assert len(crowd._known) <= 20_000
    assert not places._taken


@pytest.mark.parametrize("files", [256, 500, 1024, 8192, 1_000_000])
def test_all_fits_into_the_open_files(files):
    """With as few as macOS or Windows begin with: do phones and connections fit, and are there some
    of each?
    """
    held = sizes(files)
    assert held.phones + held.connections < files
    assert held.phones >= 150
    assert held.connections >= 90
