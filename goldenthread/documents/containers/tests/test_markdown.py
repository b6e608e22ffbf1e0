"""Markdown: headings, paragraphs, pipe tables whose cells hold HTML, HTML tables."""

from pathlib import Path

import pytest

from goldenthread.documents.containers.opening import open_bytes, open_document
from goldenthread.documents.layout import Paragraph, Place, Table

SEEDS = Path(__file__).parents[4].parent / "shared" / "seeds"


def opened(source):
    return open_bytes(source.encode(), "plan.md")


def texts(document):
    return [(b.text, b.level, b.place.line) for b in document.blocks if isinstance(b, Paragraph)]


def grid(table):
    return [[cell and cell.text for cell in row] for row in table.grid()]


def test_headings_and_paragraphs_have_their_line_of_the_source():
    found = opened("\n# The plan #\n\n**Bold\nstart** and _slant_\n\n* one\n- two\n## Next\nend\n")
    assert texts(found) == [
        ("The plan", 1, 2),
        ("Bold\nstart and slant", None, 4),
        ("• one", None, 7),
        ("• two", None, 8),
        ("Next", 2, 9),
        ("end", None, 10),
    ]


def test_cells_may_hold_paragraphs_escapes_and_nothing():
    found = opened(
        "| Item | Action |\n|--|:-:|\n| <p>1.1 A & B</p> | <p>i) see</p> <p>ii) ask</p> |\n"
        "| a \\| b | |\n| short |\n"
    )
    (table,) = found.tables()
    assert grid(table) == [
        ["Item", "Action"], ["1.1 A & B", "i) see\nii) ask"], ["a | b", ""], ["short", ""],
    ]  # fmt: skip
    assert table.cells[3].place == Place(table=1, row=2, cell=2)


def test_a_line_of_pipes_without_a_rule_is_no_table():
    found = opened("# x\n\n| not | a table |\n")
    assert found.tables() == []


def test_less_than_signs_survive():
    found = opened("| a |\n|--|\n| under <5 and < 10 days & more |\n")
    assert grid(found.tables()[0])[1] == ["under <5 and < 10 days & more"]


def test_tables_written_in_html_are_read_and_counted_with_the_others():
    found = opened(
        "# Plan\n\n| a |\n|--|\n| b |\n\n<table>\n<tr><td rowspan=2>1</td><td>c</td></tr>\n\n"
        "<tr><td>d</td></tr>\n</table>\n\nafter\n"
    )
    kinds = [type(block) for block in found.blocks]
    assert kinds == [Paragraph, Table, Table, Paragraph]
    assert grid(found.tables()[1]) == [["1", "c"], [None, "d"]]
    assert found.tables()[1].cells[0].place.table == 2
    assert texts(found)[-1] == ("after", None, 13)


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason="the source documents are not beside the project")
def test_the_plan_with_html_in_its_cells_keeps_each_row():
    (path,) = SEEDS.glob("004*")
    found = open_document(path)
    assert found.form == "markdown"
    assert {table.width for table in found.tables()} == {6}
    assert not any("<p>" in cell.text for table in found.tables() for cell in table.cells)


def test_a_caption_of_a_table_in_html_is_a_paragraph_and_an_empty_mark_is_none():
    found = opened(
        "# x\n\n<table><caption>by post</caption><tr><td>a</td></tr></table>\n\n<b></b>\n"
    )
    assert [text for text, _, _ in texts(found)] == ["x", "by post"]
    assert grid(found.tables()[0]) == [["a"]]
