"""Does an assignment leave for Moodle, or for paper, whole and with the right answers?

The structure asked for here is that of Moodle's documentation and of the files its own tests read.
No Moodle runs here.
"""

import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from classes import right

from course import _places
from course.classroom.cycle import assignment as assignments
from course.classroom.exports.moodle import FRACTIONS, moodle_xml
from course.classroom.exports.printed import paper_html
from course.items import kinds

KEYS = sorted((_places.root() / "notebooks" / "assignments" / "keys").glob("*.yaml"))
specimens = pytest.mark.parametrize("path", KEYS, ids=lambda path: path.stem)

TYPES = {
    "choice": "multichoice",
    "several": "multichoice",
    "classify": "matching",
    "match": "matching",
    "number": "numerical",
    "order": "ordering",
    "essay": "essay",
    "memo": "essay",
}
NEEDED = {
    "multichoice": [
        "single",
        "shuffleanswers",
        "answernumbering",
        "correctfeedback",
        "incorrectfeedback",
        "answer",
    ],
    "matching": ["shuffleanswers", "subquestion"],
    "numerical": ["answer", "unitgradingtype", "showunits"],
    "ordering": ["layouttype", "selecttype", "selectcount", "gradingtype", "answer"],
    "essay": [
        "responseformat",
        "responserequired",
        "responsefieldlines",
        "attachments",
        "graderinfo",
    ],
}


def plain(node):
    """The words of a <text>, out of its HTML."""
    return unescape(re.sub(r"</?p>", "", node.findtext("text") or ""))


def back(node, item):
    """The right answer as an importer would read it from the file, in the numbers of the sheet."""
    match item["kind"]:
        case "choice" | "several":
            texts = [option["text"] for option in item["options"]]
            told = [
                texts.index(plain(a))
                for a in node.findall("answer")
                if float(a.get("fraction")) > 0
            ]
            return told if item["kind"] == "several" else told[0]
        case "classify" | "match":
            pairs = {plain(sub): sub.findtext("answer/text") for sub in node.findall("subquestion")}
            lefts = (
                [s["text"] for s in item["statements"]]
                if item["kind"] == "classify"
                else [p["left"] for p in item["pairs"]]
            )
            offered = item["groups"] if item["kind"] == "classify" else kinds.of(item).places
            return [offered.index(pairs[left]) for left in lefts]
        case "order":
            steps = sorted(node.findall("answer"), key=lambda a: float(a.get("fraction")))
            texts = [item["steps"][step]["text"] for step in item["shown"]]
            return [texts.index(plain(step)) for step in steps]
    best = max(node.findall("answer"), key=lambda a: float(a.get("fraction")))
    return float(best.findtext("text"))


@specimens
def test_moodle_reads_the_same_answers(path):
    """Structure of each type, points, and every right answer back from the file?"""
    found = assignments.read(path)
    text = moodle_xml(found)
    assert text.startswith("<?xml"), "the declaration must be the file's first characters"
    first, *rest = ET.fromstring(text.encode("utf-8"))
    assert first.get("type") == "category"
    assert first.findtext("category/text").startswith("$course$/")
    assert [node.findtext("idnumber") for node in rest] == [item["id"] for item in found.items()]
    for node, item in zip(rest, found.items(), strict=True):
        kind = TYPES[item["kind"]]
        assert node.get("type") == kind
        for tag in ("name/text", "questiontext/text", "defaultgrade", *NEEDED[kind]):
            assert node.find(tag) is not None, f"{item['id']} lacks <{tag}>"
        assert plain(node.find("questiontext")).startswith(item["stem"])
        assert float(node.findtext("defaultgrade")) == found.points(item["id"])
        for answer in node.findall("answer") if kind == "multichoice" else []:
            assert abs(float(answer.get("fraction"))) in FRACTIONS
        if item["kind"] in {"essay", "memo"}:
            assert all(
                row["criterion"] in unescape(node.findtext("graderinfo/text"))
                for row in item["rubric"]
            )
        else:
            assert back(node, item) == pytest.approx(right(item))


def test_hostile_words_stay_words():
    """Angle brackets, ampersands and the end of a CDATA section?"""
    stem = "Is 1 < 2 & ]]> <script>alert(1)</script>?"
    options = [
        {"text": "<b>yes</b>", "correct": True, "feedback": "a & b"},
        {"text": "no", "misconception": "m", "feedback": "not so"},
    ]
    one = {"id": "a-b", "kind": "choice", "stem": stem, "options": options, "claims": []}
    odd = assignments.Assignment(
        name="odd", title="Odd / even", covers=(), minutes=1, objectives={}, questions=(one,)
    )
    node = ET.fromstring(moodle_xml(odd).encode("utf-8"))[1]
    assert plain(node.find("questiontext")) == stem
    assert "<script" not in node.findtext("questiontext/text")
    assert "<script" not in paper_html(odd)


@specimens
def test_paper_has_every_question_and_then_the_key(path):
    """Is the key apart, on a page of its own, and does the paper before it give nothing away?"""
    found = assignments.read(path)
    paper, key = paper_html(found).split("<section class='key'>")
    paper, key = unescape(paper), unescape(key)
    assert "break-before:page" in paper
    for item in found.questions:
        assert item["stem"] in paper
        assert item["stem"] in key
        for part in ("options", "statements", "pairs", "steps"):
            for one in item.get(part, []):
                assert one["feedback"] not in paper
                assert one["feedback"] in key
