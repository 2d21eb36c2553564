"""The lecturer's page of one answer: marking without names."""

import re
from html import escape

from class_pages import HOSTILE
from page_cases import PageCase


class Essays(PageCase):
    """Marking without names."""

    def test_words_are_text_and_nobody_is_named(self):
        """Hostile words and 100 KB: are they shown as they are, under a code, in the same order
        each time?
        """
        first = [self.ask(f"{self.here}mark/{self.task}/{n}")[1] for n in (1, 2)]
        assert first[0] != first[1]
        raw = self.reply.body + self.fetch(self.reply.effective_url).body
        assert b"<img src=x" not in raw
        assert sum(HOSTILE in page for page in first) == 1
        assert sum(page.count("The rule holds.") for page in first) == 6500
        assert not any("zara" in page or "bilal" in page for page in first)
        codes = [re.search(r'name="code" value="([\w-]+)"', page)[1] for page in first]
        _, again = self.ask(f"{self.here}mark/{self.task}/1")
        assert f'value="{codes[0]}"' in again
        assert self.ask(f"{self.here}mark/{self.task}/999999")[0] == 200

    def test_half_a_mark_is_kept_from_the_book(self):
        """A level missing, one that is none, a comment without end: is it a sentence, and is what
        was typed still there?
        """
        page = self.ask(f"{self.here}mark/{self.task}/1")[1]
        code = re.search(r'name="code" value="([\w-]+)"', page)[1]
        sent = {"_xsrf": self.word(), "code": code, "comment": "my <b>words</b>"}
        for more in ({}, {"level0": "9"}, {"level0": "²"}, {"level0": "-1"}):
            status, said = self.ask(f"{self.here}mark/{self.task}/1", {**sent, **more})
            assert status == 409
            assert "choose a level for each criterion" in said
            assert escape("my <b>words</b>") in self.reply.body.decode()
        every = {f"level{n}": "1" for n in range(9)}
        long = {**sent, **every, "comment": "x" * 20_000}
        assert "10000 are the most" in self.ask(f"{self.here}mark/{self.task}/1", long)[1]


del PageCase
