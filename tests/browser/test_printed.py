"""Do the PDFs come out as a printer needs them?
Poppler and pypdf look into what Chromium printed.
"""

import html
import re
import unicodedata

import pytest
from chromiums import launched
from memos import DAY, full
from pdfs import facts, fonts, headings_at_foot, missing_glyphs, pages

from course import _places, capstone, paper
from course.capstone.check import page_words
from course.hosts.pages.reading import read
from course.hosts.print import chromium
from course.hosts.print.glossary import A_SHEET, glossary
from course.hosts.print.handout import handout
from course.hosts.print.sheet import sheet

STEMS = [path.stem for path in sorted(_places.shipped_notebooks().glob("*.ipynb"))]
OFTEN = ("03-governance", "13-weighing-the-service")  # the longest, and one of cards
EACH = [pytest.param(stem, marks=[] if stem in OFTEN else [pytest.mark.nightly]) for stem in STEMS]
A4 = (595, 842)


@pytest.fixture(scope="module")
def sheets(chromium):
    """A page that lays out what is printed, and prints it as `course` does, by the whole browser:
    its letters are a little wider than the shell's.
    """
    browser = launched(chromium.browser_type, whole=True)
    yield browser.new_page()
    browser.close()


def printed_here(page, text, pdf):
    """As printing.chromium.printed, which starts a browser for each file;
    a test compares the two.
    """
    at = pdf.with_suffix(".html")
    at.write_text(text, encoding="utf-8", newline="\n")
    page.goto(at.as_uri())
    page.pdf(path=pdf, prefer_css_page_size=True, tagged=True, outline=True)


@pytest.fixture(scope="module")
def press(tmp_path_factory, sheets):
    """A function that prints what `make` gives of a chapter, once: (HTML, PDF)."""
    folder, chapters, done = tmp_path_factory.mktemp("printed"), {}, {}

    def printed(make, stem=None):
        if (make, stem) not in done:
            if stem and stem not in chapters:
                chapters[stem] = read(_places.shipped_notebooks() / f"{stem}.ipynb")
            text = make(chapters[stem]) if stem else make()
            pdf = folder / f"{stem}-{make.__name__}.pdf"
            printed_here(sheets, text, pdf)
            done[make, stem] = text, pdf
        return done[make, stem]

    return printed


def size_of(pdf):
    return tuple(round(float(n)) for n in re.findall(r"[\d.]+", facts(pdf)["Page size"])[:2])


def sound(pdf):
    """Tagged, fonts inside, every glyph there, no page empty, below 2 MB."""
    assert facts(pdf)["Tagged"] == "yes"
    assert pdf.stat().st_size < 2_000_000, (
        f"{pdf.name}: {pdf.stat().st_size / 1e6:.2f} MB of at most 2"
    )
    assert fonts(pdf)
    assert all(fonts(pdf).values()), f"{pdf.name}: {fonts(pdf)}"
    assert list(missing_glyphs(pdf)) == []
    for number, words in enumerate(pages(pdf), 1):
        assert len(words.split()) > 8, f"{pdf.name}: page {number} is as good as empty"


@pytest.mark.nightly
@pytest.mark.parametrize(("make", "stem"), [(handout, STEMS[1]), (glossary, None)])
def test_the_course_prints_the_same(press, tmp_path, make, stem):
    """Does the course's own way to print give page for page what these tests look at?"""
    text, here = press(make, stem)
    own = tmp_path / "own.pdf"
    chromium.printed(text, own)
    asked = ("Tagged", "Page size", "Pages", "Title")
    assert {name: facts(own)[name] for name in asked} == {name: facts(here)[name] for name in asked}
    assert fonts(own) == fonts(here)
    assert pages(own) == pages(here)


@pytest.mark.parametrize("stem", EACH)
def test_a_handout_is_fit_to_print(press, stem):
    """A4, tagged, fonts inside, no glyph missing, no page empty, each numbered,
    no heading alone at the foot of one?
    """
    text, pdf = press(handout, stem)
    sound(pdf)
    assert size_of(pdf) == A4
    count = int(facts(pdf)["Pages"])
    for number, words in enumerate(pages(pdf), 1):
        assert re.search(rf"\b{number} ?/ ?{count}\b", words)
    headings = {
        " ".join(html.unescape(re.sub(r"<[^>]+>", "", found)).split())
        for found in re.findall(r"<h[1-4][^>]*>(.*?)</h[1-4]>", text, re.DOTALL)
    }
    assert list(headings_at_foot(pdf, headings)) == []


def test_the_cards_are_eight_a_page(press):
    """Two pages a sheet, each of its terms on the first, and A4 to the edge?"""
    _, pdf = press(glossary)
    assert facts(pdf)["Tagged"] == "yes"
    assert all(fonts(pdf).values())
    assert list(missing_glyphs(pdf)) == []
    assert size_of(pdf) == A4
    terms = sorted(paper.terms().values(), key=lambda term: term["term"].lower())
    assert len(pages(pdf)) == 2 * -(-len(terms) // A_SHEET)
    for place, row in enumerate(terms):
        front, back = pages(pdf)[2 * (place // A_SHEET) :][:2]
        assert row["term"].split()[0] in front
        assert row["definition"].split()[0] in back


def urdu_in(pdf):
    """The runs of Urdu in a file, each without spaces and marks of direction."""
    letters = unicodedata.normalize("NFKC", "\n".join(pages(pdf)))
    bare = re.sub(
        r"[\s\u200c\u202a-\u202e\u2066-\u2069]+",
        "",
        re.sub(r"[^\u0600-\u06ff\s\u200c\u202a-\u202e\u2066-\u2069]+", "|", letters),
    )
    return [run for run in re.split(r"[|،]", bare) if run]


def test_urdu_is_read_in_its_own_order(press):
    """Does a reader of the file get each Urdu word's letters from first to last, in a font made for
    Urdu?

    Of Nastaliq only that no letter is lost: its words slope, and Poppler, which sorts by place, may
    swap neighbours.
    """
    for (text, pdf), font in (
        (press(handout, "01-classic-government"), "NotoNaskhArabic"),
        (press(glossary), "NotoNastaliqUrdu"),
    ):
        assert any(name.startswith(font) for name in fonts(pdf))
        runs = re.findall(r'lang="ur" dir="rtl">([^<]+)<', text)
        words = {re.sub(r"\s", "", word) for run in runs for word in run.split("،")}
        assert words
        found = urdu_in(pdf)
        for word in words:
            if font == "NotoNaskhArabic":
                assert any(word in run for run in found), f"{word} is not among {found}"
            else:
                assert sorted(word) in map(sorted, found), f"{word} is not among {found}"


def holding(body, style):
    """A sheet that holds nothing but this HTML."""
    return sheet("sheet.html", "x", style).replace("<body>", f"<body>{body}")


def test_a_missing_glyph_is_seen(tmp_path):
    """Would this file's own look at glyphs notice a letter that no font has?"""
    for letters, missing in (("plain", 0), ("not \U000f1234 plain", 1)):
        chromium.printed(holding(f"<p>{letters}</p>", "handout"), tmp_path / "x.pdf")
        assert len(list(missing_glyphs(tmp_path / "x.pdf"))) == missing


def test_a_heading_alone_at_the_foot_is_seen(tmp_path):
    """Would its look at headings notice one that is left behind,
    and do the style sheets keep it from being so?
    """
    below = "<div style='height:30mm;break-inside:avoid'>below</div>"
    left = f"<div style='height:235mm'>above</div><h2>Left behind</h2>{below}"
    for name, alone in (("glossary", [(1, "Left behind")]), ("handout", [])):
        chromium.printed(
            holding(f"<style>@page{{margin:20mm}}</style>{left}", name), tmp_path / "x.pdf"
        )
        assert list(headings_at_foot(tmp_path / "x.pdf", {"Left behind"})) == alone


@pytest.fixture
def laid_out(sheets):
    """A function that lays an HTML text out as print does, in so many mm of width,
    and asks questions in JavaScript.
    """
    outside = []

    def note(request):
        # a sheet may be pressed meanwhile, in this very page
        if not request.is_navigation_request():
            outside.append(request.url)

    def asked(text, millimetres, *questions):
        sheets.set_content(text)
        sheets.set_viewport_size({"width": round(millimetres * 96 / 25.4), "height": 900})
        return [answer for question in questions for answer in sheets.evaluate(question)]

    sheets.goto("about:blank")
    sheets.on("request", note)
    sheets.emulate_media(media="print")
    yield asked
    sheets.emulate_media(media="null")
    sheets.remove_listener("request", note)
    assert outside == [], "what is printed asks for something beside itself"


BELOW = """() => [...document.querySelectorAll('.card')].filter((box) => {
  const foot = box.getBoundingClientRect().bottom + 1;
  return [...box.querySelectorAll('*')].some((part) => part.getBoundingClientRect().bottom > foot);
}).map((box) => box.textContent.slice(0, 80))"""
BESIDE = """() => [...document.querySelectorAll('main *')].filter((part) =>
  part.getBoundingClientRect().right > innerWidth + 1 && (part.matches('.still')
    || !part.closest('svg')))
  .map((part) => part.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("stem", EACH)
def test_nothing_is_cut(press, laid_out, stem):
    """Does no word or picture of a handout reach into the margin?"""
    assert laid_out(press(handout, stem)[0], 210 - 2 * 24, BESIDE) == []


def test_no_word_of_a_card_is_cut(press, laid_out):
    """Does each meaning fit its card?"""
    assert laid_out(press(glossary)[0], 210, BELOW, BESIDE) == []
    assert laid_out(press(handout, STEMS[1])[0], 100, BESIDE) != [], (
        "the question would not see a picture that is too wide"
    )
    narrow = press(glossary)[0].replace("74.25mm", "12mm")
    assert laid_out(narrow, 210, BELOW) != [], "the question would not see a card that is too small"


# What stands on the page that is signed, with the size of its letters in points, and is no legend.
LEGEND = ".banner, .kicker, .note, figcaption, svg, .sign"
LETTERS = f"""() => {{ const found = [];
  for (const node of document.querySelectorAll('main *')) {{
    if (node.matches('.afresh')) break;
    if (![...node.childNodes].some((part) => part.nodeType === 3 && part.data.trim())) continue;
    const size = parseFloat(getComputedStyle(node).fontSize) * 0.75;
    const least = node.closest('{LEGEND}') ? 9 : 11;
    if (size < least - 0.01) found.push(`${{size}} pt: ${{node.textContent.slice(0, 40)}}`);
  }}
  return found; }}"""


def long_memo():
    """A memo with many short words on its first page: so many fit in any face. Of longer words,
    and titles of two lines, fewer do.
    """
    said = {s["id"]: "word " * 28 for s in capstone.words()["sections"] if s["place"] == "page"}
    sections = full()["sections"] | said | {"consult": ""}
    options = {
        f"{n}-{part}": "five words of this option" for n in "abc" for part in ("gain", "cost")
    }
    own = full()["own"] | {"doubt": "word " * 20, "source": "word " * 20}
    memo = full(sections=sections, options=full()["options"] | options, own=own)
    assert 315 <= page_words(memo) <= 335
    return memo


def test_the_memo_has_large_letters_and_its_first_page_is_one(sheets, laid_out, tmp_path):
    """Has what is signed letters of 11 points, its legends of 9, and one page of its own?"""
    memo = long_memo()
    assert capstone.gaps(memo) == []
    text = capstone.page(capstone.blocks(memo, DAY))
    assert laid_out(text, 180, LETTERS) == []
    printed_here(sheets, text, tmp_path / "memo.pdf")
    first, second, *_ = pages(tmp_path / "memo.pdf")
    assert "Remarks" in first
    assert second.split()[:2] == ["Annex", "A,"]
