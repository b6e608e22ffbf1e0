"""Writes the list row by row: no more than a row is held, and no text becomes a formula."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import IO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from goldenthread.papers.listed.gathering import HEADINGS, Value

SHEET = "Actions"
DAYS = "d mmmm yyyy"
# What Excel allows in a cell (Excel specifications and limits, Microsoft).
CELL_LETTERS = 32_767
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write(to: IO[bytes], rows: Iterable[tuple[Value, ...]]) -> int:
    """Write a workbook of these rows; how many there were."""
    count = 0
    with xlsxwriter.Workbook(to, OPTIONS) as book:
        page = book.add_worksheet(SHEET)
        day = book.add_format({"num_format": DAYS})
        _headings(page, book.add_format({"bold": True, "text_wrap": True}))
        for count, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                _cell(page, count, place, value, day)
        page.autofilter(0, 0, max(count, 1), len(HEADINGS) - 1)
    return count


def _headings(page: Worksheet, bold: xlsxwriter.format.Format) -> None:
    for place, (heading, width) in enumerate(HEADINGS):
        page.set_column(place, place, width)
        page.write_string(0, place, heading, bold)
    page.freeze_panes(1, 3)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _cell(
    page: Worksheet, row: int, place: int, value: Value, day: xlsxwriter.format.Format
) -> None:
    if isinstance(value, str):
        if value:
            page.write_string(row, place, value[:CELL_LETTERS])
    elif isinstance(value, date):
        page.write_datetime(row, place, datetime.combine(value, time()), day)
    elif value is not None:
        page.write_number(row, place, value)
