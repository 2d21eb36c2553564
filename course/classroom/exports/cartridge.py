"""An assignment as a Common Cartridge 1.3, which Canvas, Blackboard and others import.

A cartridge carries QTI 1.2.1 in a narrow profile: one of several, all that are right, an essay. It
knows no tolerance and no order, and gives all points or none. What has places for its parts becomes
a question for each part.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from course.classroom.exports.cartridge_question import Question, fields
from course.classroom.exports.package import Package, add, safe, zipped
from course.errors import CourseError
from course.items import kinds

if TYPE_CHECKING:
    from course.classroom.cycle.assignment import Assignment

__all__ = ["cartridge"]

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_CC = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_PROFILE = "http://www.imsglobal.org/profile/cc/ccv1p3"


def _assessment(assignment: "Assignment", made: Sequence[ET.Element]) -> ET.Element:
    where = f"{_QTI} {_PROFILE}/ccv1p3_qtiasiv1p2p1_v1p0.xsd"
    spaces = {"xmlns": _QTI, "xmlns:xsi": _XSI, "xsi:schemaLocation": where}
    root = ET.Element("questestinterop", spaces)
    name = f"assessment-{safe(assignment.name)}"
    whole = add(root, "assessment", ident=name, title=assignment.title)
    fields(
        whole,
        cc_profile="cc.exam.v0p1",
        qmd_assessmenttype="Examination",
        qmd_scoretype="Percentage",
        cc_maxattempts="1",
    )
    add(whole, "section", ident="section").extend(made)
    return root


def _manifest(assignment: "Assignment", file: str) -> ET.Element:
    where = (
        f"{_CC} {_PROFILE}/ccv1p3_imscp_v1p2_v1p0.xsd {_LOM} "
        f"{_PROFILE}/LOM/ccv1p3_lommanifest_v1p0.xsd"
    )
    root = ET.Element(
        "manifest",
        {
            "xmlns": _CC,
            "xmlns:lomimscc": _LOM,
            "xmlns:xsi": _XSI,
            "xsi:schemaLocation": where,
            "identifier": f"steel-frame-{safe(assignment.name)}",
        },
    )
    about = add(root, "metadata")
    add(about, "schema", "IMS Common Cartridge")
    add(about, "schemaversion", "1.3.0")
    title = add(add(add(about, "lomimscc:lom"), "lomimscc:general"), "lomimscc:title")
    add(title, "lomimscc:string", assignment.title, language="en")
    order = {"identifier": "organization", "structure": "rooted-hierarchy"}
    top = add(add(add(root, "organizations"), "organization", **order), "item", identifier="top")
    add(add(top, "item", identifier="place", identifierref="assessment"), "title", assignment.title)
    one = add(
        add(root, "resources"),
        "resource",
        identifier="assessment",
        type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment",
    )
    add(one, "file", href=file)
    return root


def cartridge(assignment: "Assignment") -> Package:
    """The whole assignment, key included, as an imscc: for the lecturer, not for students. Raises
    CourseError if a cartridge has a form for none of it.
    """
    made, left, cut = list[ET.Element](), list[str](), list[str]()
    for item in assignment.items():
        question = Question(item, assignment.points(item["id"]))
        if not kinds.of(item).hand_over(question):
            left.append(item["id"])
        elif len(question.made) > 1:
            cut.append(item["id"])
        made += question.made
    if not made:
        raise CourseError(
            f"A Common Cartridge has a form for no question of {assignment.name}; export it with "
            "--format qti-2.1 or moodle-xml."
        )
    file = "assessment/assessment.xml"
    roots = {"imsmanifest.xml": _manifest(assignment, file), file: _assessment(assignment, made)}
    return Package(zipped(roots), tuple(_told(left, cut)))


def _told(left: Sequence[str], cut: Sequence[str]) -> Iterator[str]:
    if left:
        yield (
            "Left out, since a Common Cartridge knows neither a tolerance nor an order: "
            f"{', '.join(left)}."
        )
    if cut:
        yield (
            "Cut into a question of one point for each part, since a Common Cartridge places "
            f"nothing: {', '.join(cut)}."
        )
