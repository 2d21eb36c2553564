"""Blocks as a Word document, by python-docx."""

import io
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from course.capstone.layout import Block

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

__all__ = ["document"]


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
    """A sheet of A4, numbered at its foot, proofed as the English of the course."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    sheet = made.sections[0]
    sheet.page_width, sheet.page_height = Cm(21), Cm(29.7)
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = Cm(2.5)
    # The types of python-docx do not say that these two are styles of paragraphs.
    cast("ParagraphStyle", made.styles["Title"]).font.size = Pt(20)
    cast("ParagraphStyle", made.styles["Heading 1"]).paragraph_format.space_before = Pt(14)
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    foot = sheet.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    foot.paragraph_format.element.append(number)


def _widths(head: list[str] | None, rows: list[list[str]], whole: int) -> list[int]:
    """A width a column: more to those that say more,
    but none too narrow for the longest word of its heading.
    """
    most = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    least = [2 * max(map(len, title.split())) for title in head] if head else [0] * len(most)
    shares = [min(max(said, word, 16), 44) for said, word in zip(most, least, strict=True)]
    return [int(whole * share / sum(shares)) for share in shares]


def _kept(row: "_Row", is_head: bool) -> None:
    """A row that no page break cuts, and a heading that each page repeats."""
    from docx.oxml import OxmlElement

    wanted = row._tr.get_or_add_trPr()  # noqa: SLF001  python-docx has no public way to either
    for name in ("w:cantSplit", "w:tblHeader")[: 1 + is_head]:
        wanted.append(OxmlElement(name))


def _table(made: "Document", head: list[str] | None, rows: list[list[str]]) -> None:
    from docx.shared import Emu, Pt

    table = made.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    sheet = made.sections[0]
    # `_sheet` has set all three; a document of another kind might leave one out.
    whole = (sheet.page_width or 0) - (sheet.left_margin or 0) - (sheet.right_margin or 0)
    widths = [Emu(width) for width in _widths(head, rows, whole)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for at, row in enumerate(([head] if head else []) + rows):
        added = table.add_row()
        is_head = bool(head and at == 0)
        _kept(added, is_head)
        for i, (cell, text) in enumerate(zip(added.cells, row, strict=True)):
            cell.width = widths[i]
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = is_head or (not head and i == 0), Pt(10)
            _turned(cell.paragraphs[0], text)
    made.add_paragraph().paragraph_format.space_after = Pt(0)


def _listed(made: "Document", lead: str, text: str) -> None:
    paragraph = made.add_paragraph(style="List Bullet")
    if lead:
        paragraph.add_run(f"{lead}. ").bold = True
    paragraph.add_run(text)
    _turned(paragraph, lead or text)


def _put(made: "Document", kind: str, *parts: Any) -> None:
    match kind:
        case "title":
            _turned(made.add_heading(parts[0], level=0), parts[0])
        case "heading":
            made.add_heading(parts[0], level=1)
        case "facts":
            _table(made, None, parts[0])
        case "table":
            _table(made, *parts)
        case "list":
            for entry in parts[0]:
                _listed(made, *entry)
        case _:
            paragraph = made.add_paragraph()
            paragraph.add_run(parts[0]).italic = kind == "quiet"
            _turned(paragraph, parts[0])


def document(blocks: Sequence[Block], author: str = "") -> bytes:
    """The bytes of a .docx of a memo's blocks."""
    import docx

    made = docx.Document()
    _sheet(made)
    about = made.core_properties
    about.author, about.comments = author[:255], ""
    about.title = next((parts[0] for kind, *parts in blocks if kind == "title"), "")[:255]
    about.created = about.modified = datetime.now(UTC)
    for block in blocks:
        _put(made, *block)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
