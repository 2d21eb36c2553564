"""What in a Word document is made of cells: tables, the head of a summary, its bars and the places
for a signature. python-docx has no public way to most of it, so its elements are written here.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from course.doors.blanks import words_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

__all__ = ["bar", "decision", "facts", "ruled", "scale", "signed", "table"]

_Turned = Callable[["Paragraph", str], "Paragraph"]
_SHADES = {
    "line": "000000",
    "sure": "3E4C59",
    "half": "7B8794",
    "doubt": "BCC6CF",
    "rest": "ECEFF2",
}
_PALE, _RULE = "EEF1F4", "9AA5B1"
_TEXT = 9  # points


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _shaded(cell: "_Cell", fill: str) -> None:
    shade = _element("shd", val="clear", color="auto", fill=fill)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001


def _kept(row: "_Row", is_head: bool = False) -> None:
    """A row that no page break cuts, and a heading that each page repeats."""
    wanted = row._tr.get_or_add_trPr()  # noqa: SLF001
    for name in ("cantSplit", "tblHeader")[: 1 + is_head]:
        wanted.append(_element(name))


def _line(made: "Document") -> int:
    sheet = made.sections[0]
    # The document has set all three; another one might leave one out.
    return (sheet.page_width or 0) - (sheet.left_margin or 0) - (sheet.right_margin or 0)


def _grid(made: "Document", widths: list[int], *, margins: int, ruled: bool) -> "Table":
    """A table without rows: widths in EMU, margins of its cells in twentieths of a point."""
    from docx.shared import Emu

    grid = made.add_table(rows=0, cols=len(widths), style="Table Grid")
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Emu(width)
    about = grid._tbl.tblPr  # noqa: SLF001
    around = _element("tblCellMar")
    for side in ("left", "right"):
        around.append(_element(side, w=str(margins), type="dxa"))
    borders = _element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        kind = "single" if ruled and side in {"top", "bottom", "insideH"} else "nil"
        borders.append(_element(side, val=kind, sz="4", color=_RULE))
    about.append(_element("tblInd", w=str(margins if ruled else 0), type="dxa"))
    about.append(borders)
    about.append(around)
    return grid


def _row(grid: "Table", widths: list[int], is_head: bool = False) -> "_Row":
    from docx.shared import Emu

    row = grid.add_row()
    _kept(row, is_head)
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Emu(width)
    return row


def _written(cell: "_Cell", text: str, bold: bool, turned: _Turned, size: float = _TEXT) -> None:
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    turned(paragraph, text)


def _gap(made: "Document", points: float) -> None:
    """What Word wants between two tables: a paragraph, as low as it may be."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    between = made.add_paragraph().paragraph_format
    between.space_after = Pt(0)
    between.line_spacing_rule, between.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)


def ruled(paragraph: "Paragraph") -> "Paragraph":
    """The paragraph with a rule under it."""
    border = _element("pBdr")
    border.append(_element("bottom", val="single", sz="6", space="2", color=_RULE))
    paragraph.paragraph_format.element.get_or_add_pPr().append(border)
    return paragraph


def _widths(head: list[str], rows: list[list[str]], whole: int) -> list[int]:
    """A width a column: more to those that say more,
    but none too narrow for the longest word of its heading.
    """
    most = [max(len(row[i]) for row in rows) for i in range(len(head))]
    least = [2 * max(map(len, words_of(title))) for title in head]
    shares = [min(max(said, word, 16), 44) for said, word in zip(most, least, strict=True)]
    return [int(whole * share / sum(shares)) for share in shares]


def table(made: "Document", head: list[str], rows: list[list[str]], turned: _Turned) -> None:
    """A table with its heading, over the whole line."""
    widths = _widths(head, rows, _line(made))
    grid = _grid(made, widths, margins=70, ruled=True)
    for at, texts in enumerate([head, *rows]):
        row = _row(grid, widths, is_head=at == 0)
        for i, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            if at == 0:
                _shaded(cell, _PALE)
            _written(cell, text, at == 0 or i == 0, turned)
    _gap(made, 5)


def facts(made: "Document", pairs: list[list[str]], beside: int, turned: _Turned) -> None:
    """Labels and what they say, some pairs in each row."""
    label = 1 / 9
    whole = _line(made)
    widths = [int(whole * share) for share in (label, 1 / beside - label)] * beside
    grid = _grid(made, widths, margins=40, ruled=False)
    for start in range(0, len(pairs), beside):
        row = _row(grid, widths)
        texts = [text for pair in pairs[start : start + beside] for text in pair]
        for i, (cell, text) in enumerate(zip(row.cells, texts, strict=False)):
            _written(cell, text, i % 2 == 0, turned, 10)
    _gap(made, 4)


def decision(made: "Document", label: str, text: str, turned: _Turned) -> None:
    """What is to be signed, in a box."""
    widths = [_line(made)]
    grid = _grid(made, widths, margins=120, ruled=True)
    cell = _row(grid, widths).cells[0]
    _shaded(cell, _PALE)
    _written(cell, f"{label}: ", True, turned, 10.5)
    _written(cell, text, False, turned, 10.5)
    _gap(made, 4)


def bar(made: "Document", runs: list[list[Any]]) -> None:
    """A bar of the chart: a cell for each run, as wide as it is long."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Cm

    whole = _line(made)
    widths = [whole * cells // 100 for cells, _ in runs]
    grid = _grid(made, widths, margins=0, ruled=False)
    row = _row(grid, widths)
    row.height, row.height_rule = Cm(0.42), WD_ROW_HEIGHT_RULE.EXACTLY
    for cell, (_, kind) in zip(row.cells, runs, strict=True):
        _shaded(cell, _SHADES[kind])
    _gap(made, 1)


def scale(made: "Document", ends: list[str]) -> None:
    """The ends and the middle of the scale, under a bar."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Emu, Pt

    under = made.add_paragraph()
    stops, whole = under.paragraph_format.tab_stops, _line(made)
    stops.add_tab_stop(Emu(whole // 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Emu(whole), WD_TAB_ALIGNMENT.RIGHT)
    under.paragraph_format.space_after = Pt(2)
    under.add_run("\t".join(ends)).font.size = Pt(_TEXT)


def signed(made: "Document", lines: list[str], turned: _Turned) -> None:
    """Places for a signature and a date, two in a row."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Cm

    _gap(made, 6)
    whole = _line(made)
    widths = [int(whole * 0.72), int(whole * 0.28)]
    grid = _grid(made, widths, margins=40, ruled=True)
    for start in range(0, len(lines), 2):
        row = _row(grid, widths)
        row.height, row.height_rule = Cm(0.85), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, text in zip(row.cells, lines[start : start + 2], strict=True):
            _written(cell, text, False, turned)
