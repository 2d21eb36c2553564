"""Hand-ins that came by mail or on a stick, sent by the lecturer's page: what is kept, and what is
refused in a sentence.
"""

import json
import re
from datetime import datetime, timedelta

import pytest
from classes import line, right
from page_cases import PageCase

from course.classroom.cycle import brought, collecting, handed, roll, sheet
from course.classroom.cycle.marking import MOST_BYTES
from course.interface.words import say

EVIL = "../../keys/<img src=x onerror=alert(1)>.jsonl"


@pytest.mark.parametrize(
    ("file", "student"),
    [
        ("amina.jsonl", "amina"),
        ("Amina answers (2).jsonl", "amina"),
        ("amina_answers.jsonl.txt", "amina"),
        ("C:\\mail\\amina.jsonl", "amina"),
        ("ali-raza.jsonl", "ali-raza"),
        ("ali.jsonl", "ali"),
        ("ali-khan.jsonl", None),  # another Ali, who is not in the list
        ("answers.jsonl", None),
        ("aminah.jsonl", None),
        ("ALI_RAZA.jsonl", None),  # a hyphen is no space
        ("o\u2019brien.jsonl", "O'Brien"),  # as a phone writes it
        ("chand_dara answers.jsonl", "chand dara"),  # as a mail program writes it
        ("sara_khan.jsonl", "sara_khan"),
        ("Sara_Khan.jsonl", None),
        ("sara.jsonl", "sara"),
        ("SARA.jsonl", None),  # of two students
        ("../../etc/passwd", None),
        ("", None),
    ],
)
def test_whose_a_file_is(file, student):
    """Is a name found behind which nothing stands but what a browser or a student adds; and nobody
    where two might be meant?
    """
    listed = ["amina", "ali", "ali-raza", "sara", "Sara", "O'Brien", "chand dara"]
    assert brought.whose(file, [*listed, "sara khan", "sara_khan"]) == student


class Brought(PageCase):
    """A class of bilal, omar and zara; what is sent is sent as a form of ours does."""

    @property
    def key(self):
        return self.klass.assignment(self.name)

    def lines(self, n=1):
        """The answers file of somebody who answered n questions."""
        asked = list(self.key.questions)[:n]
        some = [line(q["id"], right(q), k, kind=q["kind"]) for k, q in enumerate(asked, 1)]
        return "".join(json.dumps(one) + "\n" for one in some).encode()

    def send(self, *files, **fields):
        """(status, the page's words) once these (name, bytes) are sent."""
        bound, parts = b"----bound", []
        for field, value in {"_xsrf": self.word(), **fields}.items():
            parts.append(f'name="{field}"\r\n\r\n{value}'.encode())
        for name, raw in files:
            head = f'name="files"; filename="{name}"\r\nContent-Type: text/html\r\n\r\n'
            parts.append(head.encode() + raw)
        body = b"".join(
            b"--" + bound + b"\r\nContent-Disposition: form-data; " + part + b"\r\n"
            for part in parts
        )
        told = self.ask(
            f"{self.here}bring", body + b"--" + bound + b"--\r\n",
            **{"Content-Type": f"multipart/form-data; boundary={bound.decode()}"},
        )  # fmt: skip
        if told[0] == 303:
            return 303, self.ask(self.here)[1]
        return told

    def at(self, student):
        return self.klass.place("submitted", student, self.name)

    def everything(self):
        """{path: bytes} of the class folder and what is beside it, but for copies."""
        around = self.klass.path.parent
        return {
            path.relative_to(around): path.read_bytes()
            for path in around.rglob("*")
            if path.is_file() and "copies" not in path.parts and path.name != ".lock"
        }

    def test_several_at_once(self):
        """Does each go to the student whose name it bears, under our names, with the time; and may
        it be marked?
        """
        said = self.send(("zara.jsonl", self.lines(2)), ("Omar answers (1).jsonl", self.lines()))[1]
        assert say("class.bring_kept", n=2, names="omar, zara") in said
        assert (self.at("zara") / "answers.jsonl").read_bytes() == self.lines(2)
        assert (self.at("omar") / "answers.jsonl").read_bytes() == self.lines()
        assert {one.name for one in self.at("omar").iterdir()} == {"answers.jsonl", "timestamp.txt"}
        assert collecting.is_known(self.klass, self.name, "zara")
        assert say("class.bring_kept", n=2, names="omar, zara") not in self.ask(self.here)[1]

    def test_one_sentence_for_each_that_is_none(self):
        """A notebook, a zip, noise, a picture, another week's, too large, no student's, a nest
        without end: is each named once as text, and is nothing but the sound one kept?
        """
        other = self.klass.assignment(self.klass.names()[1])
        week = json.dumps(line(other.questions[0]["id"], 0, 1, kind=other.questions[0]["kind"]))
        before = self.everything()
        bad = {
            "bilal.jsonl": (b"\x89PNG\r\n\0\xff" * 9, "class.bring_noise", {}),
            EVIL: (self.lines(), "class.bring_no_name", {}),
            "omar.jsonl": (b'{"cells": []}', "class.bring_notebook", {}),
            "omar (1).jsonl": (b"PK\x03\x04rest", "class.bring_packed", {}),
            "omar (2).jsonl": (week.encode(), "class.bring_other", {"other": other.name}),
            "omar (3).jsonl": (b"[" * 100_000, "class.bring_noise", {}),
            "omar (4).jsonl": (
                b"\xff\xfe" + self.lines().decode().encode("utf-16-le"),
                "class.bring_other_signs", {},
            ),
            "omar (5).jsonl": (b" " * (MOST_BYTES + 1), "class.bring_big", {
                "size": "5.0", "most": "5"
            }),
            "omar (6).jsonl": (b" \r\n", "class.bring_empty", {}),
            "omar items.json": (b'{"items": []}', "class.bring_items_alone", {}),
        }  # fmt: skip
        sound = ("zara.jsonl", self.lines())
        _, said = self.send(sound, *((name, raw) for name, (raw, *_) in bad.items()))
        for name, (_, word, more) in bad.items():
            why = say(word, **more)
            assert said.count(say("class.bring_refused", file=name, why=why)) == 1, name
        assert b"<img src=x" not in self.reply.body
        after = self.everything()
        changed = {path for path in before.keys() | after if before.get(path) != after.get(path)}
        place = self.at("zara").relative_to(self.klass.path.parent)
        assert changed == {place / "answers.jsonl", place / "timestamp.txt"}

    def test_a_second_one_counts_by_its_own_time(self):
        """The same again, one of before, one of later: what stays, what is kept as a copy, and what
        is said?
        """
        day = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)
        days = [(day - timedelta(days=n)).strftime("%Y-%m-%d") for n in (3, 2, 1)]
        (self.at("zara") / "timestamp.txt").write_text("2026-11-01 10:00:00 UTC", encoding="utf-8")
        self.send(("zara.jsonl", self.lines(1)), day=days[1], hour="12:00")
        assert handed.when(self.at("zara")) == day - timedelta(days=2)
        _, said = self.send(("zara.jsonl", self.lines(1)))
        assert say("class.bring_same", student="zara") in said
        assert handed.when(self.at("zara")) == day - timedelta(days=2)
        _, said = self.send(("zara.jsonl", self.lines(2)), day=days[0], hour="12:00")
        there = f"{day - timedelta(days=2):%Y-%m-%d %H:%M %Z}"
        assert say("class.bring_older", student="zara", there=there) in said
        assert (self.at("zara") / "answers.jsonl").read_bytes() == self.lines(1)
        _, said = self.send(("zara.jsonl", self.lines(3)), day=days[2], hour="12:00")
        assert "zara handed in again; the newer one counts" in said
        assert (self.at("zara") / "answers.jsonl").read_bytes() == self.lines(3)
        copies = self.klass.path.glob(f"copies/*/submitted/zara/{self.name}/answers.jsonl")
        assert self.lines(1) in [one.read_bytes() for one in copies]

    def test_of_one_student(self):
        """Chosen by name: do answers and what was asked go in under any name; and are two files of
        answers refused, since nothing says which counts?
        """
        asked = b'{"assignment": "x", "items": []}'
        files = [("answers.jsonl", self.lines()), ("items.json", asked)]
        _, said = self.send(*files, student="omar")
        assert say("class.bring_kept", n=1, names="omar") in said
        assert (self.at("omar") / "items.json").read_bytes() == asked
        two = [("answers.jsonl", self.lines(2)), ("answers (1).jsonl", self.lines(3))]
        _, said = self.send(*two, student="omar")
        assert said.count(say("class.bring_twice", student="omar")) == 2
        assert (self.at("omar") / "answers.jsonl").read_bytes() == self.lines()

    def test_a_time_that_was_forgotten(self):
        """Said when the same files are taken once more: does it count, an earlier one for all, a
        later one for a chosen student alone, and none for what the exchange brought?
        """
        day = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)
        dates = [day - timedelta(days=n) for n in range(4)]
        days = [f"{one:%Y-%m-%d}" for one in dates]
        omar = ("omar.jsonl", self.lines())
        self.send(omar)
        held = {one.name for one in self.at("omar").iterdir()}
        _, said = self.send(omar, day=days[2], hour="12:00")
        there = f"{dates[2]:%Y-%m-%d %H:%M %Z}"
        assert say("class.bring_retimed", student="omar", there=there) in said
        assert handed.when(self.at("omar")) == dates[2]
        _, said = self.send(omar, day=days[1], hour="12:00")
        assert say("class.bring_same", student="omar") in said
        assert handed.when(self.at("omar")) == dates[2]
        self.send(omar, day=days[1], hour="12:00", student="omar")
        assert handed.when(self.at("omar")) == dates[1]
        assert {one.name for one in self.at("omar").iterdir()} == held
        (self.at("omar") / "submission_secret.txt").write_text("x", encoding="utf-8")
        _, said = self.send(omar, day=days[3], hour="12:00", student="omar")
        assert say("class.bring_same", student="omar") in said
        assert handed.when(self.at("omar")) == dates[1]

    def test_the_same_twice(self):
        """Of one student, sent in two mails: is it taken, since either counts the same?"""
        _, said = self.send(("omar.jsonl", self.lines(2)), ("omar (1).jsonl", self.lines(2)))
        assert say("class.bring_kept", n=1, names="omar") in said
        assert (self.at("omar") / "answers.jsonl").read_bytes() == self.lines(2)

    def test_a_time_before_the_sheet_was_given_out(self):
        """Is it taken, and said: a year that was mistyped makes nobody late?"""
        place = self.klass.path / "release" / self.name
        sheet.write(self.klass.assignment(self.name), place)
        self.klass.place("submitted", "Noor", "another").mkdir(parents=True)  # in the list
        early = say("class.bring_early", at="AT").partition("AT")[2]
        _, said = self.send(("omar.jsonl", self.lines()))
        assert early not in said
        _, said = self.send(("Noor.jsonl", self.lines()), day="2025-12-01", hour="10:00")
        assert say("class.bring_kept", n=1, names="Noor") in said
        assert early in said
        listed = re.findall(r"<option>(\w+)</option>", said)
        assert listed == ["bilal", "Noor", "omar", "zara"], "capitals stand apart"

    def test_what_cannot_be_taken_at_all(self):
        """No file, too many, a student who is none, a time that is none or to come, no word of a
        form of ours, more than it can send: is it a sentence, and nothing changed?
        """
        before, one = self.everything(), ("zara.jsonl", self.lines())
        tomorrow = f"{datetime.now().astimezone() + timedelta(days=2):%Y-%m-%d}"
        for files, fields, told in (
            ([], {}, say("class.bring_none")),
            ([one] * 81, {}, say("class.bring_too_much", most=80, size="20")),
            ([one] * 120, {}, say("class.not_read")),
            ([one], {"student": "../x"}, say("class.bring_unlisted", student="'../x'")),
            ([one], {"day": tomorrow, "hour": "12:00"}, say("class.bring_future")),
            ([one], {"day": "2026-11-01"}, say("class.no_time")),
            ([one], {"hour": "12:00"}, say("class.no_time")),
            ([one], {"_xsrf": "wrong"}, say("class.not_sent")),
            ([("x", b" " * 21_000_000)], {}, say("class.not_read")),
        ):
            status, said = self.send(*files, **fields)
            assert (status >= 400, told in said) == (True, True), (fields, told)
        assert self.ask(self.here, {"_xsrf": self.word(), "step": "x" * 300_000})[0] == 413
        assert self.everything() == before

    def test_where_a_link_lies(self):
        """In the place of a student's folder: is nothing written where it leads?"""
        elsewhere = self.klass.path.parent / "elsewhere"
        (self.at("zara") / "answers.jsonl").unlink()
        self.at("zara").rmdir()
        elsewhere.mkdir()
        (self.at("zara").parent / "another").mkdir()  # so that zara is in the list
        self.at("zara").symlink_to(elsewhere)
        _, said = self.send(("zara.jsonl", self.lines()))
        assert say("class.bring_link", student="zara", why="it is a link") in said
        assert list(elsewhere.iterdir()) == []

    def test_who_was_refused(self):
        """Is a student whose hand-in `collect` refused no longer said to be, once the lecturer has
        brought it in; and does the exchange's older one not come back?
        """
        path = roll.refused_file(self.klass, self.name)
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"omar": "is a link", "zara": "is a link"}', encoding="utf-8")
        self.send(("omar.jsonl", self.lines()))
        assert roll.refused(self.klass, self.name) == {"zara": "is a link"}
        assert collecting.records(self.klass, self.name) == {}


del PageCase
