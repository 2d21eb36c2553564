"""Are the tables what their passports say, and does a damaged one say how to get it back?"""

import json
import shutil
import time

import pytest

from course import _places, data
from course.errors import CourseError


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of datasets/ that a test may damage."""
    shutil.copytree(_places.datasets(), tmp_path / "datasets")
    monkeypatch.setattr(_places, "datasets", lambda: tmp_path / "datasets")
    data._package.cache_clear()
    data._table.cache_clear()
    yield tmp_path / "datasets"
    data._package.cache_clear()
    data._table.cache_clear()


@pytest.mark.parametrize("name", data.names())
def test_every_passport_is_filled_in(name):
    """Does each resource say where it came from, what was checked, under which licence and where that was seen?"""
    passport = data.passport(name)
    for field in ("publisher", "provenance", "checked", "vintage", "licenses", "licence_evidence", "hash"):
        assert passport.get(field), f"datasets/datapackage.json, {name}: fill in {field!r}"
    assert isinstance(passport["provisional"], bool)
    for column in passport.get("schema", {}).get("fields", []):
        assert column.get("description"), (
            f"datasets/datapackage.json, {name}: describe the column {column['name']!r}"
        )
        if column["type"] == "number":
            assert column.get("unit"), (
                f"datasets/datapackage.json, {name}: name the unit of {column['name']!r}"
            )


def test_the_package_is_valid():
    """Does a stranger's validator find nothing wrong?"""
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(_places.datasets() / "datapackage.json"))
    assert report.valid, report.flatten(["name", "note"])[:5]


def test_a_known_figure_is_there_to_the_printed_digit():
    """Is Pakistan's government effectiveness of 2022 -0.625 with standard error 0.246?"""
    wgi = data.load("wgi")
    row = wgi[(wgi.iso3 == "PAK") & (wgi.year == 2022) & (wgi.indicator == "ge")].iloc[0]
    assert (row.estimate, row.se) == (-0.625, 0.246)


@pytest.mark.parametrize("name", ["wgi", "vdem-v15", "claims"])
def test_loads_typed_and_fresh(name):
    """Is a table typed by its schema, quick, and safe to change?"""
    data.load(name)
    data._table.cache_clear()
    started = time.perf_counter()
    table = data.load(name)
    assert (
        time.perf_counter() - started < 1.5
    )  # a guard against a blunder; the figure itself is in MEASURED.md
    table.iloc[:, 0] = "changed"
    assert data.load(name).iloc[0, 0] != "changed"


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda f: f.write_bytes(f.read_bytes()[:5000]), "damaged"),
        (lambda f: f.write_bytes(f.read_bytes().replace(b",se,", b",error,", 1)), "lacks the column se"),
        (lambda f: f.unlink(), "missing"),
        (lambda f: f.write_bytes(f.read_bytes().replace(b"-0.625", b"-0.525")), "damaged or was changed"),
        (lambda f: (f.unlink(), f.mkdir()), "missing or cannot be read"),
    ],
    ids=["truncated", "wrong column", "missing", "one figure changed", "a folder in its place"],
)
def test_a_damaged_table_is_one_sentence_with_its_cure(copy, harm, words):
    """Does the error name the file, the fault and what to do, without a traceback?"""
    harm(copy / "indicators" / "wgi.csv")
    with pytest.raises(CourseError) as caught:
        data.load("wgi")
    sentence = str(caught.value)
    assert "datasets/indicators/wgi.csv" in sentence
    assert words in sentence
    assert "git checkout" in sentence
    assert caught.value._render_traceback_() == [sentence]


def test_the_rest_of_the_chapter_goes_on(copy):
    """Is a damaged table a sentence in its place, rather than an end to Run All?"""
    import course

    (copy / "indicators" / "wgi.csv").unlink()
    from course.lessons.classic import merit

    for cached in (merit._panels, merit.merit_and_effectiveness_comparison):
        cached.cache_clear()
    notice = course.weigh("merit-and-effectiveness")
    assert "wgi.csv is missing" in notice._repr_html_()


def test_windows_line_ends_do_no_harm(copy):
    """Is a table that git gave CRLF still the same table?"""
    path = copy / "indicators" / "wgi.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(data.load("wgi")) > 30000


def test_an_unknown_name_lists_the_nearest():
    """Does a slip of the pen get a hint?"""
    with pytest.raises(CourseError, match="nearest are: vdem-v15"):
        data.load("vdem")
    with pytest.raises(CourseError, match="is a document"):
        data.load("references")


def test_a_broken_package_file_is_a_sentence(copy):
    """And datapackage.json itself?"""
    (copy / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(CourseError, match="datapackage.json is damaged"):
        data.names()


def test_schemas_are_schemas():
    """Is each file in schemas/ a JSON Schema?"""
    import jsonschema

    for path in (_places.datasets() / "schemas").glob("*.json"):
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
