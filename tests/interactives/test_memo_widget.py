"""The memo in the page: is it kept, is what is no memo refused,
and does the kernel give figures and files?
"""

from html import unescape

import pytest
from hosting import hear, hosted
from memos import DAY, HOSTILE, full

import course
from course import _places, capstone
from course.capstone import reform
from course.errors import CourseError
from course.interactives import Interactive
from course.interactives.memo import memo as document
from course.interactives.twin import twin
from course.items import answers, kinds
from course.verbs import Notice


@pytest.fixture
def shown():
    return hosted(document())


def test_it_is_kept_and_the_newest_comes_back(shown):
    """Is the line in the file without a score, and does a later one win?"""
    for memo in (full(), full("KEN", what=HOSTILE)):
        assert hear(shown, kind="answer", item="policy-memo", answer=memo)["kept"]
    assert [(line["kind"], line["score"]) for line in answers.read()] == [("memo", None)] * 2
    assert hosted(document()).past["policy-memo"]["country"] == "KEN"
    assert "requests by members" not in str(document()._repr_mimebundle_()) + str(
        document().content
    )
    assert "Kenya" not in document().text.decode(), "the document tells what a student chose"


@pytest.mark.parametrize(
    "change",
    [
        {"country": None},
        {"figures": ["a"] * 2},
        {"figures": list("abcde")},
        {"sector": "navy"},
        {"levers": ["kpi", "downsize"]},
        {"levers": list(reform.tables()["levers"])[:5]},
        {"sections": {"extra": "x"}},
        {"sections": {"cost": 3}},
        {"answers": {"TN-01": None}},
        {"rubric": {"aim": 4}},
        {"rubric": {"aim": True}},
        {"total": 7},
        {"help": None},
        {"choice": "z"},
        {"choice": 1},
        {"options": {"b-extra": "x"}},
        {"own": {"found": 41}},
        {"own": {"seen": "x"}},
        {"bears": None},
        {"office": {"salary": "x"}},
        {"office": {"file": 3}},
        {"rows": {"asked-9-whom": "x"}},
        {"rows": {"asked-1-whom": 3}},
    ],
)
def test_what_is_no_memo_is_refused(shown, change):
    """Is a message that no page of ours would send kept out of the file and out of an export?"""
    memo = full() | change
    assert not kinds.of(capstone.item()).is_answer(memo)
    with pytest.raises(CourseError, match="belongs to no question"):
        hear(shown, kind="answer", item="policy-memo", answer=memo)
    with pytest.raises(CourseError, match="no memo"):
        hear(shown, kind="export-memo", memo=memo, date=DAY)
    assert answers.read() == []


def test_the_kernel_gives_figures_and_files(shown):
    """Does a typed code bring a country's figures, a wrong one the nearest,
    and an export three files?
    """
    told = hear(shown, kind="figures", country=" ken ")
    assert (told["country"], told["name"]) == ("KEN", "Kenya")
    assert told["figures"] == capstone.figures("KEN")
    with pytest.raises(CourseError, match="nearest"):
        hear(shown, kind="figures", country="XXQ")
    assert hear(shown, kind="export-memo", memo=full(), date=DAY)["files"] == [
        "memo.html",
        "memo.docx",
        "memo-class.html",
    ]
    for date in (
        "<b>",
        "2026-02-31",
        "2026-13-01",
        "2026-11",
        "۲۰۲۶-۱۱-۲۴",
        None,
        3,
        ["2026-11-24"],
        DAY + "\n",
    ):
        with pytest.raises(CourseError, match="is no day of the calendar; date the memo as"):
            hear(shown, kind="export-memo", memo=full(), date=date)


def test_the_page_gets_five_neighbours_and_one_more():
    """Is a country named in the cell offered first, an unknown one a hint,
    and the payload small?
    """
    told = course.memo("KEN").content
    assert next(iter(told["countries"])) == told["blank"]["country"] == "KEN"
    assert len(told["countries"]) == 6
    assert len(document().data) < 60_000
    assert isinstance(course.memo("KENYA"), Notice)
    assert repr(course.memo("KEN")).startswith("memo KEN sha256:")


def test_the_edition_for_a_country_offers_it(tmp_path):
    """Does an edition made for Kenya hold its figures,
    and hold none of what was kept on this machine?
    """
    from course.hosts.pages.reading import read

    answers.append(item="policy-memo", kind="memo", answer=full(), score=None)
    chapter = read(_places.shipped_notebooks() / "09-capstone.ipynb", "KEN")
    (memo,) = [
        part for part in chapter.parts if isinstance(part, Interactive) and part.module == "memo"
    ]
    assert next(iter(memo.content["countries"])) == "KEN"
    assert str(full()["sections"]) not in str(memo.content)
    assert memo.data == document("KEN").data, "nothing but the course's own words is in it"


def test_on_paper_it_shows_what_is_asked():
    """Does the twin hold each section and each level of the rubric, in few bytes?"""
    html = unescape(twin(document().paper))
    for section in capstone.words()["sections"]:
        assert section["ask"] in html
    assert all(level in html for c in capstone.words()["rubric"] for level in c["levels"])
    assert len(html.encode()) < 8_000
