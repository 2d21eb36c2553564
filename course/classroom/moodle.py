"""An assignment as Moodle XML, the format of Moodle's question bank: imported under Question bank, Import, Moodle XML.

Where Moodle's types differ from ours: a classification becomes a matching question; Moodle gives points for parts in
its own way; a number's "too low" and "too high" become one explanation; a rubric goes to the grader's notes.
"""

from html import escape
from xml.etree import ElementTree as ET

from course import scoring, sheets

__all__ = ["FRACTIONS", "moodle_xml"]

# What Moodle accepts as the worth of an answer, in per cent of the question's mark.
FRACTIONS = (100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0)  # fmt: skip


def _text(parent, tag, text, *, html=True, **attributes):
    node = ET.SubElement(parent, tag, {"format": "html", **attributes} if html else attributes)
    ET.SubElement(node, "text").text = f"<p>{escape(text)}</p>" if html and text else text
    return node


def _say(parent, tag, value):
    ET.SubElement(parent, tag).text = str(value)


def _nearest(fraction):
    return min(FRACTIONS, key=lambda known: abs(known - fraction))


def _answer(parent, fraction, text, feedback, form="html"):
    node = ET.SubElement(parent, "answer", {"fraction": f"{fraction:g}", "format": form})
    ET.SubElement(node, "text").text = f"<p>{escape(text)}</p>" if form == "html" else text
    _text(node, "feedback", feedback)
    return node


def _combined(node, item):
    """What Moodle says of the whole answer."""
    _text(node, "correctfeedback", item.get("feedback", ""))
    _text(node, "partiallycorrectfeedback", "")
    _text(node, "incorrectfeedback", "")


def _options(node, item):
    single = item["kind"] == "choice"
    _say(node, "single", str(single).lower())
    _say(node, "shuffleanswers", "true")
    _say(node, "answernumbering", "abc")
    _combined(node, item)
    share = _nearest(100 / sum(bool(option.get("correct")) for option in item["options"]))
    for option in item["options"]:
        worth = share if option.get("correct") else 0 if single else -share
        _answer(node, worth, option["text"], option["feedback"])


def _pairs(node, item):
    _say(node, "shuffleanswers", "true")
    _combined(node, item)
    if item["kind"] == "classify":
        pairs = [(s["text"], s["group"]) for s in item["statements"]]
        offered = item["groups"]
    else:
        pairs = [(p["left"], p["right"]) for p in item["pairs"]]
        offered = scoring.rights(item)
    used = {right for _, right in pairs}
    for left, right in [*pairs, *(("", other) for other in offered if other not in used)]:
        sub = _text(node, "subquestion", left)
        _text(sub, "answer", right, html=False)


def _number(node, item):
    right = _answer(node, 100, f"{item['answer']:g}", item["feedback"], "moodle_auto_format")
    _say(right, "tolerance", f"{item['tolerance']:g}")
    for trap in item.get("traps", []):
        one = _answer(node, 0, f"{trap['value']:g}", trap["feedback"], "moodle_auto_format")
        _say(one, "tolerance", f"{trap.get('tolerance', item['tolerance']):g}")
    other = _answer(node, 0, "*", f"Too low? {item['low']} Too high? {item['high']}", "moodle_auto_format")
    _say(other, "tolerance", 0)
    for tag, value in (("unitgradingtype", 0), ("unitpenalty", 0.1), ("showunits", 3), ("unitsleft", 0)):
        _say(node, tag, value)


def _order(node, item):
    for tag, value in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", len(item["steps"])),
        ("gradingtype", "ABSOLUTE_POSITION"),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
    ):
        _say(node, tag, value)
    _combined(node, item)
    for place, step in enumerate(item["steps"], 1):
        _answer(node, place, step["text"], step["feedback"])


def _task(node, item):
    for tag, value in (
        ("responseformat", "editor"),
        ("responserequired", 1),
        ("responsefieldlines", 20),
        ("attachments", 0),
        ("attachmentsrequired", 0),
    ):
        _say(node, tag, value)
    rows = "".join(
        f"<tr><th>{escape(row['criterion'])}</th>{''.join(f'<td>{n}: {escape(level)}</td>' for n, level in enumerate(row['levels']))}</tr>"
        for row in item["rubric"]
    )
    for tag, html in (("graderinfo", f"<table>{rows}</table>"), ("responsetemplate", "")):
        ET.SubElement(ET.SubElement(node, tag, {"format": "html"}), "text").text = html


_KINDS = {
    "choice": ("multichoice", _options),
    "several": ("multichoice", _options),
    "classify": ("matching", _pairs),
    "match": ("matching", _pairs),
    "number": ("numerical", _number),
    "order": ("ordering", _order),
    "essay": ("essay", _task),
    "memo": ("essay", _task),
}


def _question(quiz, assignment, item):
    kind, rest = _KINDS[item["kind"]]
    node = ET.SubElement(quiz, "question", {"type": kind})
    _text(node, "name", item["id"], html=False)
    unit = item.get("unit", "")
    _text(node, "questiontext", f"{item['stem']} ({unit})" if unit else item["stem"])
    _text(node, "generalfeedback", f"Claims: {', '.join(item['claims'])}." if item.get("claims") else "")
    for tag, value in (
        ("defaultgrade", assignment.points(item["id"])),
        ("penalty", 0.3333333),
        ("hidden", 0),
        ("idnumber", item["id"]),
    ):
        _say(node, tag, value)
    rest(node, item)


def moodle_xml(assignment):
    """The whole assignment, key included, as the text of a Moodle XML file: for the question bank, not for students."""
    quiz = ET.Element("quiz")
    category = ET.SubElement(quiz, "question", {"type": "category"})
    ET.SubElement(
        ET.SubElement(category, "category"), "text"
    ).text = f"$course$/top/{assignment.title.replace('/', '//')}"
    for item in assignment.items():
        _question(quiz, assignment, item)
    ET.indent(quiz)
    return sheets.whole(
        '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(quiz, encoding="unicode") + "\n"
    )
