"""Blocks as a Word document, by python-docx: a summary of one sheet, and its annexes."""

import io
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from course.capstone import boxes
from course.capstone.layout import Block, numbered
from course.capstone.words import words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

__all__ = ["document"]

_FACE = "Calibri"
_BODY, _LEGEND = 11, 9.25  # points
_INK, _QUIET = "1F2933", "52606D"
_FACTS = 2  # pairs in a row at the head


def _is_right_to_left(text: str) -> bool:
    """Does the first letter with a direction run from right to left, as Urdu does?"""
    first = next((d for c in text if (d := unicodedata.bidirectional(c)) in {"L", "R", "AL"}), "L")
    return first != "L"


def _turned(paragraph: "Paragraph", text: str) -> "Paragraph":
    """The paragraph, set from right to left if its words are."""
    if not _is_right_to_left(text):
        return paragraph
    from docx.oxml import OxmlElement

    paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True
    return paragraph


def _sheet(made: "Document") -> None:
    """A sheet of A4, proofed as the English of the course."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    sheet = made.sections[0]
    sheet.page_width, sheet.page_height = Cm(21), Cm(29.7)
    sheet.left_margin = sheet.right_margin = Cm(1.5)
    sheet.top_margin, sheet.bottom_margin = Cm(0.8), Cm(1.1)
    sheet.footer_distance = Cm(0.5)
    # The types of python-docx do not say that these are styles of paragraphs.
    styles = {
        name: cast("ParagraphStyle", made.styles[name])
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet")
    }
    sizes = {"Normal": _BODY, "Title": 15, "Heading 1": 13, "Heading 2": 11}
    for name, size in sizes.items():
        style = styles[name]
        style.font.name, style.font.size = _FACE, Pt(size)
        style.font.color.rgb = RGBColor.from_string(_INK)
        # A theme's face would win over the one that is named.
        for fonts in style.element.iter(qn("w:rFonts")):
            for old in list(fonts.attrib):
                if old.endswith("Theme"):
                    del fonts.attrib[old]
            for sort in ("w:hAnsi", "w:eastAsia", "w:cs"):
                fonts.set(qn(sort), _FACE)
    for border in list(styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    for name, before, after in (
        ("Normal", 0, 1),
        ("Title", 0, 2),
        ("Heading 1", 14, 4),
        ("Heading 2", 8, 2),
        ("List Bullet", 0, 3),
    ):
        format_ = styles[name].paragraph_format
        format_.space_before, format_.space_after = Pt(before), Pt(after)
        format_.line_spacing = 1
    styles["Title"].font.bold = True
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _foot(made: "Document", number: str) -> None:
    """File no. and Page 1 of 3 at the foot of each sheet."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    foot = made.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, *after = words()["labels"]["paged"].split("#")
    foot.add_run(number + before).font.size = Pt(_LEGEND)
    for field, then in zip(("PAGE", "NUMPAGES"), after, strict=True):
        counted = OxmlElement("w:fldSimple")
        counted.set(qn("w:instr"), field)
        foot.paragraph_format.element.append(counted)
        number_of = foot.add_run("1")  # the word processor puts the number in its place
        number_of.font.size = Pt(_LEGEND)
        counted.append(number_of.element)
        foot.add_run(then).font.size = Pt(_LEGEND)


def _said(
    made: "Document", text: str, *, size: float = _BODY, quiet: bool = False, bold: bool = False
) -> "Paragraph":
    from docx.shared import Pt, RGBColor

    paragraph = made.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, quiet
    if quiet:
        run.font.color.rgb = RGBColor.from_string(_QUIET)
    return _turned(paragraph, text)


def _listed(made: "Document", lead: str, text: str) -> None:
    paragraph = made.add_paragraph(style="List Bullet")
    if lead:
        paragraph.add_run(f"{lead}. ").bold = True
    paragraph.add_run(text)
    _turned(paragraph, lead or text)


def _point(made: "Document", lead: str, texts: list[str], empty: str) -> None:
    """A numbered point: its lead in bold, and what is said beginning on the same line."""
    from docx.shared import Pt

    first, *others = texts or [empty]
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(1)
    paragraph.paragraph_format.keep_with_next = not first
    paragraph.add_run(f"{lead}. " if first else lead).bold = True
    paragraph.add_run(first).italic = not texts
    _turned(paragraph, first or lead)
    for text in others:
        _said(made, text)


def _chart(made: "Document", rows: list[list[Any]], legend: str, lead: str) -> None:
    for n, (label, said, tip, line, strokes, ends) in enumerate(rows):
        named = _said(made, "")
        named.add_run(f"{label}. " if n else f"{lead}. {label}. ").bold = True
        named.add_run(said)
        named.paragraph_format.keep_with_next = True
        _turned(named, label)
        if line:
            boxes.between(made, *line)
        boxes.bar(made, tip, [at for at, _ in strokes], ends)
        if strokes:
            boxes.scale(made, strokes)
    if legend:
        _said(made, legend, size=_LEGEND)


def _annex(made: "Document", text: str, on_a_sheet: bool) -> None:
    heading = made.add_heading(text, level=1)
    heading.paragraph_format.page_break_before = on_a_sheet
    boxes.ruled(heading)


def _centred(paragraph: "Paragraph") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _title(made: "Document", text: str) -> None:
    boxes.ruled(_turned(made.add_heading(text, level=0), text))


def _list(made: "Document", entries: list[list[str]]) -> None:
    for lead, text in entries:
        _listed(made, lead, text)


# kind of a block -> what puts it into the document
_PUT: dict[str, Callable[..., object]] = {
    "kicker": lambda made, text: _said(made, text.upper(), size=_LEGEND, bold=True),
    "banner": lambda made, text: _centred(_said(made, text, size=_LEGEND)),
    "stamp": lambda made, text: boxes.ruled(_said(made, text, bold=True)),
    "order": lambda made, text: _centred(_said(made, text.upper(), bold=True)),
    "title": _title,
    "annex": _annex,
    "heading": lambda made, text: made.add_heading(text, level=2),
    "facts": lambda made, pairs: boxes.facts(made, pairs, _FACTS, _turned),
    "decision": lambda made, label, text: boxes.decision(made, label, text, _turned),
    "point": _point,
    "table": lambda made, head, rows: boxes.table(made, head, rows, _turned),
    "chart": _chart,
    "sign": lambda made, places: boxes.signed(made, places, _turned),
    "list": _list,
    "note": lambda made, text: _said(made, text, size=_LEGEND),
    "quiet": lambda made, text: _said(made, text, quiet=True),
    "words": _said,
}


def document(blocks: Sequence[Block], author: str = "") -> bytes:
    """The bytes of a .docx of a memo's blocks."""
    import docx

    made = docx.Document()
    _sheet(made)
    _foot(made, " ".join(numbered(blocks)))
    about = made.core_properties
    about.author, about.comments = author[:255], ""
    about.title = next((parts[0] for kind, *parts in blocks if kind == "title"), "")[:255]
    about.created = about.modified = datetime.now(UTC)
    for kind, *parts in blocks:
        _PUT[kind](made, *parts)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
