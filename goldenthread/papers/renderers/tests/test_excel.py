"""A paper as Excel, opened again by our reader and by another library."""

import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from goldenthread.basics.errors import UserFacingError
from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.reading import read_bytes
from goldenthread.papers.document import Cell, Column, Grid
from goldenthread.papers.renderers import excel
from goldenthread.papers.renderers.excel_values import shown
from goldenthread.papers.renderers.tests.made_papers import (
    TRAPS,
    listed_grid,
    long_plan,
    paper,
    plan_grid,
    text_cell,
)


@pytest.fixture(scope="module")
def data():
    return excel.render(paper())


@pytest.fixture(scope="module")
def book(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def grid_of(caption, **options):
    return Grid(columns=(Column("one"),), rows=((text_cell("a"),),), caption=caption, **options)


def test_each_table_is_a_sheet_behind_the_cover(book):
    assert book.sheetnames == [
        "About",
        "Actions",
        "What looks like something else",
        "Lists in a cell",
    ]


def test_the_cover_says_what_the_tables_do_not(book):
    said = [[cell.value for cell in row if cell.value] for row in book["About"].iter_rows()]
    assert said[:3] == [
        ["Highlight report & plan"],
        ["Improvement board, December 2025"],
        ["Aldermere Council, as at 5 December 2025"],
    ]
    assert ["Missing: Nothing said by children is on file for this month."] in said
    assert ["Actions done", "12 of 40"] in said
    assert ["2. Then"] in said
    assert ["Sheet “Actions”", "The actions of the plan"] in said


def test_the_cover_leads_to_each_sheet(book):
    links = {
        cell.value: cell.hyperlink.location for (cell,) in book["About"]["B1:B60"] if cell.hyperlink
    }
    assert links["The actions of the plan"] == "'Actions'!A1"
    assert len(links) == 3


def test_a_spanning_cell_stands_in_each_of_its_rows_and_nothing_is_merged(book):
    page = book["Actions"]
    assert page.merged_cells.ranges == set()
    assert [page.cell(n, 1).value for n in range(2, 11)] == [*"111222333"]


def test_days_and_numbers_are_real_and_shown_in_the_words_of_the_paper(book, data):
    page = book["Actions"]
    assert (page["D2"].value, page["D2"].number_format) == (12, '0" days"')
    assert (page["E2"].value, page["E2"].number_format) == (datetime(2026, 3, 31), "d mmmm yyyy")  # noqa: DTZ001
    tables = open_bytes(data, "paper.xlsx").tables()
    row = next(t for t in tables if t.place.sheet == "Actions").grid()[1]
    assert row[4].text == "31 March 2026"


def test_what_looks_like_a_formula_stays_text(book):
    page = book["What looks like something else"]
    cells = [page.cell(n + 2, 2) for n in range(len(TRAPS))]
    assert [cell.value for cell in cells] == list(TRAPS)
    assert {cell.data_type for cell in cells} == {"s"}
    assert page["B1"].data_type == "s"


def test_a_list_in_a_cell_keeps_its_marks():
    text = excel.text_of(listed_grid().rows[0][0])
    assert text == "Before the list\n• first\n• second strong\n1. one\n2. two"


def test_headings_stay_in_sight_and_are_printed_on_each_page(book):
    page = book["Actions"]
    assert page.freeze_panes == "A2"
    assert page.print_title_rows == "$1:$1"
    assert page.auto_filter.ref == "A1:F10"
    assert page.page_setup.paperSize == 9
    assert page.page_setup.fitToHeight == 0
    assert page.sheet_properties.pageSetUpPr.fitToPage


def test_every_page_bears_the_marking_the_footer_and_its_number(book):
    for page in book:
        assert page.oddHeader.left.text.strip() == "OFFICIAL - for the board && its members"
        assert page.oddFooter.left.text.strip() == "Aldermere improvement plan"
        assert page.oddFooter.right.text == "Page &P of &N"


def test_columns_are_as_wide_as_their_share(book):
    widths = {key: book["Actions"].column_dimensions[key].width for key in "ABD"}
    assert widths["A"] < widths["D"] < widths["B"] <= 61


def test_tones_are_shades_beside_the_words(book):
    assert book["Actions"]["F2"].fill.fgColor.rgb == "FFE0F0E6"
    assert book["Actions"]["F2"].value == "On time"


def test_names_of_sheets_are_ones_that_excel_allows():
    grids = [
        grid_of("a/b: [c]?*\\d"),
        grid_of("'quoted'"),
        grid_of("x" * 40),
        grid_of("X" * 40),
        grid_of("about"),
        grid_of("History"),
        grid_of("::"),
        grid_of("caption", sheet="sheet"),
    ]
    names = excel.sheet_names(grids)
    assert names[:2] == ["a b c d", "quoted"]
    assert names[2:4] == ["x" * 31, "X" * 29 + " 2"]
    assert names[4:] == ["about 2", "History 2", "Table", "sheet"]
    assert excel.render(paper(blocks=tuple(grids)))


def test_a_cell_that_excel_would_cut_is_refused():
    grid = Grid(columns=(Column("one"),), rows=((text_cell("x" * 32_768),),), caption="Long")
    with pytest.raises(UserFacingError, match=r"32,768 letters.*Take the paper as Word or PDF"):
        excel.render(paper(blocks=(grid,)))


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("12", 12, "0"),
        ("1,234.50", "1234.5", "#,##0.00"),
        ("62.5%", "0.625", "0.0%"),
        ("62%", 62, '0"%"'),
        ("12 of 40", 12, '0" of 40"'),
        ("£1,200", 1200, '"£"#,##0'),
        ("-3", -3, "0"),
        ('5 "big" ones', 5, '0" "\\""big"\\"" ones"'),
        ("about two", 2, None),
        ("13", 12, None),
    ],
)
def test_a_number_is_shown_in_its_words_or_stays_text(text, number, expected):
    found = shown(text_cell(text, number=Decimal(number)))
    assert (found and found.number_format) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31 March 2026", "d mmmm yyyy"),
        ("Tuesday 31 March 2026", "dddd d mmmm yyyy"),
        ("31/03/2026", "dd/mm/yyyy"),
        ("31 Mar 2026", "d mmm yyyy"),
        ("March 2026", "mmmm yyyy"),
        ("by the end of March", None),
    ],
)
def test_a_day_is_shown_in_its_words_or_stays_text(text, expected):
    found = shown(text_cell(text, day=date(2026, 3, 31)))
    assert (found and found.number_format) == expected


def test_a_day_before_sheets_can_count_stays_text():
    assert shown(text_cell("1 March 1899", day=date(1899, 3, 1))) is None


def test_a_table_without_rows_keeps_its_headings():
    grid = Grid(columns=(Column("one"), Column("two")), rows=(), caption="None yet")
    page = openpyxl.load_workbook(io.BytesIO(excel.render(paper(blocks=(grid,)))))["None yet"]
    assert [cell.value for cell in page[1]] == ["one", "two"]
    assert page.auto_filter.ref is None


def test_our_reader_finds_the_actions_of_a_long_plan():
    document = long_plan(rows=24)
    read = read_bytes(excel.render(document), "plan.xlsx")
    expected = [row[-9].text.strip() for row in document.blocks[1].rows]
    assert [action["text"] for action in read["actions"]] == expected
    assert [item["number"] for item in read["items"]] == ["1", "2", "3", "4", "5"]


def test_the_properties_of_the_file_say_whose_paper_it_is(book):
    assert book.properties.title == "Highlight report & plan"
    assert book.properties.creator == "Aldermere Council"


def test_the_same_paper_gives_the_same_bytes(data):
    assert excel.render(paper()) == data


def test_an_empty_cell_is_blank():
    grid = Grid(columns=(Column("one"),), rows=((Cell(),),), caption="Blank")
    page = openpyxl.load_workbook(io.BytesIO(excel.render(paper(blocks=(grid,)))))["Blank"]
    assert page["A2"].value is None


def test_the_made_plan_has_a_sheet_of_its_own_name():
    assert excel.sheet_names([plan_grid()]) == ["Actions"]


def test_a_day_has_the_width_that_it_needs():
    day = text_cell("Tuesday 31 March 2026", day=date(2026, 3, 31))
    columns = (Column("Due", 0.01), Column("Wide", 9))
    grid = Grid(columns=columns, rows=((day, text_cell("x")),), caption="Narrow")
    page = openpyxl.load_workbook(io.BytesIO(excel.render(paper(blocks=(grid,)))))["Narrow"]
    assert page.column_dimensions["A"].width > len(day.text)


def test_a_row_is_as_high_as_its_lines(book):
    page = book["Actions"]
    assert page.row_dimensions[2].height == pytest.approx(2 * 13 + 2, abs=1)
