"""Writes a tracker: a sheet of actions to be filled in, and one that tells how."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from goldenthread.intake.tracker.columns import COLUMNS, REFERENCE, Column, day_of
from goldenthread.intake.tracker.reading import COPY

SHEET, ABOUT = "Actions", "About"
DAYS = "d mmmm yyyy"
# What Excel allows in a cell (Excel specifications and limits, Microsoft).
CELL_LETTERS = 32_767
# No cell is ever a formula: what begins with = + - or @ is a text as everything else.
AS_TEXT = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
BASE = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
OPEN, CLOSED = "#FFFFFF", "#ECEFF1"
HOW = (
    "Fill in the white columns; the grey ones only tell.",
    (
        "Leave the references as they are: each row finds its action again by its reference. Rows may "
        "be sorted, filtered or left out, columns moved or added."
    ),
    (
        "What you change is shown beside what stands there before anything counts. What was changed "
        "there since this workbook was saved is not overwritten unless you choose it."
    ),
    "An empty cell takes nothing away. A formula is not taken: type the value.",
    (
        "A forecast needs words in 'What has changed'; where it is later than the date that counts, "
        "also a cause. A completed action needs its day in 'Completed on'."
    ),
)


def write(
    rows: Mapping[str, Mapping[str, str]], *, title: str, copy: str, made_at: datetime
) -> bytes:
    """A workbook of these rows.

    Args:
        rows:    the cells of each action by its public id, in the plan's order.
        title:   the plan's.
        copy:    the number of this copy, by which it is known when it comes back.
        made_at: the moment in London.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, AS_TEXT) as book:
        page = book.add_worksheet(SHEET)
        _headings(page, book, len(rows))
        looks = {column.key: book.add_format(_look(column)) for column in COLUMNS}
        for number, (public_id, cells) in enumerate(rows.items(), start=1):
            for place, column in enumerate(COLUMNS):
                text = public_id if column.key == REFERENCE else cells[column.key]
                _cell(page, number, place, text, looks[column.key], column)
        _about(book, ((COPY, copy), ("Plan", title), ("Saved", f"{made_at:%-d %B %Y, %H:%M}")))
    return stream.getvalue()


def _look(column: Column) -> dict[str, object]:
    shade = OPEN if column.is_open else CLOSED
    shown = {"num_format": DAYS} if column.kind == "day" else {"num_format": "@"}
    return {**BASE, "bg_color": shade, **shown}


def _headings(page: Worksheet, book: xlsxwriter.Workbook, count: int) -> None:
    heading = book.add_format({**BASE, "bold": True, "bg_color": "#E3EAF1"})
    for place, column in enumerate(COLUMNS):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.heading, heading)
        if column.choices and count:
            page.data_validation(1, place, count, place, _choices(column.choices))
    page.freeze_panes(1, 3)
    if count:
        page.autofilter(0, 0, count, len(COLUMNS) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _choices(choices: Sequence[str]) -> dict[str, object]:
    """A list to choose from. What stands there now may be another state, so others only warn."""
    return {"validate": "list", "source": list(choices), "error_type": "warning"}


def _cell(page: Worksheet, row: int, place: int, text: str, look: Format, column: Column) -> None:
    day = day_of(text) if column.kind == "day" and text else None
    if day is not None:
        page.write_datetime(row, place, datetime.combine(day, time()), look)
    elif text:
        page.write_string(row, place, text[:CELL_LETTERS], look)
    else:
        page.write_blank(row, place, None, look)


def _about(book: xlsxwriter.Workbook, facts: Sequence[tuple[str, str]]) -> None:
    page = book.add_worksheet(ABOUT)
    page.set_column(0, 0, 16)
    page.set_column(1, 1, 90)
    bold = book.add_format({"font_name": "Arial", "font_size": 10, "bold": True, "valign": "top"})
    plain = book.add_format({"font_name": "Arial", "font_size": 10, "text_wrap": True})
    for row, (name, value) in enumerate(facts):
        page.write_string(row, 0, name, bold)
        page.write_string(row, 1, value, plain)
    for row, words in enumerate(HOW, start=len(facts) + 1):
        page.write_string(row, 1, words, plain)
    page.hide_gridlines(2)
