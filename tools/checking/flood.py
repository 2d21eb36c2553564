"""What a flood costs a room: one machine invents phones, while a class at other addresses joins and
votes. Linux alone answers at every address that begins with 127.
"""

import asyncio
import http.client
import json
import statistics
import time

from tools.checking.live_room import phone

__all__ = ["flood", "row"]

_FLOOD, _CLASS = "127.0.0.2", "127.0.0.3"
_INVENTED, _PHONES = 2000, 20
_HELLO = (
    "GET {path}socket?phone={name} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    "Sec-WebSocket-Version: 13\r\n\r\n"
)
_SAYS_SOMETHING = 0x81  # the first byte of a message of text


async def _invented(room, path, held):
    """One invented phone that opens a socket and keeps it; a line that the room does not take is
    none.
    """
    host = f"127.0.0.1:{room.port}"
    try:
        inward, outward = await asyncio.open_connection(
            "127.0.0.1", room.port, local_addr=(_FLOOD, 0)
        )
        outward.write(_HELLO.format(path=path, name=phone(), host=host).encode())
        told = await asyncio.wait_for(inward.readuntil(b"\r\n\r\n"), 60)
        first = await asyncio.wait_for(inward.readexactly(1), 60) if b" 101 " in told else b"\0"
    except (OSError, asyncio.IncompleteReadError, TimeoutError):
        return False
    held.append(outward)
    return first[0] == _SAYS_SOMETHING


def _asked(room, path, sent=None):
    """(status, seconds) of a request of the class."""
    line = http.client.HTTPConnection(
        "127.0.0.1", room.port, timeout=60, source_address=(_CLASS, 0)
    )
    began = time.monotonic()
    body = None if sent is None else json.dumps(sent)
    kind = {"Content-Type": "application/json"} if sent else {}
    line.request("GET" if body is None else "POST", path, body, kind)
    reply = line.getresponse()
    reply.read()
    line.close()
    return reply.status, time.monotonic() - began


async def flood(room):
    """(how many of the invented phones are in, how many of the class, seconds of each of its
    answers).
    """
    path, held = room.join.removeprefix(room.base), []
    tried = await asyncio.gather(*(_invented(room, path, held) for _ in range(_INVENTED)))
    _, told = await asyncio.to_thread(room.do, "ask", question="classic-one-rule")
    answers = []
    for _ in range(_PHONES):
        await asyncio.to_thread(_asked, room, path)
        sent = {"phone": phone(), "round": told["round"], "answer": 1}
        answers.append(await asyncio.to_thread(_asked, room, f"{path}vote", sent))
    await asyncio.to_thread(room.do, "close")
    for line in held:
        line.close()
    return sum(tried), sum(status == 200 for status, _ in answers), [took for _, took in answers]


def row(invented, joined, took):
    """What it was, as a sentence."""
    p95 = statistics.quantiles(took, n=20)[-1]
    return (
        f"One machine opened {_INVENTED} sockets for invented phones: {invented} of them were let "
        f"in. Beside it {joined} of {_PHONES} phones at another address joined and voted, each "
        f"answer taken in {p95 * 1000:.0f} ms (p95)."
    )
