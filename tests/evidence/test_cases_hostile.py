"""A case of one's own, harmed: is whatever a spreadsheet may do one plain sentence?"""

import os
from pathlib import Path

import pytest
from own_cases import SOUND, change, kenya, says

from course.cli import main
from course.errors import CourseError
from course.evidence import cases


@pytest.fixture
def folder(tmp_path):
    """A sound case that a test may harm."""
    return kenya(tmp_path)


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
