"""The tables beside the report: what a row holds, and that no spreadsheet computes in them."""

import csv
import re
from itertools import product

import pytest
from hostile_class import SHEET
from synthetic_class import synthetic_class

from course.classroom.exports import spreadsheet
from course.classroom.exports.spreadsheet import cell
from course.classroom.report.analysis import analyse
from course.classroom.report.report import item_rows, student_rows, write
from course.errors import CourseError


def test_a_table_computes_nothing(subtests):
    """Does a text that a spreadsheet would take for a formula begin with a quotation mark?"""
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\uff1d1", "-2+3", "\n@x"]:
        with subtests.test(text):
            assert cell(text).startswith("'")
            assert cell(text).endswith(text)


BEHIND_A_CUT = [
    "a;=1+1", "a\t=1+1", "a\n=1+1", 'a; "=1+1"', "a|@x", ";-1", "\t=1", "x\r\n\uff1d1",
    "a;\ufeff=1",
    "x;\t=1", '";=1', "a,=1",
]  # fmt: skip


def test_no_cut_begins_a_formula(tmp_path, subtests):
    """Whichever sign a country's spreadsheet cuts at, and whatever stands before it:
    is no cell and no row a formula?
    """
    for text, cut in product(BEHIND_A_CUT, ",;\t|"):
        with subtests.test(repr(text), cut=cut):
            path = spreadsheet.write(
                tmp_path / "x.csv", [["student", "said"], ["ali", text], [text, "b, c"]]
            )
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file, delimiter=cut))
            assert len(rows) == 3
            for one in (one for row in rows for one in row):
                assert not re.match(r"[\s\"\ufeff]*[=+\-@\uff1d]", one), repr(one)


def test_a_cell_otherwise_stays_as_it_is():
    """Are numbers numbers, names names, and nothing nothing?"""
    assert [cell(v) for v in (-0.25, 3, 1 / 3, None, "Ayesha", "a=b", "O'Neill")] == [
        "-0.25", "3", "0.3333", "", "Ayesha", "a=b", "O'Neill"
    ]  # fmt: skip


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_hold_a_row_an_item_and_a_row_a_student(tmp_path):
    """Do the tables read back with what the analysis found, hostile names guarded?"""
    made = synthetic_class(0)
    found = analyse(made.assignment, made.answers | {"=cmd": next(iter(made.answers.values()))})
    _, items, students = write(found, tmp_path, names=True)
    rows = table(items)
    assert [row["item"] for row in rows] == [item.id for item in found.items]
    lure = next(row for row in rows if row["item"] == "a-lure")
    assert lure["commonest mistake"] == "a-lure option 1"
    assert "a-lure mistake 1 (" in lure["misconceptions caught"]
    assert float(lure["discrimination"]) < 0
    assert "reversed" in lure["flags"]
    told = table(students)
    assert len(told) == 51
    assert told[0]["student"] == "'=cmd"
    assert {len(row) for row in item_rows(found)} == {18}
    assert {len(row) for row in student_rows(found)} == {5}


def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    """Is it a sentence with a cure?"""
    (tmp_path / "file").write_text("x")
    with pytest.raises(CourseError, match="cannot be written; free some space or choose"):
        write(analyse(SHEET, {}), tmp_path / "file")
