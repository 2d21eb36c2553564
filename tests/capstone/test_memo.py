"""The policy memo: does it face its tensions, quote whole figures,
keep hostile words as words, and overwrite nothing?
"""

import copy
import io
import json
from html import unescape

import pytest
import yaml
from memos import DAY, HOSTILE, earlier, full, of_the_second_year, of_the_third_year

from course import capstone
from course.capstone import reform
from course.errors import CourseError
from course.evidence import inquiries
from course.record import data

_POST, _SIGNER = "post of the one who submits", "post of the one who signs the order"


def text_of_document(raw):
    import docx

    made = docx.Document(io.BytesIO(raw))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])


def spaced(text):
    """With plain spaces in its counts."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def json_of(made):
    return json.dumps(made, ensure_ascii=False)


def first_page(made):
    return made[: next(i for i, block in enumerate(made) if block[0] == "annex")]


def test_the_file_is_whole():
    """Does memo.yaml as shipped pass what the recipe asks of it?"""
    capstone.validate(data.text("memo"))


@pytest.mark.parametrize(
    "harm",
    [
        lambda m: m["sections"].pop(),
        lambda m: m["rubric"][0]["levels"].pop(),
        lambda m: m["rubric"][1].update(id=m["rubric"][0]["id"]),
        lambda m: m["page"].pop("steps"),
    ],
)
def test_a_fault_in_the_file_is_named(harm):
    """Is a harmed file refused in a sentence that names it?"""
    content = copy.deepcopy(yaml.safe_load(data.text("memo")))
    harm(content)
    with pytest.raises(CourseError, match=r"memo\.yaml"):
        capstone.validate(yaml.safe_dump(content, allow_unicode=True))


@pytest.mark.parametrize("country", ["IND", "KEN", "PAK"])
def test_a_figure_is_what_the_inquiry_computes(country):
    """Are estimate, interval, verdict and source those of the record,
    for a neighbour and for any other country?
    """
    found = {f["key"]: f for f in capstone.figures(country)}
    told = found["performance:ge"]
    extra = None if country in {"IND", "PAK"} else country
    result = inquiries.inquiry("performance", extra).answer(country=country, indicator="ge").result
    low, high = result.interval
    assert spaced(told["estimate"]) == f"{result.estimate:.2f} WGI units".replace(
        "-", "\N{MINUS SIGN}"
    )
    assert spaced(told["interval"]) == f"{low:.2f} to {high:.2f}".replace("-", "\N{MINUS SIGN}")
    assert (told["verdict"], told["badge"], told["source"]) == (
        result.verdict,
        result.badge,
        result.source,
    )
    for name in filter(inquiries.takes_country, inquiries.NAMES):
        assert (
            any(key.startswith(f"{name}:") for key in found)
            or country not in inquiries.inquiry(name, extra).subjects["country"]
        )
    assert all(set(f) >= {"key", "question", "about", "cannot"} for f in found.values())


def test_what_cannot_be_had_is_said():
    """Does a country without figures get a reason for each, a sheet for the class that prints it,
    and a wrong code its nearest?
    """
    none = "DDR"  # the former East Germany
    assert all(figure["cannot"] for figure in capstone.figures(none))
    made = capstone.classwork(full(none), DAY)
    assert sum("cannot be had for" in str(block) for block in made) == 2
    assert "cannot be had for" not in str(capstone.blocks(full(none), DAY))
    with pytest.raises(CourseError, match="KEN"):
        capstone.figures("KENYA")


def test_a_figure_is_quoted_badly_and_well():
    """Does the good sentence hold interval, years, verdict and source,
    and the bad one none of them?
    """
    for country in ("IND", "KEN"):
        told = {f["key"]: f for f in capstone.figures(country)}["performance:ge"]
        both = capstone.quoted(country, "performance:ge")
        for part in ("interval", "years", "source"):
            assert told[part] in both.good
            assert told[part] not in both.bad
        assert "<p>" in both._repr_html_()
    with pytest.raises(CourseError, match="performance:ge"):
        capstone.quoted("IND", "performance:gee")


def test_each_tension_that_bites_wants_an_answer():
    """Is the check that of the designer; are empty answers listed, whatever else is written;
    does nothing block?
    """
    memo = full(answers={})
    met = [
        t["tension"]
        for entries in reform.outcome(memo["levers"], "health")["bites"].values()
        for t in entries
    ]
    assert [entry["tension"] for entry in capstone.bites(memo)] == met
    assert met
    gaps = capstone.gaps(memo)
    assert len(gaps) == len(met)
    assert all(name in gap for name, gap in zip(met, gaps, strict=True))
    assert capstone.gaps(full(answers=dict.fromkeys(met, "  \n"))) == gaps
    assert capstone.gaps(full()) == []
    assert "not answered" in str(capstone.classwork(memo, DAY))
    empty = capstone.blank()
    # title, evidence, levers; no cost of doing nothing, no options, none recommended
    assert len(capstone.gaps(empty)) == 3 + 3 + 10 + 4
    assert capstone.page(capstone.blocks(empty, DAY))


def test_what_must_be_there_first_is_printed_until_it_is_ticked():
    """Are missing preconditions listed for the class, less those that the writer says hold?"""
    all_, held = capstone.missing(full()), capstone.missing(full(held=["courts"]))
    assert len(held) == len(all_) - 1
    assert "; ".join(held) in str(capstone.classwork(full(held=["courts"]), DAY))


def test_a_memo_too_long_is_told():
    """Is each limit of words a gap, of the whole and of the first page?"""
    long = full(sections=full()["sections"] | {"order": "word " * 1500})
    (gap,) = capstone.gaps(long)
    assert f"{sum(len(s.split()) for s in long['sections'].values())} words" in gap
    wide = full(options=full()["options"] | {"c-gain": "word " * 500})
    (gap,) = capstone.gaps(wide)
    assert "first page" in gap


def test_evidence_wants_a_count_or_figures_and_a_reason_for_each_figure():
    """Is a count alone enough, a figure without a word on how it bears a gap,
    and a count without source, doubt or number one too?
    """
    assert capstone.gaps(full(figures=[], bears={})) == []
    assert "no evidence" in capstone.gaps(full(figures=[], bears={}, own={}))[0]
    assert capstone.gaps(full(own={})) == []
    (gap,) = capstone.gaps(full(bears={"performance:ge": "Thus."}))
    assert "the memo leaves it out" in gap
    for part in ("found", "source", "doubt"):
        (gap,) = capstone.gaps(full(own=full()["own"] | {part: " "}))
        assert "lacks" in gap


def test_options_want_three_and_one_of_them_is_to_change_nothing():
    """Are two options, a free choice of doing nothing, and no recommendation each a gap?"""
    told = full()["options"]
    without = lambda *names: {k: v for k, v in told.items() if k not in names}  # noqa: E731
    for options, choice, word in (
        (without("c-name"), "b", "three options"),
        (without("a-cost"), "b", "change nothing"),
        (told, "", "recommended"),
    ):
        (gap,) = capstone.gaps(full(options=options, choice=choice))
        assert word in gap
    assert "Change nothing" in str(capstone.blocks(full(), DAY))
    assert "name of a" not in str(capstone.blocks(full(), DAY)), "its name is not the writer's"
    assert "Approve option B: name of b." in str(capstone.blocks(full(), DAY))
    assert "nothing to sign" in str(capstone.blocks(full(choice=""), DAY))


@pytest.mark.parametrize(
    ("found", "of", "low", "high"),
    [("41", "100", 32, 51), ("۴۱", "۱۰۰", 32, 51), ("0", "20", 0, 16), ("20", "20", 84, 100)],
)
def test_a_count_has_the_interval_of_chance(found, of, low, high):
    """Is it Wilson's, for digits of any script, and inside nought and a hundred at the ends?"""
    from statsmodels.stats.proportion import proportion_confint

    told = capstone.counted({"found": found, "of": of})
    assert (told["low"], told["high"]) == (low, high)
    ends = proportion_confint(int(found), int(of), method="wilson")
    assert [round(100 * end) for end in ends] == [low, high]


@pytest.mark.parametrize(
    "own", [{}, {"found": "5", "of": "4"}, {"found": "-1", "of": "4"}, {"found": "x", "of": "4"}]
)
def test_what_is_no_count_stays_words(own):
    """Is no bar drawn of it, and is it printed all the same?"""
    assert capstone.counted(own) is None
    made = capstone.blocks(full(own=own | {"counted": "leaks"}, figures=[]), DAY)
    assert not [block for block in made if block[0] == "chart"]
    assert "eaks" in str(made)


def test_each_mark_of_a_chart_has_one_meaning(subtests):
    """Does every row have a bar that ends at its figure, a line between two figures, and one stroke
    at the aim or at no difference; and do page and document hold each figure?
    """
    import docx

    for own in (full()["own"], full()["own"] | {"aim": "100"}, full()["own"] | {"aim": ""}, {}):
        made = capstone.blocks(full(own=own), DAY)
        html = capstone.page(made)
        doc = text_of_document(capstone.document(made))
        for _, rows, _ in (block for block in made if block[0] == "chart"):
            for label, _, (start, tip, figure), line, strokes, ends in rows:
                with subtests.test(label):
                    assert len(ends) == 2
                    low, high, *said = line
                    assert low <= tip <= high
                    goals = [own.get("aim"), "50"] if label.startswith("Repairs") else ["50"]
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


def table_of(made, corner):
    """The table in whose corner those words stand: its heads and rows."""
    return next(
        [block[1], block[2]] for block in made if block[0] == "table" and corner in block[1][0]
    )


def without(part, name):
    return {key: said for key, said in full()[part].items() if key != name}


def test_whom_it_consults_is_a_table():
    """Is each one asked a row, with the day and what was said; is one who is not asked told so; and
    does a row stand for the running text, which an earlier year keeps above it?
    """
    memo = full(sections=without("sections", "consult"))
    heads, rows = table_of(first_page(capstone.blocks(memo, DAY)), "6. Who must be consulted")
    assert heads[1:] == ["By when", "What they said"]
    assert spaced(json_of(rows)) == json_of(
        [
            ["Finance (rule 12)", "2 December 2026", "It finds the sum."],
            ["Law (rule 14)", "9 December 2026", "not yet asked"],
        ]
    )
    assert capstone.gaps(memo) == []
    (gap,) = capstone.gaps(memo | {"rows": {}})
    assert "Who must be consulted" in gap
    assert table_of(capstone.blocks(full(), DAY), "Whom")
    late = memo["rows"] | {"asked-2-when": "2026-12-20"}
    (gap,) = capstone.gaps(memo | {"rows": late})
    assert "names 20 December 2026, and the decision" in spaced(gap)


def test_the_stop_stands_beside_the_aim():
    """Are now, aim and stop told in one sentence and drawn as two strokes, in one unit; and is a
    stop that is missing beside an aim a gap?
    """

    def row_of(own):
        made = capstone.blocks(full(own=own), DAY)
        return next(block[1][0] for block in made if block[0] == "chart")

    _, said, _, _, strokes, _ = row_of(full()["own"])
    assert "Of a hundred: now 41, aim 70, stop 50." in spaced(said)
    assert strokes == [[50, "stop 50"], [70, "aim 70"]]
    (gap,) = capstone.gaps(full(own=without("own", "stop")))
    assert "stopped is not given beside it" in gap
    assert capstone.document(capstone.blocks(full(own=full()["own"] | {"stop": "70"}), DAY))


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("hand", "Picked by hand"),
        ("all", "All cases were read"),
        ("", "is not said"),
        ("x", "is not"),
    ],
)
def test_only_what_chance_picked_has_a_range_of_chance(drawn, said):
    """Is the range left out, of words, chart and legend, unless the cases were picked by lot?"""
    made = capstone.blocks(full(own=full()["own"] | {"drawn": drawn}), DAY)
    chart = next(block for block in made if block[0] == "chart")
    assert said in chart[1][0][1]
    assert chart[1][0][3] is None
    shown = spaced(json_of(first_page(made)))
    assert "chance alone" not in shown
    assert "32 to 51" not in shown
    assert "32 to 51" in spaced(json_of(capstone.blocks(full(), DAY)))
    assert bool(capstone.gaps(full(own=full()["own"] | {"drawn": drawn}))) == (drawn in ("", "x"))


def test_what_it_quotes_is_listed_at_its_end():
    """Is the last thing a table of title, year and where: the count, the tables of the figures,
    what the writer names and each law once?
    """
    said = "Under the Civil Servants Act, 1973, and the Civil Servants Act 1973 again."
    made = capstone.blocks(full(sections=full()["sections"] | {"authority": said}), DAY)
    kind, heads, rows = made[-1]
    assert (kind, heads) == ("table", ["Title", "Year", "Where"])
    assert [spaced(row[0]) for row in rows] == [
        "A count of the writer's own: repairs within seven days",
        "Worldwide Governance Indicators",
        "A. Writer, A study of wells",
        "Civil Servants Act",
    ]
    assert [row[1] for row in rows[1:]] == ["2023", "2019", "1973"]
    assert rows[1][2] == "World Bank"
    assert capstone.blocks(capstone.blank(), DAY)[-1][0] == "quiet"


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
        "Competent to decide, under rule\xa05\xa0of the Rules of Business",
        "Name and date: ________",
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

    made = docx.Document(io.BytesIO(capstone.document(capstone.blocks(full(), DAY))))
    sheet = made.sections[0]
    assert (round(sheet.page_width.cm, 1), round(sheet.page_height.cm, 1)) == (21.0, 29.7)
    foot = sheet.footer.paragraphs[0]
    assert foot.text.startswith("File no. W-7/2026")
    assert all(f'w:instr="{field}"' in foot._p.xml for field in ("PAGE", "NUMPAGES"))
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


def test_an_older_memo_is_never_overwritten(tmp_path):
    """Does the next export take the next number, even if only one of a pair is there?"""
    first = capstone.write(full(), DAY, tmp_path)
    assert [p.name for p in first] == ["memo.html", "memo.docx", "memo-class.html"]
    before = {p: p.read_bytes() for p in first}
    (tmp_path / "memo-2.docx").write_bytes(b"mine")
    second = capstone.write(full("KEN"), DAY, tmp_path)
    assert [p.name for p in second] == ["memo-3.html", "memo-3.docx", "memo-3-class.html"]
    assert {p: p.read_bytes() for p in first} == before
    assert (tmp_path / "memo-2.docx").read_bytes() == b"mine"


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    """Is a file in the folder's place a sentence with a cure?"""
    (tmp_path / "taken").write_text("")
    with pytest.raises(CourseError, match="could not be written"):
        capstone.write(full(), DAY, tmp_path / "taken")
