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

__all__ = ["bar", "decision", "facts", "remarks", "ruled", "scale", "signed", "table"]

_Turned = Callable[["Paragraph", str], "Paragraph"]
_SHADES = {
    "sure": "3E4C59",
    "half": "7B8794",
    "doubt": "BCC6CF",
    "rest": "ECEFF2",
}
_PALE, _RULE, _INK = "EEF1F4", "9AA5B1", "000000"
_TEXT = 9  # points
_CELLS = 100  # of a bar


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


def _edged(cell: "_Cell", side: str) -> None:
    """A line on one side of a cell, of a point."""
    borders = _element("tcBorders")
    borders.append(_element(side, val="single", sz="8", color=_INK))
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001


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
    label = 1 / 8
    whole = _line(made)
    widths = [int(whole * share) for share in (label, 1 / beside - label)] * beside
    grid = _grid(made, widths, margins=40, ruled=False)
    for start in range(0, len(pairs), beside):
        row = _row(grid, widths)
        texts = [text for pair in pairs[start : start + beside] for text in pair]
        for i, (cell, text) in enumerate(zip(row.cells, texts, strict=False)):
            _written(cell, text, i % 2 == 0, turned, 9.5)
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


def _parted(runs: list[list[Any]], mark: int | None) -> list[tuple[int, str, str]]:
    """Runs as (cells, kind, on which side of them the mark stands): a run that the mark would cut
    is made two.
    """
    parted: list[tuple[int, str, str]] = []
    at = 0
    for cells, kind in runs:
        before = mark - at if mark is not None and at < mark < at + cells else 0
        for count in filter(None, (before, cells - before)):
            ends = {at: "left", _CELLS: "right"} if at + count == _CELLS else {at: "left"}
            parted.append((count, kind, ends.get(mark, "") if mark is not None else ""))
            at += count
    return parted


def bar(made: "Document", runs: list[list[Any]], mark: int | None) -> None:
    """A bar of the chart: a cell for each run, as wide as it is long. The mark is the thin edge of
    a cell.
    """
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Cm

    whole, parted = _line(made), _parted(runs, mark)
    widths = [whole * cells // _CELLS for cells, _, _ in parted]
    grid = _grid(made, widths, margins=0, ruled=False)
    row = _row(grid, widths)
    row.height, row.height_rule = Cm(0.42), WD_ROW_HEIGHT_RULE.EXACTLY
    for cell, (_, kind, side) in zip(row.cells, parted, strict=True):
        if side:
            _edged(cell, side)
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


def remarks(made: "Document", label: str, turned: _Turned) -> None:
    """Room to write a remark by hand."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Cm

    _gap(made, 4)
    widths = [_line(made)]
    row = _row(_grid(made, widths, margins=60, ruled=True), widths)
    row.height, row.height_rule = Cm(1.5), WD_ROW_HEIGHT_RULE.AT_LEAST
    _written(row.cells[0], label, False, turned)


def signed(made: "Document", places: list[list[str]], turned: _Turned) -> None:
    """Places for a signature, side by side: room and a line, and who signs below it."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Cm, Pt

    _gap(made, 4)
    whole = _line(made)
    widths = [int(whole * share) for share in (0.48, 0.04, 0.48)]
    grid = _grid(made, widths, margins=20, ruled=False)
    room, under = _row(grid, widths), _row(grid, widths)
    room.height, room.height_rule = Cm(1.25), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in room.cells:  # so that no page break parts the line from who signs on it
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    for at, (above, *below) in ((2 * i, place) for i, place in enumerate(places) if place):
        _edged(room.cells[at], "bottom")
        _written(room.cells[at], above, False, turned)
        _written(under.cells[at], below[0], True, turned)
        for text in below[1:]:
            paragraph = under.cells[at].add_paragraph()
            paragraph.paragraph_format.space_after = Pt(1)
            paragraph.add_run(text).font.size = Pt(_TEXT)
            turned(paragraph, text)
