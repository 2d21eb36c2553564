"""The report: nothing that a student wrote may act in it, and nobody is named in it unasked."""

import base64
import csv
import hashlib
import re
from html.parser import HTMLParser
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from synthetic_class import BAD, choice, line, synthetic_class

from course.classroom.cycle.assignment import Assignment
from course.classroom.cycle.roll import Line
from course.classroom.exports import spreadsheet
from course.classroom.exports.spreadsheet import cell
from course.classroom.report.analysis import analyse
from course.classroom.report.report import item_rows, student_rows, write
from course.classroom.report.report_items import short
from course.classroom.report.report_page import page
from course.errors import CourseError
from course.interface.words import say
from course.items import questions

HOSTILE = [
    "<script>document.title='ran'</script>",
    '"><img src=https://example.org/x onerror=alert(1)>',
    "</style><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    '=HYPERLINK("https://example.org","x")',
    "\u202emoc.elpmaxe",
    "a\0b\x1b[31m",
    "half \ud800 a letter",
    "&lt;script&gt;",
]
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "section", "p", "h1", "h2",
    "h3", "ol", "ul", "li", "a",
    "b", "em", "span", "small", "bdi", "div", "details", "summary", "table", "thead", "tbody", "tr",
    "th", "td", "dl", "dt", "dd",
    "svg", "rect", "line", "circle",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "dir", "href", "scope",
    "colspan", "title", "data-label",
    "viewbox", "preserveaspectratio", "aria-hidden", "x", "y", "width", "height", "x1", "x2", "y1",
    "y2", "cx", "cy", "r",
}  # fmt: skip


class Seen(HTMLParser):
    """Everything that a page is made of: its words, and what no page of ours holds."""

    def __init__(self, html):
        super().__init__()
        self.strange, self.open, self.words = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag != "meta":
            self.open.append(tag)
        self.strange += [tag] if tag not in TAGS else []
        self.strange += [
            f"{k}={v}" for k, v in attrs if k not in ATTRIBUTES or (k == "href" and v[:1] != "#")
        ]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.strange.append(f"</{tag}>")

    def handle_data(self, data):
        self.words.append(data)


def sound(html):
    """The page's words, once it is known to hold no element,
    attribute or address that is not ours, each closed in turn.
    """
    seen = Seen(html)
    assert seen.strange == []
    assert seen.open == []
    return " ".join(seen.words)


def everything():
    """An assignment of every kind of question that the course has, a task,
    and hostile words of its own.
    """
    asked = {}
    for chapter in ("classic", "npm"):
        for item in questions.of_chapter(chapter):
            if item["kind"] != "text":
                asked.setdefault(item["kind"], {**item, "objective": "word"})
    rubric = [{"criterion": c, "levels": ["a", "b", "c", "d"]} for c in (HOSTILE[0], HOSTILE[1])]
    task = {
        "id": "t-essay",
        "kind": "essay",
        "objective": "word",
        "claims": [],
        "stem": HOSTILE[2],
        "rubric": rubric,
    }
    words = choice("t-words", stem=HOSTILE[3])
    words["options"][1] |= {"text": HOSTILE[0], "misconception": HOSTILE[1], "feedback": HOSTILE[2]}
    return Assignment(
        "all",
        HOSTILE[0],
        ("01",),
        10,
        {"word": HOSTILE[4]},
        (*asked.values(), words),
        (task,),
        desk=True,
    )


SHEET = everything()
KINDS = {item["kind"] for item in SHEET.questions}
NAMES = [item["id"] for item in SHEET.items()]


def test_the_sheet_of_these_tests_holds_every_kind():
    """Are all kinds that a key can hold among the questions?"""
    assert not {"choice", "several", "classify", "match", "order", "number"} - KINDS


def hostile_class():
    """A student a hostile name, who takes the hostile option and writes hostile words."""
    lines = [
        line("t-words", 1, 1),
        line("t-essay", HOSTILE[0], 2, "text"),
        line(HOSTILE[0], HOSTILE[1], 3),
    ]
    return dict.fromkeys(HOSTILE, lines)


def test_hostile_words_are_words(tmp_path):
    """Do names, options and stems that are markup stand in the page as text,
    with no element of theirs?
    """
    marks = {name: {"t-essay": {HOSTILE[0]: 1, HOSTILE[1]: 3}} for name in HOSTILE}
    found = analyse(SHEET, hostile_class(), marks=marks)
    html = page(found, names=True)
    words = sound(html)
    for text in HOSTILE[:5]:
        assert text in words, "shown as it is"
    assert "\0" not in html
    assert "\ud800" not in html
    for path in write(found, tmp_path, names=True):
        path.read_text(encoding="utf-8")


def test_the_page_needs_and_allows_nothing_from_outside():
    """Does its policy admit one style, by the hash of the style that stands there,
    and is there no address in it?
    """
    html = page(analyse(SHEET, hostile_class()))
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert (
        policy
        == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert html.count("<style>") == 1
    assert "url(" not in style
    assert "@import" not in style


def test_nobody_is_named_unasked(tmp_path):
    """Do names stand in page and table only with `names`?"""
    found = analyse(SHEET, {f"Ayesha {k}": [line("t-words", k % 4, 1)] for k in range(30)})
    plain = write(found, tmp_path / "plain")
    named = write(found, tmp_path / "named", names=True)
    assert [p.name for p in plain] == ["all-report.html", "all-items.csv"]
    assert [p.name for p in named] == ["all-report.html", "all-items.csv", "all-students.csv"]
    assert not any("Ayesha" in p.read_text(encoding="utf-8") for p in plain)
    assert "Ayesha 7" in named[0].read_text(encoding="utf-8")
    assert len(list((tmp_path / "plain").iterdir())) == 2


def test_the_same_class_gives_the_same_bytes(tmp_path):
    """Is there no clock, no chance and no address in what is written?"""
    made = synthetic_class(3)
    one, two = (
        [
            p.read_bytes()
            for p in write(analyse(made.assignment, order), tmp_path / name, names=True)
        ]
        for name, order in (("one", made.answers), ("two", dict(reversed(made.answers.items()))))
    )
    assert one == two


def test_a_table_computes_nothing(subtests):
    """Does a text that a spreadsheet would take for a formula begin with a quotation mark?"""
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\uff1d1", "-2+3", "\n@x"]:
        with subtests.test(text):
            assert cell(text).startswith("'")
            assert cell(text).endswith(text)


BEHIND_A_CUT = [
    "a;=1+1", "a\t=1+1", "a\n=1+1", 'a; "=1+1"', "a|@x", ";-1", "\t=1", "x\r\n\uff1d1",
    "a;\ufeff=1",
    "x;\t=1", '";=1', "a,=1",
]  # fmt: skip


def test_no_cut_begins_a_formula(tmp_path, subtests):
    """Whichever sign a country's spreadsheet cuts at, and whatever stands before it:
    is no cell and no row a formula?
    """
    for text, cut in product(BEHIND_A_CUT, ",;\t|"):
        with subtests.test(repr(text), cut=cut):
            path = spreadsheet.write(
                tmp_path / "x.csv", [["student", "said"], ["ali", text], [text, "b, c"]]
            )
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file, delimiter=cut))
            assert len(rows) == 3
            for one in (one for row in rows for one in row):
                assert not re.match(r"[\s\"\ufeff]*[=+\-@\uff1d]", one), repr(one)


def test_a_cell_otherwise_stays_as_it_is():
    """Are numbers numbers, names names, and nothing nothing?"""
    assert [cell(v) for v in (-0.25, 3, 1 / 3, None, "Ayesha", "a=b", "O'Neill")] == [
        "-0.25", "3", "0.3333", "", "Ayesha", "a=b", "O'Neill"
    ]  # fmt: skip


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_hold_a_row_an_item_and_a_row_a_student(tmp_path):
    """Do the tables read back with what the analysis found, hostile names guarded?"""
    made = synthetic_class(0)
    found = analyse(made.assignment, made.answers | {"=cmd": next(iter(made.answers.values()))})
    _, items, students = write(found, tmp_path, names=True)
    rows = table(items)
    assert [row["item"] for row in rows] == [item.id for item in found.items]
    lure = next(row for row in rows if row["item"] == "a-lure")
    assert lure["commonest mistake"] == "a-lure option 1"
    assert "a-lure mistake 1 (" in lure["misconceptions caught"]
    assert float(lure["discrimination"]) < 0
    assert "reversed" in lure["flags"]
    told = table(students)
    assert len(told) == 51
    assert told[0]["student"] == "'=cmd"
    assert {len(row) for row in item_rows(found)} == {18}
    assert {len(row) for row in student_rows(found)} == {5}


def test_the_page_begins_with_what_was_misunderstood():
    """Does a lecturer read mistakes first, then what to do, then the items, and is a doubtful
    item's mistake not taught?
    """
    made = synthetic_class(0)
    found = analyse(made.assignment, made.answers)
    html = page(found)
    places = [
        html.index(f'<section id="{name}"')
        for name in ("misunderstood", "do", "items", "objectives", "method")
    ]
    assert places == sorted(places)
    first = html[: html.index("<details>")]
    assert "mistake" in first
    assert "A-key mistake" not in first
    assert "A-lure mistake" not in first
    do = html[places[1] : places[2]]
    assert all(f'href="#i-{name}"' in do for name in BAD)
    assert "Before the marks stand" in do
    assert "uncertain" not in first
    ids = set(re.findall(r' id="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= ids


def test_a_small_class_is_told_that_it_is_small():
    """Does a class under twenty read at the top that the figures are uncertain,
    and one of nobody that nobody answered?
    """
    made = synthetic_class(1, students=9)
    first = page(analyse(made.assignment, made.answers)).split("<section")[0]
    assert "With 9 students every figure here is uncertain" in first
    nobody = sound(page(analyse(made.assignment, {"a": []}), names=True))
    assert "Nobody has answered yet" in nobody


def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    """Is it a sentence with a cure?"""
    (tmp_path / "file").write_text("x")
    with pytest.raises(CourseError, match="cannot be written; free some space or choose"):
        write(analyse(SHEET, {}), tmp_path / "file")


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**400, max_value=10**401)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(HOSTILE),
    lambda part: (
        st.lists(part, max_size=5) | st.dictionaries(st.text(max_size=5), part, max_size=3)
    ),
    max_leaves=8,
)
NEAR = st.integers(0, 5) | st.lists(st.integers(0, 5), max_size=6) | st.floats(0, 200)
LINES = st.lists(
    JUNK
    | st.fixed_dictionaries(
        {
            "item": st.sampled_from([*NAMES, "share-desk", "desk-first-hamlet"]) | JUNK,
            "answer": NEAR | JUNK,
        },
        optional={
            "mode": st.just("graded") | JUNK,
            "kind": st.just("desk") | JUNK,
            "at": JUNK,
            "device": JUNK,
            "n": JUNK,
        },
    ),
    max_size=8,
)
STUDENT = st.sampled_from(HOSTILE) | st.text(max_size=8)
LEVELS = st.dictionaries(st.sampled_from(HOSTILE[:3]), st.integers(-1, 4) | JUNK, max_size=3) | JUNK
MARKS = st.dictionaries(
    STUDENT,
    st.dictionaries(st.just("t-essay") | st.text(max_size=3), LEVELS, max_size=2) | JUNK,
    max_size=3,
)


@pytest.mark.thorough
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(answers=st.dictionaries(STUDENT, LINES, max_size=6), marks=MARKS)
def test_no_junk_stops_the_report_or_acts_in_it(answers, marks):
    """Whatever lines, names and marks hold, is there a report, and only elements of ours in it?"""
    found = analyse(SHEET, answers, marks=marks)
    sound(page(found, names=True))
    for row in [*item_rows(found), *student_rows(found)]:
        for value in row:
            assert isinstance(cell(value), str)
    assert all(0 <= item.unanswered <= found.n for item in found.items)
    assert all(item.difficulty is None or 0 <= item.difficulty <= 1 for item in found.items)


def test_who_is_missing():
    """Is it said how many, and of how many the work was refused; are they named only if asked?"""
    made = synthetic_class(1)
    analysis = analyse(made.assignment, made.answers)
    absent = [
        Line("imran", None, 0.0, None, 28, "handed in nothing", is_refused=False),
        Line("zara", None, 0.0, None, 28, "refused: a link", is_refused=True),
    ]
    text = page(analysis, absent=absent)
    assert say("report.absent", n=1) in text
    assert say("report.refused", n=1) in text
    assert "imran" not in text
    named = page(analysis, names=True, absent=absent)
    assert "<bdi>zara</bdi>: refused: a link" in named
    assert "Difficulty" not in text
    stem = short(analysis.items[0].stem)
    assert say("report.difficulty") == "Share right"
    assert stem in Seen(text).words or stem in " ".join(Seen(text).words)
