"""A grid as the data that paper.typ sets: how each cell spans its rows, and where it may break."""

import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from goldenthread.papers.document import Bullets, Cell, Grid, Paragraph, Run
from goldenthread.papers.renderers.placing import (
    CM_IN_A_POINT,
    LETTER,
    PADDING_CM,
    Place,
    label,
    placed,
    type_size,
    widths,
)
from goldenthread.papers.renderers.wording import runs_of

Data = dict[str, Any]

LINE_EMS = 1.25
# Rows are kept whole up to this part of the page's text; what is longer may break.
WHOLE_UP_TO = 0.6
# So much more room than was reckoned, since the widths of letters are means.
TO_BE_SAFE = 1.15
BREAK_HERE = "\N{ZERO WIDTH SPACE}"


def grid_data(grid: Grid, *, width: float, height: float) -> Data:
    """The table; the page's text is `width` by `height` cm."""
    wide = widths(grid, total=width)
    size = type_size(grid)
    room = [_letters(each, size) for each in wide]
    columns = [
        {
            "title": _broken(label(column.title), letters),
            "width": width,
            "right": column.align == "right",
        }
        for column, width, letters in zip(grid.columns, wide, room, strict=True)
    ]
    most = height * WHOLE_UP_TO / (size * LINE_EMS * CM_IN_A_POINT)
    return {
        "kind": "grid",
        "caption": label(grid.caption),
        "summary": label(grid.summary),
        "size": size,
        "columns": columns,
        "cells": list(_Spans(list(placed(grid)), room, most).cells()),
    }


class _Spans:
    """Sets the cells of a grid so that a page never begins in the middle of a text.

    A cell over several rows holds together those beside which its text stands; an empty
    cell without a line between them covers the rest. One line is repeated in every row
    instead, so that the first row of a page still says to which recommendation it belongs.
    """

    def __init__(self, rows: list[tuple[Place, ...]], room: list[int], most: float) -> None:
        self.rows = rows
        self.room = room
        self.most = most
        self.heights = [self._height(row) for row in rows]
        self.rest: dict[tuple[int, int], tuple[int, Cell]] = {}

    def cells(self) -> Iterator[Data]:
        """In the order of reading, as Typst wants them."""
        for row, places in enumerate(self.rows):
            for column, place in enumerate(places):
                yield from self._cell(place, row, column)

    def _cell(self, place: Place, row: int, column: int) -> Iterator[Data]:
        cell, letters = place.cell, self.room[column]
        if cell.rows == 1 or _is_short(cell, letters):
            whole = _lines(cell, letters) <= self.most
            yield _data(cell, letters=letters, rows=1, breakable=not whole)
        elif place.begins:
            yield self._spanning(cell, row, column)
        elif (row, column) in self.rest:
            rows, above = self.rest[row, column]
            below = Cell(tone=above.tone)
            yield _data(below, letters=letters, rows=rows, breakable=True) | {"below": True}

    def _spanning(self, cell: Cell, row: int, column: int) -> Data:
        needed = _lines(cell, self.room[column]) * TO_BE_SAFE
        together, height = 0, 0
        while together < cell.rows and height < needed:
            height += self.heights[row + together]
            together += 1
        if together < cell.rows:
            self.rest[row + together, column] = (cell.rows - together, cell)
        breakable = max(height, needed) > self.most
        letters = self.room[column]
        made = _data(cell, letters=letters, rows=together, breakable=breakable)
        return made | {"above": together < cell.rows}

    def _height(self, row: tuple[Place, ...]) -> int:
        """A row's lines, those of cells over several rows left out."""
        single = zip(row, self.room, strict=True)
        return max((_lines(p.cell, room) for p, room in single if p.cell.rows == 1), default=1)


def _data(cell: Cell, *, letters: int, rows: int, breakable: bool) -> Data:
    return {
        "rows": rows,
        "breakable": breakable,
        "above": False,
        "below": False,
        "tone": cell.tone,
        "head": cell.head,
        "blocks": [lines_data(block, letters=letters) for block in cell.blocks],
    }


def _letters(width: float, size: float) -> int:
    """How many letters of a word fit into a column."""
    return max(4, int((width - PADDING_CM) / (LETTER * size * CM_IN_A_POINT) + 0.01))


def _is_short(cell: Cell, letters: int) -> bool:
    return len(cell.text) <= letters and "\n" not in cell.text


def _lines(cell: Cell, letters: int) -> int:
    """How many lines a cell's text takes, reckoned by the mean width of letters."""
    return sum(math.ceil(len(line) / letters) or 1 for line in cell.text.split("\n"))


def lines_data(block: Paragraph | Bullets, *, letters: int = 0) -> Data:
    """A paragraph or list; words of more than `letters` may be broken, where that is not 0."""
    if isinstance(block, Paragraph):
        runs = runs_data(block.runs, letters=letters)
        return {"kind": "paragraph", "style": block.style, "runs": runs}
    points = [runs_data(point, letters=letters) for point in block.points]
    return {"kind": "points", "numbered": block.numbered, "points": points}


def runs_data(runs: Iterable[Run], *, letters: int = 0) -> list[Data]:
    """Printable texts, each strong or not."""
    return [{"text": _broken(run.text, letters), "strong": run.strong} for run in runs_of(runs)]


def _broken(text: str, letters: int) -> str:
    """The text with a place to break in each word that is wider than its column."""
    if not letters:
        return text
    return re.sub(rf"(\S{{{letters}}})(?=\S)", rf"\1{BREAK_HERE}", text)
