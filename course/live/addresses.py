"""At which of its addresses this machine is a room: one, chosen, and never all of them."""

import ipaddress
import os
import socket

import psutil
from tornado.netutil import bind_sockets

from course.errors import CourseError, shown

__all__ = ["ALONE", "chosen", "found", "listening"]

ALONE = "127.0.0.1"  # a machine without a network: a rehearsal
_MORE = 20  # ports that are tried behind a taken one


def found():
    """{address: the network that has it} of this machine, the likely ones first."""
    up = {name for name, told in psutil.net_if_stats().items() if told.isup}
    every = [
        (one.address, name)
        for name, several in sorted(psutil.net_if_addrs().items())
        for one in several
        if one.family == socket.AF_INET and name in up
    ]
    usual = [
        (address, name)
        for address, name in every
        if not (ip := ipaddress.IPv4Address(address)).is_loopback and not ip.is_link_local
    ]
    return dict(usual)


def chosen(wanted, ask=None):
    """The address to serve at. wanted: what the lecturer named, or None. ask: how to ask her, where
    there is a terminal. Raises CourseError, which names the choices.
    """
    here = found()
    if wanted is not None:
        if wanted in here or wanted == ALONE:
            return wanted
        named = ", ".join(here) or "none but 127.0.0.1"
        raise CourseError(
            f"{shown(wanted)} is no address of this machine; those it has: {named}. "
            "Leave --address out to be asked."
        )
    if len(here) < 2:
        return next(iter(here), ALONE)
    if ask is None:
        told = ", ".join(f"{address} ({name})" for address, name in here.items())
        raise CourseError(
            f"This machine has several addresses: {told}. Say which network the phones are on: "
            f"course live --address {next(iter(here))}"
        )
    return ask(here)


def listening(address, port):
    """Sockets that listen there, and their port: the next free one if it is taken."""
    last = min(port + _MORE, 65535)
    for one in range(port, last + 1):
        try:
            _try(address, one)
            return bind_sockets(one, address, family=socket.AF_INET), one
        except OSError:
            continue
    raise CourseError(
        f"No port from {port} to {last} is free at {address}; name another with --port."
    )


def _try(address, port):
    """Raises OSError if the port is taken. tornado would leave its own try open."""
    with socket.socket() as one:
        if os.name != "nt":  # where it would let two share a port
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        one.bind((address, port))
