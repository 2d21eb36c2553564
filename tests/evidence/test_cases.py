"""A case of one's own: is a sound one taken wherever Pakistan is, and does nothing crash?"""

import csv
import io
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_cases import SOUND, change, kenya

from course import _places, evidence, paper
from course.cli import main
from course.errors import CourseError
from course.evidence import cases


@pytest.fixture
def folder(tmp_path):
    """A sound case that a test may harm."""
    return kenya(tmp_path)


def test_a_sound_case_has_no_fault(folder, capsys):
    """And is it read whole?"""
    assert cases.check(folder) == []
    case = cases.load(folder)
    assert (case.name, case.iso3, len(case.timeline), len(case.indicators)) == (
        "Kenya",
        "KEN",
        1,
        2,
    )
    assert main(["check", "--case", str(folder)]) == 0
    assert "no fault" in capsys.readouterr().out


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(folder):
    """Excel's own 'CSV UTF-8' begins with a mark and ends its lines twice; is it welcome?"""
    for file, text in SOUND.items():
        (folder / file).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert cases.check(folder) == []


def test_urdu_is_welcome(folder):
    """Does text from right to left pass, without marks that hide?"""
    change("matrix.csv", "Officials answer", "احتساب")(folder)
    assert cases.check(folder) == []


def test_a_folder_that_is_not_there(tmp_path, capsys):
    """And no folder at all, or a file in its place?"""
    assert main(["check", "--case", str(tmp_path / "nowhere")]) == 2
    assert "There is no case called" in capsys.readouterr().err
    (tmp_path / "file").write_text("x")
    with pytest.raises(CourseError, match="a case is a folder"):
        cases.load(tmp_path / "file")


WRONG = [
    None,
    3,
    b"india",
    ["india"],
    "",
    "~nobody-here/case",
    "a" * 5000,
    "a\x00b",
    "\udce9",
    "indai",
]


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_name_is_a_sentence(case):
    """Is whatever stands where the name of a case belongs told in one sentence, by each way in?"""
    for way in (cases.find, cases.load, cases.check):
        if case == "" and way is not cases.load:
            continue  # the present folder, which is no case
        with pytest.raises(CourseError) as told:
            way(case)
        assert str(told.value).encode("utf-8")
        assert "\n" not in str(told.value)
        assert len(str(told.value)) < 500


@pytest.mark.parametrize("where", ["the case", "the folder of cases"])
def test_a_folder_that_may_not_be_read_is_a_sentence(folder, where, monkeypatch, capsys):
    """Is a closed folder told, with its cure, and do the other cases stay at hand?"""
    closed = folder if where == "the case" else _places.course_folder() / "cases"
    (_places.course_folder() / "cases").mkdir(parents=True)
    inside = Path.iterdir

    def refused(path):
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return inside(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    assert "india" in cases.names()
    if where == "the case":
        assert main(["check", "--case", str(folder)]) == 2
        assert "cannot be read; allow reading it" in capsys.readouterr().err
    assert cases.load("india").iso3 == "IND"


def test_a_folder_behind_a_closed_one_is_a_sentence(monkeypatch):
    """And one that may not even be looked at?"""
    look = Path.stat

    def refused(path, **how):
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return look(path, **how)

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(CourseError, match="no case called"):
        cases.find("/behind/closed")


def test_india_ships_and_is_sound():
    """Is the second case at hand by its name, and every event of it sourced?"""
    assert "india" in cases.names()
    assert cases.check(cases.find("india")) == []
    india = cases.load("india")
    assert india.iso3 == "IND"
    assert all(e["source_1"] for e in india.timeline)


def test_the_students_own_case_lies_beside_the_notebooks(folder, tmp_path, monkeypatch):
    """Is a folder cases/kenya beside the notebooks found by its name?"""
    monkeypatch.setattr(_places, "course_folder", lambda: tmp_path / "home")
    shutil.copytree(folder, tmp_path / "home" / "cases" / "kenya")
    assert cases.names()[0] == "kenya"
    assert cases.load("kenya").iso3 == "KEN"


def test_timeline_matrix_and_evidence_take_a_case(folder):
    """Does a case stand wherever Pakistan does?"""
    case = cases.load(folder)
    assert paper.record(case)[0]["event"] == "Independence"
    table = paper.matrix(case)
    assert table["accountability"]["Kenya"].source == "Constitution of Kenya 2010"
    assert table["policy process"]["Kenya"].standing == "silent"
    series = evidence.series.from_case(case, "trust")
    result = evidence.first_and_last.difference(series, "rose")
    assert result.verdict == "supports"
    assert result.provisional
    assert evidence.series.from_table("wgi", "ge", case.iso3).points
    with pytest.raises(CourseError, match="nearest are: trust"):
        evidence.series.from_case(case, "trus")


anything = st.text(max_size=60)


@pytest.mark.thorough
@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SOUND)), st.binary(max_size=400))
def test_any_bytes_are_judged_and_never_crash(tmp_path_factory, file, content):
    """Whatever bytes stand in a file: sentences or a case, never an exception?"""
    folder = tmp_path_factory.mktemp("case")
    for name, text in SOUND.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / file).write_bytes(content)
    assert all(f.says.endswith(".") for f in cases.check(folder))


@pytest.mark.thorough
@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(SOUND)), st.lists(st.lists(anything, min_size=1, max_size=9), max_size=4)
)
def test_any_cells_are_judged_and_never_crash(tmp_path_factory, file, rows):
    """And whatever cells a well-formed file holds under its own header: what is not faulted,
    is it loaded?
    """
    folder = tmp_path_factory.mktemp("case")
    for name, text in SOUND.items():
        (folder / name).write_text(text, encoding="utf-8")
    buffer = io.StringIO()
    csv.writer(buffer).writerows([SOUND[file].split("\n")[0].split(","), *rows])
    (folder / file).write_text(buffer.getvalue(), encoding="utf-8", newline="", errors="replace")
    if not cases.check(folder):
        cases.load(folder)


@settings(max_examples=100, deadline=None)
@given(
    st.floats(-1e9, 1e9).map(lambda drawn: round(drawn, 6)),
    st.integers(0, 10**6),
    st.integers(1500, 2100),
)
def test_a_sound_figure_comes_back_as_it_was(tmp_path_factory, value, half, year):
    """Does a figure with its interval survive the file to the last digit?"""
    folder = tmp_path_factory.mktemp("case")
    (folder / "case.csv").write_text(SOUND["case.csv"], encoding="utf-8")
    head = SOUND["indicators.csv"].split("\n")[0]
    (folder / "indicators.csv").write_text(
        f"{head}\nKEN,{year},t,{value!r},{value - half!r},{value + half!r},x\n", encoding="utf-8"
    )
    found = cases.load(folder).indicators[0]
    assert (found["value"], found["low"], found["high"], found["year"]) == (
        value,
        value - half,
        value + half,
        year,
    )
