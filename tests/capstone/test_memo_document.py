"""The policy memo as page and document: is what was chosen in both, and do words stay words?"""

import io
from html import unescape

import pytest
from memos import (
    DAY,
    HOSTILE,
    earlier,
    first_page,
    full,
    of_the_second_year,
    of_the_third_year,
    spaced,
    text_of_document,
)

from course import capstone


@pytest.mark.thorough
def test_each_mark_of_a_chart_has_one_meaning(subtests):
    """Does every row have a bar that ends at its figure, a line between two figures, and one stroke
    at the aim or at no difference; and do page and document hold each figure?
    """
    import docx

    for own in (full()["own"], full()["own"] | {"aim": "100"}, full()["own"] | {"aim": ""}, {}):
        made = capstone.blocks(full(own=own), DAY)
        html = capstone.page(made)
        doc = text_of_document(capstone.document(made))
        for _, rows, *_ in (block for block in made if block[0] == "chart"):
            for label, _, (start, tip, figure), line, strokes, ends in rows:
                with subtests.test(label):
                    assert len(ends) == 2
                    low, high, *said = line
                    assert low <= tip <= high
                    goals = [own.get("aim"), "55"] if label.startswith("Repairs") else ["50"]
                    assert [at for at, _ in strokes] == sorted(int(goal) for goal in goals if goal)
                    assert start == (0 if label.startswith("Repairs") else 50)
                    for text in (figure, *said, *ends, *(word for _, word in strokes)):
                        assert f">{text}</text>" in html
                        assert text in doc
    edges = [
        docx.Document(io.BytesIO(capstone.document(capstone.blocks(full(own=own), DAY))))
        for own in (
            full()["own"] | {"aim": aim, "found": found}
            for aim in ("0", "41", "100")
            for found in ("0", "100")
        )
    ]
    assert len(edges) == 6, "a stroke or a tip at either end is drawn too"


def test_the_first_page_charts_the_local_count_before_any_index():
    """Do figures of a country come to the first page only where there is no count, and only those
    that are said to bear on the matter?
    """

    def on_the_page(memo):
        first = first_page(capstone.blocks(memo, DAY))
        return [row[0] for block in first if block[0] == "chart" for row in block[1]]

    (label,) = on_the_page(full())
    assert label.startswith("Repairs within seven days")
    assert len(on_the_page(full(own={}))) == 2
    assert len(on_the_page(full(own={}, bears={"performance:ge": "So."}))) == 1
    assert on_the_page(full(own={}, bears={})) == []


def test_a_memo_of_an_earlier_year_still_opens():
    """Is it still a memo, are its words in page and document, and does a sentence or a blank stand
    where it has nothing?
    """
    from course.items import kinds

    first, second = earlier(), of_the_second_year()
    assert "options" not in first
    assert "office" not in second
    for old, absent in ((first, "No option is described."), (second, "________")):
        assert kinds.of(capstone.item()).is_answer(old)
        made = capstone.blocks(old, DAY)
        html, doc = unescape(capstone.page(made)), text_of_document(capstone.document(made))
        for text in ("Words of change.", "Words of doubt.", absent):
            assert text in html
            assert text in doc
    assert capstone.gaps(first)
    assert capstone.gaps(second) == []
    assert capstone.gaps(of_the_third_year()) == []
    assert kinds.of(capstone.item()).is_answer(of_the_third_year())
    assert "Words of consult." in str(capstone.blocks(of_the_third_year(), DAY))
    assert "not rated" in str(capstone.classwork(first, DAY))


def test_a_count_is_never_parted():
    """Are its numbers held together in page and document, in the writer's words and in ours?"""
    said = (
        "Before: 37 of 60; some of 10, Rs 2.0 million, on 2 December 2026, 95 % interval, 4 of\n5."
    )
    memo = full(sections={"know": said})
    pages = [capstone.page(made(memo, DAY)) for made in (capstone.blocks, capstone.classwork)]
    for text in (
        "37\xa0of\xa060",
        "41\xa0of\xa0100",
        "3\xa0of\xa04",
        "some of\xa010",
        "4\xa0of</p>",
        "Rs\xa02.0\xa0million",
        "2\xa0December\xa02026",
        "95\xa0%\xa0interval",
    ):
        assert any(text in html for html in pages), text


@pytest.mark.parametrize("country", ["IND", "KEN"])
def test_document_and_page_hold_what_was_chosen(country):
    """Are words, figures, intervals, sources, what tensions lead to with the answers, and date in
    both files; and verdicts, tensions, rating and country on the sheet for the class?
    """
    memo = full(country)
    made = capstone.blocks(memo, DAY)
    html = spaced(unescape(capstone.page(made)))
    doc = spaced(text_of_document(capstone.document(made, "Roll 7")))
    sheet = spaced(unescape(capstone.page(capstone.classwork(memo, DAY))))
    figures = {f["key"]: f for f in capstone.figures(country)}
    wanted = [
        "24 November 2026",
        "Requests by members: a published term",
    ]
    for key in memo["figures"]:
        wanted += [spaced(figures[key]["found"])]
        wanted += figures[key]["listed"].split("|")
        wanted += [spaced(figures[key][part]) for part in ("estimate", "interval")]
    wanted += [e["answer"] for e in capstone.bites(memo)]
    wanted += [f"Words of {s['id']}." for s in capstone.words()["sections"]]
    wanted += [text for key, text in memo["options"].items() if key != "a-name"]
    wanted += ["41 of 100", "32 to 51", "The weeks were dry.", "It asks of favours."]
    wanted += ["Sources"]
    for text in wanted:
        assert text in html, text
        assert text in doc, text
    told = [{"IND": "India", "KEN": "Kenya"}[country], "Health", "A language tool, grammar."]
    told += [c["levels"][2] for c in capstone.words()["rubric"]]
    told += [figures[key][part] for key in memo["figures"] for part in ("verdict", "badge")]
    told += [e["tension"] for e in capstone.bites(memo)]
    for text in told:
        assert text in sheet, text


def test_hostile_words_stay_words():
    """Does markup in every field execute nothing, in page and document,
    and do a template's braces stay?
    """
    memo = full()
    memo |= dict.fromkeys(capstone.LINES, HOSTILE)
    memo["sections"] = dict.fromkeys(memo["sections"], HOSTILE)
    for part in ("answers", "own", "bears", "options", "office"):
        memo[part] = dict.fromkeys(memo[part], HOSTILE)
    made = capstone.blocks(memo, DAY)
    for html in (capstone.page(made), capstone.page(capstone.classwork(memo, DAY))):
        assert "<img" not in html
        assert "<script" not in html
        assert html.count("</title>") == 1
        assert html.encode("utf-8")
    doc = text_of_document(capstone.document(made, HOSTILE[:20]))
    assert "<img src=x onerror=alert(1)>" in doc
    assert "{what}" in doc


def test_urdu_runs_from_right_to_left():
    """Is a paragraph that begins in Urdu set from right to left in both?"""
    memo = full(sections={"change": "یہ ایک جملہ ہے۔\nAnd one in English."})
    made = capstone.blocks(memo, DAY)
    import docx

    paragraphs = docx.Document(io.BytesIO(capstone.document(made))).paragraphs
    urdu = next(p for p in paragraphs if "جملہ" in p.text)
    english = next(p for p in paragraphs if "in English" in p.text)
    assert urdu._p.pPr.find("{*}bidi") is not None
    assert english._p.pPr is None or english._p.pPr.find("{*}bidi") is None
    assert "dir='auto'>یہ" in capstone.page(made)


def test_the_document_is_a_sheet_for_the_printer():
    """Is it A4 with a page number, do tables fill the line with no word of a heading cut,
    and do pages cut no row?
    """
    import docx
    from docx.oxml.ns import qn

    made = docx.Document(io.BytesIO(capstone.document(capstone.blocks(full(), DAY))))
    sheet = made.sections[0]
    assert (round(sheet.page_width.cm, 1), round(sheet.page_height.cm, 1)) == (21.0, 29.7)
    foot = sheet.footer.paragraphs[0]
    assert foot.text.startswith("File no. W-7/2026")
    assert all(f'w:instr="{field}"' in foot._p.xml for field in ("PAGE", "NUMPAGES"))
    sizes = {size.get(qn("w:val")) for size in foot._p.iter(qn("w:sz"))}
    assert (len(sizes), len(list(foot._p.iter(qn("w:r"))))) == (1, 5), "its numbers have its size"
    line = sheet.page_width - sheet.left_margin - sheet.right_margin
    for table in made.tables:
        widths = [column.width for column in table.columns]
        assert sum(widths) == pytest.approx(line, rel=0.01)
        assert all(row._tr.trPr.find("{*}cantSplit") is not None for row in table.rows)
    for heading in made.paragraphs:
        if heading.style.name == "Heading 1":
            begins = heading.text.startswith(("Annex A", "Annex B"))
            assert bool(heading.paragraph_format.page_break_before) is begins
    asked = next(t for t in made.tables if t.cell(0, 0).text.startswith("What was found"))
    assert asked.rows[0]._tr.trPr.find("{*}tblHeader") is not None
    assert asked.rows[1]._tr.trPr.find("{*}tblHeader") is None
    assert asked.columns[0].width == max(column.width for column in asked.columns)
    assert all(column.width.cm > 2 for column in asked.columns)


def test_no_interval_is_cut_in_a_column():
    """Has "95 % interval" room on one line, and each interval below it, so that no figure such as
    1.32 is read as 1?
    """
    import docx

    bears = dict.fromkeys(full()["bears"], "It asks how services are seen, and of nothing else.")
    made = docx.Document(io.BytesIO(capstone.document(capstone.blocks(full(bears=bears), DAY))))
    asked = next(t for t in made.tables if t.cell(0, 0).text.startswith("What was found"))
    held = [
        (column, max((w for cell in column.cells for w in cell.text.split(" ")), key=len))
        for column in asked.columns
    ]
    # a letter of 11 points takes 0.21 cm on the average, bold ones too; 0.25 cm are margins
    short = [word for column, word in held if column.width.cm < 0.21 * min(len(word), 14) + 0.25]
    assert short == []


def test_an_answer_says_what_it_answers():
    """Stands each answer to a risk behind the risk, in words and without the course's number?"""
    made = capstone.blocks(full(), DAY)
    _, answered = next(block for block in made if block[0] == "list" and "We answer" in str(block))
    assert [risk for risk, _ in answered] == [b["consequence"] for b in capstone.bites(full())]
    assert all("TN-" not in risk for risk, _ in answered)
