"""Does a seminar that is led by the guide alone say what is so: where no answer is right, what only
the lecturer sees, who changed, and what the end leaves?
"""

import pytest
from rooms import QUESTION, RoomCase, phone

from course import _places
from course.interface.words import say
from course.live import asked, kept, rooms
from course.live.journal import Journal
from course.live.state import RefusedError

GUIDE = (_places.root() / "docs" / "live.md").read_text(encoding="utf-8")
SITUATION = "desk-first-hamlet"


class Seminar(RoomCase):
    """What wall, phones and the lecturer's page are told."""

    def told(self, n):
        return self.ask(f"/join/BKTR/state?phone={phone(n)}")[1]

    def voted(self, question, answers, number=1):
        self.do("ask" if number == 1 else "again", question=question)
        for n, answer in enumerate(answers):
            assert self.vote(n, answer, number)[0] == 200

    def test_a_situation_has_no_answer(self):
        """Is that said on wall, phone and lecturer's page, and nothing shown as an answer?"""
        self.voted(SITUATION, [0, 1, 2, 0, 1])
        _, told = self.do("close")
        for one in (told, self.told(1), self.ask("/room/state")[1]):
            assert one["answer"] is False
        assert self.said("live.no_answer_is_right", self.do("show")) == 409
        assert self.ask("/room/state")[1]["stage"] == "closed"
        assert self.do("rest")[0] == 200
        assert self.do("ask", question=QUESTION)[1]["answer"] is True

    def test_the_lecturer_sees_first(self):
        """Is she told the key at once, and the open vote in steps of five; the wall and the phones
        neither?
        """
        _, told = self.do("ask", question=QUESTION)
        assert [one["letter"] for one in told["right"]] == ["A", "B", "C"]
        assert [one["right"] for one in told["right"]] == [False, True, False]
        assert told["votes"][0]["few"]
        for n, of in ((4, 0), (5, 5), (8, 5), (10, 10)):
            for other in range(n):
                self.vote(other, 1)
            _, told = self.ask("/lecturer/state", key="the-key")
            assert told["votes"][0]["of"] == of
            for one in (self.ask("/room/state")[1], self.told(1)):
                assert not {"votes", "labels", "right"} & set(one)

    def test_the_preview_is_on_her_page(self):
        """Do options and answer stand there before a question is put?"""
        _, page = self.ask("/lecturer", key="the-key")
        part = page.split(f'data-ask="{QUESTION}"')[1].split("<button")[0]
        assert "<strong>Local officers decide, above a minimum that the capital sets ✓" in part
        part = page.split(f'data-ask="{SITUATION}"')[1].split("<button")[0]
        assert say("live.no_answer_is_right") in part

    def test_a_phone_keeps_what_it_chose(self):
        """Is it told its own answer until the question goes, and why each answer is right or wrong
        once that is shown?
        """
        self.voted(QUESTION, [1, 0, 0, 0, 0])
        self.do("talk")
        assert self.told(0)["chose"] == 1
        assert "chose" not in self.told(9)
        self.do("again")
        assert self.told(0)["chose"] == 1
        self.vote(0, 2, 2)
        assert self.told(0)["chose"] == 2
        self.do("close")
        self.do("show")
        assert all(one["why"] for one in self.told(0)["right"])
        assert len(self.told(0)["right"]) == 3

    def test_how_many_changed(self):
        """Is that said of those who voted twice, and not of fewer than five?"""
        self.voted(QUESTION, [0, 0, 0, 1, 1, 1])
        self.do("talk")
        self.voted(QUESTION, [0, 2, 2, 1, 1], 2)
        assert self.do("close")[1]["moved"] == {"of": 5, "changed": 2}
        self.do("rest")
        self.do("ask", question=QUESTION)
        for n in range(5):
            self.vote(n, 0, 3)
        self.do("talk")
        self.do("again")
        for n in range(1, 6):
            self.vote(n, 1, 4)
        assert self.do("close")[1]["moved"] is None

    def test_a_vote_of_few_is_opened_again(self):
        """Can more answer then, and can nobody open again what was shown?"""
        self.voted(QUESTION, [0, 1, 1, 1])
        self.do("close")
        assert self.do("reopen")[1]["stage"] == "open"
        assert self.vote(4, 1)[0] == 200
        self.do("close")
        assert self.said("live.not_now", self.do("reopen")) == 409

    def test_the_end_says_where(self):
        """Is the folder of the counts named, and does the file's clock find nothing to do?"""
        self.voted(QUESTION, [0, 1, 1, 1])
        _, told = self.do("end")
        self.running.journal.settle()
        assert told["folder"] == self.folder.name, "a path tells whose home it is"
        assert all((self.folder / name).exists() for name in told["files"])


def test_a_closed_file_is_left_alone(tmp_path):
    """What was appended just before the end: does nobody ask the disk for it after that?"""
    journal = Journal(tmp_path / "room.jsonl")
    journal.begin({"room": 1})
    journal.append({"event": "end"})
    journal.remove()
    journal.settle()


def test_the_counts_say_what_was_right(tmp_path):
    """Do date, right answer and the middle of a number stand on the page?"""
    votes = [{"event": "vote", "phone": phone(n), "round": 1, "answer": 10 + n} for n in range(5)]
    made, _ = rooms.replayed([{"event": "ask", "question": "classic-half"}, *votes])
    page = kept.page(made, "BKTR")
    assert "14 offices" in page
    assert say("live.middle_is", value="12 offices") in page
    assert kept.time.strftime("%B %Y") in page
    made, _ = rooms.replayed([{"event": "ask", "question": SITUATION}])
    assert say("live.no_answer_is_right") in kept.page(made, "BKTR")


def test_a_room_replays_an_answer_of_nothing():
    """Is a key there for all but the situations, a letter for each option?"""
    for one in asked.everything().values():
        told = asked.reasons(one)
        assert bool(told) == asked.has_answer(one)
        assert not told or any(each["right"] for each in told)
        if told and "options" in one.public:
            assert [each["letter"] for each in told] == list("ABCDEFGH"[: len(told)])
    made, _ = rooms.replayed([])
    with pytest.raises(RefusedError):
        made.apply({"event": "reopen"})


def test_the_guide_knows_a_situation():
    """Does the script of the first minutes ask a prediction with a figure, and say what else a
    situation wants?
    """
    script = GUIDE.split("## The first ten minutes")[1].split("\n## ")[0]
    assert say("live.no_answer_is_right").split(":")[0] in script
    named = [one for one in asked.everything().values() if f"`{one.id}`" in script]
    assert named
    assert all(one.opens for one in named)
