"""Blocks as a Word document, by python-docx."""

import io
import unicodedata
from datetime import UTC, datetime

__all__ = ["document"]


def _is_right_to_left(text):
    """Does the first letter with a direction run from right to left, as Urdu does?"""
    first = next((d for c in text if (d := unicodedata.bidirectional(c)) in {"L", "R", "AL"}), "L")
    return first != "L"


def _turned(paragraph, text):
    """The paragraph, set from right to left if its words are."""
    if not _is_right_to_left(text):
        return paragraph
    from docx.oxml import OxmlElement

    paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True
    return paragraph


def _table(made, head, rows):
    table = made.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for at, row in enumerate(([head] if head else []) + rows):
        cells = table.add_row().cells
        for i, (cell, text) in enumerate(zip(cells, row, strict=True)):
            run = cell.paragraphs[0].add_run(text)
            run.bold = bool(head and at == 0) or (not head and i == 0)
            _turned(cell.paragraphs[0], text)
    made.add_paragraph()


def _listed(made, lead, text):
    paragraph = made.add_paragraph(style="List Bullet")
    if lead:
        paragraph.add_run(f"{lead}. ").bold = True
    paragraph.add_run(text)
    _turned(paragraph, lead or text)


def _put(made, kind, *parts):
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


def document(blocks, author=""):
    """The bytes of a .docx of a memo's blocks."""
    import docx

    made = docx.Document()
    about = made.core_properties
    about.author, about.comments = author[:255], ""
    about.title = next((parts[0] for kind, *parts in blocks if kind == "title"), "")[:255]
    about.created = about.modified = datetime.now(UTC)
    for block in blocks:
        _put(made, *block)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
