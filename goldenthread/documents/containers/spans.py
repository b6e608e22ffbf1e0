"""Lays cells that span rows and columns out on a grid, as a browser does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Cell, Place, Table

COLUMNS_LIMIT = 256
ROWS_LIMIT = 20_000
GRID_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Span:
    """A cell before it has a place: its text and how far it reaches."""

    text: str
    rows: int = 1
    columns: int = 1


def lay_out(rows: Sequence[Iterable[Span]], *, number: int, name: str) -> Table:
    """The table with each span at the first free column of its row.

    A span that reaches below the last row ends there.

    Raises:
        UnreadableDocument: the grid would be wider or larger than any table that people read.
    """
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row, spans in enumerate(rows):
        column = 0
        for span in spans:
            while (row, column) in taken:
                column += 1
            cell = _cell(span, row=row, column=column, height=len(rows), table=number)
            cells.append(cell)
            _check(cell, height=len(rows), name=name)
            if cell.rows > 1:
                taken.update(_below(cell))
            column += cell.columns
    return Table(cells=tuple(cells), place=Place(table=number))


def check_rows(count: int, name: str) -> None:
    """To be asked before the cells of so many rows are read.

    Raises:
        UnreadableDocument: the table has more rows than any that people read.
    """
    if count > ROWS_LIMIT:
        raise too_large(name)


def _cell(span: Span, *, row: int, column: int, height: int, table: int) -> Cell:
    return Cell(
        text=span.text,
        place=Place(table=table, row=row + 1, cell=column + 1),
        row=row,
        column=column,
        rows=max(1, min(span.rows, height - row)),
        columns=max(1, span.columns),
    )


def _below(cell: Cell) -> set[tuple[int, int]]:
    rows = range(cell.row + 1, cell.row + cell.rows)
    return {(r, c) for r in rows for c in range(cell.column, cell.column + cell.columns)}


def _check(cell: Cell, *, height: int, name: str) -> None:
    width = cell.column + cell.columns
    if width > COLUMNS_LIMIT or width * height > GRID_LIMIT:
        raise too_large(name)


def too_large(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{name}: A table has more than {COLUMNS_LIMIT} columns, {ROWS_LIMIT:,} rows or "
        f"{GRID_LIMIT:,} cells. "
        "Copy the part that matters into a new file and try that.",
        found="table that is too large",
    )
