"""The policy memo on an office's file: are its form, days and blanks honest?"""

import io

import docx
import pytest
from memos import DAY, first_page, full, json_of, spaced, text_of_document

from course import capstone

_POST, _SIGNER = "post of the one who submits", "post of the one who signs the order"


def test_the_form_of_the_office_is_printed_and_its_blanks_are_honest():
    """Does the first page hold file number, place, day, sum, payer, post and telephone, room for a
    remark and two places to sign; the order its own number, day and place to sign; and a blank
    where nothing was said?
    """
    made = capstone.blocks(full(), DAY)
    first, annexes = first_page(made), made[len(first_page(made)) :]
    office = full()["office"]
    shown = spaced(json_of(first))
    for part in ("file", "post", "telephone", "through", "place", "total", "payer", "rule", "case"):
        assert office[part] in shown, part
    assert "14 December 2026" in shown
    order = spaced(json_of(annexes))
    for part in (
        "12-W",
        "15 December 2026",
        "nine stations of one district",  # else it would hold everywhere
        "The Chief Officer",
        "In exercise of the power to post",
    ):
        assert part in order, part
    for said in ("shall take effect on 16 December 2026 and shall lapse on 30 June 2027",):
        assert said in order
    for part in ("saving", "stop", "copies"):
        assert office[part] in order, part
    kind, places = first[-1]
    assert (kind, len(places), places[3]) == ("sign", 4, ["Remarks:"])
    html, doc = spaced(capstone.page(made)), spaced(text_of_document(capstone.document(made)))
    assert html.count("class='sign'") == 2
    days = "2026-12-14 2026-12-15 2026-12-16 2027-06-30"
    for text in (*office.values(), "Remarks:", "Submitted by", "Signature"):
        assert text in html + days
        assert text in doc + days
    blank = capstone.blocks(capstone.blank(), DAY)
    assert str(first_page(blank)).count("________") == 17
    assert str(blank).count("________") == 23


def test_a_copy_with_blanks_is_stamped_a_draft():
    """Does it say what is missing, on the first page and over the order; is a whole one free of it;
    and does an order that the rules reserve get a place of its own, with a name and a date?
    """
    whole = capstone.blocks(full(), DAY)
    assert not [block for block in whole if block[0] == "stamp"]
    assert next(block for block in whole if block[0] == "banner")[1].startswith("Teaching case")
    memo = full(office=full()["office"] | {"post": "", "signer": " "})
    stamps = [block[1] for block in capstone.blocks(memo, DAY) if block[0] == "stamp"]
    assert stamps == [f"DRAFT: incomplete. Missing: {_POST}, {_SIGNER}."] * 2
    memo = full(office=full()["office"] | {"minister": "Minister for Local Government"})
    places = first_page(capstone.blocks(memo, DAY))[-1][1]
    assert places[2][0].startswith("Endorsement")
    assert places[4][1:] == [
        "Minister for Local Government",
        "Competent under rule\xa05\xa0of the Rules of Business · Name and date: ________",
    ]
    assert capstone.document(capstone.blocks(memo, DAY))


@pytest.mark.parametrize(
    ("section", "said", "told"),
    [
        ("consult", "Law replies on 20 December.", "names 20 December 2026, and the decision"),
        ("doubt", "The file tells it by 3 January 2027.", "names 3 January 2027, and the decision"),
        (
            "know",
            "We count on 5 July 2027.",
            "on 5 July 2027, but the order lapses on 30 June 2027",
        ),
        (
            "know",
            "Those that end within two years.",
            "for 196 days, too short to count what happens within two years",
        ),
        ("know", "Those within 30 days, on 1 June.", ""),
        ("doubt", "By 14 December, or on 31 February.", ""),
    ],
)
def test_days_that_do_not_agree_are_told(section, said, told):
    """Is what comes after the decision, or after the order, or takes longer than it, one sentence;
    and nothing that agrees?
    """
    gaps = [
        spaced(gap) for gap in capstone.gaps(full(sections=full()["sections"] | {section: said}))
    ]
    assert [told in gap for gap in gaps] == ([True] if told else [])


def test_a_day_that_the_calendar_lacks_is_told_and_printed_as_it_was_typed():
    """Is it one sentence that names what was typed and how a day is written?"""
    for said in ("soon", "2026-02-31", "14.12.2026"):
        memo = full(office=full()["office"] | {"decide": said})
        (gap,) = capstone.gaps(memo)
        assert f"“{said}” is no day of the calendar" in gap
        assert said in str(first_page(capstone.blocks(memo, DAY)))


def test_what_is_for_the_class_is_off_the_file():
    """Does the document hold no rubric, no help, no verdict, no number of a tension or claim, and
    no figure of which the writer says nothing; and does the sheet for the class hold them all?
    """
    memo = full(bears={"performance:cc": "It asks of favours."})
    sheet = str(capstone.classwork(memo, DAY))
    figures = {f["key"]: f for f in capstone.figures(memo["country"])}
    wanted = [entry["tension"] for entry in capstone.bites(memo)]
    wanted += [f"({name})" for name in wanted]
    wanted += [c["levels"][2] for c in capstone.words()["rubric"]]
    wanted += ["A language tool", "Kahlon", "every admissible choice"]
    wanted += [figures["performance:ge"]["found"]]
    answers = dict.fromkeys(memo["answers"], "We answer it.")
    file = str(capstone.blocks(memo | {"answers": answers}, DAY))
    for text in wanted:
        assert text not in file, text
        assert text in sheet, text
    assert "We answer it." in file
    assert figures["performance:cc"]["found"] in file


def test_the_order_numbers_its_clauses():
    """Has each thing that it directs, its days, its saving and its stop a number, once, whether the
    writer gave one or not?
    """
    said = "1. The head shall keep the list.\nThe officer shall count."
    made = capstone.blocks(full(sections=full()["sections"] | {"order": said}), DAY)
    at = next(i for i, block in enumerate(made) if block[0] == "order")
    clauses = [block[1] for block in made[at:] if block[0] == "words"]
    assert [clause[:2] for clause in clauses[1:6]] == ["1.", "2.", "3.", "4.", "5."]
    assert clauses[1:3] == ["1. The head shall keep the list.", "2. The officer shall count."]
    assert clauses[3].startswith("3. This order shall take effect")


def test_there_is_room_to_sign():
    """Has each line more than a centimetre of white above it, in the document and in print?"""
    made = capstone.blocks(full(), DAY)
    rows = [
        row
        for table in docx.Document(io.BytesIO(capstone.document(made))).tables
        for row in table.rows
        if row.height
    ]
    rooms = [row.height.cm for row in rows if "Submitted by" in row.cells[0].text]
    assert rooms
    assert min(rooms) >= 1.4
    assert "@media print" in capstone.STYLE
    assert "min-height:1.4cm" in capstone.STYLE.partition("@media print")[2]
