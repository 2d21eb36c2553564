"""What two standards of other systems have in common: XML, and a zip with a manifest. The same
assignment gives the same bytes, on every machine and day.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from course.interactives import sheets
from course.items.kinds.kind import Criterion

__all__ = ["Package", "add", "number", "rubric", "safe", "text_of", "zipped"]

_DAY = (2020, 2, 2, 0, 0, 0)  # no clock in the bytes
_RIGHTS = 0o100644 << 16


@dataclass(frozen=True)
class Package:
    """A file for another system. raw: its bytes; told: sentences on what differs in it, and on what
    is not in it.
    """

    raw: bytes
    told: tuple[str, ...]


def add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    """A new element inside `parent`."""
    node = ET.SubElement(parent, tag, attributes)
    node.text = text
    return node


def number(value: float) -> str:
    """A number as XML Schema reads it: 40 for 40.0."""
    return f"{value:.12g}"


def safe(name: str) -> str:
    """A name of an assignment as part of an identifier: other letters than those of ASCII, and
    spaces, are strange to some systems.
    """
    return re.sub(r"[^A-Za-z0-9._-]", "-", name)


def rubric(rows: tuple[Criterion, ...]) -> ET.Element:
    """A rubric as a table: what is looked at, and what earns 0, 1, 2 and 3 points."""
    table = ET.Element("table")
    body = add(table, "tbody")
    for row in rows:
        line = add(body, "tr")
        add(line, "th", row["criterion"])
        for points, level in enumerate(row["levels"]):
            add(line, "td", f"{points}: {level}")
    return table


def text_of(root: ET.Element) -> str:
    """The text of an XML file. What XML cannot hold is replaced by a mark."""
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return sheets.legible(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n')


def zipped(files: Mapping[str, ET.Element]) -> bytes:
    """A zip of XML files, in the order given."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name, root in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = 3, _RIGHTS  # as on Unix, wherever it is made
            archive.writestr(entry, text_of(root).encode())
    return raw.getvalue()
