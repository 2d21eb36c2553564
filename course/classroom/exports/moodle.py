"""An assignment as Moodle XML, the format of Moodle's question bank: imported under Question bank,
Import, Moodle XML.

Where Moodle's types differ from ours: a classification becomes a matching question; Moodle gives
points for parts in its own way; a number's "too low" and "too high" become one explanation; a
rubric goes to the grader's notes.
"""

from html import escape
from xml.etree import ElementTree as ET

from course.interactives import sheets
from course.items import kinds

__all__ = ["FRACTIONS", "moodle_xml"]

# What Moodle accepts as the worth of an answer, in per cent of the question's mark.
FRACTIONS = (
    100,
    90,
    83.33333,
    80,
    75,
    70,
    66.66667,
    60,
    50,
    40,
    33.33333,
    30,
    25,
    20,
    16.66667,
    14.28571,
    12.5,
    11.11111,
    10,
    5,
    0,
)


def _text(parent, tag, text, *, html=True, **attributes):
    node = ET.SubElement(parent, tag, {"format": "html", **attributes} if html else attributes)
    ET.SubElement(node, "text").text = f"<p>{escape(text)}</p>" if html and text else text
    return node


def _nearest(fraction):
    return min(FRACTIONS, key=lambda known: abs(known - abs(fraction))) * (
        1 if fraction >= 0 else -1
    )


class _Question:
    """One question while its kind fills it; course/items/kinds/kind.py
    says what a kind may ask for (Exported).
    """

    def __init__(self, quiz, kind):
        self.node = ET.SubElement(quiz, "question", {"type": kind.moodle})
        self._shares = kind.moodle == "multichoice"  # where Moodle takes only some shares of a mark

    def say(self, name, value):
        ET.SubElement(self.node, name).text = str(value)

    def answer(self, worth, text, feedback="", tolerance=None):
        worth = _nearest(worth) if self._shares else worth
        form = "html" if tolerance is None else "moodle_auto_format"
        node = ET.SubElement(self.node, "answer", {"fraction": f"{worth:g}", "format": form})
        ET.SubElement(node, "text").text = f"<p>{escape(text)}</p>" if form == "html" else text
        _text(node, "feedback", feedback)
        if tolerance is not None:
            ET.SubElement(node, "tolerance").text = f"{tolerance:g}"

    def pair(self, left, right):
        _text(_text(self.node, "subquestion", left), "answer", right, html=False)

    def whole(self, feedback):
        for tag, text in (("correct", feedback), ("partiallycorrect", ""), ("incorrect", "")):
            _text(self.node, f"{tag}feedback", text)

    def rubric(self, rows):
        for tag, html in (("graderinfo", _rubric(rows)), ("responsetemplate", "")):
            ET.SubElement(ET.SubElement(self.node, tag, {"format": "html"}), "text").text = html


def _rubric(rows):
    table = ET.Element("table")
    for row in rows:
        line = ET.SubElement(table, "tr")
        ET.SubElement(line, "th").text = row["criterion"]
        for points, level in enumerate(row["levels"]):
            ET.SubElement(line, "td").text = f"{points}: {level}"
    return ET.tostring(table, encoding="unicode", short_empty_elements=False)


def _question(quiz, assignment, item):
    kind = kinds.of(item)
    question = _Question(quiz, kind)
    unit = item.get("unit", "")
    _text(question.node, "name", item["id"], html=False)
    _text(question.node, "questiontext", f"{item['stem']} ({unit})" if unit else item["stem"])
    claims = f"Claims: {', '.join(item['claims'])}." if item.get("claims") else ""
    _text(question.node, "generalfeedback", claims)
    question.say("defaultgrade", assignment.points(item["id"]))
    question.say("penalty", 0.3333333)
    question.say("hidden", 0)
    question.say("idnumber", item["id"])
    kind.export(question)


def moodle_xml(assignment):
    """The whole assignment, key included, as the text of a Moodle XML file:
    for the question bank, not for students.
    """
    quiz = ET.Element("quiz")
    category = ET.SubElement(quiz, "question", {"type": "category"})
    ET.SubElement(
        ET.SubElement(category, "category"), "text"
    ).text = f"$course$/top/{assignment.title.replace('/', '//')}"
    for item in assignment.items():
        _question(quiz, assignment, item)
    ET.indent(quiz)
    return sheets.legible(
        '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(quiz, encoding="unicode") + "\n"
    )
