"""Is a page in another language wholly in it? A language is made up,
each sentence in brackets, and a page drawn with it.
"""

import json
import re

import pytest
from bs4 import BeautifulSoup

from course import _places, lessons
from course.hosts.pages import edition
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.asked import asked
from course.interactives.cards import cards
from course.interactives.designer import designer
from course.interactives.desk import desk
from course.interactives.explorable import explorable
from course.interactives.matrix import matrix
from course.interactives.predict import predict
from course.interactives.progress import progress
from course.interactives.quiz import quiz
from course.interactives.reasoned import verdict, yardstick
from course.interactives.reflect import reflect
from course.interactives.timeline import timeline
from course.interactives.twin import twin
from course.interface import words
from course.items import questions, situations

OPEN, CLOSE = "⟦", "⟧"
SHOWN = """() => {
    const found = [];
    document.querySelectorAll('details').forEach((one) => (one.open = true));
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const near = walk.currentNode.parentElement;
        if (near.closest('script, style, noscript, svg, .js-plotly-plot')) continue;
        found.push(walk.currentNode.data);
    }
    for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder'])
        document.querySelectorAll(`[${name}]`).forEach((one) => found.push(one.getAttribute(name)));
    return found;
}"""


def bracketed(told):
    """A sentence in brackets, each of its forms; its {names} are let out,
    since what fills them is not its own.
    """
    if isinstance(told, dict):
        return {form: bracketed(one) for form, one in told.items()}
    return OPEN + re.sub(r"(\{\w+\})", rf"{CLOSE}\1{OPEN}", told) + CLOSE


@pytest.fixture
def other_language(tmp_path, monkeypatch):
    """A language whose every sentence stands in brackets."""
    groups = json.loads((words.FOLDER / "en.json").read_text(encoding="utf-8"))
    made = {
        group: {key: bracketed(told) for key, told in said.items()}
        for group, said in groups.items()
    }
    made["timeline"]["months"] = " ".join(
        f"{OPEN}{m}{CLOSE}" for m in groups["timeline"]["months"].split()
    )
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "eo.json").write_text(json.dumps(made), encoding="utf-8")
    monkeypatch.setattr(words, "FOLDER", folder)
    monkeypatch.setenv("STEEL_FRAME_LANGUAGE", "eo")
    for kept in (words.sentences, cards):  # made once a process, in the language of the process
        kept.cache_clear()
    yield
    for kept in (words.sentences, cards):
        kept.cache_clear()


def texts(value):
    """Every text in plain JSON, names too."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


def bare(text):
    """A text without what stands in brackets, and without signs and numbers."""
    left = re.sub(rf"{OPEN}[^{CLOSE}]*{CLOSE}", "\n", text)
    return [
        part
        for piece in left.split("\n")
        if re.search(r"[^\W\d_]{2,}", part := piece.strip(" .,:;()“”→✓○●◐"))
    ]


def without(piece, known):
    """What is left of a text once the course's own content is taken out of it."""
    for text in known:
        piece = piece.replace(text, " ")
    return bare(piece)


def documents():
    quizzed = questions.of_chapter("diagnosis") + questions.of_chapter("classic")
    return [
        asked(quizzed[0]), cards(), desk(situations.SITTINGS[1]), designer("health"), matrix(),
        explorable(lessons.spec("implementation-chain")), predict("classic-ladder"), progress(),
        quiz("diagnosis", quizzed), reflect(next(iter(questions.reflections()))), timeline(),
        verdict("golden-age"), yardstick("golden-age"),
    ]  # fmt: skip


@pytest.mark.browser
def test_a_page_in_another_language_says_nothing_in_english(chromium, tmp_path, other_language):
    """Is each text of the page a sentence of that language, or the course's own content?"""
    parts = documents()
    chapter = Chapter("one", "One", parts)
    write([chapter], tmp_path / "out", single=True)
    page = chromium.new_page()
    page.goto((tmp_path / "out" / "one.html").as_uri())
    page.wait_for_selector("[data-module='quiz'][data-live] .sf-quiz")
    page.evaluate(
        "document.querySelectorAll('.sf-quiz form').forEach((form) => form.requestSubmit())"
    )
    page.locator("[data-module='quiz'] [type=range]").first.evaluate(
        "(slide) => { slide.value = 70; slide.dispatchEvent(new Event('input')); "
        "slide.form.requestSubmit(); }"
    )
    for box in page.locator("[data-module='quiz'] textarea").all():
        box.evaluate("(box) => { box.value = 'x'; box.form.requestSubmit(); }")
    page.locator("[data-module='predict'] [type=range]").fill("40")
    page.locator("[data-module='predict'] [type=submit]").click()
    page.locator("[data-module='explorable']").scroll_into_view_if_needed()
    page.locator("[data-module='explorable'] .sf-figure").wait_for()
    shown = page.evaluate(SHOWN)
    assert page.evaluate("document.documentElement.lang") == "eo"
    page.close()
    for part in parts:  # the same on paper
        shown += list(BeautifulSoup(twin(part.paper), "html.parser").stripped_strings)

    content = sorted(
        {piece for part in parts for text in texts(part.content) for piece in bare(text)}, key=len
    )
    known = [" ".join(text.split()).lower() for text in reversed(content) if len(text) > 2]
    pieces = {piece for text in shown for piece in bare(" ".join(text.split()))}
    left = {piece: rest for piece in pieces if (rest := without(piece.lower(), known))}
    assert len(shown) > 400
    assert sum(OPEN in text for text in shown) > 150
    assert set(left) <= {"One", "answers.jsonl"}, (
        f"said in English alone; give each a key in words/en.json: {left}"
    )


def test_a_page_is_written_from_the_right(chromium, tmp_path, monkeypatch):
    """In a language that is: does the page stand whole on a phone, without a way sideways, its bar
    and home from the right, and English text from the left?
    """
    monkeypatch.setenv("STEEL_FRAME_LANGUAGE", "ur")
    edition(tmp_path, notebooks=[_places.shipped_notebooks() / "09-capstone.ipynb"])
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    for stem, text in (("index", "rtl"), ("09-capstone", "ltr")):
        page.goto((tmp_path / f"{stem}.html").as_uri())
        page.wait_for_timeout(500)
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        assert page.evaluate("document.documentElement.lang") == "ur"
        runs = "(one) => getComputedStyle(document.querySelector(one)).direction"
        assert page.evaluate(runs, "body") == "rtl"
        assert page.evaluate(runs, "main") == text
        assert page.locator(".off").first.inner_text() == words.say("page.awaits_reader")
    page.close()
