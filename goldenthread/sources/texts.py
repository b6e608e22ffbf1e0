"""The texts of a read document as screening wants them: each with its place and heading."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from goldenthread.documents.layout import Cell, Document, Place, Table

LONGEST_HEADING = 60


class Text(NamedTuple):
    """A text of a file, where it stands, and the heading of its column or field, if any."""

    place: Place | Mapping[str, Any]
    text: str
    heading: str = ""


def texts_of(document: Document) -> Iterator[Text]:
    """Every text of a document: its paragraphs and cells where it marks them, else its lines.

    A cell comes once under the heading above it and once after the label left of it, since
    either may say what a bare date or number is.
    """
    if not document.blocks:
        yield from (Text(line.place, line.text) for line in document.lines())
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _cells(block)
        else:
            yield Text(block.place, block.text)


def _cells(table: Table) -> Iterator[Text]:
    above: dict[int, Cell] = {}
    left: Cell | None = None
    for cell in table.cells:
        beside = left if left is not None and left.row == cell.row else None
        headings = {_heading(above.get(cell.column)), _heading(beside)}
        for heading in sorted(headings):
            yield Text(cell.place, cell.text, heading)
        above.setdefault(cell.column, cell)
        left = cell


def _heading(cell: Cell | None) -> str:
    return cell.text if cell is not None and len(cell.text) <= LONGEST_HEADING else ""
