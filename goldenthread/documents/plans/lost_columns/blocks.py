"""Puts rows that were read from a flattened text back into tables, each cell with its line."""

from collections.abc import Sequence
from dataclasses import replace

from goldenthread.documents.layout import Block, Cell, Paragraph, Place, Table
from goldenthread.documents.plans.lost_columns.reading import Read
from goldenthread.documents.plans.lost_columns.wording import cell_text


def blocks_of(reads: Sequence[Read]) -> tuple[Block, ...]:
    """For each plan what stands above it as paragraphs, then its table with the headings."""
    blocks: list[Block] = []
    for number, read in enumerate(reads, start=1):
        blocks.extend(Paragraph(line.text, line.place) for line in read.section.front)
        blocks.append(_table(read, number))
    return tuple(blocks)


def _table(read: Read, number: int) -> Table:
    place = replace(read.section.heading_place, table=number)
    headings = [
        Cell(column.heading, place, row=0, column=k)
        for k, column in enumerate(read.section.columns)
    ]
    cells = [cell for k in range(len(read.rows)) for cell in _cells(read, k)]
    return Table(cells=(*headings, *cells), place=place)


def _cells(read: Read, at: int) -> list[Cell]:
    """The cells of a row; a merged one covers the rows after it that have no cell of their own."""
    found = []
    for column, spans in sorted(read.rows[at].cells.items()):
        text = cell_text(read.cells, column, spans) or ""
        covered = 1
        while at + covered < len(read.rows) and column not in read.rows[at + covered].cells:
            covered += 1
        place = place_of(read, spans[0].first, spans[0].last)
        found.append(Cell(text, place, row=at + 1, column=column, rows=covered))
    return found


def place_of(read: Read, first: int, last: int) -> Place:
    """The place of the first of a cell's lines that has a text."""
    lines = read.section.lines
    line = next((n for n in range(first, last + 1) if lines[n].words), first)
    return lines[line].place
