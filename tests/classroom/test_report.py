"""The report: what it says of a class, and that nobody is named in it unasked."""

import base64
import hashlib
import re

from hostile_class import (
    SHEET,
    Seen,
    hostile_class,
    sound,
)
from synthetic_class import BAD, line, synthetic_class

from course.classroom.cycle.roll import Line
from course.classroom.report.analysis import analyse
from course.classroom.report.report import write
from course.classroom.report.report_items import short
from course.classroom.report.report_page import page
from course.interface.words import say


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
