"""Does the report show what the class answered in the room, and nothing that names anybody?"""

from synthetic_class import synthetic_class

from course.classroom.report import hours
from course.classroom.report.analysis import analyse
from course.classroom.report.report_page import page
from course.live import kept, rooms

SHEET = synthetic_class(1, students=8)
CLASS = analyse(SHEET.assignment, SHEET.answers)
ASKED = {"event": "ask", "question": "classic-one-rule"}
AGAIN = [{"event": done} for done in ("close", "talk", "again")]


def votes(answers, number):
    return [
        {"event": "vote", "phone": f"{n:032x}", "round": number, "answer": answer}
        for n, answer in enumerate(answers)
    ]


def an_hour(folder, *events):
    """The files that an hour leaves in a class folder."""
    made, refused = rooms.replayed([ASKED, *events])
    assert refused == 0
    return kept.write(folder / "live", "BKTR", made)[1]


def test_votes_stand_side_by_side(tmp_path):
    """As many as answered, first and after the talk, in the page under the question's own words?"""
    an_hour(tmp_path, *votes([0, 0, 1, 2, 2, 2], 1), *AGAIN, *votes([1] * 5 + [0], 2))
    (hour,), faults = hours.read(tmp_path)
    (question,) = hour.questions
    assert (faults, question.votes) == ([], (6, 6))
    assert sorted(row.counts for row in question.rows) == [(1, 5), (2, 1), (3, 0)]
    told = page(CLASS, hours=[hour])
    assert '<section id="room">' in told
    assert question.stem.split("'")[0] in told
    assert "After the talk: 6 answered" in told
    assert '<section id="room">' not in page(CLASS)


def test_few_are_not_shown_whatever_the_file_says(tmp_path):
    """A vote of four, and one written into the table by hand: is nothing of them told?"""
    table = an_hour(tmp_path, *votes([0] * 6, 1), *AGAIN, *votes([1, 1, 1, 2], 2))
    forged = table.read_text(encoding="utf-8-sig").replace(
        "classic-one-rule,2,4,", "classic-one-rule,2,4,Ali chose this,3\nclassic-one-rule,2,4,"
    )
    table.write_text(forged, encoding="utf-8-sig", newline="")
    (hour,), _ = hours.read(tmp_path)
    assert hour.questions[0].few
    assert {row.counts[1] for row in hour.questions[0].rows} == {None}
    assert "Ali" not in page(CLASS, hours=[hour])


def test_a_file_that_is_no_table_of_counts(tmp_path):
    """Cut, huge, binary, of markup, with impossible numbers, a link to nothing: is each left out,
    said with its name, and the others shown; and other files beside them left alone?
    """
    an_hour(tmp_path, *votes([0] * 6, 1))
    folder = tmp_path / "live"
    head = "question,vote,answered,answer,count\n"
    for n, text in enumerate(
        [
            "", "a,b\n", head + "x,1,6\n", head + "x,1,6,a,7\n", head + "x,9,6,a,1\n",
            head + "x,1,six,a,1\n", head + '"x', "\0\xff" * 9, head + "x,1,6,a,1\n" * 200_000,
            head + f"x,1,6,a,{'9' * 5000}\n",
        ]
    ):  # fmt: skip
        path = folder / f"counts-2026-01-{n + 10}-0900-BKTR.csv"
        path.write_text(text, encoding="latin-1")
    (folder / "counts-2026-02-01-0900-BKTR.csv").symlink_to(tmp_path / "nothing")
    (folder / "counts-notes.csv").write_text("mine", encoding="utf-8")
    shown, faults = hours.read(tmp_path)
    assert len(shown) == 1
    assert len(faults) == 11
    assert all("left out of the report" in fault and str(folder) in fault for fault in faults)


def test_markup_in_an_answer_is_words(tmp_path):
    """Is a forged answer or question shown as it is written, and no element of the page?"""
    folder = tmp_path / "live"
    folder.mkdir()
    (folder / "counts-2026-01-10-0900-BKTR.csv").write_text(
        "question,vote,answered,answer,count\n<script>x,1,6,<img src=x>,6\n", encoding="utf-8"
    )
    told = page(CLASS, hours=hours.read(tmp_path)[0])
    assert "&lt;img src=x&gt;" in told
    assert "<img" not in told
    assert "<script>x" not in told
