"""The tables of a PDF that stand under known headings, and the paragraphs between them."""

from collections.abc import Sequence

from goldenthread.documents.containers import pdf_rows, pdf_text
from goldenthread.documents.containers.pdf_columns import Columns
from goldenthread.documents.containers.pdf_header import Known
from goldenthread.documents.containers.pdf_joining import join
from goldenthread.documents.containers.pdf_marks import marks
from goldenthread.documents.containers.pdf_regions import (
    RawTable,
    Region,
    tables,
    without_running_lines,
)
from goldenthread.documents.containers.pdf_rows import RawCell, RawRows
from goldenthread.documents.layout import Block, Cell, Document, Line, Paragraph, Place, Table

# Lines of one paragraph follow within so many sizes of type.
CLOSE = 1.4


def blocks(document: Document, known: Known) -> tuple[Block, ...]:
    """Tables and paragraphs of a PDF in reading order.

    Args:
        document: a PDF; its bytes are read again, because words with boxes are dear.
        known: says of a printed text whether it is a heading of a wanted table.

    A table goes on over pages where the headings stand again or the columns are the same;
    a row that a page break cuts is made whole. Cost: about 0.1 s a page.
    """
    pages = without_running_lines(marks(document.data or b""))
    found_tables = tables(pages, known)
    found: list[tuple[float, float, Block]] = []
    for number, raw in enumerate(found_tables, start=1):
        first = raw.regions[0]
        found.append((first.marks.number, first.top, _table(raw, number)))
    outside = [line for line in document.lines() if not _is_inside(line, found_tables)]
    for paragraph, top in _paragraphs(outside):
        found.append((paragraph.place.page or 0, top, paragraph))
    return tuple(block for _, _, block in sorted(found, key=lambda each: each[:2]))


def _paragraphs(lines: Sequence[Line]) -> list[tuple[Paragraph, float]]:
    """Lines that follow closely in one type as paragraphs, with the height of each."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        (Paragraph("\n".join(line.text for line in group), group[0].place), group[0].box.top)
        for group in groups
        if group[0].box is not None
    ]


def _goes_on(before: Line, line: Line) -> bool:
    if before.box is None or line.box is None or before.place.page != line.place.page:
        return False
    same_type = before.size == line.size and before.bold == line.bold
    return same_type and 0 < line.box.top - before.box.top <= CLOSE * (line.size or 0)


def _is_inside(line: Line, raw_tables: Sequence[RawTable]) -> bool:
    if line.box is None:
        return True
    middle = (line.box.top + line.box.bottom) / 2
    return any(
        region.marks.number == line.place.page and region.top <= middle <= region.bottom
        for raw in raw_tables
        for region in raw.regions
    )


def cells_of(raw: RawTable) -> tuple[list[RawCell], pdf_text.Setting]:
    """The cells of a table over all its pages, their words still in place, and how it is set."""
    pages = _rows_of(raw)
    setting = _setting(raw, pages)
    header_rows = [
        _header_rows(region, rows) for region, rows in zip(raw.regions, pages, strict=True)
    ]
    return join(pages, header_rows, setting), setting


def _table(raw: RawTable, number: int) -> Table:
    cells, setting = cells_of(raw)
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
