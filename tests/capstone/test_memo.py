"""The policy memo: is its writer told what it lacks, does it quote whole figures,
and is none written over?
"""

import copy

import pytest
import yaml
from memos import DAY, full, spaced

from course import capstone
from course.capstone import reform
from course.errors import CourseError
from course.evidence import inquiries
from course.record import data


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


@pytest.mark.thorough
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


@pytest.mark.thorough
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


@pytest.mark.thorough
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


def test_whoever_keeps_to_each_section_keeps_to_the_page():
    """Do the most words of each point, and of three options with some six a box, fit on the page
    that is signed?
    """
    known = capstone.words()
    points = sum(s["words"][1] for s in known["sections"] if s["place"] == "page")
    boxes = 3 * len(known["options"]["parts"]) - 1
    assert points + 6 * boxes <= known["page_words"] + 10


def test_evidence_wants_a_count_or_figures_and_a_reason_for_each_figure():
    """Is a count alone enough, a figure without a word on how it bears a gap,
    and a count without source, doubt or number one too?
    """
    assert capstone.gaps(full(figures=[], bears={})) == []
    assert "no evidence" in capstone.gaps(full(figures=[], bears={}, own={}))[0]
    (gap,) = capstone.gaps(full(own={}))
    assert "only evidence" in gap
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
