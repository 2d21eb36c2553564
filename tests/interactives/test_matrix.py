"""Does the comparison hold what the paper's data hold, in little, and show it without a script?"""

import re

import pytest

import course
from course import paper
from course.errors import CourseError
from course.evidence import cases
from course.interactives.matrix import matrix


def twin(document):
    return document._repr_mimebundle_()["text/html"]


def test_all_dimensions_or_those_named():
    """Does it show all fifteen if none is named, else those named, once each and in that order?"""
    assert [row["dimension"] for row in matrix().content["rows"]] == list(paper.dimensions())
    some = matrix(("service uniformity", "accountability", "accountability"))
    assert [row["dimension"] for row in some.content["rows"]] == [
        "service uniformity",
        "accountability",
    ]
    assert repr(course.compare("accountability")).startswith("matrix accountability sha256:")
    assert repr(matrix()).startswith("matrix all sha256:")


def test_a_slip_names_the_nearest():
    """Is an unknown dimension a sentence?"""
    with pytest.raises(CourseError, match="'acountability'; the nearest are: accountability"):
        matrix(["acountability"])
    assert "nearest are" in repr(course.compare("acountability"))


def test_the_payload_is_small_and_the_same_each_time():
    """Is it deterministic, at most 60 KB, and less for fewer dimensions?"""
    assert matrix().data == matrix().data
    assert len(matrix(case=cases.load("india")).data) <= 60_000
    assert len(matrix(["accountability"]).data) < len(matrix().data) / 4


def test_only_what_is_needed():
    """Are the claims and tensions those that the cells name, all of them and no other?"""
    load = matrix(["accountability"]).content
    cells = [cell for row in load["rows"] for cell in row["cells"]]
    assert set(load["claims"]) == {key for cell in cells for key in cell["claims"]}
    assert set(load["tensions"]) == {key for cell in cells for key in cell["tensions"]}


def test_every_cell_is_the_papers():
    """Does each cell say what the paper's data say, on claims and tensions that exist?"""
    load = matrix().content
    table = paper.matrix()
    for row in load["rows"]:
        assert row["note"] == paper.dimensions()[row["dimension"]]["note"]
        assert row["comparable"] in load["comparable"]
        for name, cell in zip(paper.COLUMNS, row["cells"], strict=True):
            wanted = table[row["dimension"]][name]
            assert (cell["says"], tuple(cell["claims"])) == (wanted.says, wanted.claims)
            assert cell["standing"] == wanted.standing
            assert cell["standing"] in load["standings"]
    for key, (words, section) in load["claims"].items():
        assert (words, section) == (paper.claim(key)["paraphrase"], paper.claim(key)["section"])
    for key, (trigger, consequence, basis) in load["tensions"].items():
        found = paper.tension(key)
        assert (trigger, consequence) == (found["trigger"], found["consequence"])
        assert basis == found["basis"]
        assert basis in load["bases"]


def test_tensions_share_a_claim_and_the_dimension():
    """Does each cell list every tension of its dimension that rests on one of its claims?"""
    for row in matrix().content["rows"]:
        for cell in row["cells"]:
            wanted = {
                key
                for claim in cell["claims"]
                for key in paper.tensions(claim=claim)
                if paper.tension(key)["dimension"] == row["dimension"]
            }
            assert set(cell["tensions"]) == wanted


def test_silence_stays_silent():
    """Does a silent cell hold no words, claims or tensions, and say so in the twin?"""
    silent = [
        cell
        for row in matrix().content["rows"]
        for cell in row["cells"]
        if cell["standing"] == "silent"
    ]
    assert len(silent) == sum(
        c.standing == "silent" for row in paper.matrix().values() for c in row.values()
    )
    assert all(not (cell["says"] or cell["claims"] or cell["tensions"]) for cell in silent)
    assert twin(matrix()).count("The text is silent.") == len(silent)


def test_a_case_stands_beside():
    """Is a case's column the last, with its sources, its silence its own?"""
    case = cases.load("india")
    document = matrix(["accountability", "service uniformity"], case=case)
    load = document.content
    assert load["columns"] == [*paper.COLUMNS.values(), "India"]
    told, untold = (row["cells"][-1] for row in load["rows"])
    assert (told["says"], told["source"]) == case.matrix["accountability"]
    assert untold["standing"] == "nothing"
    assert told["source"] in twin(document)
    assert "The case says nothing here." in twin(document)
    assert repr(document).startswith("matrix accountability service uniformity India sha256:")


def test_the_twin_holds_every_row():
    """Does the twin name each dimension, column and claim, and ask no other machine?"""
    html = twin(matrix())
    assert html.count("<section>") == len(paper.dimensions())
    assert html.count("<tr>") == len(paper.dimensions()) * len(paper.COLUMNS)
    for row in paper.matrix().values():
        for cell in row.values():
            assert ", ".join(cell.claims) in html
    assert html.count("<em>Inferred") == sum(
        c.standing == "inferred" for row in paper.matrix().values() for c in row.values()
    )
    assert not re.search(r"https?://|<script|style=|on\w+=", html)


def test_the_twin_escapes():
    """Is markup in a case shown as text?"""
    evil = cases.Case(
        name="<b>X</b>", iso3="IND", matrix={"accountability": ("<script>a</script>", "<i>s</i>")}
    )
    html = twin(matrix(["accountability"], case=evil))
    assert not re.search(r"<(b|i|script)>", html)
    assert "&lt;script&gt;a&lt;/script&gt;" in html
