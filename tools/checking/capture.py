"""What passes over this machine's own network at one port, as tcpdump hears it: needs root."""

import os
import shutil
import signal
import struct
import subprocess
import time
import zlib
from collections import defaultdict
from contextlib import suppress

__all__ = ["Capture", "is_possible", "unpacked"]

_SECONDS = 30  # in which tcpdump must listen
_GZIP = b"\x1f\x8b\x08"


def is_possible():
    """Is tcpdump here, and may it listen?"""
    return shutil.which("tcpdump") is not None and getattr(os, "geteuid", lambda: 1)() == 0


class Capture:
    """While it is entered, tcpdump writes all that passes at `port` into `file`; then `streams` has
    it in order.
    """

    def __init__(self, file, port):
        self.file, self.port = file, port

    def __enter__(self):
        command = ["tcpdump", "-i", "lo", "-U", "-s", "0", "-w", str(self.file)]
        command += ["-B", "16384", "-Z", "root", "tcp", "port", str(self.port)]
        self._tool = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        end = time.monotonic() + _SECONDS
        heard = self._tool.stderr
        assert heard is not None
        while "listening on" not in (said := heard.readline()):
            if self._tool.poll() is not None or time.monotonic() > end:
                raise OSError(f"tcpdump does not listen: {said}")
        return self

    def __exit__(self, *_):
        time.sleep(1)  # the last packets are on their way to the file
        self._tool.send_signal(signal.SIGINT)
        said = self._tool.communicate(timeout=_SECONDS)[1]
        if "0 packets dropped by kernel" not in said:
            raise OSError(f"tcpdump missed something: {said}")

    def streams(self):
        """(what was sent to the port, what came from it): two lists of bytes, one a connection, in
        the order in which they were sent.
        """
        parts = {True: defaultdict(dict), False: defaultdict(dict)}
        for source, target, at, said in _packets(self.file.read_bytes()):
            to_port = target[1] == self.port
            parts[to_port][source if to_port else target].setdefault(at, said)
        return tuple([_joined(some) for some in parts[way].values()] for way in (True, False))


def _packets(raw):
    """(source, target, place in the stream, bytes) of each packet of TCP over IPv4 that says
    something.
    """
    order = "<" if raw[:4] == b"\xd4\xc3\xb2\xa1" else ">"
    at = 24
    while at + 16 <= len(raw):
        size = struct.unpack_from(f"{order}I", raw, at + 8)[0]
        packet, at = raw[at + 16 + 14 : at + 16 + size], at + 16 + size  # 14: Ethernet's own
        head = (packet[0] & 15) * 4
        long = struct.unpack_from(">H", packet, 2)[0]
        source, target, place = struct.unpack_from(">HHI", packet, head)
        said = packet[head + (packet[head + 12] >> 4) * 4 : long]
        if said:
            yield (packet[12:16], source), (packet[16:20], target), place, said


def _joined(parts):
    """One side of a connection, from {place: bytes}: what was sent twice is there once."""
    first, out = min(parts), bytearray()
    for place, said in sorted(parts.items()):
        out[place - first : place - first + len(said)] = said
    return bytes(out)


def unpacked(stream):
    """A stream, and behind it whatever in it was packed."""
    out, at = [stream], stream.find(_GZIP)
    while at >= 0:
        with suppress(zlib.error):  # these three bytes may be any picture's
            out.append(zlib.decompressobj(31).decompress(stream[at:]))
        at = stream.find(_GZIP, at + 3)
    return b"\n".join(out)
