"""Cuts a document into parts that are shown at once: pages, or so many rows and paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from goldenthread.documents.layout import Block, Cell, Document, Line, Page, Paragraph, Table

ROWS_AT_ONCE = 100
LINES_AT_ONCE = 200
LETTERS_AT_ONCE = 200_000
# A cell of a workbook holds 32,767 signs.
LONGEST_TEXT = 33_000


@dataclass(slots=True)
class Cut:
    """A part: what it is called, which places stand in it, and its blocks as JSON values."""

    label: str
    spans: list[dict[str, Any]] = field(default_factory=list)
    blocks: list[dict[str, Any]] = field(default_factory=list)
    width: float | None = None
    height: float | None = None

    def note(self, span: dict[str, Any]) -> None:
        """Add a span; lines that follow those of the last span go into it."""
        last = self.spans[-1] if self.spans else span
        of_lines = last is not span and last["table"] is None and span["table"] is None
        if of_lines and last["page"] == span["page"] and last["last"] <= span["first"]:
            last["last"] = span["last"]
        else:
            self.spans.append(span)


def cut(document: Document) -> Iterator[Cut]:
    """The document's parts in order; each place of the document is in the span of one."""
    if document.form == "pdf":
        yield from map(_page, document.pages)
    elif document.form == "text":
        yield from _texts(document.pages)
    elif document.form == "xlsx":
        for table in document.tables():
            yield from _sheet(table)
    else:
        yield from _flow(document.blocks)


def _page(page: Page) -> Cut:
    blocks = [_line(line) for line in page.lines]
    return Cut(
        label=f"Page {page.number}",
        spans=[_of_lines(page.number, None, None)],
        blocks=blocks,
        width=page.width,
        height=page.height,
    )


def _texts(pages: Sequence[Page]) -> Iterator[Cut]:
    for page in pages:
        for start in range(0, len(page.lines), LINES_AT_ONCE):
            lines = page.lines[start : start + LINES_AT_ONCE]
            first, last = lines[0].place, lines[-1].place
            said = [f"Page {page.number}"] if len(pages) > 1 else []
            if len(page.lines) > LINES_AT_ONCE or not said:
                said.append(f"{'lines' if said else 'Lines'} {first.line} to {last.line}")
            span = _of_lines(first.page, first.line, last.line)
            yield Cut(", ".join(said), [span], [_line(line) for line in lines])


def _line(line: Line) -> dict[str, Any]:
    box = line.box
    edges = [round(edge, 2) for edge in (box.left, box.top, box.right, box.bottom)] if box else None
    return {"text": _short(line.text), "place": line.place.as_dict(), "box": edges}


def _sheet(table: Table) -> Iterator[Cut]:
    parts = list(_stretches(table))
    for rows in parts:
        span = _span(table, rows)
        label = f"Sheet “{table.place.sheet}”"
        if len(parts) > 1:
            label += f", rows {span['first']} to {span['last']}"
        yield Cut(label, [span], [{"rows": rows}])


def _flow(blocks: Iterable[Block]) -> Iterator[Cut]:
    """Paragraphs and tables of a text in parts of so many rows and letters."""
    part, size, letters = Cut("Part 1"), 0, 0
    number = 1
    for span, block, rows, length in _pieces(blocks):
        if part.blocks and (size + rows > ROWS_AT_ONCE or letters + length > LETTERS_AT_ONCE):
            yield part
            number += 1
            part, size, letters = Cut(f"Part {number}"), 0, 0
        part.note(span)
        part.blocks.append(block)
        size, letters = size + rows, letters + length
    if part.blocks:
        yield part


def _pieces(
    blocks: Iterable[Block],
) -> Iterator[tuple[dict[str, Any], dict[str, Any], int, int]]:
    """Each paragraph, and each stretch of a table's rows: its span, itself, its rows and letters."""
    for block in blocks:
        if isinstance(block, Paragraph):
            text = _short(block.text)
            place = block.place.as_dict()
            span = _of_lines(block.place.page, block.place.line, block.place.line)
            yield span, {"text": text, "place": place, "level": block.level}, 1, len(text)
            continue
        for stretch in _stretches(block):
            letters = sum(len(cell["text"]) for row in stretch for cell in row["cells"])
            yield _span(block, stretch), {"rows": stretch}, len(stretch), letters


def _of_lines(page: int | None, first: int | None, last: int | None) -> dict[str, Any]:
    """The span of a page's or text's lines; no first line says all of them."""
    return {"sheet": None, "table": None, "page": page, "first": first, "last": last}


def _span(table: Table, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    place = table.place
    return {
        "sheet": place.sheet,
        "table": place.table,
        "page": place.page,
        "first": rows[0]["number"],
        "last": rows[-1]["number"],
    }


def _stretches(table: Table) -> Iterator[list[dict[str, Any]]]:
    """The rows of a table in stretches that are shown at once. A merged cell that goes on over
    a stretch's end stands in each with the rows that it has there."""
    part: list[Cell] = []
    letters = 0
    for row, own in groupby(table.cells, key=lambda cell: cell.row):
        cells = list(own)
        length = sum(min(len(cell.text), LONGEST_TEXT) for cell in cells)
        if part and (row - part[0].row >= ROWS_AT_ONCE or letters + length > LETTERS_AT_ONCE):
            yield _rows(part, row)
            part = [
                replace(cell, row=row, rows=cell.row + cell.rows - row)
                for cell in part
                if cell.row + cell.rows > row
            ]
            letters = 0
        part += cells
        letters += length
    if part:
        yield _rows(part, table.height)


def _rows(cells: Iterable[Cell], end: int) -> list[dict[str, Any]]:
    """The cells as rows in order; none reaches to the row `end`."""
    in_order = sorted(cells, key=lambda cell: (cell.row, cell.column))
    clipped = [replace(cell, rows=min(cell.rows, end - cell.row)) for cell in in_order]
    rows = [list(own) for _, own in groupby(clipped, key=lambda cell: cell.row)]
    return [{"number": _number(own), "cells": [_cell(cell) for cell in own]} for own in rows]


def _number(cells: Iterable[Cell]) -> int:
    """The row's number as the user sees it; a cell carried over from above has a smaller one."""
    return max(cell.place.row or cell.row + 1 for cell in cells)


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "text": _short(cell.text),
        "place": cell.place.as_dict(),
        "rows": cell.rows,
        "columns": cell.columns,
    }


def _short(text: str) -> str:
    if len(text) <= LONGEST_TEXT:
        return text
    return f"{text[:LONGEST_TEXT]} … ({len(text) - LONGEST_TEXT:,} more signs)"
