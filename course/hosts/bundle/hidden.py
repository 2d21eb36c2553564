"""Is there more in a zip than its list at the end says: bytes before, between or after its files,
other names?

A program that unzips may read the list at the end, or each file's own header from the front. Both
must say the same.
"""

import os
import struct

__all__ = ["hidden"]

# Of a file's own header: signature, version, flags, method, time, date, checksum, sizes, lengths of
# name and extra.
_LOCAL = struct.Struct("<4s5H3I2H")
_END = struct.Struct("<4s4H2IH")
_LATIN, _UTF8 = "cp437", "utf-8"
_SAYS_UTF8 = 0x800


def hidden(zipped, entries):
    """Sentences, as they go on after "not a bundle": where an open ZipFile differs from one that
    our writer made.
    """
    file, at = zipped.fp, 0
    for entry in entries:
        if entry.header_offset != at:
            yield "there are bytes before or between its files"
            return
        file.seek(at)
        raw = file.read(_LOCAL.size)
        fields = _LOCAL.unpack(raw) if len(raw) == _LOCAL.size else (b"",) * 11
        name = entry.orig_filename.encode(_UTF8 if entry.flag_bits & _SAYS_UTF8 else _LATIN)
        own = (
            b"PK\3\4", entry.flag_bits, entry.compress_type, entry.CRC, entry.compress_size,
            entry.file_size,
            len(name), 0
        )  # fmt: skip
        if fields[:1] + fields[2:4] + fields[6:] != own or file.read(len(name)) != name:
            yield f"{entry.orig_filename!r} has another name or size in its own header"
            return
        at += _LOCAL.size + len(name) + entry.compress_size
    yield from _end(zipped, at, len(entries))


def _end(zipped, at, count):
    """The list begins where the files end, and the zip ends where the list does."""
    file = zipped.fp
    size = file.seek(0, os.SEEK_END)
    file.seek(size - _END.size)
    end = _END.unpack(file.read(_END.size))
    length = size - _END.size - at
    if zipped.start_dir != at or end != (b"PK\5\6", 0, 0, count, count, length, at, 0):
        yield "there are bytes after its files that are no list of them"
