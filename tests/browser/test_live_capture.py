"""What does the network hear of an hour with five phones, and does anything tell who they were?"""

import json
import re
import socket

import pytest

from tools.checking.capture import Capture, is_possible, unpacked
from tools.checking.live_room import LiveRoom

NAME = "Zubaida-Khatun"  # of the lecturer's folders, and of who writes into a phone's page
QUESTION = "classic-one-rule"
CHAPTER = "01-classic-government.html"
# What a browser says of itself to every page. Referer: the policy of no page forbids its own.
HEADERS = {
    "accept", "accept-encoding", "accept-language", "cache-control", "connection", "content-length",
    "content-type", "host", "origin", "pragma", "referer", "sec-websocket-extensions",
    "sec-websocket-key", "sec-websocket-version", "upgrade", "upgrade-insecure-requests",
    "user-agent", "sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform", "if-none-match",
    "sec-fetch-site", "sec-fetch-dest", "sec-fetch-mode", "sec-fetch-user",
}  # fmt: skip
ADDRESS = re.compile(
    r"/(join/[A-Z]{4}/(vote|(state|socket)\?phone=[0-9a-f]{32}(&version=[0-9a-f-]*)?"
    r"|assets/[a-z]+\.(js|css)|[a-z0-9-]+\.html|)|favicon\.ico)"
)

REQUEST = re.compile(rb"(?:GET|POST) (\S+) HTTP/1.1\r\n(.*?)\r\n\r\n", re.DOTALL)


def hour(room, phones, file):
    """An hour of these phones, as the network heard it: (what they sent, what they were sent)."""
    with Capture(file, room.port) as heard:
        for page in phones:
            page.goto(room.join)
            page.goto(room.join + CHAPTER)
            page.get_by_text("You are connected").wait_for(timeout=120_000)
            for box in page.locator("main :is(textarea, input[type=text])").all():
                if box.is_visible():
                    box.fill(NAME)
        room.do("ask", question=QUESTION)
        for n, page in enumerate(phones):
            page.locator(".live-asked input").nth(n % 3).check(timeout=60_000)
            page.get_by_role("button", name="Send my answer").click()
            page.get_by_text("Your answer is in.").wait_for(timeout=60_000)
        room.do("close")
        room.do("end")
        for page in phones:
            page.get_by_text("The hour is over").first.wait_for(timeout=60_000)
            assert "steel-frame:room" not in page.evaluate("Object.keys(localStorage)")
    return heard.streams()


def asked(sent):
    """(address, headers by name, body) of each request in what was sent, but for the lecturer's."""
    for stream in sent:
        for found in REQUEST.finditer(stream):
            lines = found[2].decode("latin-1").split("\r\n")
            headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in lines)}
            body = stream[found.end() :][: int(headers.get("content-length", 0))]
            if not found[1].startswith((b"/lecturer", b"/room")):
                yield found[1].decode("latin-1"), headers, body


@pytest.mark.nightly
@pytest.mark.skipif(not is_possible(), reason="tcpdump needs root")
def test_the_network_hears_no_name(chromium, tmp_path):
    """Two hours with the same five phones: is no name in what they send or are sent, nothing but
    the page and the answer, no cookie; and is nothing of a phone's first hour in its second, or
    left on the lecturer's machine?
    """
    home = tmp_path / NAME
    home.mkdir()
    answers = {"name": NAME, "item": QUESTION}
    (home / "answers.jsonl").write_text(json.dumps(answers) + "\n", encoding="utf-8")
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        room = LiveRoom(home, one.getsockname()[1])
    contexts = [chromium.new_context(viewport={"width": 360, "height": 740}) for _ in range(5)]
    phones = [context.new_page() for context in contexts]
    numbers = []
    for n in range(2):
        with room:
            sent, got = hour(room, phones, tmp_path / f"hour-{n}.pcap")
        told = b"\n".join([*sent, *map(unpacked, got)])
        assert NAME.encode() not in told
        requests = list(asked(sent))
        assert [address for address, _, _ in requests if not ADDRESS.fullmatch(address)] == []
        assert {name for _, headers, _ in requests for name in headers} - HEADERS == set()
        votes = [json.loads(body) for _, _, body in requests if body]
        assert len(votes) == 5
        assert all(set(vote) == {"phone", "round", "answer"} for vote in votes)
        numbers.append({vote["phone"] for vote in votes})
        kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
        assert not any(number.encode() in kept for number in numbers[-1])
    assert len(numbers[0] | numbers[1]) == 10
    for context in contexts:
        context.close()
