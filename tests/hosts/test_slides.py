"""Do the slides of each chapter name what the chapter has, and does a sentence say so if not?"""

import base64
import hashlib
import re

import pytest
import yaml

from course import _places
from course.charts import covers
from course.cli import main
from course.errors import CourseError
from course.hosts import slides
from course.hosts.chapters import chosen
from course.hosts.pages.reading import read
from course.hosts.slides.kept import kept
from course.interactives.explorable import stood

TAUGHT = slides.chapters()


@pytest.fixture(scope="module")
def chapter():
    return read(chosen(["01"])[0])


@pytest.fixture(scope="module")
def told():
    path = _places.datasets() / "slides" / "01.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture
def own(tmp_path):
    """A function that writes a file of slides of one's own."""

    def write(content):
        path = tmp_path / "mine.yaml"
        path.write_text(
            content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True),
            encoding="utf-8",
        )
        return path

    return write


def changed(told, place=1, **parts):
    """The lines with parts of one slide changed; None takes a part out."""
    rows = [dict(row) for row in told["slides"]]
    rows[place] = {k: v for k, v in {**rows[place], **parts}.items() if v is not None}
    return {**told, "slides": rows}


def test_no_title_is_said_twice_and_each_ends_as_a_title():
    """Does each slide have a title of its own, without a full stop, and a sentence with an end?"""
    rows = [(n, line) for n in TAUGHT for line in slides.lines(n).slides]
    titles = [line.title for _, line in rows]
    faults = [f"{n}: {line.title}" for n, line in rows if line.title.endswith((".", ","))]
    faults += [f"{n}: {line.says}" for n, line in rows if line.says[-1] not in ".?"]
    assert not faults, "\n".join(faults)
    assert len(set(titles)) == len(titles)


def test_the_room_sees_what_it_looks_at_is_asked_and_can_follow_the_model():
    """Has a story or a model its word in title or sentence, and does each chapter ask the class
    three times, once about its own service?
    """
    faults = []
    for n in TAUGHT:
        told = [(f"{line.title} {line.says}", line) for line in slides.lines(n).slides]
        asks = [words for words, line in told if "?" in words or line.question]
        own = [words for words in asks if "your own" in words]
        faults += [f"{n} asks too little"] * (len(asks) < 3 or not own)
        for words, line in told:
            if line.kind == "story" and "nvented" not in words:
                faults.append(f"{n}: invented, and does not say so: {line.title}")
            if line.kind == "model" and not ("?" in line.title or "In this model" in line.title):
                faults.append(f"{n}: told as a fact: {line.title}")
    assert not faults, "\n".join(faults)


def test_a_line_does_not_break_within_a_name_or_a_number():
    """Do a bracket, a unit and a name stay whole?"""
    told = kept("Article (180), 95 % in 36 in 100 cases, Zia-ul-Haq and well-kept words")
    whole = told.replace("\N{NO-BREAK SPACE}", "_").replace("\N{WORD JOINER}", "~")
    assert whole == "Article_(180), 95_% in 36_in_100 cases, Zia~-~ul~-~Haq and well-kept words"


FAULTS = {
    "no kind": ({"kind": None}, "schemas/slides.json"),
    "a kind": ({"kind": "fable"}, "schemas/slides.json"),
    "no such figure": ({"figure": "hierarchie"}, "no figure of the chapter called 'hierarchie'"),
    "a page of its own": ({"figure": "classic-flood"}, "needs a page of its own (reflect)"),
    "a control": ({"figure": "hierarchy", "stands": {"spam": 2}}, "no control called 'spam'"),
    "a verdict without its claim": (
        {"figure": "merit-and-effectiveness"},
        "carries a verdict, so `weighs` must say the claim",
    ),
    "a claim without a verdict": ({"weighs": "So it is."}, "carries no verdict"),
    "a value": ({"figure": "hierarchy", "stands": {"span": 99}}, "'span' has no value '99'"),
    "a map that stands": ({"stands": {"span": 2}}, "has no controls"),
    "an item": ({"question": "classic-cypher"}, "no question in the chapter called"),
    "an item of a page": (
        {"question": "classic-path"},
        "needs a page; a slide asks choice, desk, estimate, number, several, text",
    ),
    "an item too long": ({"question": "classic-changes"}, "with a picture takes 45"),
    "a claim": ({"figure": None, "claim": "CG-zz"}, "no claim in the chapter called 'CG-zz'"),
    "a work": ({"rests": ["work-nobody1900"]}, "no claim or work in the chapter"),
    "a table": ({"figure": None, "table": "Nowhere"}, "no table of the chapter called"),
    "a sign": ({"figure": None, "signs": "file flie", "alt": "x y"}, "no sign called 'flie'"),
    "a tone": ({"figure": None, "signs": "file/pink", "alt": "x y"}, "no tone called 'pink'"),
    "two pictures": ({"claim": "CG-a"}, "schemas/slides.json"),
    "no picture": ({"figure": None}, "schemas/slides.json"),
    "no words for signs": ({"figure": None, "signs": "file"}, "schemas/slides.json"),
    "a word that is no part": ({"titel": "x"}, "schemas/slides.json"),
    "a long title": ({"title": "so " * 15 + "it is"}, "`title` has 17 words and may have 14"),
    "minutes": ({"minutes": 7}, "the slides take 91 minutes and the seminar has 90"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_sentence_that_names_file_and_slide(fault, chapter, told, own):
    """Is what the lines name, and the chapter does not have, refused before a slide is drawn?"""
    parts, sentence = FAULTS[fault]
    with pytest.raises(CourseError) as error:
        slides.deck(chapter, slides.read(own(changed(told, **parts))))
    assert sentence in str(error.value)
    assert str(error.value).startswith("mine.yaml")
    assert "\n" not in str(error.value)


def test_a_file_that_is_no_deck_is_refused(told, own):
    """No YAML, nothing, too much, too few slides, another chapter's?"""
    for content, sentence in (
        ("slides: [", "is not YAML"),
        ("", "holds 0 bytes"),
        ("x: " + "y" * 200_000, "at most 100000"),
        ({**told, "slides": told["slides"][:5]}, "`slides` must have at least 12 entries"),
    ):
        with pytest.raises(CourseError) as error:
            slides.read(own(content))
        assert sentence in str(error.value)
    with pytest.raises(CourseError, match="has the slides of 01-classic-government"):
        slides.deck(read(chosen(["00"])[0]), slides.read(own(told)))


@pytest.fixture(scope="module")
def deck(chapter):
    return slides.deck(chapter, slides.lines("01"))


class TestWritten:
    """What the one page and the sheet to print hold."""

    def test_the_page_lets_nothing_in(self, deck):
        """Does its policy allow its own script alone, and does it name no address?"""
        page = slides.on_screen(deck)
        script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline';")
        assert f"script-src 'sha256-{digest}' blob:" in policy
        assert not re.search(r"\bsrc=|url\((?!#)|@import|<link|https?://", page.replace(script, ""))

    def test_on_paper_nothing_runs_and_no_note_is_told(self, deck):
        """Are the lecturer's words on the screen's page alone?"""
        sheet, page = slides.on_paper(deck), slides.on_screen(deck)
        assert "<script" not in sheet
        assert sheet.count('<section class="slide ') == len(deck.slides)
        for line in slides.lines("01").slides:
            said = line.wrong.replace("'", "&#39;").replace('"', "&#34;")
            assert said in page
            assert said not in sheet

    def test_the_sheet_says_what_each_slide_is_and_names_no_claim_by_its_letters(self, deck):
        """Story, Model, Rating above each title; sources in words below?"""
        sheet = slides.on_paper(deck)
        assert sheet.count('<p class="kind"><b>') == len(deck.slides)
        assert "<b>Story (invented)</b>" in sheet
        assert "Pressman and Wildavsky 1973; O&#39;Toole 2011; Bowen 1982" in sheet
        fourth = slides.on_paper(slides.deck(read(chosen(["04"])[0]), slides.lines("04")))
        for page in (sheet, fourth):
            assert not re.search(r"\b(CG|NPM|GOV|PKB)-[a-z]", page.partition("<main>")[2])

    def test_words_of_ones_own_are_words(self, chapter, told, own):
        """Does markup in a title stay text?"""
        hostile = changed(told, title="</style><script>alert(1)</script>")
        text = slides.on_paper(slides.deck(chapter, slides.read(own(hostile))))
        assert "<script" not in text

    def test_no_two_elements_share_an_id(self, deck):
        """A scene that is shown twice: has each its own signs?"""
        ids = re.findall(r"\bid=['\"]([^'\"]+)['\"]", slides.on_paper(deck))
        assert len(set(ids)) == len(ids)


def test_a_figure_stands_where_it_is_put(chapter):
    """Is the drawing of a state the one that the browser draws there?"""
    ladder = next(part for part in chapter.parts if getattr(part, "id", "") == "hierarchy")
    moved = stood(ladder, {"span": 15})
    figure = moved.paper.blocks[0].figure
    assert "66\N{NO-BREAK SPACE}%" in figure["layout"]["meta"]["title"]
    assert moved.content["controls"][0]["at"] == 13
    assert stood(ladder, {}).paper == ladder.paper


def test_a_row_of_signs_is_drawn_as_a_cover_is():
    """Does a row that is written like a cover's give the cover's marks?"""
    cover = covers.cover("01-classic-government")
    row = "minister clerk clerk clerk clerk clerk file? village/ink"
    assert covers.row(row, cover.own, "banner", cover.said) == covers.banner(
        "01-classic-government", "banner"
    )


def test_slides_are_written_where_nothing_prints(tmp_path, monkeypatch, capsys, own, told):
    """Without Chromium, does a lecturer's own file still give the page, and is she told?"""
    monkeypatch.setenv("CHROME", "no-such-browser")
    mine = own(changed(told, title="What this class asked for"))
    assert main(["edition", str(tmp_path / "out"), "--slides", str(mine)]) == 0
    (page,) = (tmp_path / "out").iterdir()
    assert page.name == "01-classic-government-slides.html"
    assert "What this class asked for" in page.read_text(encoding="utf-8")
    assert "written as HTML alone" in capsys.readouterr().err
