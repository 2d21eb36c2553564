"""Is what is printed whole: every question, figure and claim, nothing that needs colour,
a screen or another machine?
"""

import html
import re
from pathlib import Path

import pytest

from course import _places, paper
from course.hosts import print as printing
from course.hosts.pages.prose import blocks
from course.hosts.pages.reading import read
from course.hosts.print.glossary import A_SHEET, glossary
from course.hosts.print.handout import handout
from course.hosts.print.sheet import sheet
from course.interactives import Interactive
from course.interface.words import say
from course.items import answers, kinds

STYLES = sorted(Path(printing.__file__).parent.glob("*.css"))
NOTEBOOKS = sorted(_places.shipped_notebooks().glob("*.ipynb"))
# .ci/run prints all
TRIED = [path for path in NOTEBOOKS if path.name[:2] in {"00", "01", "04", "07", "09", "14"}]


pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def chapters():
    return [read(path) for path in TRIED]


def test_the_chapters_tried_call_every_verb():
    """Do those few chapters show in every way that the course has?"""

    def verbs(paths):
        return set(
            re.findall(r"course\.(\w+)\(", "".join(p.read_text(encoding="utf-8") for p in paths))
        )

    assert verbs(TRIED) == verbs(NOTEBOOKS)


@pytest.fixture(scope="module")
def handouts(chapters):
    return [(chapter, handout(chapter)) for chapter in chapters]


def bare(text):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def body_of(sheet):
    return sheet[sheet.index("<main>") :]


def widgets(chapter, *modules):
    return [
        part for part in chapter.parts if isinstance(part, Interactive) and part.module in modules
    ]


def asked_of(chapter):
    for part in widgets(chapter, "quiz", "predict", "reflect", "desk", "reasoned"):
        for item in part.content["items"]:
            if item["kind"] != "desk" or item["sitting"] == part.content["told"]["sitting"]:
                yield item


def offered(item):
    match item["kind"]:
        case "choice" | "several" | "desk" | "reasoned":
            return [option["text"] for option in item["options"]]
        case "classify":
            return [*item["groups"], *(s["text"] for s in item["statements"])]
        case "match":
            return [*kinds.of(item).places, *(pair["left"] for pair in item["pairs"])]
        case "order":
            return [step["text"] for step in item["steps"]]
        case "number" | "estimate":
            return [item["unit"]]
        case _:
            return item["checklist"] if "model" not in item else []


def test_a_handout_says_what_of_it_only_a_screen_can_obey(handouts):
    """Does a reader of paper learn, before the first order to move a figure, whom it is for?"""
    for chapter, text in handouts:
        note = bare(body_of(text)).find(say("handout.on_screen"))
        assert 0 <= note < bare(body_of(text)).index(bare(chapter.title)), chapter.stem


def test_a_handout_asks_every_question(handouts):
    """Does each stem stand in it with all that may be chosen, before the answers begin?"""
    for chapter, text in handouts:
        asked = bare(body_of(text).split("Answers, each explained")[0])
        for item in asked_of(chapter):
            for words in (item["stem"], *offered(item)):
                assert " ".join(words.split()) in asked, (
                    f"{chapter.stem}, {item['id']}: {words[:60]}"
                )


def test_a_handout_explains_every_answer_at_its_end_and_not_before(handouts):
    """Do all explanations stand behind the heading of the answers,
    under the number of their question?
    """
    for chapter, text in handouts:
        items = list(asked_of(chapter))
        if not [item for item in items if item["kind"] != "text" or "model" in item]:
            continue
        asked, told = body_of(text).split("Answers, each explained")
        for number, item in enumerate(items, 1):
            if item["kind"] == "desk":
                explanations = [option["argument"] for option in item["options"]]
            elif item["kind"] == "text" and "model" not in item:
                continue
            else:
                explanations = [f"{text}: {why}" for text, why in kinds.of(item).explained()]
            answer = re.search(
                rf'<span class="number">{number}</span>.*?</div>', told, re.DOTALL
            ).group()
            for words in explanations:
                assert " ".join(words.split()) in bare(answer), f"{chapter.stem}, {item['id']}"
                assert " ".join(words.split()) not in bare(asked), (
                    f"{chapter.stem}, {item['id']}: told too soon"
                )


def test_a_handout_holds_every_figure_and_its_table(handouts):
    """Is there a still for each interactive chart, with some of its figures in print?"""
    for chapter, text in handouts:
        charts = len(widgets(chapter, "explorable"))
        assert text.count("<svg class='still'") == charts
        named = re.findall(r'<p class="label">(?:Some of the figures|Source and figures)</p>', text)
        assert len(named) == charts
        assert len(re.findall(r'(?:<div class="narrow">)?<table', text)) >= charts


def test_a_handout_states_every_claim_and_term_that_it_names(handouts):
    """Does each id, in prose, figure or question, stand at the end with what it says and where?"""
    known = paper.all_claims()
    for chapter, text in handouts:
        ends = dict(re.findall(r'<dt id="claim-([^"]+)">.*?</dt> <dd>(.*?)</dd>', text))
        named = set(re.findall(r"\b[A-Z]{2,4}-[0-9A-Za-z]+\b", bare(body_of(text)))) & set(known)
        assert named == set(ends), f"{chapter.stem}: {named ^ set(ends)}"
        for key, words in ends.items():
            assert known[key]["paraphrase"] in html.unescape(words)
            assert known[key]["section"] in html.unescape(words)
        for kind, name in chapter.cards:
            assert f'id="{kind}-{name}"' in text


def test_links_lead_to_the_same_sheet(handouts):
    """Does each link end in the handout, and is no id there twice?"""
    for chapter, text in handouts:
        ids = re.findall(r"\bid=['\"]([^'\"]+)['\"]", text)
        assert len(set(ids)) == len(ids), f"{chapter.stem}: an id stands twice"
        for address in re.findall(r"href=['\"]([^'\"]+)['\"]", text):
            assert address.startswith("#"), f"{chapter.stem}: {address} cannot be followed on paper"
            assert address[1:] in ids, f"{chapter.stem}: {address} leads nowhere"


def test_nothing_printed_needs_a_screen_or_another_machine(handouts):
    """No script, no file beside it, nothing folded away, no word of a menu?"""
    for text in [*(text for _, text in handouts), glossary()]:
        assert not re.search(
            r"<script|<link|<img|\bsrc=|url\((?!#)|@import|<details|<summary", text
        )
        assert "in the menu above" not in text


def test_the_sheets_are_black_grey_and_white():
    """Is every colour of the style sheets a grey,
    so that none can tell what a grey copy does not?
    """
    for path in STYLES:
        colours = re.findall(r"#([0-9a-f]{3}(?:[0-9a-f]{3})?)\b", path.read_text(encoding="utf-8"))
        for colour in colours:
            parts = re.findall(".." if len(colour) == 6 else ".", colour)
            assert len(set(parts)) == 1, f"{path.name}: #{colour} is no grey"
        assert not re.search(
            r"\b(rgb|hsl)a?\(|:\s*(red|blue|green)\b", path.read_text(encoding="utf-8")
        )


def test_urdu_is_marked_as_urdu(handouts):
    """Has each Arabic letter an element around it that names the language and the direction?"""
    seen = 0
    for text in [*(text for _, text in handouts), glossary()]:
        marked = re.sub(r'<span lang="ur" dir="rtl">[^<]*</span>', "", text)
        assert not re.search(r"[\u0600-\u06ff]", marked)
        seen += text.count('lang="ur"')
    assert seen >= 4


def test_nothing_of_a_student_is_printed():
    """Do answers on the machine that prints stay there?"""
    answers.append(item="classic-flood", kind="text", answer="a secret of mine", score=None)
    chapter = read(NOTEBOOKS[1])
    assert "a secret of mine" not in handout(chapter)


def test_each_kind_of_question_is_among_those_tried(chapters):
    """Do those few chapters ask in every way that the schema knows?"""
    kinds = {item["kind"] for chapter in chapters for item in asked_of(chapter)}
    assert kinds == {
        "choice",
        "several",
        "classify",
        "match",
        "order",
        "number",
        "estimate",
        "text",
        "desk",
        "reasoned",
    }


def test_behind_each_term_stands_its_own_meaning():
    """Printed on both sides and turned over the long edge, has each card its own back?
    Is every term there once?
    """
    pages = re.findall(r'<section class="cut">(.*?)</section>', glossary(), re.DOTALL)
    found = []
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        fronts, backs = (re.findall(r'<div class="card.*?</div>', page) for page in (front, back))
        assert len(fronts) == len(backs) == A_SHEET
        for place, card in enumerate(fronts):
            behind = backs[place + 1 - 2 * (place % 2)]
            term = re.search(r'class="term">(.*?)<', card)
            again = re.search(r'class="again">(.*?)<', behind)
            assert (term and term.group(1)) == (again and again.group(1))
            if term:
                found.append(html.unescape(term.group(1)))
                row = paper.term(paper.slug(found[-1]))
                assert row["definition"] in html.unescape(behind)
                assert row["urdu"] in card
    assert sorted(found) == sorted(row["term"] for row in paper.terms().values())


def test_blocks_are_the_elements_of_the_top_level():
    """Are nested elements kept within, and words that are all in
    italics told from words that begin so?
    """
    found = blocks(
        "*all & of it*\n\n> in\n>\n> - a <b>b</b>\n\n*x* y, [a term](#term-cipher) of "
        "[02](02-x.ipynb)"
    )
    assert [(b.tag, b.words, b.whole) for b in found] == [
        ("p", "all & of it", True),
        ("blockquote", "in a <b>b</b>", False),
        ("p", "x y, a term of 02", False),
    ]
    assert "<li>a &lt;b&gt;b&lt;/b&gt;</li>" in found[1].html()
    assert found[2].cards == [("term", "cipher")]
    assert '<a href="02-x.html">02</a>' in found[2].html()
    assert (
        found[2].html(printed=True)
        == '<p><em>x</em> y, <a href="#term-cipher">a term</a> of 02</p>'
    )


def test_a_title_cannot_end_the_style_sheet():
    """Does a hostile title stay words in the head and at the foot?"""
    text = sheet("sheet.html", "</style><script>", "handout", foot='"} </style><script>')
    assert text.count("</style>") == 1
    assert "<script>" not in text


def test_a_card_on_paper_waits_for_the_readers_verdict(handouts):
    """In a room, does a card print no verdict before hers is asked for, and the end tell it?"""
    [(chapter, text)] = [pair for pair in handouts if pair[0].stem.startswith("14")]
    weighed = {i["weighs"] for p in widgets(chapter, "reasoned") for i in p.content["items"]
               if "weighs" in i}  # fmt: skip
    cards = re.findall(r'<figure class="weighed">.*?</figure>', text, re.DOTALL)
    shown = [part.id for part in widgets(chapter, "explorable")]
    assert len(cards) == len(shown)
    for name, card in zip(shown, cards, strict=True):
        assert ('class="badge"' in card) == (name not in weighed), name
        assert ("False verdicts to expect" in card) == (name not in weighed), name
        assert ("admissible choices, " in bare(card)) == (name not in weighed), name
    assert "The course says, of beside the neighbours" in bare(text.split("each explained")[1])
