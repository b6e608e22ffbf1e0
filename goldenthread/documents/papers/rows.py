"""The lines and table rows of a paper in reading order, with what parts them, for every container."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from goldenthread.documents.layout import Document, Line, Page, Paragraph, Table
from goldenthread.documents.papers import columns
from goldenthread.documents.papers.row import Row

BULLETS = "•·▪●◦○‣⁃■□➢✓\uf0b7\uf0a7\uf0d8\uf0fc\uf06f"
_BULLET = re.compile(rf"^(?P<mark>[{BULLETS}]|[-–*](?=\s)|o(?=\s+\S))\s*(?P<rest>\S.*)$", re.DOTALL)
_PAGE_NUMBER = re.compile(
    r"^(?:page\s+)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,3})?$", re.IGNORECASE
)
LOST = " "
"""The mark of a bullet whose glyph a text has lost; only its indent is left."""
WIDE_GAP = 0.85
"""A gap of this many type sizes between two lines of a PDF parts paragraphs."""
FEWEST_VALUES = 3
"""So many lines must begin at one edge to make it the column of a form's values."""
COLUMN_FROM = 50.0
"""Points from the left edge of the text at which a column of values begins at the earliest."""


def rows_of(document: Document) -> list[Row]:
    """The rows of a document without page numbers and repeated heads and feet."""
    if document.blocks:
        return list(_of_blocks(document))
    if document.form == "pdf":
        return list(_of_pdf(document))
    return list(_of_text(document))


def tidy(text: str) -> str:
    """A text with single blanks, its line breaks kept."""
    lines = (" ".join(line.split()) for line in text.replace("\xa0", " ").split("\n"))
    return "\n".join(line for line in lines if line)


def unbulleted(text: str) -> tuple[str | None, str]:
    """The mark that a line begins with, if any, and the rest of the line."""
    found = _BULLET.match(text)
    return (found["mark"], found["rest"]) if found else (None, text)


def _of_blocks(document: Document) -> Iterator[Row]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _of_table(block)
        else:
            yield _of_paragraph(block)


def _of_paragraph(block: Paragraph) -> Row:
    mark, text = unbulleted(tidy(block.text))
    return Row(
        text=text,
        place=block.place,
        gap=True,
        bullet=mark,
        whole=True,
        heading=block.level is not None,
    )


def _of_table(table: Table) -> Iterator[Row]:
    for cells in table.grid():
        filled = [c for c in cells if c is not None]
        texts = tuple((tidy(cell.text), cell.place) for cell in filled)
        if any(text for text, _ in texts):
            text = "\t".join(text for text, _ in texts)
            yield Row(text=text, place=texts[0][1], gap=True, cells=texts, whole=True)


def _of_text(document: Document) -> Iterator[Row]:
    """A leading blank stands for a lost bullet where other lines begin without one."""
    lines = [line for line in document.lines() if line.text.strip()]
    indented = sum(line.text.startswith(" ") for line in lines)
    flush = indented * 2 < len(lines)
    gap = True
    for line in document.lines():
        if not line.text.strip() or _PAGE_NUMBER.match(line.text.strip()):
            gap = True
            continue
        yield _text_row(line, gap=gap, flush=flush)
        gap = False


def _text_row(line: Line, *, gap: bool, flush: bool) -> Row:
    mark, text = unbulleted(line.text.strip().replace("\xa0", " "))
    lost = flush and re.match(r"^ {1,4}[A-Z]", line.text)
    return Row(text=text, place=line.place, gap=gap, bullet=mark or (LOST if lost else None))


def _of_pdf(document: Document) -> Iterator[Row]:
    repeated = _repeated(document.pages)
    for page in document.pages:
        lines = [line for line in page.lines if not _is_furniture(line, repeated)]
        yield from _sided([_pdf_row(line, before) for line, before in _with_before(lines)])


def _with_before(lines: list[Line]) -> Iterable[tuple[Line, Line | None]]:
    return zip(lines, [None, *lines], strict=False)


def _pdf_row(line: Line, before: Line | None) -> Row:
    mark, text = unbulleted(line.text.replace("\xa0", " "))
    return Row(
        text=text,
        place=line.place,
        gap=_gap(line, before),
        bullet=mark,
        heading=bool(line.bold),
        left=line.box.left if line.box else None,
        right=line.box.right if line.box else None,
        size=line.size,
    )


def _gap(line: Line, before: Line | None) -> bool:
    if before is None or line.box is None or before.box is None:
        return before is None
    distance = line.box.top - before.box.bottom
    return distance > WIDE_GAP * (line.size or 11.0) or distance < -(line.size or 11.0)


def _repeated(pages: tuple[Page, ...]) -> frozenset[str]:
    """The texts that stand first or last on more than one page."""
    edges = Counter(
        text for page in pages for text in {_folded(x) for x in (*page.lines[:2], *page.lines[-2:])}
    )
    return frozenset(text for text, count in edges.items() if count > 1)


def _folded(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.strip().lower())


def _is_furniture(line: Line, repeated: frozenset[str]) -> bool:
    return bool(_PAGE_NUMBER.match(line.text.strip())) or _folded(line) in repeated


def _sided(rows: list[Row]) -> list[Row]:
    """The rows of a page with their side of a form's two columns, where it has them."""
    lefts = [round(row.left) for row in rows if row.left is not None]
    edge = min(lefts, default=0)
    starts = Counter(left for left in lefts if left > edge + COLUMN_FROM)
    column, count = _column(starts)
    if count < FEWEST_VALUES:
        return rows
    sided = [replace(row, side=_side(row, edge, column)) for row in rows]
    return list(columns.parted(sided, column))


def _column(starts: Counter[int]) -> tuple[int, int]:
    """The commonest left edge, a point to either side counted with it, and how many share it."""
    sums = {at: sum(starts[at + by] for by in (-1, 0, 1)) for at in starts}
    return max(sums.items(), key=lambda each: (each[1], -each[0]), default=(0, 0))


def _side(row: Row, edge: int, column: int) -> str:
    left = row.left or 0.0
    if left >= column - 2:
        return "value"
    if left > edge + COLUMN_FROM / 2:
        return ""
    return "both" if (row.right or 0.0) > column else "label"
