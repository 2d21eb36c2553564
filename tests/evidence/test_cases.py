"""A case of one's own: is whatever an instructor's spreadsheet may do one plain sentence,
and never a crash?
"""

import csv
import io
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course import _places, evidence, paper
from course.cli import main
from course.errors import CourseError
from course.evidence import cases

SOUND = {
    "case.csv": "field,value\nname,Kenya\niso3,KEN\n",
    "timeline.csv": "start,end,event,statement,source_1\n1963-12-12,,Independence,Kenya became "
    "independent.,Kenya Independence Act 1963\n",
    "matrix.csv": "dimension,says,source\naccountability,Officials answer to a public service "
    "commission.,Constitution of Kenya 2010\n",
    "indicators.csv": "iso3,year,indicator,value,low,high,source\nKEN,2010,trust,41.5,38,45,A "
    "survey\nKEN,2020,trust,52,49,55,A survey\n",
}


@pytest.fixture
def folder(tmp_path):
    """A sound case that a test may harm."""
    case = tmp_path / "kenya"
    case.mkdir()
    for file, text in SOUND.items():
        (case / file).write_text(text, encoding="utf-8")
    return case


def says(folder):
    return "\n".join(map(str, cases.check(folder)))


def change(file, old, new):
    def harm(folder):
        text = SOUND[file]
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return harm


def add(file, line):
    return lambda folder: (folder / file).write_text(SOUND[file] + line + "\n", encoding="utf-8")


def raw(file, content):
    return lambda folder: (folder / file).write_bytes(content)


def directory(file):
    def harm(folder):
        (folder / file).unlink()
        (folder / file).mkdir()

    return harm


def link(file, to):
    def harm(folder):
        (folder / file).unlink()
        (folder / file).symlink_to(to)

    return harm


def pipe(file):
    def harm(folder):
        (folder / file).unlink()
        os.mkfifo(folder / file)

    return harm


HOSTILE = {
    "Latin-1": (
        raw("matrix.csv", "dimension,says,source\naccountability,Café,x\n".encode("latin-1")),
        "matrix.csv: line 2 is not in UTF-8; save it as 'CSV UTF-8'",
    ),
    "UTF-16": (
        raw("timeline.csv", SOUND["timeline.csv"].encode("utf-16")),
        "timeline.csv: it is saved as UTF-16",
    ),
    "semicolons": (
        raw("indicators.csv", b"iso3;year;indicator;value;low;high;source\nKEN;2010;t;1;;;x\n"),
        "indicators.csv, row 1: the columns are parted by semicolons",
    ),
    "tabs": (raw("matrix.csv", b"dimension\tsays\tsource\n"), "parted by tabs"),
    "a duplicate year": (
        add("indicators.csv", "KEN,2020,trust,50,,,A survey"),
        "indicators.csv, row 4, year: KEN 2020 trust stands twice, first in row 3",
    ),
    "a duplicate dimension": (
        add("matrix.csv", "accountability,Again.,x"),
        "matrix.csv, row 3, dimension: accountability stands twice",
    ),
    "an unknown country": (
        change("case.csv", "KEN", "KENYA"),
        "case.csv, row 3, iso3: 'KENYA' is no country code",
    ),
    "an interval upside down": (
        change("indicators.csv", "38,45", "45,38"),
        "indicators.csv, row 2, low: the interval 45.0 to 38.0 does not hold the value 41.5",
    ),
    "a value outside its interval": (
        change("indicators.csv", "38,45", "44,45"),
        "indicators.csv, row 2, low: the interval 44.0 to 45.0 does not hold the value 41.5",
    ),
    "half an interval": (change("indicators.csv", "38,45", "38,"), "needs both low and high"),
    "a formula": (
        change("matrix.csv", "Officials answer", "=HYPERLINK(A1) Officials answer"),
        "matrix.csv, row 2, says: it begins with '=', which a spreadsheet would run",
    ),
    "a command": (
        change("timeline.csv", "Independence,Kenya", "@SUM(1),Kenya"),
        "timeline.csv, row 2, event: it begins with '@'",
    ),
    "a directory for a file": (directory("indicators.csv"), "indicators.csv: this is no file"),
    "an Excel workbook renamed": (
        raw("indicators.csv", b"PK\x03\x04\x14\x00rest"),
        "indicators.csv: this is an Excel workbook under another name",
    ),
    "an old Excel workbook renamed": (
        raw("case.csv", b"\xd0\xcf\x11\xe0\xa1\xb1"),
        "Excel workbook",
    ),
    "over the size limit": (
        raw("timeline.csv", b"start,end,event,statement,source_1\n" + b"1963,,e,s,x\n" * 100_000),
        "timeline.csv: it holds 1,200,035 bytes of at most 1,000,000",
    ),
    "an empty file": (raw("matrix.csv", b""), "matrix.csv: it is empty"),
    "a missing column": (
        change("indicators.csv", ",source\n", "\n"),
        "indicators.csv, row 1: it lacks the column source",
    ),
    "an unknown column": (
        change("indicators.csv", "high,source", "high,source,remark"),
        "unknown column 'remark'",
    ),
    "a column twice": (change("indicators.csv", "low,high", "low,low"), "a column stands twice"),
    "a row cut short": (
        add("indicators.csv", "KEN,2021,trust"),
        "indicators.csv, row 4: it has 3 cells of 7",
    ),
    "quotes that do not close": (
        raw("matrix.csv", b'dimension,says,source\naccountability,"Officials,x\n'),
        "matrix.csv: it cannot be read as CSV",
    ),
    "a decimal comma": (
        change("indicators.csv", "41.5", '"41,5"'),
        "indicators.csv, row 2, value: '41,5' is no number as a file holds it; write 41.5",
    ),
    "infinity": (change("indicators.csv", "41.5", "inf"), "'inf' is no number"),
    "thousands": (
        change("indicators.csv", "41.5", '"12,34,567"'),
        "row 2, value: '12,34,567' is no number as a file holds it; write 1234567",
    ),
    "Urdu digits": (
        change("indicators.csv", "41.5", "۴۱٫۵"),
        "'۴۱٫۵' is no number as a file holds it; write 41.5",
    ),
    "a year in Urdu digits": (change("indicators.csv", "2010", "۲۰۱۰"), "'۲۰۱۰' is no year"),
    "a year of a thousand digits": (
        change("indicators.csv", "2010", "0" * 5000 + "2010"),
        "is no year; write four digits",
    ),
    "no number at all": (change("indicators.csv", "41.5", "nan"), "'nan' is no number"),
    "beyond the greatest number": (
        change("indicators.csv", "41.5", "1e400"),
        "'1e400' is too large or too small",
    ),
    "the greatest number": (
        change("indicators.csv", "41.5", "1.7e308"),
        "'1.7e308' is too large or too small",
    ),
    "below the smallest number": (
        change("indicators.csv", "41.5", "1e-400"),
        "'1e-400' is too large or too small",
    ),
    "an underscore": (change("indicators.csv", "41.5", "4_1"), "'4_1' is no number"),
    "31 February": (
        change("timeline.csv", "1963-12-12", "2019-02-31"),
        "timeline.csv, row 2, start: '2019-02-31' is no date of the calendar",
    ),
    "29 February of a common year": (
        change("timeline.csv", "1963-12-12,", "1963-12-12,2019-02-29"),
        "timeline.csv, row 2, end: '2019-02-29' is no date",
    ),
    "a date in Urdu digits": (
        change("timeline.csv", "1963-12-12", "۱۹۶۳"),
        "'۱۹۶۳' is no date of the calendar",
    ),
    "UTF-16 without a mark": (
        raw("timeline.csv", SOUND["timeline.csv"].encode("utf-16-le")),
        "timeline.csv: it is saved as UTF-16",
    ),
    "UTF-16 of the other order": (
        raw("case.csv", SOUND["case.csv"].encode("utf-16-be")),
        "case.csv: it is saved as UTF-16",
    ),
    "only nulls": (raw("matrix.csv", b"\0" * 50), "matrix.csv: it is saved as UTF-16"),
    "a link": (
        link("matrix.csv", "/etc/passwd"),
        "matrix.csv: this is a link; put the file itself in its place",
    ),
    "a link that leads nowhere": (link("matrix.csv", "nowhere"), "matrix.csv: this is a link"),
    "a link in place of case.csv": (link("case.csv", "nowhere"), "case.csv: this is a link"),
    "a link to itself": (link("matrix.csv", "matrix.csv"), "matrix.csv: this is a link"),
    "a pipe": (pipe("indicators.csv"), "indicators.csv: this is no file"),
    "a folder named data.csv": (lambda f: (f / "data.csv").mkdir(), "data.csv: it is not read"),
    "a name that is no text": (
        lambda f: Path(os.fsdecode(os.fsencode(f) + b"/caf\xe9.csv")).write_text("x"),
        "caf\\udce9.csv: it is not read",
    ),
    "a year in words": (change("indicators.csv", "2010", "2010-11"), "'2010-11' is no year"),
    "a date of another style": (
        change("timeline.csv", "1963-12-12", "12/12/1963"),
        "'12/12/1963' is no date of the calendar; write 1947",
    ),
    "an end before its start": (
        change("timeline.csv", "1963-12-12,", "1963-12-12,1962"),
        "lies before the start",
    ),
    "an unknown dimension": (
        change("matrix.csv", "accountability", "accountabilty"),
        "'accountabilty' is not one of",
    ),
    "no source": (
        change("timeline.csv", "Kenya Independence Act 1963", ""),
        "timeline.csv, row 2, source_1: it is empty",
    ),
    "a right-to-left override": (
        change("matrix.csv", "Officials", "Offi\u202ecials"),
        "a character that cannot be seen",
    ),
    "a null": (change("matrix.csv", "Officials", "Offi\x00cials"), "cannot be seen"),
    "no case.csv": (lambda f: (f / "case.csv").unlink(), "case.csv: it is missing"),
    "no country": (change("case.csv", "iso3,KEN\n", ""), "it lacks a row for iso3"),
    "a file nobody reads": (
        lambda f: (f / "Timeline.CSV").write_text("x"),
        "Timeline.CSV: it is not read",
    ),
    "a text without end": (
        change("matrix.csv", "Officials", "O" * 3000),
        "longer than 2,000 characters",
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_folder_is_a_sentence(folder, what, capsys):
    """Does it name file, row and column and the cure, in check,
    on the command line and on loading?
    """
    harm, words = HOSTILE[what]
    harm(folder)
    assert words in says(folder)
    assert main(["check", "--case", str(folder)]) == 1
    assert words in capsys.readouterr().out
    with pytest.raises(CourseError, match="has a fault"):
        cases.load(folder)


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
