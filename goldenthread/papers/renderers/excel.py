"""A paper as an Excel workbook: what it says on a cover, each of its tables on a sheet of its own."""

import io
import math
import re
from collections.abc import Iterable
from datetime import UTC, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from goldenthread.basics.errors import UserFacingError
from goldenthread.papers.document import Bullets, Cell, Document, Grid, Tone
from goldenthread.papers.renderers.excel_cover import LINKS, Line, lines
from goldenthread.papers.renderers.excel_values import shown
from goldenthread.papers.renderers.placing import MANY_COLUMNS, label, sheet_lines
from goldenthread.papers.renderers.wording import printable, runs_of

COVER = "About"
A4 = 9
# What Excel allows (Excel specifications and limits, Microsoft).
CELL_LETTERS, NAME_LETTERS, RUNNING_LETTERS = 32_767, 31, 255
COVER_WIDTHS = (26, 90)
SHEET_LETTERS, UPRIGHT_LETTERS, NARROWEST, WIDEST = 150, 100, 6, 60
# A width is told in figures of the usual type; of words rather more letters fit.
LINE_POINTS, HIGHEST_POINTS, LETTERS_FIT = 13.0, 409.0, 1.15
SHADES: dict[Tone, str] = {
    "good": "#E0F0E6",
    "warn": "#FCEFD2",
    "bad": "#F8DDD9",
    "none": "#ECEFF1",
}
BASE = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
NO_GUESSING = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def render(document: Document) -> bytes:
    """The paper as an .xlsx; the same paper gives the same bytes.

    A cell that spans rows stands in each of them, so that a sheet can be sorted and filtered.

    Raises:
        UserFacingError: a cell holds more than Excel allows.
        ValueError: the cells of a grid do not fill its columns.
    """
    stream = io.BytesIO()
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    names = sheet_names(grids)
    with xlsxwriter.Workbook(stream, NO_GUESSING) as book:
        _properties(book, document)
        workbook = _Workbook(book, document)
        workbook.cover(lines(document, names))
        for name, grid in zip(names, grids, strict=True):
            workbook.sheet(name, grid)
    return stream.getvalue()


def sheet_names(grids: list[Grid]) -> list[str]:
    """A name for each grid's sheet that Excel allows and that no other sheet has."""
    taken = {COVER.lower()}
    names: list[str] = []
    for grid in grids:
        asked = re.sub(r"[\[\]:*?/\\]", " ", label(grid.sheet or grid.caption))
        plain = " ".join(asked.split()).strip("'")[:NAME_LETTERS] or "Table"
        name, count = plain.strip(), 1
        # Excel keeps this name for itself.
        while name.lower() in taken or name.lower() == "history":
            count += 1
            end = f" {count}"
            name = plain[: NAME_LETTERS - len(end)].strip() + end
        taken.add(name.lower())
        names.append(name)
    return names


class _Workbook:
    """Writes sheets; makes each kind of cell once."""

    def __init__(self, book: xlsxwriter.Workbook, document: Document) -> None:
        self.book = book
        self.document = document
        self.formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def format(self, **options: object) -> Format:
        key = tuple(sorted(options.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(BASE | options)
        return self.formats[key]

    def cover(self, said: list[Line]) -> None:
        page = self.book.add_worksheet(COVER)
        self._print_settings(page, COVER, landscape=False)
        for column, width in enumerate(COVER_WIDTHS):
            page.set_column(column, column, width)
        page.hide_gridlines(2)
        for row, line in enumerate(said):
            self._line(page, row, line)

    def _line(self, page: Worksheet, row: int, line: Line) -> None:
        look, text = self.format(**line.look), self._whole(line.text)
        if line.height is not None:
            page.set_row(row, line.height)
        if line.wide:
            page.merge_range(row, 0, row, 1, text, look)
            return
        page.write_string(row, 0, text, look)
        if line.sheet:
            where = "internal:'{}'!A1".format(line.sheet.replace("'", "''"))
            page.write_url(row, 1, where, self.format(**LINKS), self._whole(line.beside))
        elif line.beside:
            page.write_string(row, 1, self._whole(line.beside), self.format())

    def sheet(self, name: str, grid: Grid) -> None:
        page = self.book.add_worksheet(name)
        landscape = self.document.landscape or len(grid.columns) >= MANY_COLUMNS
        self._print_settings(page, grid.caption, landscape=landscape)
        rows = list(sheet_lines(grid))
        wide = _letters(grid, rows, SHEET_LETTERS if landscape else UPRIGHT_LETTERS)
        heading = self.format(bold=True, bg_color="#E3EAF1", border=1, border_color="#8796A3")
        for n, (column, letters) in enumerate(zip(grid.columns, wide, strict=True)):
            page.set_column(n, n, letters)
            page.write_string(0, n, label(column.title), heading)
        page.set_row(0, _height((column.title for column in grid.columns), wide))
        for row, cells in enumerate(rows, start=1):
            page.set_row(row, _height((cell.text for cell in cells), wide))
            for n, cell in enumerate(cells):
                self._cell(page, row, n, cell, right=grid.columns[n].align == "right")
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        if rows:
            page.autofilter(0, 0, len(rows), len(grid.columns) - 1)

    def _cell(self, page: Worksheet, row: int, column: int, cell: Cell, *, right: bool) -> None:
        look: dict[str, object] = {"border": 1, "border_color": "#8796A3", "bold": cell.head}
        look["align"] = "right" if right else "left"
        if cell.tone:
            look["bg_color"] = SHADES[cell.tone]
        text = text_of(cell)
        value = shown(cell)
        if value is not None:
            format_ = self.format(**look, num_format=value.number_format)
            if isinstance(value.value, float):
                page.write_number(row, column, value.value, format_)
            else:
                page.write_datetime(row, column, value.value, format_)
        elif text:
            page.write_string(row, column, self._whole(text), self.format(**look))
        else:
            page.write_blank(row, column, None, self.format(**look))

    def _whole(self, text: str) -> str:
        if len(text) <= CELL_LETTERS:
            return text
        raise UserFacingError(
            f"{self.document.title}: A cell has {len(text):,} letters, and Excel allows "
            f"{CELL_LETTERS:,}. Take the paper as Word or PDF, or shorten the text that begins "
            f"with “{text[:60]}”."
        )

    def _print_settings(self, page: Worksheet, caption: str, *, landscape: bool) -> None:
        page.set_paper(A4)
        if landscape:
            page.set_landscape()
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.8)
        marking, footer = _running(self.document.marking), _running(self.document.footer)
        page.set_header(f"&L&9{marking}&R&9{_running(caption)}"[:RUNNING_LETTERS])
        page.set_footer(f"&L&9{footer}&R&9Page &P of &N"[:RUNNING_LETTERS])


def text_of(cell: Cell) -> str:
    """The words of a cell, a line for each paragraph and point; points with their mark."""
    found: list[str] = []
    for block in cell.blocks:
        if isinstance(block, Bullets):
            for n, point in enumerate(block.points, start=1):
                mark = f"{n}. " if block.numbered else "• "
                found.append(mark + "".join(run.text for run in runs_of(point)))
        else:
            found.append("".join(run.text for run in runs_of(block.runs)))
    return "\n".join(found)


def _letters(grid: Grid, rows: list[tuple[Cell, ...]], total: int) -> list[float]:
    """The columns' widths in letters: their shares, but no word of a title is broken.

    A day or number that does not fit would be shown as ####.
    """
    shares = sum(column.width for column in grid.columns)
    found: list[float] = []
    for n, column in enumerate(grid.columns):
        longest = max(map(len, column.title.split()), default=0)
        values = (row[n] for row in rows if row[n].day or row[n].number is not None)
        longest = max([longest, *(len(cell.text) for cell in values if shown(cell))])
        width = max(total * column.width / shares, longest + 3, NARROWEST)
        found.append(min(width, WIDEST))
    return found


def _height(texts: Iterable[str], wide: list[float]) -> float:
    """A row's height in points; programs other than Excel do not reckon it when they open a file."""
    lines = max(
        sum(math.ceil(len(line) / (letters * LETTERS_FIT)) or 1 for line in text.split("\n"))
        for text, letters in zip(texts, wide, strict=True)
    )
    return min(lines * LINE_POINTS + 2, HIGHEST_POINTS)


def _running(text: str) -> str:
    """Words of a header, short enough for two of them; Excel reads & as a command there.

    A space parts them from the size of type, or a first digit would join it.
    """
    return " " + label(text)[:100].replace("&", "&&") if text else ""


def _properties(book: xlsxwriter.Workbook, document: Document) -> None:
    book.set_properties(
        {
            "title": printable(document.title),
            "subject": printable(document.subtitle),
            "author": printable(document.authority),
            "created": datetime.combine(document.as_at, time(), tzinfo=UTC),
        }
    )
