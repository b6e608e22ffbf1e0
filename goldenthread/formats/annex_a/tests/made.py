"""Workbooks as the tests draw them: sheets of headings and rows."""

import xlsxwriter

from goldenthread.formats.annex_a.lists import LISTS

EVERY = {listed.number: listed for listed in LISTS}
PERSON = {"Child Unique ID": "C1", "Gender": "b) Female", "Ethnicity": "a) WBRI"}


def headings(number, **renamed):
    """The headings of a list as Ofsted prints them, some of them otherwise."""
    return [renamed.get(heading, heading) for heading in EVERY[number].headings]


def rows(number, *told):
    """Rows of a list, each given by its headings; the rest is empty."""
    return [
        [{**PERSON, **row}.get(heading, "") for heading in EVERY[number].headings] for row in told
    ]


def workbook(path, *sheets):
    """A workbook: for each sheet its name and its rows; the headings are a row like others."""
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, lines in sheets:
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            for column, cell in enumerate(line):
                if hasattr(cell, "year"):
                    sheet.write_datetime(number, column, cell, day)
                elif str(cell).startswith("="):
                    sheet.write_formula(number, column, cell, None, "")
                elif cell == "#N/A":
                    sheet.write_formula(number, column, "=NA()", None, "#N/A")
                else:
                    sheet.write(number, column, cell)
    book.close()
    return path


def listed(folder, number, *told, name=None):
    """A workbook of one list."""
    lines = [headings(number), *rows(number, *told)]
    return workbook(folder / "annex.xlsx", (name or f"List {number}", lines))
