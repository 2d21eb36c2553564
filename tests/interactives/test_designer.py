"""The reform designer in a cell: does it carry the tables, keep a design,
and read well on paper?
"""

import json
from html import unescape

import pytest
from hosting import hear, hosted

import course
from course.capstone import reform
from course.errors import CourseError
from course.interactives import designer as documents
from course.interactives.twin import twin
from course.items import answers
from course.verbs import Notice

DESIGN = {
    "sector": "tax",
    "levers": ["kpi", "devolve"],
    "argument": "<img src=x onerror=alert(1)> \u202eabc",
}


@pytest.fixture
def designer():
    return hosted(documents.designer("health"))


def keep(widget, answer):
    return hear(widget, kind="answer", item="reform-design", answer=answer)


def test_the_page_gets_the_tables():
    """Is the payload what reform.tables gives, the same bytes each time, and small?"""
    document = documents.designer("justice")
    assert document.content["reform"] == json.loads(json.dumps(reform.tables()))
    assert document.data == documents.designer("justice").data
    assert len(document.data) < 12_000
    assert document.content["sector"] == "justice"


def test_the_order_of_the_tables_reaches_the_page():
    """Are levers, preconditions and models in the order that an outcome keeps?"""
    told = documents.designer("health").content["reform"]
    for part in ("sectors", "levers", "tensions", "preconditions", "models"):
        assert list(told[part]) == list(reform.tables()[part])


def test_a_design_is_kept_and_comes_back(designer):
    """Is the line in the file, without a score, the argument whole, and is it there on return?"""
    keep(designer, DESIGN)
    (line,) = answers.read()
    assert (line["item"], line["kind"], line["answer"], line["score"]) == (
        "reform-design",
        "design",
        DESIGN,
        None,
    )
    assert hosted(documents.designer("tax")).past == {"reform-design": DESIGN}
    again = documents.designer("health")
    assert "img src" not in str(again._repr_mimebundle_()) + str(again.content), (
        "it must not hold an argument"
    )


def test_a_long_argument_is_kept_whole(designer):
    """Do 100 KB of it come back?"""
    keep(designer, DESIGN | {"argument": "ب" * 100_000})
    assert len(hosted(documents.designer("health")).past["reform-design"]["argument"]) == 100_000


@pytest.mark.parametrize(
    "change",
    [
        {"sector": "navy"},
        {"levers": ["kpi", "kpi"]},
        {"levers": ["downsize"]},
        {"levers": list(reform.tables()["levers"])[:5]},
        {"argument": None},
        {"total": 7},
    ],
)
def test_what_is_no_design_is_refused(designer, change):
    """Is a fifth lever, a total or any other message that no page
    of ours would send kept out of the file?
    """
    with pytest.raises(CourseError, match="belongs to no question"):
        keep(designer, DESIGN | change)
    assert answers.read() == []


def test_on_paper_each_lever_shows_its_tensions():
    """Does the twin hold every tension of the designer with six sectors, within 25 KB?"""
    html = twin(documents.designer("health").paper)
    known = reform.tables()
    assert len(html.encode()) <= 25_000
    for name in known["tensions"]:
        assert html.count(f"{name}") >= 1, name
    assert html.count("<td>●</td>") == sum(
        row["sectors"][sector][0] == "bites"
        for row in known["tensions"].values()
        for sector in known["sectors"]
    )
    assert repr(documents.designer("tax")).startswith("designer tax sha256:")


def test_each_lever_says_where_it_was_tried():
    """Does a lever's case reach the page and the paper, with its source?"""
    document = documents.designer("health")
    assert set(document.content["tried"]) == set(reform.tables()["levers"])
    html = unescape(twin(document.paper))
    for lever, row in document.content["tried"].items():
        assert row["works"] in html, lever
    assert "freed from some of their monitor" in html


def test_hostile_words_stay_words_on_paper(monkeypatch):
    """Is markup in the tables escaped?"""
    known = json.loads(json.dumps(reform.tables()))
    known["tensions"]["TN-01"]["trigger"] = "<img src=x>"
    monkeypatch.setattr(reform, "tables", lambda: known)
    assert "<img" not in twin(documents.designer("health").paper)


def test_an_unknown_sector_lists_the_nearest():
    """Does a slip in a cell become a hint, not a traceback?"""
    notice = course.design("helth")
    assert isinstance(notice, Notice)
    assert "health" in notice._repr_html_()
    assert course.design("tax").content["sector"] == "tax"
    assert course.design().content["sector"] == "health"
