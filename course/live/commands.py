"""`course live`: the course in a room, from the lecturer's own machine."""

import asyncio
import sys
import webbrowser
from contextlib import suppress

from course.errors import CourseError
from course.hosts.jupyter.opening import port

__all__ = ["add_to", "run"]

_PORT = 8890
_FILES = 8192  # open at once: a hall of phones, each with a page and a socket
_FILES_OF_WINDOWS = 500  # Python's select takes 512 there


def add_to(commands):
    """Add `live` to the parser of the command."""
    live = commands.add_parser(
        "live",
        help="for instructors: a room in which phones read the course, vote and see the figure",
    )
    live.add_argument("--address", help="the machine's address on the network of the phones")
    live.add_argument(
        "--port",
        type=port,
        help=f"port to serve on, {_PORT} if not named; if it is taken, the next free one",
    )
    live.add_argument(
        "--fresh", action="store_true", help="a new room, with a new word; the old one is closed"
    )
    live.add_argument(
        "--in",
        dest="place",
        metavar="FOLDER",
        help="the class folder: it keeps the counts, and course class report shows them",
    )
    live.add_argument(
        "--from-anywhere",
        action="store_true",
        help="let the lecturer's page be opened on another machine too, by who has its key",
    )
    live.add_argument(
        "--no-browser", action="store_true", help="print the addresses, and open no browser"
    )


def _asked(here):
    """The address that the lecturer chooses at the terminal, by its number."""
    some = list(here.items())
    print("This machine has several addresses. On which network are the phones?")
    for n, (address, name) in enumerate(some, 1):
        print(f"  {n}  {address}  ({name})")
    while True:
        print("Number: ", end="", flush=True)
        typed = sys.stdin.readline()
        if not typed:
            raise CourseError("No address was chosen; name one with --address.")
        if typed.strip().isdigit() and 1 <= int(typed) <= len(some):
            return some[int(typed) - 1][0]


def run(options):
    """Serve a room until stopped; returns the exit code."""
    from course.hosts.bundle.lock import Held, Lock
    from course.live import addresses, opened, rooms

    ask = _asked if sys.stdin.isatty() else None
    counts = opened.class_counts(options.place) if options.place else None
    address = addresses.chosen(options.address, ask)
    rooms.folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with Lock(rooms.folder() / "lock"):
            asyncio.run(_serve(options, address, counts))
    except Held:
        raise CourseError(
            "A room is open on this machine already; close that one first, with Ctrl and C in its "
            "window."
        ) from None
    return 0


def _files():
    """Let this process hold as many connections as the system allows it: some begin with 256.
    Returns how many files it may have open.
    """
    try:
        import resource
    except ImportError:
        return _FILES_OF_WINDOWS
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if most == resource.RLIM_INFINITY else min(_FILES, most)
    with suppress(ValueError, OSError):
        if now == resource.RLIM_INFINITY or wanted <= now:
            return wanted
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
        return wanted
    return now


async def _serve(options, address, counts):
    from tornado.ioloop import IOLoop, PeriodicCallback

    from course.live import addresses, opened, rooms, server
    from course.live.crowd import Places, sizes
    from course.live.house import Where

    held = sizes(_files())
    sockets, taken = addresses.listening(address, options.port or _PORT)
    found = rooms.room(address, taken, fresh=options.fresh)
    here = frozenset({address, addresses.ALONE})
    names = {address, "localhost"} if address == addresses.ALONE else {address}
    house = opened.house(
        found,
        Where("http", f"{address}:{taken}", "/"),
        hosts=frozenset(f"{name}:{taken}" for name in names),
        own=None if options.from_anywhere else here,
        machine=here,
        most=held.phones,
        counts=counts,
    )
    hall = server.Hall(server.application(house), Places(held.connections, here))
    hall.add_sockets(sockets)
    IOLoop.current().run_in_executor(None, house.shelf.warm)
    for sentence in found.said:
        print(sentence)
    _tell(house, options)
    checks = [*opened.pulse(house), PeriodicCallback(lambda: _look(address), 15_000)]
    for check in checks:
        check.start()
    with suppress(asyncio.CancelledError):
        await asyncio.Event().wait()


def _tell(house, options):
    from course.live.addresses import ALONE

    running, url = house.running, house.where.url
    mine = f"{url}lecturer?key={running.head['key']}"
    if house.where.host.startswith(f"{ALONE}:"):
        print(
            "Only this machine can join at 127.0.0.1: a rehearsal. Put it on a network to let "
            "phones in."
        )
    print(f"Phones:     http://{running.address}   the word is {running.word}")
    print(f"Projector:  {url}room")
    print(f"Lecturer:   {mine}   (show it to nobody)")
    print(
        "Who is on this network can open the phones' page; who is not, cannot, unless the network "
        "lets them in. Stop with Ctrl and C; the room is kept.",
        flush=True,
    )
    if not options.no_browser:
        webbrowser.open(mine)


def _look(address):
    """Say once that the machine has left its network, which phones see as a silence."""
    from course.live.addresses import ALONE, found

    if address == ALONE or address in found():
        _LOST.discard(address)
    elif address not in _LOST:
        _LOST.add(address)
        print(
            f"This machine no longer has the address {address}. Join that network again, or stop "
            "and start with `course live`: the word and the votes are kept.",
            flush=True,
        )


_LOST = set()
