"""Where the cells of a PDF's tables are printed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pypdfium2

from goldenthread.documents.containers import pdf_tables
from goldenthread.documents.containers.pdf_header import Known
from goldenthread.documents.containers.pdf_marks import Word, marks
from goldenthread.documents.containers.pdf_regions import RawTable, tables, without_running_lines
from goldenthread.documents.layout import Box


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """The print of a cell on one page; table, row and cell count as in its `Place`."""

    page: int
    table: int
    row: int
    cell: int
    rows: int
    box: Box


def printed_cells(data: bytes, known: Known) -> Iterator[PrintedCell]:
    """The filled cells of a PDF's tables, a cell over several pages once for each.

    Args:
        known: says of a printed text whether it is a heading of a wanted table; the same that
               the reader was given, or the tables count differently.

    Boxes are measured on the page as it is shown. Cost: about 0.1 s a page.
    """
    shifts = _shifts(data)
    found = tables(without_running_lines(marks(data)), known)
    for number, raw in enumerate(found, start=1):
        for cell in _cells(raw, number):
            left, top = shifts[cell.page - 1]
            yield replace(cell, box=_moved(cell.box, left=left, top=top))


def _cells(raw: RawTable, number: int) -> Iterator[PrintedCell]:
    # A word does not know its page, but each stands on one page only.
    pages = {id(word): r.marks.number for r in raw.regions for word in r.marks.words}
    cells, _ = pdf_tables.cells_of(raw)
    for cell in cells:
        printed: dict[int, list[Word]] = {}
        for word in (word for part in cell.parts for word in part):
            printed.setdefault(pages[id(word)], []).append(word)
        for page, words in printed.items():
            yield PrintedCell(page, number, cell.row + 1, cell.column + 1, cell.rows, around(words))


def around(boxes: Iterable[Word | Box]) -> Box:
    """The smallest box that holds them all; there must be one at least."""
    all_boxes = list(boxes)
    return Box(
        left=min(box.left for box in all_boxes),
        top=min(box.top for box in all_boxes),
        right=max(box.right for box in all_boxes),
        bottom=max(box.bottom for box in all_boxes),
    )


def _moved(box: Box, *, left: float, top: float) -> Box:
    return Box(box.left - left, box.top - top, box.right - left, box.bottom - top)


def _shifts(data: bytes) -> list[tuple[float, float]]:
    """How far right and down the shown part of each page begins in the whole page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [_shift(pdf[index]) for index in range(len(pdf))]


def _shift(page: pypdfium2.PdfPage) -> tuple[float, float]:
    left, bottom, right, top = page.get_mediabox()
    shown = page.get_cropbox()
    cut = (shown[0] - left, shown[1] - bottom, right - shown[2], top - shown[3])
    turn = page.get_rotation()
    by_turn = {
        0: (cut[0], cut[3]),
        90: (cut[1], cut[0]),
        180: (cut[2], cut[1]),
        270: (cut[3], cut[2]),
    }
    # Words also count from where the page's own coordinates begin.
    origin = (bottom, left) if turn in (90, 270) else (left, bottom)
    return by_turn[turn][0] + origin[0], by_turn[turn][1] - origin[1]
