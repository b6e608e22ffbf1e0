"""The tables of a PDF that stand under known headings, and the paragraphs between them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.containers import pdf_columns, pdf_rows, pdf_text
from goldenthread.documents.containers.pdf_columns import Columns
from goldenthread.documents.containers.pdf_header import (
    Header,
    Known,
    PrintedLine,
    headers,
    printed_lines,
)
from goldenthread.documents.containers.pdf_joining import join
from goldenthread.documents.containers.pdf_marks import Marks, Word, marks
from goldenthread.documents.containers.pdf_rows import RawCell, RawRows
from goldenthread.documents.layout import Block, Cell, Document, Line, Paragraph, Place, Table

NEAR = 4.0
# A line that follows so closely (in usual steps) is of the row above it.
CLOSE = 1.4
# The foot of a page, where its number stands (share of the height).
FOOT = 0.92
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a page under one header, or going on from the page before (None).

    `text_below` is the end of lines across the page under it: headings of the table if it
    goes on over the page, else text.
    """

    marks: Marks
    header: Header | None
    top: float
    bottom: float
    text_below: float | None = None


@dataclass(slots=True)
class RawTable:
    """A table over one or more pages."""

    columns: list[Columns]
    regions: list[Region]


def blocks(document: Document, known: Known) -> tuple[Block, ...]:
    """Tables and paragraphs of a PDF in reading order.

    Args:
        document: a PDF; its bytes are read again, because words with boxes are dear.
        known: says of a printed text whether it is a heading of a wanted table.

    A table goes on over pages where the headings stand again or the columns are the same;
    a row that a page break cuts is made whole. Cost: about 0.1 s a page.
    """
    pages = _without_running_lines(marks(document.data or b""))
    tables = _tables(pages, known)
    found: list[tuple[float, float, Block]] = []
    for number, raw in enumerate(tables, start=1):
        first = raw.regions[0]
        found.append((first.marks.number, first.top, _table(raw, number, document)))
    for line in document.lines():
        if line.box is not None and not _is_inside(line, tables):
            found.append((line.place.page or 0, line.box.top, Paragraph(line.text, line.place)))
    return tuple(block for _, _, block in sorted(found, key=lambda each: each[:2]))


def _without_running_lines(pages: list[Marks]) -> list[Marks]:
    """The pages without page numbers and lines that stand at the foot of most of them."""
    feet = Counter(
        key for page in pages for key in {_foot_key(line_words) for line_words in _feet(page)}
    )
    often = {key for key, count in feet.items() if count > max(1, len(pages) / 2)}
    cleaned = []
    for page in pages:
        running = {
            word
            for line_words in _feet(page)
            if _foot_key(line_words) in often or _PAGE_NUMBER.fullmatch(_joined(line_words))
            for word in line_words
        }
        words = tuple(word for word in page.words if word not in running)
        cleaned.append(Marks(page.number, page.width, page.height, words, page.across, page.down))
    return cleaned


def _feet(page: Marks) -> list[tuple[Word, ...]]:
    low = [word for word in page.words if word.top > FOOT * page.height]
    return [line.words for line in printed_lines(low)]


def _foot_key(words: Sequence[Word]) -> str:
    return re.sub(r"\d+", "#", _joined(words))


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _tables(pages: list[Marks], known: Known) -> list[RawTable]:
    tables: list[RawTable] = []
    for page in pages:
        regions = _regions(page, known, going_on=bool(tables))
        for region in regions:
            _add_region(tables, region)
    return tables


def _regions(page: Marks, known: Known, *, going_on: bool) -> list[Region]:
    """The stretches of a page, each from a header down to the next one or the table's end."""
    found = headers(page, known)
    tops = [_top_of(page, header) for header in found]
    ends = [*tops, page.height][1:]
    regions = [
        Region(page, header, top, _end(page, header, top, end))
        for header, top, end in zip(found, tops, ends, strict=True)
    ]
    if going_on and page.words:
        first = min(word.top for word in page.words) - 2
        end = tops[0] if tops else page.height
        if end - first > 10:
            regions.insert(0, Region(page, None, first, end))
    return regions


def _top_of(page: Marks, header: Header) -> float:
    """The rule over the headings, where one is drawn close to them."""
    above = [r.at for r in page.across if header.top - 14 <= r.at <= header.top + 1]
    return max(above) if above else header.top - 1


def _end(page: Marks, header: Header, top: float, limit: float) -> float:
    """The end of the rules down that begin at the header; else of the words before `limit`."""
    ends = [
        rule.end
        for rule in page.down
        if not rule.shade
        and rule.start <= header.bottom < rule.end - NEAR
        and rule.end <= limit + 1
    ]
    if len(ends) > 2:
        return max(ends)
    words = [w.bottom for w in page.words if top <= w.middle < limit]
    return max(words, default=limit) + 1


def _add_region(tables: list[RawTable], region: Region) -> None:
    """A region begins a table, or goes on with the last one where its columns are the same."""
    last = tables[-1] if tables else None
    if region.header is None:
        if last is not None and (found := _going_on(last, region)):
            _append(last, found, last.columns[-1])
        return
    columns = pdf_columns.find(region.marks, region.header, bottom=region.bottom)
    region = _without_text_below(region, columns)
    if last is not None and _same_table(last, columns, region):
        _append(last, region, columns)
    else:
        tables.append(RawTable([columns], [region]))


def _append(raw: RawTable, region: Region, columns: Columns) -> None:
    """Goes on with the table; lines across the foot of the page before are its headings."""
    before = raw.regions[-1]
    if before.text_below is not None:
        raw.regions[-1] = Region(before.marks, before.header, before.top, before.text_below)
    raw.regions.append(region)
    raw.columns.append(columns)


def _same_table(last: RawTable, columns: Columns, region: Region) -> bool:
    """The same columns at the top of the next page, with nothing but white between."""
    if region.marks.number != last.regions[-1].marks.number + 1:
        return False
    if any(word.bottom < region.top for word in region.marks.words):
        return False
    previous = last.regions[-1]
    if any(word.top > previous.bottom + 1 for word in previous.marks.words):
        return False
    before = last.columns[-1].edges
    near = all(abs(a - b) <= 4 * NEAR for a, b in zip(before, columns.edges, strict=False))
    return len(before) == len(columns.edges) and (near or not columns.ruled)


def _going_on(last: RawTable, region: Region) -> Region | None:
    """The part of a page without headings that belongs to the table before it."""
    previous = last.regions[-1]
    if region.marks.number != previous.marks.number + 1:
        return None
    columns = last.columns[-1]
    if columns.ruled:
        return _ruled_part(region, columns)
    inside = _without_text_below(region, columns)
    return inside if inside.bottom > region.top else None


def _without_text_below(region: Region, columns: Columns) -> Region:
    """The region down to its last line that stands in several columns, and what follows it
    closely; further text is none of a table without rules down."""
    if columns.ruled:
        return region
    top = region.header.bottom + 1 if region.header else region.top
    lines = pdf_columns.lines_between(region.marks, top, region.bottom)
    several = [
        number
        for number, line in enumerate(lines)
        if len({columns.of(w) for w in line.words}) > 1 and not pdf_columns.is_across(line, columns)
    ]
    if not several and (not lines or pdf_columns.is_across(lines[0], columns)):
        return Region(region.marks, region.header, region.top, top)
    # A last page may hold nothing but the rest of one cell.
    last, step = (several or [0])[-1], pdf_rows.usual_step(lines)
    while last + 1 < len(lines) and _belongs(lines[last], lines[last + 1], columns, step):
        last += 1
    below = lines[-1].bottom + 1 if last + 1 < len(lines) else None
    return Region(region.marks, region.header, region.top, lines[last].bottom + 1, below)


def _belongs(before: PrintedLine, line: PrintedLine, columns: Columns, step: float) -> bool:
    """Whether a line of one column is of the row above: by its nearness, or because text that
    is none of the table would begin further left."""
    if pdf_columns.is_across(line, columns):
        return False
    return line.top - before.top <= CLOSE * step or columns.of(line.words[0]) > 1


def _ruled_part(region: Region, columns: Columns) -> Region | None:
    """Where the table's rules down go on at the top of the page."""
    inner = columns.edges[1:-1]
    own = [
        rule
        for rule in region.marks.down
        if not rule.shade
        and rule.start < region.bottom
        and any(abs(rule.at - edge) <= NEAR for edge in inner)
    ]
    if len({round(rule.at) for rule in own}) < len(inner) / 2:
        return None
    top, bottom = min(rule.start for rule in own), max(rule.end for rule in own)
    return Region(region.marks, None, top, min(bottom, region.bottom))


def _is_inside(line: Line, tables: Sequence[RawTable]) -> bool:
    if line.box is None:
        return False
    middle = (line.box.top + line.box.bottom) / 2
    return any(
        region.marks.number == line.place.page and region.top <= middle <= region.bottom
        for raw in tables
        for region in raw.regions
    )


def _table(raw: RawTable, number: int, document: Document) -> Table:
    pages = _rows_of(raw)
    setting = _setting(raw, pages)
    header_rows = [
        _header_rows(region, rows) for region, rows in zip(raw.regions, pages, strict=True)
    ]
    cells = join(pages, header_rows, setting)
    return Table(tuple(_cell(cell, number, setting) for cell in cells), _place(raw, number))


def _place(raw: RawTable, number: int) -> Place:
    return Place(page=raw.regions[0].marks.number, table=number)


def _rows_of(raw: RawTable) -> list[RawRows]:
    by_rules = any(
        pdf_rows.interior_rules(
            region.marks,
            columns,
            top=region.header.bottom + 12 if region.header else region.top,
            bottom=region.bottom,
        )
        for region, columns in zip(raw.regions, raw.columns, strict=True)
    )
    return [
        _ruled_rows(region, columns) if by_rules else _spaced_rows(region, columns)
        for region, columns in zip(raw.regions, raw.columns, strict=True)
    ]


def _ruled_rows(region: Region, columns: Columns) -> RawRows:
    under = region.header.bottom if region.header else None
    return pdf_rows.ruled(
        region.marks, columns, top=region.top, bottom=region.bottom, header_bottom=under
    )


def _spaced_rows(region: Region, columns: Columns) -> RawRows:
    body = region.header.bottom + 1 if region.header else region.top
    starts = pdf_rows.row_starts(region.marks, columns, top=body, bottom=region.bottom)
    if region.header is not None:
        starts = [body, *starts]
    return pdf_rows.spaced(region.marks, columns, starts, top=region.top, bottom=region.bottom)


def _header_rows(region: Region, rows: RawRows) -> int:
    """How many rows of the region are its headings."""
    if region.header is None:
        return 0
    heads = [
        cell.row
        for cell in rows.cells
        for word in cell.parts[0]
        if word.middle <= region.header.bottom
    ]
    return max(heads, default=0) + 1


def _setting(raw: RawTable, pages: Sequence[RawRows]) -> pdf_text.Setting:
    cells = [cell for rows in pages for cell in rows.cells]
    words = [word.text.strip(".,;:()").lower() for cell in cells for word in cell.parts[0]]
    return pdf_text.Setting(
        step=pdf_text.step_of([cell.parts[0] for cell in cells]),
        limits=_limits(raw.columns[0], cells),
        vocabulary=frozenset(words),
    )


def _limits(columns: Columns, cells: Sequence[RawCell]) -> tuple[float, ...]:
    """How far to the right the text of each column may go."""
    single = [cell for cell in cells if cell.columns == 1 and cell.parts[0]]
    lefts: dict[int, float] = {}
    rights: dict[int, float] = {}
    for cell in single:
        lefts[cell.column] = min([lefts.get(cell.column, 1e9), *(w.left for w in cell.parts[0])])
        rights[cell.column] = max([rights.get(cell.column, 0.0), *(w.right for w in cell.parts[0])])
    if columns.exact:
        pads = [lefts[c] - columns.edges[c] for c in lefts]
        pad = max(0.0, min(pads, default=0.0))
        return tuple(columns.edges[c + 1] - pad for c in range(columns.count))
    gaps = [lefts[c + 1] - rights[c] for c in rights if c + 1 in lefts]
    gap = max(0.0, min(gaps, default=0.0))
    return tuple(
        max(rights.get(c, 0.0), lefts[c + 1] - gap) if c + 1 in lefts else rights.get(c, 1e9)
        for c in range(columns.count)
    )


def _cell(cell: RawCell, table: int, setting: pdf_text.Setting) -> Cell:
    last = min(cell.column + cell.columns, len(setting.limits)) - 1
    return Cell(
        text=pdf_text.text_of(cell.parts, setting, last_column=last),
        place=Place(page=cell.page, table=table, row=cell.row + 1, cell=cell.column + 1),
        row=cell.row,
        column=cell.column,
        rows=cell.rows,
        columns=cell.columns,
    )
