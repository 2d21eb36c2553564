"""The lecturer's page where no exchange carries a sheet or a page."""

import io
import zipfile

from page_cases import PageCase

from course.classroom.cycle import made, sheet
from course.interface.words import say


class ByHand(PageCase):
    """Where no exchange carries a sheet or a page."""

    def zipped(self, what):
        """{name: bytes} of the zip; None if the page has none."""
        if self.ask(f"{self.here}zip/{what}")[0] != 200:
            return None
        assert "attachment" in self.reply.headers["Content-Disposition"]
        with zipfile.ZipFile(io.BytesIO(self.reply.body)) as packed:
            return {name: packed.read(name) for name in packed.namelist()}

    def test_the_sheet_is_one_zip(self):
        """By a button, once it is released: what a student gets, and nothing that lies beside it
        or leads elsewhere?
        """
        link = f'href="{self.here}zip/sheet"'
        assert self.zipped("sheet") is None
        assert link not in self.ask(self.here)[1]
        place = self.klass.path / "release" / self.name
        sheet.write(self.klass.assignment(self.name), place)
        (place / "answers.jsonl").write_text("mine", encoding="utf-8")
        found = self.zipped("sheet")
        assert set(found) == {f"{self.name}/{self.name}.ipynb", f"{self.name}/items.json"}
        assert found[f"{self.name}/items.json"] == (place / "items.json").read_bytes()
        assert link in self.ask(self.here)[1]
        (place / "items.json").unlink()
        (place / "items.json").symlink_to(self.klass.path / "keys" / f"{self.name}.yaml")
        assert set(self.zipped("sheet")) == {f"{self.name}/{self.name}.ipynb"}
        for what in ("keys", "..", "sheet/x"):
            assert self.zipped(what) is None

    def test_the_pages_of_feedback_are_one_zip(self):
        """Of those who get theirs by hand, each under its student's name; of nobody else?"""
        for student in ("zara", "bilal", "omar"):
            page = self.klass.place("feedback", student, self.name) / f"{self.name}.html"
            page.parent.mkdir(parents=True)
            page.write_text(f"the page of {student}", encoding="utf-8")
        prints = {
            one: made.page_print(self.klass, self.name, one) for one in ("zara", "bilal", "omar")
        }
        made.keep(self.klass, self.name, made.GIVEN, prints)
        assert self.zipped("feedback") is None
        by_hand = {one: prints[one] for one in ("zara", "bilal")}
        made.keep(self.klass, self.name, made.BY_HAND, by_hand)
        found = self.zipped("feedback")
        assert found == {
            f"{self.name}, {one}.html": f"the page of {one}".encode() for one in by_hand
        }
        _, said = self.ask(self.here)
        assert f'href="{self.here}zip/feedback"' in said
        assert say("class.take_feedback", n=2) in said


del PageCase
