"""Does a page read, order, merge and refuse answer lines as Python does?
Hypothesis draws them; one Node.js answers.
"""

import json
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hostile import GOOD, HARMED, lines, values
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import paper

from course import _places, capstone
from course.classroom.exports.public import public
from course.doors import contracts
from course.evidence.cards import verdicts
from course.hosts.browser import text
from course.interactives.designer import designer
from course.interactives.desk import desk
from course.items import kinds, questions, rooms
from course.items.lines import in_order, meet, parsed

pytestmark = pytest.mark.node
SCHEMA = _places.datasets() / "schemas" / "answer.json"
NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def page():
    """A function that asks the page's JavaScript."""
    told = {"schema": str(SCHEMA), "host": text.module(text.PAGE)}
    script = Path(__file__).parents[1] / "support" / "page_lines.mjs"
    node = subprocess.Popen(
        ["node", str(script)],
        env=os.environ | {"PAGE_LINES": json.dumps(told)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )

    def ask(what, **about):
        # escaped: half a character gets through
        node.stdin.write(json.dumps({"ask": what, **about}) + "\n")
        node.stdin.flush()
        return json.loads(node.stdout.readline(), parse_int=float)

    yield ask
    node.stdin.close()
    node.wait(timeout=20)
    node.stdout.close()


def as_python_reads(text):
    return parsed(text.encode("utf-8"))


@pytest.mark.parametrize(("field", "value"), HARMED, ids=lambda part: ascii(part)[:30])
def test_a_harmed_line_is_passed_over_in_the_page_too(page, field, value):
    """And the good one beside it is read?"""
    text = json.dumps(GOOD | {field: value}) + "\n" + json.dumps(GOOD)
    assert page("parsed", text=text) == as_python_reads(text) == [GOOD]


def test_both_read_the_same_lines(page):
    """Whatever stands in them: the same lines, of the same content?"""

    @given(st.lists(lines(), max_size=3), st.sampled_from(["\n", "\r\n", "\n\n", " \n"]))
    @settings(max_examples=300, deadline=None)
    def check(some, end):
        text = end.join(map(json.dumps, some))
        assert page("parsed", text=text) == as_python_reads(text)

    check()


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + json.dumps(GOOD),
        json.dumps(GOOD | {"n": 1.0}),
        json.dumps(GOOD).replace('"answer": 0', '"answer": 1e999'),
        json.dumps(GOOD).replace('"answer": 0', '"answer": NaN'),
        json.dumps(GOOD).replace('"n": 1', '"n": 1, "n": 2'),
        json.dumps(GOOD | {"answer": "x" * 200_000}),
        json.dumps(GOOD | {"answer": "🌊" * 200_000}),
        json.dumps(GOOD | {"answer": "\x00" * 200_000}),
        "[" * 100_000,
        '{"a":' * 940 + "1" + "}" * 940,
        "9" * 5000,
        "null\n[1]\n3\ntrue",
    ],
    ids=lambda text: ascii(text)[:20],
)
def test_both_read_a_strange_text_alike(page, text):
    """A mark at the head, a number without end, a name twice, the longest text, depths:
    the same?
    """
    assert page("parsed", text=text) == as_python_reads(text)


said = st.recursive(
    st.text(max_size=5)
    | st.sampled_from(["\ud800", "a\udc00b", "\udc00\ud800", "🌊", "__proto__"]),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=3), inside, max_size=3)
    ),
)


def test_both_replace_half_a_character(page):
    """And nothing else?"""

    @given(said)
    @settings(max_examples=100, deadline=None)
    def check(value):
        assert page("whole", value=value) == contracts.whole(value)

    check()


known = st.builds(
    lambda device, n, item, at, answer: (
        GOOD | {"device": device, "n": n, "item": item, "at": at, "answer": answer}
    ),
    st.sampled_from("abc"),
    st.integers(1, 4),
    st.sampled_from(["x-1", "x-2"]),
    st.sampled_from(
        [
            "2026-01-01T00:00:00Z",
            "2026-01-02T00:00:00Z",
            "2031-01-01T00:00:00Z",
            "2033-01-01T00:00:00Z",
        ]
    ),
    st.integers(0, 2),
)
files = st.lists(known, max_size=8)


def test_both_have_one_order_and_one_rule_for_two_files(page):
    """The same lines to add, the same to write once more, in the same order, for files that
    contradict each other too?
    """

    @given(files, files)
    @settings(max_examples=300, deadline=None)
    def check(a, b):
        assert page("ordered", lines=a) == in_order(a)
        ours, theirs = in_order(a), in_order(b)
        missing, again = meet(ours, theirs, NOW)
        now = int(NOW.timestamp() * 1000)
        assert page("meet", ours=ours, theirs=theirs, now=now) == {
            "missing": missing,
            "again": again,
        }

    check()


def items():
    """An item of each kind that a chapter, a sheet or the desk asks."""
    found = {}
    for chapter in questions.chapters():
        for part in ("questions", "predictions", "reflections"):
            for item in questions.of_chapter(chapter, part):
                found.setdefault((item["kind"], "model" in item), item)
    for item in paper().items():
        found["sheet", item["kind"]] = public(item)
    found["desk"] = desk("first").content["items"][0]
    found["yardstick"] = rooms.yardstick("golden-age")
    found["verdict"] = verdicts.item("growth")
    found["design"] = designer("health").content["items"][0]
    found["memo"] = capstone.item()
    return list(found.values())


small = st.integers(-1, 4) | st.sampled_from([True, False, None, 1.5, "1", 1e300, -0.0])


def answers_to(item):
    """Answers that fit, nearly fit, or do not."""
    words = st.text(max_size=3) | small
    ways = {
        "desk": st.fixed_dictionaries({"option": small, "why": words}, optional={"more": words}),
        "reasoned": st.fixed_dictionaries(
            {"option": small, "why": words}, optional={"defence": words, "more": words}
        ),
        "design": st.fixed_dictionaries(
            {
                "sector": st.sampled_from(["health", "tax", "moon", 3]),
                "levers": st.lists(st.sampled_from(["kpi", "devolve", "politicise",
                    "fixed_term", "contract_out",
                    "x", 1]), max_size=5),
                "argument": words,
            },
        ),
        "text": words | st.fixed_dictionaries({"text": words, "rating": small | st.just(0.5)}),
        "memo": st.builds(
            lambda name, value: capstone.blank() | {name: value},
            st.sampled_from([*capstone.blank(), "more"]),
            st.sampled_from([
                "", "health", 3, None, [], ["kpi"], ["kpi", "kpi"], ["x", "y"], list("abcde"),
                [1], {},
                {"aim": 3}, {"aim": 4},
                {"aim": True}, {"cost": "words"}, {"cost": 3}, {"x": "words"},
            ]),
        ),
    }  # fmt: skip
    lists = (
        st.lists(small, max_size=6)
        | st.permutations(range(3)).map(list)
        | st.permutations(range(4)).map(list)
    )
    return ways.get(item["kind"], small | lists) | values


@pytest.mark.parametrize("item", items(), ids=lambda item: f"{item['kind']}-{item['id']}")
def test_both_know_what_answers_an_item(page, item):
    """Does the page refuse to show exactly what Python refuses?"""

    @given(answers_to(item))
    @settings(max_examples=150, deadline=None)
    def check(answer):
        # A page parses what it shows: no number without end, no 2.0 beside 2.
        told = parsed(json.dumps(GOOD | {"answer": answer}).encode())
        if told:
            answer = told[0]["answer"]
            assert page("fits", item=item, answer=answer) == kinds.of(item).is_answer(answer)

    check()
