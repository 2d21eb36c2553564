"""An assignment as a package of QTI 2.1, which OpenOLAT and other systems import.

QTI says how marks are reckoned, so a question earns there what it earns here, half marks included,
and each mistake has its explanation.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from course.classroom.exports.package import Package, add, safe, zipped
from course.classroom.exports.qti21_question import Question
from course.classroom.exports.qti21_rules import declare, element, outcome, qti, root
from course.items import kinds

if TYPE_CHECKING:
    from course.classroom.cycle.assignment import Assignment

__all__ = ["qti21"]

_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_SUMS = ("SCORE", "MAXSCORE")


def _test(assignment: "Assignment", names: Iterable[str]) -> ET.Element:
    """The test: all questions in their order, and their sum."""
    title = assignment.title
    test = qti("assessmentTest", identifier=f"test-{safe(assignment.name)}", title=title)
    for points in _SUMS:
        declare(test, points, 0)
    how = {"navigationMode": "nonlinear", "submissionMode": "individual"}
    part = add(test, "testPart", identifier="part", **how)
    section = add(part, "assessmentSection", identifier="section", title=title, visible="true")
    for name in names:
        add(section, "assessmentItemRef", identifier=name, href=f"items/{name}.xml")
    sums = add(test, "outcomeProcessing")
    for points in _SUMS:
        of_each = element("testVariables", variableIdentifier=points)
        sums.append(outcome(points, element("sum", of_each)))
    return test


def _resource(resources: ET.Element, name: str, kind: str, href: str) -> ET.Element:
    one = add(resources, "resource", identifier=name, type=f"imsqti_{kind}_xmlv2p1", href=href)
    add(one, "file", href=href)
    return one


def _manifest(assignment: "Assignment", names: Sequence[str]) -> ET.Element:
    schema = "http://www.imsglobal.org/xsd/imscp_v1p1.xsd"
    held = root("manifest", _PACKAGE, schema, identifier=f"steel-frame-{safe(assignment.name)}")
    about = add(held, "metadata")
    add(about, "schema", "QTIv2.1 Package")
    add(about, "schemaversion", "1.0.0")
    add(held, "organizations")
    resources = add(held, "resources")
    test = _resource(resources, "test", "test", "test.xml")
    for name in names:
        add(test, "dependency", identifierref=f"item-{name}")
        _resource(resources, f"item-{name}", "item", f"items/{name}.xml")
    return held


def qti21(assignment: "Assignment") -> Package:
    """The whole assignment, key included, as a zip: for the lecturer, not for students."""
    roots: dict[str, ET.Element] = {}
    left: list[str] = []
    for item in assignment.items():
        question = Question(item, assignment.points(item["id"]))
        if kinds.of(item).hand_over(question):
            roots[item["id"]] = question.root()
        else:
            left.append(item["id"])
    names = list(roots)
    files = {
        "imsmanifest.xml": _manifest(assignment, names),
        "test.xml": _test(assignment, names),
        **{f"items/{name}.xml": one for name, one in roots.items()},
    }
    told = (f"Left out, since QTI 2.1 has no form for {', '.join(left)}.",) if left else ()
    return Package(zipped(files), told)
