"""Expressions and declarations of QTI 2.1, as elements."""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from course.classroom.exports.package import add, number

__all__ = [
    "declare",
    "element",
    "in_order",
    "named",
    "near",
    "outcome",
    "qti",
    "root",
    "stands",
    "value",
    "variable",
    "when",
]

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def root(tag: str, space: str, schema: str, **attributes: str) -> ET.Element:
    """The root of a file. space: its namespace."""
    where = {"xmlns": space, "xmlns:xsi": _XSI, "xsi:schemaLocation": f"{space} {schema}"}
    return ET.Element(tag, where | attributes)


def qti(tag: str, **attributes: str) -> ET.Element:
    """The root of a file of QTI itself."""
    schema = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
    return root(tag, _QTI, schema, **attributes)


def element(tag: str, *inside: ET.Element, **attributes: str) -> ET.Element:
    """An element with others inside."""
    node = ET.Element(tag, attributes)
    node.extend(inside)
    return node


def value(text: str, base: str = "float") -> ET.Element:
    """A value as such."""
    node = element("baseValue", baseType=base)
    node.text = text
    return node


def variable(name: str = "RESPONSE") -> ET.Element:
    """What a variable holds; the answer, if none is named."""
    return element("variable", identifier=name)


def outcome(name: str, found: ET.Element) -> ET.Element:
    """Let the outcome `name` be what is found."""
    return element("setOutcomeValue", found, identifier=name)


def when(*cases: Sequence[ET.Element], other: Sequence[ET.Element] = ()) -> ET.Element:
    """The first case whose condition holds, else `other`. A case: its condition, and what is
    then done.
    """
    found = element("responseCondition")
    for place, case in enumerate(cases):
        found.append(element("responseElseIf" if place else "responseIf", *case))
    if other:
        found.append(element("responseElse", *other))
    return found


def in_order(names: Iterable[str]) -> ET.Element:
    """These names, in this order."""
    return element("ordered", *(value(name, "identifier") for name in names))


def stands(name: str, at: int) -> ET.Element:
    """Does the answer have this step at this place, from 1?"""
    there = element("index", variable(), n=str(at))
    return element("match", there, value(name, "identifier"))


def near(right: float, tolerance: float) -> ET.Element:
    """Is the answer within the tolerance?"""
    about = f"{number(tolerance)} {number(tolerance)}"
    there = value(number(right))
    return element("equal", variable(), there, toleranceMode="absolute", tolerance=about)


def declare(to: ET.Element, name: str, first: float) -> None:
    """Declare an outcome that is a number, and what it is at first."""
    kind = {"cardinality": "single", "baseType": "float"}
    node = add(to, "outcomeDeclaration", identifier=name, **kind)
    add(add(node, "defaultValue"), "value", number(first))


def named(word: str, parts: Iterable[object]) -> list[str]:
    """A name for each of the parts."""
    return [f"{word}-{place}" for place, _ in enumerate(parts, 1)]
