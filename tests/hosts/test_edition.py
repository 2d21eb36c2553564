"""Is the web edition whole, small, safe and readable before any script runs?"""

import html.parser
import json
import re
import time

import pytest
from bs4 import BeautifulSoup

from course import _places, cli
from course.charts import covers
from course.cli import main
from course.errors import CourseError
from course.hosts.browser import text
from course.hosts.pages import edition
from course.hosts.pages.reading import read
from course.interactives import read as interactive
from course.items import answers

pytestmark = pytest.mark.thorough  # all chapters are written twice

OUTSIDE = re.compile(r"""(?:src|href)=['"](?:https?:)?//""")


@pytest.fixture(scope="module")
def single(tmp_path_factory):
    out = tmp_path_factory.mktemp("single")
    edition(out, single=True)
    return out


def pages(whole_edition):
    return sorted(whole_edition.glob("[0-9]*.html"))


def test_every_chapter_has_its_page(whole_edition, single):
    """And the folder a page of contents that leads to each?"""
    stems = [p.stem for p in sorted(_places.shipped_notebooks().glob("*.ipynb"))]
    assert [p.stem for p in pages(whole_edition)] == stems == [p.stem for p in pages(single)]
    contents = (whole_edition / "index.html").read_text(encoding="utf-8")
    assert all(f"{stem}.html" in contents for stem in stems)


def test_it_is_small(whole_edition, single):
    """At most 8 MB for the folder, 0.40 MB for a chapter's page with its pictures, 2.6 MB for one
    that needs nothing beside it?
    """
    heavy = {p.name: p.stat().st_size / 1e6 for p in pages(whole_edition)}
    assert {name: size for name, size in heavy.items() if round(size, 2) > 0.40} == {}
    size = sum(p.stat().st_size for p in whole_edition.rglob("*") if p.is_file())
    assert size <= 8_000_000, f"the folder edition holds {size / 1e6:.1f} MB of at most 8"
    for page in pages(single):
        assert page.stat().st_size <= 2_600_000, (
            f"{page.name}: {page.stat().st_size / 1e6:.2f} MB of at most 2.6"
        )


def test_a_single_page_needs_nothing_beside_it(single):
    """Does it name no other file but chapters, and no other machine?"""
    for page in pages(single):
        words = page.read_text(encoding="utf-8")
        assert "assets/" not in re.sub(r"<script>.*?</script>", "", words, flags=re.DOTALL)
        assert not OUTSIDE.search(words), f"{page.name} asks another machine"


def test_no_outside_request(whole_edition):
    """Does no page of the folder ask another machine for anything?
    (Links that a reader follows are another matter.)
    """
    for page in whole_edition.rglob("*.html"):
        words = page.read_text(encoding="utf-8")
        assert not re.search(r"""src=['"](?:https?:)?//""", words), (
            f"{page.name} asks another machine"
        )


def test_both_front_ends_get_the_same_text(whole_edition):
    """Does what a kernel sends begin with the very text of each module in assets/course.js?"""
    script = (whole_edition / "assets" / "course.js").read_text(encoding="utf-8")
    told = json.loads(
        re.match(r"window\.steelFrameModules=(\{.*?\});\n", script, re.DOTALL).group(1)
    )
    assert {"cards", "explorable", "predict", "quiz", "reflect"} <= set(told["modules"])
    for name, files in told["modules"].items():
        module = "\n".join(told["files"][file] for file in files)
        assert module == text.module(name)
        assert name == text.PAGE or text.for_kernel(name).startswith(module)


class Ids(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links = [], []

    def handle_starttag(self, _tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            if name == "href" and value.startswith("#"):
                self.links.append(value[1:])


def test_every_link_within_a_page_leads_somewhere(whole_edition):
    """Does a claim's link, where no card can open, lead to its entry at the foot?
    Are ids unique?
    """
    for page in pages(whole_edition):
        seen = Ids()
        seen.feed(page.read_text(encoding="utf-8"))
        assert len(set(seen.ids)) == len(seen.ids), f"{page.name}: an id stands twice"
        assert set(seen.links) <= set(seen.ids), (
            f"{page.name}: {set(seen.links) - set(seen.ids)} lead nowhere"
        )


def test_a_claim_does_not_break_its_sentence(whole_edition):
    """Do the claims of a paragraph stand behind its last word, each once,
    and is none left in brackets?
    """
    for page in pages(whole_edition):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        links = soup.select(
            "main :is(p, li) > a[href^='#claim-'], main :is(p, li) em > a[href^='#claim-']"
        )
        assert [
            one.parent.get_text()[:60] for one in links if "such as" not in one.parent.get_text()
        ] == []
        for group in soup.select("main .claims"):
            assert group.next_sibling is None or group.next_sibling.name in {"ul", "ol"}, group
            told = [link["href"] for link in group("a")]
            assert len(set(told)) == len(told) > 0
            words = group.parent.get_text().replace(group.get_text(), "").strip()
            assert words not in set(".;,"), f"{page.name}: a full stop stands alone beside {told}"


def test_next_is_the_last_thing(whole_edition, single):
    """Does each page end with the chapter that follows, if a path goes on,
    and with claims and terms folded after that?
    """
    ends = {stem for stem in covers.stems() if covers.cover(stem).ends}
    for out in (whole_edition, single):
        for page, after in zip(pages(out), [*pages(out)[1:], None], strict=True):
            soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
            led = [link["href"] for link in soup.select(".bar .next, main > .onward:last-child")]
            assert led == ([] if page.stem in ends else [after.name] * 2)
            assert soup.find("main").find_next_sibling("details")["class"] == ["cards"]


def test_a_page_leads_to_no_page_that_is_not_there(tmp_path):
    """Of a chapter that is written alone: does no bar lead to the next?"""
    for form in (True, False):
        edition(
            tmp_path,
            single=form,
            notebooks=[_places.shipped_notebooks() / "01-classic-government.ipynb"],
        )
        words = (tmp_path / "01-classic-government.html").read_text(encoding="utf-8")
        assert 'class="next"' not in words
        assert 'class="onward"' not in words


def test_the_home_page_says_where_to_start(whole_edition):
    """Does it lead to the desk itself, and say of each chapter
    what it asks and how long it takes?
    """
    soup = BeautifulSoup((whole_edition / "index.html").read_text(encoding="utf-8"), "html.parser")
    stem, name = soup.select_one("a.go")["href"].split("#")
    page = BeautifulSoup((whole_edition / stem).read_text(encoding="utf-8"), "html.parser")
    assert page.find(id=name).find_next(class_="widget")["data-module"] == "desk"
    tiles = soup.select(".tiles > li")
    assert len(tiles) == len(pages(whole_edition))
    for tile in tiles:
        assert tile.find("p").get_text().endswith("?")
        assert re.search("minutes|hour", tile.find("small").get_text())
        assert tile.find("svg")["aria-label"]


def test_no_page_speaks_of_a_menu(whole_edition):
    """Without its style sheet too, as a phone's reading mode shows it:
    is no menu named that only JupyterLab has?
    """
    for page in pages(whole_edition):
        bare = re.sub(r"<script.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "Run All" not in bare
        assert "in the menu" not in bare


def test_without_scripts_it_holds_every_figure_and_answer(whole_edition):
    """Are stills, tables and explained answers in the page itself?"""
    words = (whole_edition / "01-classic-government.html").read_text(encoding="utf-8")
    bare = re.sub(r"<script.*?</script>", "", words, flags=re.DOTALL)
    assert bare.count("<svg class='still'") == 4
    assert bare.count("Some of the figures") + bare.count("Source and figures") == 4
    assert bare.count("Answers, each explained") >= 13


def documents_on(page):
    """What a page holds packed, unpacked."""
    found = re.findall(
        r'<script type="application/json">(.*?)</script>', page.read_text(encoding="utf-8")
    )
    return [interactive(json.loads(one)) for one in found]


def test_nothing_of_a_student_gets_into_it(tmp_path):
    """Do answers on the machine that writes it stay there?"""
    answers.append(item="classic-flood", kind="text", answer="a secret of mine", score=None)
    edition(tmp_path, notebooks=[_places.shipped_notebooks() / "01-classic-government.ipynb"])
    for page in tmp_path.rglob("*.*"):
        assert "a secret of mine" not in page.read_text(encoding="utf-8")
    documents = documents_on(tmp_path / "01-classic-government.html")
    assert documents
    for part in documents:
        assert "a secret of mine" not in str(part.content)


def test_no_path_of_the_machine_gets_into_it(tmp_path):
    """If the answers there cannot be read, which names a folder to their owner,
    does that sentence stay there too?
    """
    _places.answers_file().mkdir()
    edition(tmp_path, notebooks=[_places.shipped_notebooks() / "01-classic-government.ipynb"])
    guide = tmp_path / "for-lecturers.html"  # names the sentence, in a table of cures
    for page in {*tmp_path.rglob("*.*")} - {guide}:
        words = page.read_text(encoding="utf-8")
        assert "Earlier answers could not be read" not in words
        assert str(_places.course_folder()) not in words


def test_text_that_looks_like_markup_stays_text(tmp_path):
    """Can neither data in a state nor the code of a cell end the script or element it stands in?"""
    book = {"cells": [
        {"cell_type": "markdown", "source": "# A title\n\nwords"},
        {"cell_type": "code", "source": "print('</pre><script>alert(1)</script>')", "outputs": [
            {"output_type": "stream", "text": "</pre><script>alert(1)</script>"}]},
    ]}  # fmt: skip
    path = tmp_path / "hostile.ipynb"
    path.write_text(json.dumps(book), encoding="utf-8")
    edition(tmp_path / "out", notebooks=[path])
    assert "<script>alert" not in (tmp_path / "out" / "hostile.html").read_text(encoding="utf-8")


@pytest.mark.nightly
@pytest.mark.thorough
def test_it_is_the_same_twice(whole_edition, tmp_path):
    """Do the same chapters give the same bytes?"""
    edition(tmp_path)
    for page in sorted(whole_edition.glob("*.html")):
        assert page.read_bytes() == (tmp_path / page.name).read_bytes()


def test_faults_are_sentences(tmp_path, capsys):
    """A file in the way, no notebook?"""
    (tmp_path / "file").write_text("x")
    assert main(["edition", str(tmp_path / "file")]) == 2
    assert "name a folder that you may write to" in capsys.readouterr().err
    with pytest.raises(CourseError, match="is no notebook"):
        read(tmp_path / "file")


@pytest.mark.parametrize(
    "call", ['weigh("nothing")', "weigh()", "weigh(name)", "weigh(", 'predict("classic-half")']
)
def test_a_cell_that_asks_for_no_country_stays_as_it_is(call, tmp_path):
    """In an edition for a country: a slip, a name, half a call, another verb?
    Nothing of a cell is run to find out.
    """
    source = f"import course\ncourse.{call}"
    (tmp_path / "b.ipynb").write_text(
        json.dumps({"cells": [{"cell_type": "code", "source": source, "outputs": []}]})
    )
    (part,) = read(tmp_path / "b.ipynb", "KEN").parts
    assert part.source == source


def test_the_command_says_what_it_wrote(tmp_path, capsys):
    """And is it quick?"""
    started = time.process_time()
    chapter = _places.shipped_notebooks() / "01-classic-government.ipynb"
    assert main(["edition", str(tmp_path / "out"), "--single", str(chapter)]) == 0
    assert time.process_time() - started < 8
    assert "open any of them" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        "OUT --single 00 01",
        "OUT 00 --single 01",
        "--single OUT 00 01",
        "OUT 00 01 --single",
        "OUT --country IND 00 --single 01",
    ],
)
def test_notebooks_may_stand_before_and_after_an_option(words, monkeypatch):
    """Is every order that a person would write understood,
    and a word that is no notebook refused?
    """
    told = cli._options(["edition", *words.split()])
    assert (told.out, told.single, told.notebooks) == ("OUT", True, ["00", "01"])
    assert cli._options(["check", "00", "--write", "01"]).notebooks == ["00", "01"]
    for strange in (["edition", "OUT", "--sinlge", "01"], ["doctor", "01"], ["check", "--wrong"]):
        with pytest.raises(SystemExit):
            cli._options(strange)


def test_an_edition_for_a_country_offers_it_and_says_so():
    """Does the edition made for Kenya put it first on each card that
    may be asked of any country, and on no other?
    """
    path = _places.shipped_notebooks() / "13-weighing-the-service.ipynb"
    cards = [
        part for part in read(path, "KEN").parts if getattr(part, "module", "") == "explorable"
    ]
    offered = [
        control["options"]
        for card in cards
        for control in card.content["controls"]
        if control["name"] == "country"
    ]
    assert offered
    assert all(options[:2] == ["Kenya", "Pakistan"] for options in offered)
    with pytest.raises(CourseError, match="KEM"):
        read(path, "KEM")
