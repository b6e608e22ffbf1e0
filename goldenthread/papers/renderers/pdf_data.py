"""A paper as the data that paper.typ sets; texts stay texts."""

import math
import re
from typing import Any

from goldenthread.papers.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Facts,
    Grid,
    Heading,
    Note,
    PageBreak,
    Paragraph,
)
from goldenthread.papers.renderers.placing import (
    CM_IN_A_POINT,
    LETTER,
    PADDING_CM,
    label,
    placed,
    type_size,
    widths,
)
from goldenthread.papers.renderers.wording import byline, note_runs, printable, runs_of, stepwise

LONG_CM, SHORT_CM = 29.7, 21.0
MARGIN_CM, NARROW_MARGIN_CM = 2.0, 1.5
LINE_EMS = 1.25
# A row is kept whole up to this part of the page's text; a longer one may break.
WHOLE_UP_TO = 0.6
FONTS = ("Arial", "Liberation Sans", "DejaVu Sans", "Libertinus Serif")
BREAK_HERE = "\N{ZERO WIDTH SPACE}"

Data = dict[str, Any]


def data_of(document: Document) -> Data:
    """The whole paper in lists, texts and numbers; lengths in cm, sizes of type in points.

    Raises:
        ValueError: the cells of a grid do not fill its columns.
    """
    lang, _, region = document.lang.partition("-")
    margin = NARROW_MARGIN_CM if document.landscape else MARGIN_CM
    width, height = (LONG_CM, SHORT_CM) if document.landscape else (SHORT_CM, LONG_CM)
    page = _Page(width=width - 2 * margin, height=height - 2 * MARGIN_CM)
    return {
        "title": printable(document.title),
        "subtitle": printable(document.subtitle),
        "authority": printable(document.authority),
        "byline": byline(document),
        "marking": printable(document.marking),
        "footer": printable(document.footer),
        "lang": lang,
        "region": region or None,
        "day": [document.as_at.year, document.as_at.month, document.as_at.day],
        "landscape": document.landscape,
        "margin": margin,
        "fonts": FONTS,
        "blocks": [page.block(block) for block in stepwise(document.blocks)],
    }


class _Page:
    """The room in cm that a page's text has."""

    def __init__(self, *, width: float, height: float) -> None:
        self.width = width
        self.height = height

    def block(self, block: Block) -> Data:
        match block:
            case Heading(level, text):
                return {"kind": "heading", "level": level, "text": text}
            case Note():
                return {"kind": "note", "tone": block.kind, "runs": _runs(note_runs(block))}
            case Facts(pairs):
                said = [(printable(term), _runs(runs_of(runs))) for term, runs in pairs]
                return {"kind": "facts", "pairs": said}
            case PageBreak():
                return {"kind": "break"}
            case Grid():
                return self._grid(block)
            case _:
                return _lines(block)

    def _grid(self, grid: Grid) -> Data:
        wide = widths(grid, total=self.width)
        size = type_size(grid)
        most = self.height * WHOLE_UP_TO / (size * LINE_EMS * CM_IN_A_POINT)
        room = [_letters(width, size) for width in wide]
        cells = [
            _cell(place.cell, letters=letters, most=most)
            for places in placed(grid)
            for place, letters in zip(places, room, strict=True)
            if place.begins
        ]
        columns = [
            {
                "title": _broken(label(column.title), letters),
                "width": width,
                "right": column.align == "right",
            }
            for column, width, letters in zip(grid.columns, wide, room, strict=True)
        ]
        return {
            "kind": "grid",
            "caption": label(grid.caption),
            "size": size,
            "columns": columns,
            "cells": cells,
        }


def _letters(width: float, size: float) -> int:
    """How many letters of a word fit into a column."""
    return max(4, int((width - PADDING_CM) / (LETTER * size * CM_IN_A_POINT) + 0.01))


def _cell(cell: Cell, *, letters: int, most: float) -> Data:
    """A cell; one that spans rows may always break, or its rows would have to share a page."""
    lines = sum(math.ceil(len(line) / letters) or 1 for line in cell.text.split("\n"))
    return {
        "rows": cell.rows,
        "breakable": cell.rows > 1 or lines > most,
        "tone": cell.tone,
        "head": cell.head,
        "blocks": [_lines(block, letters=letters) for block in cell.blocks],
    }


def _lines(block: Paragraph | Bullets, *, letters: int = 0) -> Data:
    if isinstance(block, Paragraph):
        runs = _runs(runs_of(block.runs), letters)
        return {"kind": "paragraph", "style": block.style, "runs": runs}
    points = [_runs(runs_of(point), letters) for point in block.points]
    return {"kind": "points", "numbered": block.numbered, "points": points}


def _runs(runs: Any, letters: int = 0) -> list[Data]:
    return [
        {"text": _broken(run.text, letters) if letters else run.text, "strong": run.strong}
        for run in runs
    ]


def _broken(text: str, letters: int) -> str:
    """The text with a place to break in each word that is wider than its column."""
    return re.sub(rf"(\S{{{letters}}})(?=\S)", rf"\1{BREAK_HERE}", text)
