"""Does an assignment leave for other systems whole, with the marks that the course gives?

The files are marked here as their standards say (tests/support/reckoned.py), and looked through by
the rules that the standards' profiles publish. No OpenOLAT, Canvas or Blackboard runs here.
"""

import csv
import io
import itertools
import random
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from classes import right
from reckoned import Qti21, all_of, named, of_a_cartridge

from course import _places
from course.classroom.cycle import assignment as assignments
from course.classroom.exports import marks, spreadsheet
from course.classroom.exports.cartridge import cartridge
from course.classroom.exports.qti21 import qti21
from course.errors import CourseError
from course.items import kinds

KEYS = sorted((_places.root() / "notebooks" / "assignments" / "keys").glob("*.yaml"))
NCNAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
HOSTILE = "Is 1 < 2 & ]]> <script>alert(1)</script> \x0b\u202e=1+1?"


def _strange():
    """An assignment of odd words, with a kind that no standard has a form for."""
    options = [
        {"text": HOSTILE, "correct": True, "feedback": "a & b"},
        {"text": "no", "misconception": "m", "feedback": "<b>not so</b>"},
    ]
    voice = {"lens": "npm", "argument": "a", "cost": "c"}
    return assignments.Assignment(
        name="2 آزمائش",
        title="Odd / even & <odd>",
        covers=(),
        minutes=1,
        objectives={},
        questions=(
            {"id": "a-b", "kind": "choice", "stem": HOSTILE, "options": options, "claims": []},
            {"id": "c-d", "kind": "desk", "stem": "s", "options": [{"text": "t", **voice}]},
        ),
    )


def _all():
    return [*map(assignments.read, KEYS), _strange()]


def _files(raw):
    """{name: root} of a zip; each is an XML file, and the manifest is the first."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        return {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}


def _packed(files):
    """Faults of a package: what its manifest lists and holds, and names that are none."""
    name, manifest = next(iter(files.items()))
    listed = {node.get("href") for node in all_of(manifest, "file")}
    ids = [node.get("identifier") for node in manifest.iter() if node.get("identifier")]
    referred = {node.get("identifierref") for node in manifest.iter()} - {None}
    faults = [f"{one} is no name" for one in ids if not NCNAME.fullmatch(one)]
    if name != "imsmanifest.xml" or listed != files.keys() - {name}:
        faults.append(f"listed are {listed}")
    if len(set(ids)) < len(ids) or not referred <= set(ids):
        faults.append("names stand twice, or lead nowhere")
    return faults


def _answers(item):
    """Answers to a question in the numbers of its key: right ones, slips, and drawn ones."""
    kind, draw = kinds.of(item), random.Random(item["id"])
    match item["kind"]:
        case "choice":
            return range(len(kind.options))
        case "several":
            numbers = range(len(kind.parts))
            return [
                list(some)
                for n in range(1, len(kind.parts) + 1)
                for some in itertools.combinations(numbers, n)
            ]
        case "classify" | "match":
            drawn = [[draw.randrange(len(kind.places)) for _ in kind.parts] for _ in range(20)]
            key = right(item)
            slips = [
                [*key[:at], (key[at] + 1) % len(kind.places), *key[at + 1 :]]
                for at in range(len(key))
            ]
            return [key, *slips, *drawn]
        case "order":
            every = itertools.permutations(range(len(kind.parts)))
            return [list(one) for one in itertools.islice(every, 50)]
        case "number":
            about = [
                kind.right + kind.tolerance * by for by in (0, 0.9, -0.9, 1.1, -1.1, 1e3, -1e3)
            ]
            return [*about, *(trap.value for trap in kind.traps)]
    return []


def _response(item, answer):
    """The same as another system would send it."""
    match item["kind"]:
        case "choice":
            return f"option-{answer + 1}"
        case "several":
            return [f"option-{n + 1}" for n in answer]
        case "classify" | "match":
            return [f"part-{n} place-{place + 1}" for n, place in enumerate(answer, 1)]
        case "order":
            return [f"step-{item['shown'].index(step) + 1}" for step in answer]
    return answer


def _marked_otherwise(item, points, root):
    """Answers that QTI marks or explains in another way than the course."""
    kind, system = kinds.of(item), Qti21(root)
    if system.marked(None)[0]:
        yield f"{item['id']}: nothing earns something"
    for answer in _answers(item):
        found = system.marked(_response(item, answer))
        if (kind.score(answer) * points, kind.feedback(answer)) != found:
            yield f"{item['id']} {answer}: {found}"


def test_qti_21_marks_as_the_course_does():
    """Whole and half marks, explanations, points, names, and the same bytes each time?"""
    faults = []
    for found in _all():
        made = qti21(found)
        assert made.raw == qti21(found).raw, "the bytes differ"
        files = _files(made.raw)
        faults += [f"{found.name}: {fault}" for fault in _packed(files)]
        order = [node.get("identifier") for node in all_of(files["test.xml"], "assessmentItemRef")]
        left = [item["id"] for item in found.items() if item["id"] not in order]
        assert left == (["c-d"] if found.name.startswith("2 ") else [])
        assert all(name in " ".join(made.told) for name in left), "left out in silence"
        for item in found.items():
            if item["id"] in left:
                continue
            root = files[f"items/{item['id']}.xml"]
            (body,) = all_of(root, "itemBody")
            if "".join(body[0].itertext()) != item["stem"].replace(
                "\x0b", "\N{REPLACEMENT CHARACTER}"
            ):
                faults.append(f"{item['id']}: another stem")
            if "rubric" in item:
                text = "".join(body.itertext())
                faults += [
                    row["criterion"] for row in item["rubric"] if row["criterion"] not in text
                ]
            else:
                faults += _marked_otherwise(item, found.points(item["id"]), root)
    assert faults == []


def _told(item, label):
    return [field[1].text for field in all_of(item, "qtimetadatafield") if field[0].text == label]


def _unlike_the_profile(item):
    """What the profile of QTI 1.2.1 in a Common Cartridge forbids, of one item."""
    (profile,) = _told(item, "cc_profile")
    (weight,) = _told(item, "cc_weighting")
    asked = [n for n in item.iter() if named(n.tag) in {"response_lid", "response_str"}]
    labels = [node.get("ident") for node in all_of(item, "response_label")]
    used = {node.text for node in all_of(item, "varequal")}
    shown = {node.get("linkrefid") for node in all_of(item, "displayfeedback")}
    kept = {node.get("ident") for node in all_of(item, "itemfeedback")}
    if not re.fullmatch(r"[1-9]\d?", weight):
        yield f"weight {weight}"
    if len(asked) != 1 or not used <= set(labels) or len(set(labels)) < len(labels):
        yield "labels"
    if any(node.get("respident") != asked[0].get("ident") for node in all_of(item, "varequal")):
        yield "an answer to another question"
    if shown != kept:
        yield "feedback without a condition, or the other way round"
    manner = (named(asked[0].tag), asked[0].get("rcardinality"), bool(used))
    if (
        manner
        != {
            "cc.multiple_choice.v0p1": ("response_lid", "Single", True),
            "cc.multiple_response.v0p1": ("response_lid", "Multiple", True),
            "cc.essay.v0p1": ("response_str", "Single", False),
        }[profile]
    ):
        yield f"{profile}: {manner}"
    if profile == "cc.essay.v0p1" and _told(item, "qmd_computerscored") != ["No"]:
        yield "an essay that a computer scores"


def _keyed_otherwise(item, made):
    """Answers that a cartridge takes for right and the course does not, or the other way."""
    kind, key = kinds.of(item), right(item)
    if item["kind"] in {"classify", "match"}:
        for part, one in enumerate(made):
            for place in range(len(kind.places)):
                earned = of_a_cartridge(one, {f"option-{place + 1}"})
                if (earned == 100) != (place == key[part]):
                    yield f"{item['id']}, part {part}, place {place}"
        return
    (one,) = made
    for answer in _answers(item):
        response = _response(item, answer)
        ticked = set(response) if isinstance(response, list) else {response}
        if (of_a_cartridge(one, ticked) == 100) != (kind.score(answer) == 1):
            yield f"{item['id']} {answer}"


def test_a_cartridge_keeps_to_its_profile_and_key():
    """Names, metadata, conditions, right answers, and each item told that is not in it?"""
    faults = []
    for found in _all():
        made = cartridge(found)
        assert made.raw == cartridge(found).raw, "the bytes differ"
        files = _files(made.raw)
        faults += [f"{found.name}: {fault}" for fault in _packed(files)]
        (root,) = (one for name, one in files.items() if name != "imsmanifest.xml")
        inside = all_of(root, "item")
        names = [node.get("ident") for node in inside]
        assert len(set(names)) == len(names)
        faults += [
            f"{one.get('ident')}: {fault}" for one in inside for fault in _unlike_the_profile(one)
        ]
        for item in found.items():
            name = re.compile(rf"{item['id']}(-part-\d+)?")
            own = [one for one in inside if name.fullmatch(one.get("ident"))]
            if len(own) != 1 and item["id"] not in " ".join(made.told):
                faults.append(f"{item['id']}: {len(own)} questions, in silence")
            if own and "rubric" not in item:
                faults += _keyed_otherwise(item, own)
    assert faults == []


def test_a_cartridge_of_nothing_is_refused():
    """Only numbers to ask: a sentence with the cure?"""
    found = assignments.read(KEYS[0])
    numbers = tuple(item for item in found.questions if item["kind"] == "number")
    bare = assignments.Assignment("n", "Numbers", (), 1, {}, numbers)
    with pytest.raises(CourseError, match=r"--format qti-2\.1"):
        cartridge(bare)


def test_marks_for_other_systems_are_as_the_guide_shows(tmp_path):
    """Is each example of the guide what the export writes, and is a total that waits left empty?"""
    guide = (_places.root() / "docs" / "instructors-guide.md").read_text(encoding="utf-8")
    rows = [
        ["amina", 1, 21.5, 28, 0.0, ""],
        ["bilal", 0, 14.0, 28, 2.5, ""],
        ["=cmd", 0, 3.0, 28, 0.0, "first-advice"],
    ]
    lacking = []
    for system, table in marks.TABLES.items():
        path = spreadsheet.write(
            tmp_path / "t.csv", table("1-classic-government", marks.totals(rows))
        )
        text = path.read_text(encoding="utf-8-sig")
        *shown, last = text.splitlines()
        lacking += [(system, line) for line in shown if line not in guide.splitlines()]
        (strange,) = csv.reader([last])
        assert strange[0] == "'=cmd"
        assert "3" not in strange
    assert lacking == []
