"""Finds the part of a layout that holds a place, and marks the place in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from goldenthread.documents.layout import Place
from goldenthread.intake.beside.looking import BLANKS, Look
from goldenthread.intake.beside.shapes import Block, Box, Row, Text

# Around what is marked, so that the print is not touched (points).
AIR = 2.0
Span = Mapping[str, Any]
Edges = tuple[float, float, float, float]


def part_of(parts: Iterable[Mapping[str, Any]], place: Place) -> int | None:
    """The number of the first part with a span that holds the place; None where there is none."""
    for number, part in enumerate(parts, start=1):
        if any(_holds(span, place) for span in part["spans"]):
            return number
    return None


def _holds(span: Span, place: Place) -> bool:
    if span["first"] is None:
        return bool(span["page"] == place.page)
    if place.line is not None or span["table"] is None:
        return span["table"] is None and _holds_line(span, place)
    same = all(
        asked is None or asked == had
        for asked, had in ((place.sheet, span["sheet"]), (place.table, span["table"]))
    )
    known = place.sheet is not None or place.table is not None
    return same and known and (place.row is None or span["first"] <= place.row <= span["last"])


def _holds_line(span: Span, place: Place) -> bool:
    if place.line is None:
        return place.page is not None and span["page"] == place.page
    same_page = span["page"] is None or span["page"] == place.page
    return same_page and bool(span["first"] <= place.line <= span["last"])


def shown(blocks: Iterable[Mapping[str, Any]], look: Look, place: Place | None) -> list[Block]:
    """The blocks of a part as the looker may read them, with the place marked."""
    return [
        _table(block, look, place)
        if "rows" in block
        else Block(text=_text(block, look, marked=_is_line(block["place"], place)))
        for block in blocks
    ]


def marked_lines(blocks: Iterable[Mapping[str, Any]], place: Place) -> list[Edges]:
    """The boxes of a PDF page's lines at the place."""
    return [
        tuple(block["box"]) for block in blocks if block["box"] and _is_line(block["place"], place)
    ]


def marked_cells(cells: Iterable[Mapping[str, Any]], place: Place) -> list[Edges]:
    """The boxes of a PDF page's cells at the place: of one cell, or all of its row or table.

    Where the cell has no print on the page, its row is marked.
    """
    own = [cell for cell in cells if cell["table"] == place.table]
    in_row = [cell for cell in own if place.row is None or _covers(cell, place.row)]
    exact = [cell for cell in in_row if place.cell is None or cell["cell"] == place.cell]
    return [_edges(cell["box"]) for cell in exact or in_row]


def over(
    shown_blocks: Iterable[Block], blocks: Iterable[Mapping[str, Any]], edges: Iterable[Edges]
) -> Iterator[Block]:
    """A PDF page's lines, those marked that are printed within one of the boxes."""
    marks = list(edges)
    for shown_block, block in zip(shown_blocks, blocks, strict=True):
        text, box = shown_block.text, block["box"]
        within = text is not None and box and any(_overlap(box, mark) for mark in marks)
        yield Block(text=replace(text, marked=True)) if text is not None and within else shown_block


def _overlap(one: Sequence[float], other: Edges) -> bool:
    """Whether the middle of a line's height is inside a box that it also shares columns with."""
    middle = (one[1] + one[3]) / 2
    return other[1] <= middle <= other[3] and one[0] < other[2] and other[0] < one[2]


def is_marked(block: Block) -> bool:
    """Whether anything in the block is marked."""
    if block.text is not None:
        return block.text.marked
    return any(row.marked or any(cell.marked for cell in row.cells) for row in block.rows)


def in_percent(edges: Edges, *, width: float, height: float) -> Box:
    """A box in points as percent of its page, with some air around it."""
    left, top = max(0.0, edges[0] - AIR), max(0.0, edges[1] - AIR)
    right, bottom = min(width, edges[2] + AIR), min(height, edges[3] + AIR)
    return Box(
        left=round(100 * left / width, 2),
        top=round(100 * top / height, 2),
        width=round(100 * max(0.0, right - left) / width, 2),
        height=round(100 * max(0.0, bottom - top) / height, 2),
    )


def _edges(box: Mapping[str, float]) -> Edges:
    return box["left"], box["top"], box["right"], box["bottom"]


def _covers(cell: Mapping[str, Any], row: int) -> bool:
    return bool(cell["row"] <= row < cell["row"] + cell["rows"])


def _is_line(had: Mapping[str, Any], place: Place | None) -> bool:
    """Whether a line or paragraph is what was asked for; one page's texts have no page."""
    if place is None or place.line is None:
        return False
    same_page = had.get("page", place.page) == place.page
    return same_page and had.get("line") == place.line


def _table(block: Mapping[str, Any], look: Look, place: Place | None) -> Block:
    return Block(rows=tuple(_row(row, look, place) for row in block["rows"]))


def _row(row: Mapping[str, Any], look: Look, place: Place | None) -> Row:
    cells = tuple(_text(c, look, marked=_is_cell(c, place)) for c in row["cells"])
    return Row(row["number"], cells, marked=_is_row(row, place))


def _is_row(row: Mapping[str, Any], place: Place | None) -> bool:
    if place is None or place.cell is not None or place.row != row["number"]:
        return False
    return any(_is_in_table(cell["place"], place) for cell in row["cells"])


def _is_cell(cell: Mapping[str, Any], place: Place | None) -> bool:
    if place is None or place.cell is None or not _is_in_table(cell["place"], place):
        return False
    had = cell["place"]
    return bool(had.get("row") == place.row and had.get("cell") == place.cell)


def _is_in_table(had: Mapping[str, Any], place: Place) -> bool:
    """Whether a cell is of the sheet or table that the place names."""
    named = ((place.sheet, had.get("sheet")), (place.table, had.get("table")))
    return all(asked is None or asked == there for asked, there in named)


def _text(had: Mapping[str, Any], look: Look, *, marked: bool) -> Text:
    decision = look.decision(had["place"])
    blanked = bool(decision) and not look.cleared
    return Text(
        text=BLANKS[decision] if blanked else had["text"],
        place=had["place"],
        marked=marked,
        decision=decision,
        blanked=blanked,
        rows=had.get("rows", 1),
        columns=had.get("columns", 1),
        level=had.get("level"),
    )
