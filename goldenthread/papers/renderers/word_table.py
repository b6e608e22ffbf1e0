"""A grid as a Word table: headings on every page, rows kept whole, a name for who cannot see it."""

from collections.abc import Sequence

from lxml import etree

from goldenthread.papers.document import Bullets, Cell, Column, Grid, Run, Tone
from goldenthread.papers.renderers.placing import Place, label, placed, type_size, widths
from goldenthread.papers.renderers.word_lists import Lists
from goldenthread.papers.renderers.word_xml import add, in_list, paragraph, twips

HEADING_SHADE = "E3EAF1"
SHADES: dict[Tone, str] = {"good": "E0F0E6", "warn": "FCEFD2", "bad": "F8DDD9", "none": "ECEFF1"}
SMALL_BELOW = 9.0
LINE = "8796A3"


def table(parent: etree._Element, grid: Grid, *, room: float, lists: Lists) -> None:
    """Adds the grid's table; `room` is the width of the page's text in cm."""
    made = add(parent, "tbl")
    _properties(made, grid)
    wide = [twips(width) for width in widths(grid, total=room)]
    columns = add(made, "tblGrid")
    for width in wide:
        add(columns, "gridCol", w=width)
    small = "Small" if type_size(grid) < SMALL_BELOW else ""
    _headings(made, grid.columns, wide, small=small)
    for places in placed(grid):
        row = _row(made)
        for place, column, width in zip(places, grid.columns, wide, strict=True):
            _cell(row, place, column, width, small=small, lists=lists)


def _properties(made: etree._Element, grid: Grid) -> None:
    properties = add(made, "tblPr")
    add(properties, "tblStyle", val="TableGrid")
    add(properties, "tblW", w=5000, type="pct")
    lines = add(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        add(lines, side, val="single", sz=4, space=0, color=LINE)
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")
    for side, width in (("top", 40), ("left", 80), ("bottom", 20), ("right", 80)):
        add(margins, side, w=width, type="dxa")
    named_rows = int(all(row[0].head for row in grid.rows if row))
    add(properties, "tblLook", val="0420", firstRow=1, firstColumn=named_rows, noVBand=1)
    add(properties, "tblCaption", val=label(grid.caption))
    if grid.summary:
        add(properties, "tblDescription", val=label(grid.summary))


def _row(made: etree._Element, *, heading: bool = False) -> etree._Element:
    row = add(made, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if heading:
        add(properties, "tblHeader")
    return row


def _headings(
    made: etree._Element, columns: Sequence[Column], wide: Sequence[int], *, small: str
) -> None:
    row = _row(made, heading=True)
    for column, width in zip(columns, wide, strict=True):
        cell = _open(row, width, shade=HEADING_SHADE)
        runs = [Run(label(column.title))]
        paragraph(cell, runs, f"TableHeading{small}", right=column.align == "right")


def _open(
    row: etree._Element, width: int, *, shade: str | None = None, merge: str = ""
) -> etree._Element:
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=width, type="dxa")
    if merge:
        add(properties, "vMerge", val=merge)
    if shade:
        add(properties, "shd", val="clear", color="auto", fill=shade)
    return cell


def _cell(
    row: etree._Element, place: Place, column: Column, width: int, *, small: str, lists: Lists
) -> None:
    cell = place.cell
    merge = ("restart" if place.begins else "continue") if cell.rows > 1 else ""
    made = _open(row, width, shade=SHADES.get(cell.tone), merge=merge)
    style = f"TableHeading{small}" if cell.head else f"TableText{small}"
    if place.begins:
        _fill(made, cell, style, right=column.align == "right", lists=lists)
    if len(made) == 1:
        # A cell without a paragraph is not Word.
        paragraph(made, (), style)


def _fill(made: etree._Element, cell: Cell, style: str, *, right: bool, lists: Lists) -> None:
    for block in cell.blocks:
        if isinstance(block, Bullets):
            number = lists.numbered() if block.numbered else lists.bullets
            for point in block.points:
                in_list(paragraph(made, point, style), number)
        else:
            paragraph(made, block.runs, style, right=right)
