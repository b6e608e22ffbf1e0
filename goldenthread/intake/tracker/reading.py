"""Reads a workbook that comes back: which copy it is, and its rows, wherever its columns stand.

What runs in the other process asks no database, so this module knows no table.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goldenthread.basics.errors import UserFacingError
from goldenthread.documents import apart
from goldenthread.documents.containers.opening import open_document
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Cell, Document, Table
from goldenthread.documents.proposals import Proposal
from goldenthread.intake.tracker.columns import COLUMNS, REFERENCE, TEXT, folded
from goldenthread.intake.tracker.comparing import Line

COPY = "Copy"
HEADINGS_WITHIN = 10
FILE = "tracker.xlsx"


@dataclass(frozen=True)
class Returned:
    """A workbook: the number of its copy where it says so, its rows, the columns it lacks."""

    copy: str
    lines: tuple[Line, ...]
    lacks: tuple[str, ...]


def read(data: bytes, name: str) -> Returned:
    """Read a workbook in a process of its own.

    Raises:
        UserFacingError: it cannot be read, or has no table with the columns of a tracker.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        path.write_bytes(data)
        answered = next(apart.read_all([path], workers=1, job=answer))
    if "lines" not in answered:
        why = str(answered.get("message", "it cannot be read")).removeprefix(f"{FILE}: ")
        raise UserFacingError(f"{name}: {why}")
    lines = tuple(
        Line(row, public_id, cells, frozenset(formulas))
        for row, public_id, cells, formulas in answered["lines"]
    )
    return Returned(answered["copy"], lines, tuple(answered["lacks"]))


def answer(path: Path) -> Proposal:
    """The rows of a workbook, or a message; runs in the other process."""
    try:
        document = open_document(path)
    except UnreadableDocument as error:
        return {"message": str(error)}
    found = next(filter(None, map(_headed, document.tables())), None)
    if document.form != "xlsx" or found is None:
        return {
            "message": "This is no tracker that was saved here: it has no columns “Reference” and "
            "“Action”. Save the plan as Excel first, fill that in and bring it back."
        }
    table, first, columns = found
    return {
        "copy": _copy(document),
        "lines": list(_lines(table, first, columns)),
        "lacks": [one.heading for one in COLUMNS if one.is_open and one.key not in columns],
    }


def _headed(table: Table) -> tuple[Table, int, dict[str, int]] | None:
    """The table with the row below its headings and the place of each column."""
    known = {folded(column.heading): column.key for column in COLUMNS}
    for number, row in enumerate(table.grid()[:HEADINGS_WITHIN]):
        places: dict[str, int] = {}
        for place, cell in enumerate(row):
            key = known.get(folded(cell.text)) if cell else None
            if key:
                places.setdefault(key, place)
        if REFERENCE in places and TEXT in places:
            return table, number + 1, places
    return None


def _lines(
    table: Table, first: int, columns: dict[str, int]
) -> Iterator[tuple[int, str, dict[str, str], list[str]]]:
    for row in table.grid()[first:]:
        there = [cell for cell in row if cell and cell.text.strip()]
        if not there:
            continue
        cells = {key: _at(row, place) for key, place in columns.items()}
        public_id = cells.pop(REFERENCE).strip().upper()
        formulas = [key for key, place in columns.items() if (cell := row[place]) and cell.formula]
        yield there[0].place.row or 0, public_id, cells, formulas


def _at(row: Sequence[Cell | None], place: int) -> str:
    cell = row[place]
    return cell.text if cell else ""


def _copy(document: Document) -> str:
    """What stands beside 'Copy' on the sheet that tells about the workbook."""
    for table in document.tables():
        for row in table.grid():
            texts = [cell.text.strip() for cell in row if cell]
            if len(texts) > 1 and texts[0] == COPY:
                return texts[1]
    return ""
