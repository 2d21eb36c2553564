"""Does a room answer phones, the wall and the lecturer, and strangers with one plain sentence?"""

import asyncio
import json
import socket

from rooms import QUESTION, RoomCase, phone
from tornado.testing import gen_test
from tornado.websocket import websocket_connect

from course.live import kept


class Hour(RoomCase):
    """What happens in an hour."""

    def test_ask_talk_ask_again_show(self):
        """Does the wall say how many, and not what, until the vote is closed, and then both?"""
        status, told = self.do("ask", question=QUESTION)
        assert (status, told["stage"], told["round"]) == (200, "open", 1)
        for n in range(6):
            assert self.vote(n, n % 2)[0] == 200
        _, wall = self.ask("/room/state")
        assert (wall["answered"], wall["joined"]) == (6, 6)
        assert not {"votes", "labels", "right"} & set(wall)
        assert self.do("talk")[1]["votes"][0]["of"] == 6, "the lecturer sees what the wall does not"
        assert "votes" not in self.ask("/room/state")[1]
        self.do("again")
        for n in range(5):
            self.vote(n, 2, 2)
        _, wall = self.do("close")
        assert [vote["of"] for vote in wall["votes"]] == [6, 5]
        assert [sum(vote["counts"]) for vote in wall["votes"]] == [6, 5]
        floor = next(n for n, text in enumerate(wall["labels"]) if "above a minimum" in text)
        assert wall["votes"][1]["counts"][floor] == 5
        assert self.said("live.no_figure", self.ask("/room/figure")) == 404
        _, wall = self.do("show")
        right = next(one for one in wall["right"] if one["right"])
        assert right["text"].startswith("Local officers decide, above a minimum")
        self.do("rest")
        assert self.ask("/room/state")[1]["stage"] == "reading"

    def test_few_are_not_shown(self):
        """Are the answers of four phones kept from the wall and from the lecturer?"""
        self.do("ask", question="classic-half")
        for n in range(4):
            self.vote(n, 10 + n)
        _, told = self.do("close")
        assert told["votes"] == [{"vote": 1, "of": 4, "few": True, "counts": [], "dots": []}]
        assert self.do("show")[1]["right"]
        assert self.running.guesses()["room"] == []

    def test_the_file_holds_a_number_and_an_answer(self):
        """And nothing beside them, such as the address that a phone has in the network?"""
        self.do("ask", question=QUESTION)
        self.vote(1, 1)
        head, *events = map(json.loads, (self.folder / "room.jsonl").read_text().splitlines())
        assert "phone" not in head
        assert [set(one) for one in events] == [
            {"event", "question"}, {"event", "phone", "round", "answer"},
        ]  # fmt: skip

    def test_the_end(self):
        """Are counts written, and the numbers of phones gone?"""
        self.do("ask", question=QUESTION)
        for n in range(5):
            self.vote(n, 1)
        status, told = self.do("end")
        assert (status, told["stage"], len(told["files"])) == (200, "ended", 2)
        assert not (self.folder / "room.jsonl").exists()
        held = "".join(p.read_text(encoding="utf-8-sig") for p in self.folder.iterdir())
        assert not any(phone(n) in held for n in range(5))
        assert self.said("live.ended", self.vote(9, 1)) == 409
        status, page = self.ask("/lecturer/counts", key="the-key")
        assert (status, kept.table(self.running.room) in page) == (200, False)
        assert self.ask("/lecturer/counts.csv", key="the-key")[1].startswith("\ufeffquestion,vote")

    def test_a_phone_that_was_away_is_told_all_at_once(self):
        """Does one message hold question, round and whether its answer is in?"""
        self.do("ask", question=QUESTION)
        self.vote(1, 1)
        _, told = self.ask(f"/join/BKTR/state?phone={phone(1)}")
        assert told["mine"]
        assert told["question"]["id"] == QUESTION
        assert not self.ask(f"/join/BKTR/state?phone={phone(2)}")[1]["mine"]

    @gen_test(timeout=20)
    async def test_a_socket_hears(self):
        """Is a socket told at once, and again when something happens; and a question for news
        answered when it does?
        """
        base = f"ws://127.0.0.1:{self.port}"
        one = await websocket_connect(f"{base}/join/BKTR/socket?phone={phone(1)}")
        wall = await websocket_connect(f"{base}/room/socket")
        assert json.loads(await one.read_message())["stage"] == "reading"
        told = json.loads(await wall.read_message())
        waiting = self.http_client.fetch(
            self.get_url(f"/join/BKTR/state?phone={phone(2)}&version={told['version']}")
        )
        self.running.do({"event": "ask", "question": QUESTION})
        while told["stage"] != "open":
            told = json.loads(await wall.read_message())
        while json.loads(await one.read_message())["stage"] != "open":
            pass
        assert json.loads((await waiting).body)["word"] == "BKTR"
        one.write_message("x" * 10)
        while await one.read_message() is not None:
            pass  # a phone has nothing to say here: the socket is closed
        one.close()
        wall.close()
        while await wall.read_message() is not None:
            pass


class Strangers(RoomCase):
    """What nobody may do."""

    def test_a_vote_that_does_not_count(self):
        """Second, late, for no question, by no phone, of no sense: one sentence each, no more?"""
        self.do("ask", question=QUESTION)
        assert self.vote(1, 1)[0] == 200
        assert self.said("live.first_counts", self.vote(1, 2)) == 409
        assert self.said("live.not_open", self.vote(2, 1, 7)) == 409
        assert self.said("live.no_answer", self.vote(2, "<b>Ali</b>")) == 409
        nobody = {"phone": "Ali", "round": 1, "answer": 1}
        assert self.said("live.no_phone", self.ask("/join/BKTR/vote", nobody)) == 400
        for body in ("", "[]", "{", "[" * 2000, '{"phone": NaN', b"\xff\xfe"):
            assert self.said("live.unreadable", self.ask("/join/BKTR/vote", body)) == 400
        plain = self.ask("/join/BKTR/vote", "{}", **{"Content-Type": "text/plain"})
        assert self.said("live.unreadable", plain) == 415
        assert len(self.running.room.rounds[0].answers) == 1

    def test_too_much_and_too_often(self):
        """A body over 2 KB, the 51st answer in a minute?"""
        big = {"phone": phone(1), "round": 1, "answer": "x" * 2048}
        assert self.said("live.too_large", self.ask("/join/BKTR/vote", big)) == 413
        self.do("ask", question=QUESTION)
        statuses = [self.vote(1, 1)[0] for _ in range(51)]
        assert statuses == [200, *[409] * 49, 429]
        assert self.vote(2, 1)[0] == 200

    def test_a_forged_word(self):
        """Is another word no room, whatever is asked of it, and is ours one in small letters?"""
        for path in ("", "/", "/state?phone=" + phone(1), "/assets/phone.js"):
            told = self.ask(f"/join/AAAA{path}")
            assert self.said("live.wrong_word", told, word="AAAA") == 404
        told = self.ask("/join/AAAA/vote", {"phone": phone(1)})
        assert self.said("live.wrong_word", told, word="AAAA") == 404
        assert self.ask("/join/bktr")[0] == 302
        self.ask("/?word=%3Cscript%3E")
        assert self.reply.headers["Location"] == "join/%3CSCRIPT%3E/"
        assert self.said("live.no_page", self.ask("/join/%3CSCRIPT%3E/")) == 404

    def test_the_key(self):
        """Without the key or with a wrong one: nothing; with it, is it moved out of sight?"""
        for path in ("", "/counts", "/counts.csv", "/state", "?key=x", "?key=%00"):
            assert self.said("live.wrong_key", self.ask(f"/lecturer{path}")) == 403
        told = self.ask("/lecturer/do", {"event": "end"}, key="no")
        assert self.said("live.wrong_key", told) == 403
        assert self.ask("/lecturer?key=the-key")[0] == 302
        assert self.reply.headers["Location"] == "lecturer"
        cookie = self.reply.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert self.ask("/lecturer?key=the-key", key="of-an-earlier-room")[0] == 302
        status, page = self.ask("/lecturer", key="the-key")
        assert status == 200
        assert "the-key" not in page
        assert "the-key" not in self.ask("/room")[1]
        assert "the-key" not in json.dumps(self.running.for_lecturer())

    def test_the_lecturer_does_what_there_is(self):
        """Is a vote, or anything else, refused there?"""
        for what in ("vote", "x", None, ["ask"], {}):
            assert self.said("live.no_such_thing", self.do(what)) == 400
        assert self.said("live.no_such_question", self.do("ask", question="../x")) == 409

    def test_other_pages_and_names(self):
        """Another host's name, another page's origin, and every other address?"""
        address = self.running.address
        told = self.ask("/room", Host="evil.example")
        assert self.said("live.wrong_host", told, address=address) == 421
        self.do("ask", question=QUESTION)
        told = self.vote(1, 1, Origin="http://evil.example")
        assert self.said("live.other_page", told) == 403
        for path in ("/x", "/join/BKTR/../x", "/join/BKTR/assets/../x.js", "/room.jsonl", "/%00"):
            assert self.said("live.no_page", self.ask(path)) == 404
        assert self.ask("/join/BKTR/vote")[0] == 405
        assert self.ask("/favicon.ico")[0] == 204

    def test_policy(self):
        """Does each page fetch from here alone, keep its address to itself, and name no server?"""
        for path in ("/", "/room", "/x", "/lecturer"):
            self.ask(path)
            policy = self.reply.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy.replace("style-src 'self' 'unsafe-inline'", "")
            assert self.reply.headers["Referrer-Policy"] == "no-referrer"
            assert "Server" not in self.reply.headers
            assert "<script>" not in self.reply.body.decode()

    def test_a_disk_that_is_full(self):
        """Is a vote that could not be written not counted, and may it be sent again?"""
        self.do("ask", question=QUESTION)
        whole, self.running.journal.append = self.running.journal.append, _full
        assert self.said("live.disk_full", self.vote(1, 1)) == 503
        assert self.running.room.rounds[0].answers == {}
        self.running.journal.append = whole
        assert self.vote(1, 1)[0] == 200

    @gen_test(timeout=20)
    async def test_raw_bytes(self):
        """Noise, a huge header and half a request: does the room go on?"""
        for noise in (
            b"\x00\xff" * 50 + b"\r\n\r\n",
            b"GET / HTTP/1.1\r\nX: " + b"a" * 20000,
            b"PO",
        ):
            stream = socket.create_connection(("127.0.0.1", self.port))
            stream.setblocking(False)
            await asyncio.get_running_loop().sock_sendall(stream, noise)
            await asyncio.sleep(0.05)
            stream.close()
        told = await self.http_client.fetch(self.get_url("/room/state"))
        assert told.code == 200


class Elsewhere(RoomCase):
    """The lecturer's key in a phone's hands."""

    own = frozenset({"192.0.2.1"})

    def test_the_right_key_on_another_machine(self):
        """Does her page open on her own machine alone?"""
        for path in ("", "?key=the-key", "/counts.csv", "/state"):
            told = self.ask(f"/lecturer{path}", key="the-key")
            assert self.said("live.elsewhere", told) == 403
        assert self.said("live.elsewhere", self.do("end")) == 403


def _full(_event):
    raise OSError


del RoomCase  # it is no test itself
