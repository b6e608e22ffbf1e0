"""Blocks in order, as lines of one page: so a reader of lines can read any form."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from goldenthread.documents.layout import Block, Line, Page, Place, Table

CELL_BREAK = "\t"


def one_page(blocks: Iterable[Block]) -> tuple[Page, ...]:
    """The blocks' lines on a page numbered 1; their places are those of the blocks."""
    return (Page(number=1, lines=tuple(line for block in blocks for line in lines_of(block))),)


def lines_of(block: Block) -> Iterator[Line]:
    """A line for each line of a paragraph, and one for each row of a table.

    The cells of a row are parted by a tab, empty ones between them included; a line break inside
    a cell is a blank.
    """
    if isinstance(block, Table):
        yield from _rows(block)
        return
    bold = True if block.level else None
    for text in block.text.split("\n"):
        if text.strip():
            yield Line(text=text.strip(), place=block.place, bold=bold)


def _rows(table: Table) -> Iterator[Line]:
    for _, cells in groupby(table.cells, key=lambda cell: cell.row):
        row = list(cells)
        text = CELL_BREAK.join(" ".join(cell.text.split()) for cell in row)
        if text.strip():
            yield Line(text=text.rstrip(), place=_row_place(row[0].place))


def _row_place(place: Place) -> Place:
    return Place(page=place.page, sheet=place.sheet, table=place.table, row=place.row)
