"""A paper as Word, opened again by our reader and looked at part by part."""

import io
import zipfile
from datetime import UTC, datetime
from itertools import groupby

import docx
import pytest
from docx.enum.section import WD_ORIENT

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.layout import Paragraph as Line
from goldenthread.documents.layout import Table
from goldenthread.papers.document import Bullets, Cell, Column, Grid, Note, Run, words
from goldenthread.papers.renderers import word
from goldenthread.papers.renderers.tests.made_papers import TRAPS, long_plan, paper
from goldenthread.papers.renderers.word_xml import named


@pytest.fixture(scope="module")
def data():
    return word.render(paper())


@pytest.fixture(scope="module")
def read(data):
    return open_bytes(data, "paper.docx")


@pytest.fixture(scope="module")
def file(data):
    return docx.Document(io.BytesIO(data))


def lines(read):
    return [block.text for block in read.blocks if isinstance(block, Line)]


def tables(read):
    return [block for block in read.blocks if isinstance(block, Table)]


def rows(file, n):
    return file.tables[n]._tbl.tr_lst


def test_headings_are_headings_and_no_level_is_left_out(read):
    levels = {b.text: b.level for b in read.blocks if isinstance(b, Line) and b.level}
    assert levels == {
        "Highlight report & plan": 1,
        "The overall view": 1,
        "What comes next": 2,
        "Too deep a heading": 3,
    }


def test_what_is_said_is_read_again_in_order(read):
    said = lines(read)
    assert said[1:4] == [
        "Improvement board, December 2025",
        "Aldermere Council, as at 5 December 2025",
        "Missing: Nothing said by children is on file for this month.",
    ]
    assert "In plain words, and strong ones." in said
    assert "Actions done:\t12 of 40" in said


def test_each_numbered_list_begins_at_one(read):
    said = lines(read)
    assert [line for line in said if line.endswith(("First", "Then", "Again first"))] == [
        "1. First",
        "2. Then",
        "1. Again first",
    ]


def test_a_spanning_cell_stands_once_and_covers_its_rows(read):
    table = tables(read)[0]
    spanning = [cell for cell in table.cells if cell.rows == 3]
    assert [(cell.row, cell.column, cell.text) for cell in spanning[:2]] == [
        (1, 0, "1"),
        (1, 1, "Weakness 1: visits are late"),
    ]
    assert table.height == 10
    assert table.grid()[2][2].text == "Step 1.1\nSecond line of it"


def test_nothing_in_a_cell_is_taken_for_more_than_text(read):
    assert [row[1].text for row in tables(read)[1].grid()[1:]] == list(TRAPS)


def test_headings_of_a_table_are_repeated_and_rows_kept_whole(file):
    for n in range(len(file.tables)):
        heading, *others = rows(file, n)
        assert heading.trPr.find(named("tblHeader")) is not None
        assert all(row.trPr.find(named("tblHeader")) is None for row in others)
        assert all(row.trPr.find(named("cantSplit")) is not None for row in [heading, *others])


def test_a_table_tells_its_name_and_how_to_read_it(file):
    properties = file.tables[0]._tbl.tblPr
    assert properties.find(named("tblCaption")).get(named("val")) == "The actions of the plan"
    assert (
        properties.find(named("tblDescription")).get(named("val")).startswith("One row an action")
    )


def test_two_tables_never_touch(file):
    body = [element.tag for element in file.element.body]
    assert all(len(list(run)) == 1 for tag, run in groupby(body) if tag == named("tbl"))


def test_each_cell_ends_with_a_paragraph(file):
    for cell in file.element.body.iter(named("tc")):
        assert cell[-1].tag == named("p")


def test_the_language_is_british_english(file):
    assert {lang.get(named("val")) for lang in file.styles.element.iter(named("lang"))} == {"en-GB"}
    assert file.core_properties.language == "en-GB"


def test_the_properties_of_the_file_say_whose_paper_it_is(file):
    core = file.core_properties
    assert (core.title, core.author) == ("Highlight report & plan", "Aldermere Council")
    assert core.created == datetime(2025, 12, 5, tzinfo=UTC)
    assert core.comments == ""


def test_every_page_bears_the_marking_the_footer_and_its_number(file):
    section = file.sections[0]
    assert section.header.paragraphs[0].text == "OFFICIAL - for the board & its members"
    footer = section.footer.paragraphs[0]
    assert footer.text.startswith("Aldermere improvement plan")
    fields = [f.get(named("instr")).strip() for f in footer._p.iter(named("fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_paper_lies_on_its_side_where_asked():
    section = docx.Document(io.BytesIO(word.render(paper(landscape=True)))).sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height


def test_the_columns_fill_the_text_of_the_page(file):
    section = file.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in file.tables:
        assert sum(column.width for column in table.columns) == pytest.approx(room, rel=0.001)


def test_tones_are_shades_beside_the_words(file):
    cell = file.tables[0].cell(1, 5)
    assert cell.text == "On time"
    assert cell._tc.tcPr.find(named("shd")).get(named("fill")) == "E0F0E6"


def test_a_list_in_a_cell_is_a_list(read):
    text = tables(read)[2].grid()[1][0].text
    assert text == "Before the list\n• first\n• second strong\n1. one\n2. two"


def test_the_same_paper_gives_the_same_bytes(data):
    assert word.render(paper()) == data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}


def test_characters_that_no_file_may_hold_are_left_out():
    grid = Grid(columns=(Column("a\nb"),), rows=((Cell(blocks=(words("x\x07y"),)),),), caption="c")
    blocks = (Note("one\x00two\nthree"), Bullets(((Run("\ud800"),),)), grid)
    read = open_bytes(word.render(paper(title="T\x0bU", blocks=blocks)), "paper.docx")
    assert lines(read) == [
        "T U",
        "Improvement board, December 2025",
        "Aldermere Council, as at 5 December 2025",
        "onetwo three",
        "• �",
        "c",
    ]
    assert [cell.text for cell in tables(read)[0].cells] == ["a b", "xy"]


@pytest.mark.parametrize("cells", [(), (Cell(), Cell()), (Cell(rows=2),)])
def test_a_row_that_does_not_fit_its_table_is_refused(cells):
    grid = Grid(columns=(Column("only"),), rows=(cells,), caption="Odd")
    with pytest.raises(ValueError, match="Odd: the cells of row 1 do not fit"):
        word.render(paper(blocks=(grid,)))


def test_a_grid_without_rows_keeps_its_headings():
    grid = Grid(columns=(Column("one"), Column("two")), rows=(), caption="None yet")
    read = open_bytes(word.render(paper(blocks=(grid,))), "paper.docx")
    assert [cell.text for cell in tables(read)[0].cells] == ["one", "two"]


def test_a_long_plan_keeps_every_cell():
    document = long_plan(rows=52)
    grid = document.blocks[1]
    table = tables(open_bytes(word.render(document), "plan.docx"))[0]
    expected = [cell.text.strip() for row in grid.rows for cell in row]
    assert [cell.text for cell in table.cells if cell.row > 0] == expected
