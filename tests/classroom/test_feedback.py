"""The page that a student gets back: is all on it, as text, and nothing else?"""

import re
from html.parser import HTMLParser

import pytest
from classes import line, right
from given_back import HOSTILE, KEYS, standing_of, wrong_first
from hypothesis import given
from hypothesis import strategies as st
from papers import paper as any_paper

from course import _places
from course.classroom.cycle import assignment as assignments
from course.classroom.cycle import comments
from course.classroom.feedback import page, revisit, standing
from course.classroom.feedback.standing import Entry, Standing
from course.errors import CourseError
from course.hosts.pages import reading
from course.interactives import sheets

CODE = ("Test cell", "In [", "HIDDEN TESTS", "course.ask", "import ", "mark(", "nbgrader")


class Seen(HTMLParser):
    """What a browser would make of a page: elements, attributes, addresses, bare words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.names, self.links, self.ids, self.words = set(), set(), [], set(), []
        self._skipped = False
        self.feed(text)
        self.words = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self._skipped = tag in {"style", "title"}
        for name, value in attrs:
            self.names.add(name)
            if name == "href":
                self.links.append(value)
            if name == "id":
                self.ids.add(value)

    def handle_endtag(self, tag):
        if tag in {"style", "title"}:
            self._skipped = False

    def handle_data(self, data):
        if not self._skipped:
            self.words.append(data)


@pytest.fixture(scope="module")
def key():
    """The first specimen assignment: questions of six kinds, and an essay."""
    return assignments.read(KEYS[0])


def shown(key, lines, levels=None, **more):
    return page.page(key, "ali", lines, standing_of(key, lines, **more), levels or {})


def test_all_is_told(key):
    """What was asked and answered, the mark, why, the rubric, the level reached, the lecturer's
    words?
    """
    essay, levels = key.tasks[0], dict.fromkeys([r["criterion"] for r in key.tasks[0]["rubric"]], 2)
    said = comments.said(essay["rubric"], {"levels": levels, "comment": "Say *whose* <pleas>.\nOK"})
    text = shown(key, wrong_first(key), {essay["id"]: levels}, task=8.0, comment=said)
    seen = Seen(text)
    for item in key.items():
        assert " ".join(item["stem"].split()) in seen.words
    first = key.questions[0]
    bad = next(one for one in first["options"] if not one.get("correct"))
    good = next(one for one in first["options"] if one.get("correct"))
    assert bad["feedback"] in seen.words
    assert good["feedback"] not in seen.words, "what explains another answer is the key"
    assert "0 of 1" in seen.words
    assert "8 of 12" in seen.words
    assert f"You earned {key.most - 1 - 4:g} of {key.most:g} points." in seen.words
    for row in essay["rubric"]:
        assert f"{row['criterion']} 2 of 3" in seen.words
        assert f"{row['levels'][2]} (your text)" in seen.words
        assert row["levels"][0] in seen.words
        assert seen.words.count(row["levels"][2]) == 1, "the comment's copy of it is left out"
    assert "Say *whose* <pleas>. OK" in seen.words


def test_nothing_runs_and_nothing_is_fetched(key):
    """Whatever a student and a lecturer wrote: no element, no attribute, no address of theirs, and
    a policy that names the one style?
    """
    text = shown(key, wrong_first(key), task=3.0, comment=HOSTILE)
    seen = Seen(text)
    assert not seen.tags & {"script", "img", "link", "iframe", "base", "form", "object", "template"}
    assert not {name for name in seen.names if name.startswith("on")} | seen.names & {
        "style",
        "src",
    }
    assert all(re.fullmatch(r"#[\w-]+|\.\./\.\./\.\./\.\./steel-frame/[\w.#-]+", to)
        for to in seen.links)  # fmt: skip
    assert "document.title='taken'" in seen.words
    assert "{{ 7 * 7 }}" in seen.words
    assert text.encode("utf-8")
    assert "\x00" not in text
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    assert text.count("<style>") == 1


def test_no_code_is_shown(key):
    """Neither nbgrader's words nor a cell's?"""
    lines = [one for one in wrong_first(key) if one["item"] != key.tasks[0]["id"]]
    text = Seen(shown(key, lines)).words
    assert [word for word in CODE if word in text] == []


def test_what_waits_is_no_nought(key):
    """Is an essay that nobody marked yet said to wait, and left out of what could be earned?"""
    text = Seen(shown(key, wrong_first(key))).words
    assert "not marked yet, of 12" in text
    assert "1 answer still waits" in text
    assert f"of {key.most - 12:g} points." in text
    assert "(your text)" not in text


def test_a_mark_changed_elsewhere(key):
    """By formgrader: is the lecturer's mark the one that counts, and is no level named that it does
    not stand for?
    """
    essay, lines = key.tasks[0], wrong_first(key)
    levels = {essay["id"]: dict.fromkeys([r["criterion"] for r in essay["rubric"]], 2)}
    entries = dict(standing_of(key, lines, task=5.0, comment="By hand.").entries)
    first = key.questions[0]["id"]
    entries[first] = Entry(1.0, 0.0, 1.0, "")
    text = Seen(page.page(key, "ali", lines, Standing(entries, 0.0, 0.0), levels)).words
    assert "Your lecturer changed this mark. By the key it was 0." in text
    assert "5 of 12" in text
    assert "(your text)" not in text
    assert "By hand." in text


def test_lateness_and_what_it_costs(key):
    """Are both said, and is the cost in the sum?"""
    text = Seen(shown(key, wrong_first(key), late=26.04, penalty=2.5)).words
    assert f"You earned {key.most - 12 - 1 - 2.5:g} of" in text
    assert "You handed in 26 hours after the work was due." in text
    assert "2.5 points are taken off" in text


def test_a_minute_late_is_no_hour(key):
    """Is it told in minutes, and not as "0.0 hours"?"""
    for hours, told in ((0.001, "less than a minute"), (0.0334, "2 minutes"), (1.04, "1 hour ")):
        text = Seen(shown(key, wrong_first(key), late=hours)).words
        assert f"You handed in {told}" in text
        assert "0.0" not in text
    assert "after the work was due" not in Seen(shown(key, wrong_first(key))).words


def test_a_gradebook_of_another_key_gives_no_page(key):
    """Is it refused, with the cure?"""
    lines = wrong_first(key)
    entries = dict(standing_of(key, lines).entries)
    entries[key.questions[1]["id"]] = Entry(0.0, 0.0, None, "")
    with pytest.raises(CourseError, match="--again"):
        page.page(key, "ali", lines, Standing(entries, 0.0, 0.0), {})


def test_whoever_answered_nothing(key):
    """Is each item said to have no answer, and is nothing explained?"""
    text = Seen(shown(key, [])).words
    assert text.count("No answer of yours was found.") == len(key.questions)
    assert text.count("wrote nothing: 0 of 12") == len(key.tasks)
    assert "not marked" not in text
    assert "Why" not in text


@pytest.mark.thorough
def test_each_kind_has_its_place():
    """Also with every kind wrong?"""
    found = any_paper()
    lines = [line(q["id"], right(q), n) for n, q in enumerate(found.questions)]
    assert "What then?" in Seen(shown(found, lines)).words


@pytest.mark.thorough
@pytest.mark.parametrize("path", KEYS, ids=lambda path: path.stem)
def test_what_to_read_again_is_there(path):
    """Does each item of the specimens lead to a section, by a name that its chapter's page has?"""
    found = assignments.read(path)
    for item in found.items():
        place = revisit.place_of(item, found.covers)
        assert place, f"{item['id']}: no chapter of {found.covers} cites {item['claims']}"
        stem, _, name = place.address.removeprefix("../../../../steel-frame/").partition(".html#")
        chapter = reading.read(_places.shipped_notebooks() / f"{stem}.ipynb")
        assert name in {block.name for block in chapter.headings}


def test_where_most_was_lost_comes_first(key):
    """And is what was right not named?"""
    first, *_, last = key.questions
    lines = [one for one in wrong_first(key) if one["item"] != last["id"]]
    text = Seen(shown(key, lines)).words
    again = text.partition("What to read again")[2].partition("What was asked")[0]
    one, other = (revisit.place_of(item, key.covers) for item in (last, first))
    assert again.index(one.heading) < again.index(other.heading)
    whole = [line(q["id"], right(q), 2) for q in key.questions]
    whole.append(line(key.tasks[0]["id"], "an essay", 3))
    assert "There is nothing to read again" in Seen(shown(key, whole)).words


@given(st.text(max_size=80))
def test_a_comment_is_read_back_as_it_was_typed(words):
    """Whatever signs it holds?"""
    rubric = any_paper().tasks[0]["rubric"]
    mark = {"levels": {row["criterion"]: 1 for row in rubric}, "comment": words}
    back = standing.plain(comments.said(rubric, mark))
    assert back.endswith(sheets.legible(words.strip()))
