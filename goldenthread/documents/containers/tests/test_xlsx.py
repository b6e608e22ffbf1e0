"""Excel workbooks: what the user sees in each cell, merged and hidden parts, formulas, limits."""

from datetime import date

import pytest

from goldenthread.documents.containers import sheet
from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.layout import Place
from goldenthread.documents.tests import made_files

SHEET = "xl/worksheets/sheet1.xml"


def opened(fill):
    return open_bytes(made_files.excel(fill), "plan.xlsx")


def opened_sheet(write):
    """A workbook of one sheet, which `write(sheet, workbook)` fills."""
    return opened(lambda workbook: write(workbook.add_worksheet("Plan"), workbook))


def grid(table):
    return [[cell and cell.text for cell in row] for row in table.grid()]


def with_sheet(xml):
    """A workbook whose sheet holds these rows."""
    rows = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{xml}</worksheet>'
    return open_bytes(made_files.repacked(made_files.excel(), {SHEET: rows}), "plan.xlsx")


def test_every_visible_sheet_is_a_table_and_a_page():
    def fill(workbook):
        workbook.add_worksheet("Safeguarding").write("B2", "one")
        workbook.add_worksheet("Working").hide()
        workbook.add_worksheet("Empty")
        workbook.add_worksheet("Care").write("A1", "two")

    found = opened(fill)
    assert [table.place.sheet for table in found.tables()] == ["Safeguarding", "Care"]
    assert [len(page.lines) for page in found.pages] == [1, 0, 1]
    assert found.warnings == (
        "plan.xlsx: The sheet 'Working' is hidden and was not read. Unhide it if it matters.",
    )


def test_a_place_is_the_sheets_own_row_and_column():
    def write(page, _):
        page.write("A1", "title")
        page.write("AB4", "far")

    table = opened_sheet(write).tables()[0]
    far = table.cells[-1]
    assert far.place == Place(sheet="Plan", table=1, row=4, cell="AB")
    assert (far.row, far.column) == (1, 27)
    assert table.height == 2


def test_a_merged_range_stands_once_and_skips_blank_rows():
    def write(page, _):
        page.merge_range("A1:A4", "tall")
        page.write("B1", "a")
        page.write("B2", "b")
        page.write("B4", "c")
        page.merge_range("A5:XFD5", "across")

    table = opened_sheet(write).tables()[0]
    assert grid(table) == [["tall", "a"], [None, "b"], [None, "c"], ["across", None]]
    assert table.cells[0].rows == 3
    assert table.cells[-1].columns == 2


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("mmm-yy", "Sep-12"),
        ("d-mmm", "1-Sep"),
        ("dd/mm/yyyy", "01/09/2012"),
        ("mmmm yyyy", "September 2012"),
    ],
)
def test_a_date_is_read_as_it_is_shown(form, shown):
    def write(page, workbook):
        page.write_datetime(0, 0, date(2012, 9, 1), workbook.add_format({"num_format": form}))

    assert opened_sheet(write).tables()[0].cells[0].text == shown


def test_formulas_give_their_values_and_are_marked():
    def write(page, _):
        page.write_formula("A1", "=1+1", None, 2)
        page.write_formula("B1", '="Sept"&" 12"', None, "Sept 12")
        page.write("C1", "2")

    cells = opened_sheet(write).tables()[0].cells
    assert [(cell.text, cell.formula) for cell in cells] == [
        ("2", True), ("Sept 12", True), ("2", False),
    ]  # fmt: skip


def test_a_formula_without_a_stored_value_is_named():
    found = with_sheet(
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c>'
        '<c r="B1"><f>A1</f></c></row></sheetData>'
    )
    assert "no stored value" in found.warnings[0]
    assert "B1" in found.warnings[0]


def test_text_that_looks_like_a_formula_stays_text_and_is_named():
    def write(page, _):
        page.write_string("A1", "=cmd|' /C calc'!A0")

    found = opened_sheet(write)
    assert found.tables()[0].cells[0].text == "=cmd|' /C calc'!A0"
    assert "looks like a formula" in found.warnings[0]


def test_errors_and_truth_values_are_kept_as_printed():
    found = with_sheet(
        '<sheetData><row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>1</v></c>'
        '<c r="C1" t="d"><v>2012-09-01</v></c><c r="D1"><v>NaN</v></c>'
        '<c r="E1" t="d"><v>soon</v></c></row></sheetData>'
    )
    assert grid(found.tables()[0]) == [["#REF!", "TRUE", "2012-09-01", "NaN", "soon"]]
    assert "error of Excel" in found.warnings[0]


def test_hidden_rows_and_columns_are_read_and_named():
    def write(page, _):
        for row in range(12):
            page.write(row, 0, "x")
            page.set_row(row, None, None, {"hidden": row > 0})
        page.write("C1", "y")
        page.set_column("C:D", None, None, {"hidden": True})

    rows, columns = opened_sheet(write).warnings
    assert "rows are hidden" in rows
    assert rows.endswith("2, 3, 4, 5, 6, 7, 8, 9 and 3 more.")
    assert columns.endswith(": C.")


def test_runs_of_one_cell_are_joined_and_escapes_undone():
    found = with_sheet(
        '<sheetData><row><c t="inlineStr"><is><r><t>Post</t></r><r><t xml:space="preserve"> _x0000_A_x000D_\n'
        '</t></r><rPh><t>reading</t></rPh></is></c><c t="inlineStr"><is><t>next</t></is></c></row>'
        "<row><c><v>3</v></c></row></sheetData>"
    )
    assert grid(found.tables()[0]) == [["Post A", "next"], ["3", ""]]


def test_columns_after_the_limit_are_left_out_and_said():
    def write(page, _):
        page.write("A1", "x")
        page.write("XFD1", "far away")

    found = opened_sheet(write)
    assert found.tables()[0].width == 1
    assert "were not read" in found.warnings[0]


def test_macros_and_notes_are_left_alone_and_said():
    parts = {"xl/vbaProject.bin": b"Sub", "xl/comments1.xml": b"<a/>"}
    found = open_bytes(made_files.repacked(made_files.excel(), parts), "plan.xlsm")
    assert "macros" in found.warnings[0]
    assert "Notes" in found.warnings[1]


def test_a_chart_sheet_is_passed_over():
    def fill(workbook):
        workbook.add_worksheet("Plan").write_column("A1", [1, 2])
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=Plan!$A$1:$A$2"})
        workbook.add_chartsheet("Chart").set_chart(chart)

    assert len(opened(fill).pages) == 1


def test_a_workbook_that_counts_from_1904_shows_the_same_day():
    def fill(workbook):
        form = workbook.add_format({"num_format": "d mmm yyyy"})
        workbook.add_worksheet().write_datetime(0, 0, date(2012, 9, 1), form)

    data = made_files.excel(fill, date_1904=True)
    assert open_bytes(data, "plan.xlsx").tables()[0].cells[0].text == "1 Sep 2012"


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_are_named_as_excel_names_them(number, letters):
    assert sheet.letters(number) == letters
    assert sheet.number(letters) == number


def test_odd_parts_of_a_sheet_are_taken_as_they_come():
    """A merge without a text or an address, a number that is none, a formula that gives nothing."""
    found = with_sheet(
        '<cols><col min="1" max="2" width="9"/></cols><sheetData><row r="1"><c r="A1"><v>n/a</v></c>'
        '<c r="B1" t="str"><f>""</f><v></v></c></row><row r="2"><c r="B2"><v>2</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="here"/></mergeCells>'
    )
    assert grid(found.tables()[0]) == [["n/a", ""], ["", "2"]]
    assert found.warnings == ()
