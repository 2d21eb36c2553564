"""What in a Word document is made of cells: tables, the head of a summary, its bars and the places
for a signature. python-docx has no public way to most of it, so its elements are written here.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

__all__ = ["bar", "between", "decision", "facts", "ruled", "scale", "signed", "table"]

_Turned = Callable[["Paragraph", str], "Paragraph"]
_PALE, _RULE, _INK = "EEF1F4", "9AA5B1", "000000"
_TEXT, _LEGEND = 11, 9.25  # points
_CELLS, _SIDE, _FIGURE = 100, 7, 4  # hundredths of the line: all, beside the scale, for a figure
_BAR = "8794A1"
_LETTER, _WIDE = 75_600, 44  # EMU of a letter of 11 points; the most letters that widen a column


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
    about = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    borders = about.find("{*}tcBorders")
    if borders is None:
        borders = _element("tcBorders")
        about.append(borders)
    borders.append(_element(side, val="single", sz="8", color=_INK))


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
    paragraph.paragraph_format.space_after = Pt(0)
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
    """A width a column: more to those that say more, none too narrow for its longest word, and
    "0.89 to 1.32" is one: its spaces hold."""
    columns = list(zip(head, *rows, strict=True))
    longest = [max(len(word) for cell in cells for word in cell.split(" ")) for cells in columns]
    least = [_LETTER * (min(word, 20) + 2) for word in longest]
    most = (min(max(map(len, cells)), _WIDE) for cells in columns)
    more = [max(said - word, 1) for said, word in zip(most, longest, strict=True)]
    left = max(whole - sum(least), 0) / sum(more)
    wide = [word + left * said for word, said in zip(least, more, strict=True)]
    return [int(whole * width / sum(wide)) for width in wide]


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
    _gap(made, 3)


def facts(made: "Document", pairs: list[list[str]], beside: int, turned: _Turned) -> None:
    """Labels and what they say, some pairs in each row."""
    whole, label = _line(made), 1 / 8
    widths = [int(whole * share) for share in (label, 1 / beside - label)] * beside
    grid = _grid(made, widths, margins=40, ruled=False)
    for start in range(0, len(pairs), beside):
        row = _row(grid, widths)
        texts = [text for pair in pairs[start : start + beside] for text in pair]
        for i, (cell, text) in enumerate(zip(row.cells, texts, strict=False)):
            _written(cell, text, i % 2 == 0, turned)
    _gap(made, 3)


def decision(made: "Document", label: str, text: str, turned: _Turned) -> None:
    """What is to be signed, in a box."""
    grid = _grid(made, widths := [_line(made)], margins=120, ruled=True)
    cell = _row(grid, widths).cells[0]
    _shaded(cell, _PALE)
    _written(cell, f"{label}: ", True, turned)
    _written(cell, text, False, turned)
    _gap(made, 3)


def _at(hundredths: float) -> float:
    """Where a hundredth of the scale stands on the line, with room for a figure at each end."""
    return _SIDE + hundredths * (_CELLS - 2 * _SIDE) / _CELLS


def _strip(made: "Document", ends: list[float], texts: list[str]) -> "_Row":
    """One row of a chart, its cells ending where told, with a figure or nothing in each."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Cm, Pt

    whole = _line(made)
    widths = [int(whole * (b - a) / _CELLS) for a, b in pairwise([0, *ends])]
    row = _row(_grid(made, widths, margins=30, ruled=False), widths)
    row.height, row.height_rule = Cm(0.44), WD_ROW_HEIGHT_RULE.EXACTLY
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(text).font.size = Pt(_LEGEND)
    return row


def between(made: "Document", low: int, high: int, left: str, right: str) -> None:
    """The line above a bar, with a figure at each of its ends."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    row = _strip(made, [_at(low), _at(high), _CELLS], [left, "", right])
    row.cells[0].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _edged(row.cells[1], "bottom")
    _gap(made, 2)


def bar(made: "Document", whole: list[Any], strokes: list[int], ends: list[str]) -> None:
    """A bar between the ends of its scale, its figure at its tip; a stroke is a cell's edge."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    start, tip, figure = whole
    low, high = sorted((_at(start), _at(tip)))
    edges = {_at(0), low, high, _at(_CELLS), float(_CELLS)}
    marks = {_at(stroke) for stroke in strokes}
    cells = list(pairwise(sorted(edges | marks | {0.0})))
    texts = [ends[0], *[""] * (len(cells) - 2), ends[1]]
    wide = [i for i, (a, b) in enumerate(cells) if 0 < i < len(cells) - 1 and b - a >= _FIGURE]
    beyond = [i for i in wide if cells[i][0] >= high] if tip >= start else []
    before = [i for i in wide if cells[i][1] <= low] if tip < start else []
    for i in beyond[:1] + before[-1:]:
        texts[i] = figure
    row = _strip(made, [b for _, b in cells], texts)
    for i, (cell, (a, b)) in enumerate(zip(row.cells, cells, strict=True)):
        if a in marks:
            _edged(cell, "left")
        if _at(0) <= a and b <= _at(_CELLS):
            _shaded(cell, _BAR if low <= a and b <= high else _PALE)
        if i in before[-1:] or i == 0:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _gap(made, 1)


def scale(made: "Document", strokes: list[list[Any]]) -> None:
    """A word under a bar, below its hundredth of the scale; of two, one to either side."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Emu, Pt

    under = made.add_paragraph()
    two = (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_ALIGNMENT.LEFT)
    sides = two if len(strokes) > 1 else (WD_TAB_ALIGNMENT.CENTER,)
    for (at, word), side in zip(strokes, sides, strict=True):
        place = Emu(int(_line(made) * _at(at) / _CELLS))
        under.paragraph_format.tab_stops.add_tab_stop(place, side)
        under.add_run(f"\t{word}").font.size = Pt(_LEGEND)
    under.paragraph_format.space_after = Pt(1)


def _boxed(room: "_Cell", under: "_Cell", label: str, turned: _Turned) -> None:
    """Room to write a remark by hand, with a line on all sides."""
    for cell, sides in ((room, ("top", "left", "right")), (under, ("left", "bottom", "right"))):
        for side in sides:
            _edged(cell, side)
    _written(room, label, False, turned, _LEGEND)


def signed(made: "Document", places: list[list[str]], turned: _Turned) -> None:
    """Places for a signature, two by two: room and a line, and who signs below it."""
    for at in range(0, len(places), 2):
        _side_by_side(made, places[at : at + 2], turned)


def _side_by_side(made: "Document", places: list[list[str]], turned: _Turned) -> None:
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Cm, Pt

    _gap(made, 2)
    widths = [int(_line(made) * share) for share in (0.48, 0.04, 0.48)]
    grid = _grid(made, widths, margins=20, ruled=False)
    room, under = _row(grid, widths), _row(grid, widths)
    room.height, room.height_rule = Cm(1.4), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in room.cells:  # so that no page break parts the line from who signs on it
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    for at, (above, *below) in ((2 * i, place) for i, place in enumerate(places) if place):
        if not below:
            _boxed(room.cells[at], under.cells[at], above, turned)
            continue
        _edged(room.cells[at], "bottom")
        _written(room.cells[at], above, False, turned, _LEGEND)
        _written(under.cells[at], below[0], True, turned, _LEGEND)
        for text in below[1:]:
            paragraph = under.cells[at].add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(text).font.size = Pt(_LEGEND)
            turned(paragraph, text)
