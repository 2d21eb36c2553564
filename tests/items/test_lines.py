"""Is a line of answers checked once, where it comes in,
and is the order of a file the order of its answers?
"""

import json
from datetime import UTC, datetime

import jsonschema
import papers
import pytest
from hostile import GOOD, HARMED, lines, values
from hosting import hosted
from hypothesis import given, settings
from hypothesis import strategies as st

import course
from course import _places
from course.classroom.cycle import intake, marking
from course.classroom.report.analysis import analyse
from course.doors import contracts
from course.errors import CourseError
from course.hosts import keeping
from course.interactives import sheets
from course.items import answers
from course.items.lines import as_file, in_order, is_line, lines_of, meet, name_of, newest, parsed

NOW = datetime(2026, 6, 1, tzinfo=UTC)
SCHEMA = json.loads((_places.datasets() / "schemas" / "answer.json").read_text(encoding="utf-8"))


def line(device, n, item="classic-cipher", at="2026-01-01T00:00:00Z", answer=0):
    return GOOD | {"device": device, "n": n, "item": item, "at": at, "answer": answer}


def raw(*some):
    """The bytes of a file of anything; json escapes half a character."""
    return b"".join(json.dumps(one).encode("ascii") + b"\n" for one in some)


# The contract
# --------------------------------------------------------------------------------------------------


def test_a_harmed_line_is_passed_over(subtests):
    """And the good one beside it is read?"""
    for field, value in HARMED:
        with subtests.test(ascii(value)[:30], field=field):
            assert parsed(raw(GOOD | {field: value}, GOOD)) == [GOOD]


def test_a_line_without_one_of_its_fields_is_passed_over(subtests):
    """Whichever it lacks?"""
    for field in SCHEMA["required"]:
        with subtests.test(field):
            assert parsed(raw({name: value for name, value in GOOD.items() if name != field})) == []


def test_what_is_not_json_is_passed_over():
    """NaN, which Python would read, bytes that are no UTF-8, a list of 500,000, another alphabet's
    digits: no reason to fail?
    """
    hostile = [
        json.dumps(GOOD | {"answer": float("nan")}).encode(),
        json.dumps(GOOD | {"answer": 1}).encode().replace(b'"answer": 1', b'"answer": 1e999'),
        json.dumps(GOOD).encode().replace(b"cipher", b"\xed\xa0\x80"),
        b"[" * 500_000,
        b'{"a":' * 940 + b"1" + b"}" * 940,
        b"9" * 5000,
    ]
    assert parsed(b"\n".join(hostile)) == []
    assert parsed(b"\xef\xbb\xbf" + raw(GOOD).replace(b"\n", b"\r\n")) == [GOOD]


def test_unknown_fields_and_kinds_are_kept():
    """May a later edition say more, and does nothing of it get lost?"""
    more = GOOD | {
        "kind": "drawing",
        "item": "later-one",
        "answer": {"strokes": [1, 2]},
        "extra": {"kept": True},
    }
    assert answers.bring_in(raw(more)) == 1
    assert lines_of(answers.take_along()) == [more]


def test_the_schema_says_only_what_both_readers_know():
    """Is each of its words one that course/doors/contracts.py checks,
    or one that only describes?
    """
    known = contracts.KEYWORDS.keys() | {"$schema", "title", "description"}
    for rules in (SCHEMA, *SCHEMA["properties"].values()):
        assert rules.keys() <= known, rules.keys() - known


@given(lines())
@settings(max_examples=150, deadline=None)
def test_the_reader_is_as_strict_as_the_library(drawn):
    """What is JSON Schema's own in the contract: does a line that the
    library refuses fail here, and the other way round?
    """
    library = jsonschema.Draft202012Validator(SCHEMA).is_valid(drawn)
    whole = contracts.size(drawn, SCHEMA["x-deepest"]) <= SCHEMA["x-most"]
    assert is_line(drawn) == (library and whole)


# The order
# --------------------------------------------------------------------------------------------------


def test_the_last_line_is_the_newest_whatever_its_clock_said():
    """An answer given while the clock stood in 2031 and one given afterwards:
    which is on the page, and which is marked?
    """
    item = course.check("classic").content["items"][0]["id"]
    early = line("k1", 1, item, "2031-01-01T00:00:00Z", answer=0)
    late = line("k2", 1, item, "2026-01-02T00:00:00Z", answer=1)
    answers.bring_in(raw(early, late))
    assert answers.latest([item])[item]["answer"] == 1
    assert hosted(course.check("classic")).past == {item: 1}
    graded = [one | {"item": "one-choice", "mode": "graded"} for one in (early, late)]
    assert marking.final(papers.paper(), lines_of(raw(*graded))) == {"one-choice": 1}


def test_a_line_that_stands_twice_counts_at_its_last_place():
    """And of one device, n decides where the file contradicts it?"""
    a, b, c = line("a", 1), line("b", 1), line("a", 2)
    assert in_order([a, b, a]) == [b, a]
    assert in_order([c, b, a]) == [a, b, c]
    assert in_order([c, line("a", 1, "other-one"), b]) == [c, line("a", 1, "other-one"), b], (
        "on one item alone"
    )
    assert in_order([a, line("a", 1, answer=9)]) == [a], "a name is taken once"


def after(ours, theirs, now=NOW):
    """The lines of a file after another was brought in."""
    missing, again = meet(ours, theirs, now)
    return in_order([*ours, *missing, *again])


def test_who_knew_the_other_keeps_the_newest():
    """The phone's answer of 2031 went to the desk, was answered again there, and came back:
    is the later one the newest?
    """
    phone = [line("p", 1, at="2031-01-01T00:00:00Z")]
    desk = [*phone, line("d", 1, at="2026-01-02T00:00:00Z", answer=1)]
    assert after(phone, desk)[-1]["answer"] == 1
    assert after(desk, phone) == desk
    more = [*phone, line("p", 2, "other-one")]
    assert newest(after(desk, more))["classic-cipher"]["answer"] == 1


def test_neither_knew_the_other():
    """Does the later time win, one far ahead of the clock lose,
    and of two such the later as written?
    """
    old, new = line("a", 1, at="2026-01-01T00:00:00Z"), line("b", 1, at="2026-01-02T00:00:00Z")
    mad, madder = line("c", 1, at="2031-01-01T00:00:00Z"), line("d", 1, at="2033-01-01T00:00:00Z")
    for one, other, wins in (
        (old, new, new),
        (new, mad, new),
        (mad, madder, madder),
        (old, line("e", 1), line("e", 1)),
    ):
        assert after([one], [other])[-1] == wins
        assert after([other], [one])[-1] == wins


def test_an_older_line_from_elsewhere_is_older_on_disk_too():
    """Is the newest line written once more, and nothing before it touched?"""
    own = answers.append(item="classic-cipher", kind="choice", answer=1, score=1)
    before = _places.answers_file().read_bytes()
    assert answers.bring_in(raw(line("p", 1, at="2026-01-01T00:00:00Z"))) == 1
    now = _places.answers_file().read_bytes()
    assert now.startswith(before)
    assert now.endswith(before), "the newest line stands once more at the end"
    assert answers.read()[-1] == own
    assert answers.bring_in(raw(line("p", 1, at="2026-01-01T00:00:00Z"))) == 0
    assert _places.answers_file().read_bytes() == now, "the second time there is nothing to write"


times = st.sampled_from(
    ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2031-01-01T00:00:00Z", "1970-01-01T00:00:00Z"]
)


def steps(machines):
    """What happens in turn: a machine answers, or brings in the file of one;
    and what its clock says.
    """
    done = st.sampled_from(["answer", *range(machines)])
    return st.lists(st.tuples(st.integers(0, machines - 1), done, times), max_size=14)


@given(steps(2) | steps(3))
@settings(max_examples=200, deadline=None)
def test_machines_that_meet_agree_and_never_go_back(drawn):
    """Machines with clocks of their own answer one question and bring in each other's files.

    Are no lines lost, is a second time no change, do two that brought in each other's file hold the
    same newest answer, and, of two machines, is that never one that a later answerer knew? (Of
    three, wrong clocks can make a circle.)
    """
    files, knew = [[], [], []], {}
    for n, (machine, what, at) in enumerate(drawn, 1):
        mine = files[machine]
        if what == "answer":
            new = line(f"{machine}-{n // 4}", n, at=at)  # now and then a new session
            knew[name_of(new)] = {name_of(one) for one in mine}
            files[machine] = in_order([*mine, new])
            assert files[machine][-1] == new, "who answers last has the newest"
            continue
        theirs = files[what]
        files[machine] = now = after(mine, theirs)
        assert {name_of(one) for one in now} == {name_of(one) for one in [*mine, *theirs]}
        assert after(now, theirs) == now
        assert lines_of(as_file(now)) == now, "what is taken along keeps its order"
        if now:
            if all(m < 2 and w != 2 for m, w, _ in drawn):
                assert not any(name_of(now[-1]) in knew[name_of(one)] for one in now), (
                    "an answer was taken back"
                )
            assert newest(after(theirs, now)) == newest(now)
            assert newest(after(theirs, mine)) == newest(now), "whoever brings in first"


CHOICE = {"id": "one-choice", "kind": "choice", "options": [{"text": "a"}, {"text": "b"}]}


# The readers
# --------------------------------------------------------------------------------------------------


@pytest.fixture
def hostile_file(tmp_path, monkeypatch):
    """An answers file, in the student's folder and beside a sheet,
    of every harmed line and two good ones.
    """
    harmed = [GOOD | {field: value} for field, value in HARMED]
    good = [
        line("k", 1, "one-choice", answer=1) | {"mode": "graded"},
        line("k", 2, course.check("classic").content["items"][0]["id"], answer=99),
    ]
    content = raw(*harmed, *good)
    _places.answers_file().write_bytes(content)
    (tmp_path / "answers.jsonl").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    return content


@pytest.mark.thorough
def test_no_reader_fails_at_a_hostile_file(hostile_file):
    """The widgets of a chapter, the list of what is done, the sheet, the intake, the marks,
    the report: all of them?
    """
    assert hosted(course.check("classic")).past == {}, (
        "an answer that no page of ours sends is not shown"
    )
    for document in (course.desk("first"), course.design(), course.progress()):
        assert hosted(document).unread == ""
    paper = papers.paper()
    found = lines_of(hostile_file)
    assert [one["item"] for one in intake.wanted(paper, found)] == ["one-choice"]
    assert marking.final(paper, found) == {"one-choice": 1}
    assert marking.marks(paper, found)["one-choice"].points >= 0
    assert sheets.given(CHOICE) == 1
    assert analyse(paper, {"eve": found, "bo": found}).n == 2
    assert answers.lines_of(answers.take_along()) == found
    assert answers.bring_in(hostile_file) == 0


def test_the_page_and_the_marks_take_the_same_answer():
    """The newest line on an item is none that a page could send:
    is the one before it both shown and marked?
    """
    some = [
        line("k", n, "one-choice", answer=answer) | {"mode": mode}
        for n, (answer, mode) in enumerate(
            [(0, "graded"), (1, "graded"), (0, "practice"), (99, "graded")], 1
        )
    ]
    (_places.course_folder() / "answers.jsonl").write_bytes(raw(*some))
    shown = sheets.given(CHOICE, _places.course_folder())
    assert shown == keeping.past([CHOICE], _places.course_folder())["past"]["one-choice"] == 1
    assert marking.final(papers.paper(), some) == {"one-choice": 1}


@given(values)
@settings(deadline=None)
def test_whole_characters_are_left_alone(value):
    """Does `whole` replace halves of characters and nothing else, at every depth?"""
    assert contracts.whole(contracts.whole(value)) is not None or value is None
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        json.dumps(contracts.whole(value), ensure_ascii=False).encode("utf-8")
    else:
        assert json.dumps(contracts.whole(value)) == json.dumps(value)


def test_a_file_of_nothing_good_is_said():
    """In the one sentence, and nothing is written?"""
    with pytest.raises(CourseError, match="holds no answers"):
        answers.bring_in(raw(*(GOOD | {field: value} for field, value in HARMED)))
    assert not _places.answers_file().exists()
