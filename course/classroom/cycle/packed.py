"""What bytes hold packed: gzip, also in base64 as a notebook or a page stores a document,
unpacked and measured.
"""

import base64
import binascii
import re
import zlib

__all__ = ["MOST_BYTES", "layers"]

MOST_BYTES = 5_000_000  # unpacked; the course makes no document of more than a fifth of it
_GZIP = b"\x1f\x8b\x08"
# How gzip begins in base64. A page may write a stroke as \\/, and break a long line.
_BASE64 = re.compile(rb"H4sI(?:[A-Za-z0-9+/=]|\\/|\\[nr]|\s)+")
_DEEPEST = 5


def _plain(text):
    """The gzip that a run of base64 means, as far as it can be read."""
    signs = re.sub(rb"\\[nr]|[\s\\]", b"", text).partition(b"=")[0]
    whole = signs[: len(signs) - (len(signs) % 4 == 1)]
    try:
        return base64.b64decode(whole + b"=" * (-len(whole) % 4))
    except binascii.Error:
        return b""


def _unpacked(data):
    """Bytes; None if there are too many, b"" if it is no gzip. A torn end does not matter: what
    stands before it is read.
    """
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        text = unpacker.decompress(data, MOST_BYTES)
    except zlib.error:
        return b""
    return None if unpacker.unconsumed_tail else text


def layers(raw):
    """([the bytes, and what is packed in them, however deep],
    [what could not be looked through]).
    """
    found, unread, now = [raw], [], [raw]
    for _ in range(_DEEPEST):
        packed = [_plain(match[0]) for layer in now for match in _BASE64.finditer(layer)]
        packed += [layer[place:] for layer in now for place in _places(layer)]
        texts = [_unpacked(data) for data in packed]
        unread += ["something packed that is too large to be looked through"] * texts.count(None)
        now = [text for text in texts if text]
        found += now
    if now:
        unread.append("something packed too deep to be looked through")
    return found, unread


def _places(layer):
    """Where gzip begins in bytes."""
    return [match.start() for match in re.finditer(re.escape(_GZIP), layer)]
