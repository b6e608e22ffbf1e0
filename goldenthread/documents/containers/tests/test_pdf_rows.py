"""Rows of a PDF's table by the rules across, where a column lacks some of them."""

from goldenthread.documents.containers.pdf_columns import Columns
from goldenthread.documents.containers.pdf_marks import Marks, Rule, Word
from goldenthread.documents.containers.pdf_rows import ruled

TWO = Columns(edges=(0.0, 100.0, 200.0), ruled=True, exact=True)


def word(text, left, top):
    return Word(text, left, left + 30, top, top + 10, 10.0)


def table(*words):
    rule = Rule(100.0, 0.0, 100.0)
    marks = Marks(1, 200.0, 200.0, tuple(sorted(words, key=lambda w: w.top)), (rule,), ())
    found = ruled(marks, TWO, top=0.0, bottom=200.0)
    return {(c.row, c.column, c.rows): [w.text for w in c.parts[0]] for c in found.cells}


LEFT = (word("Train", 10, 10), word("Check", 10, 110))


def test_a_high_cell_is_parted_where_print_begins_again_level_with_a_row():
    found = table(*LEFT, word("May", 110, 10), word("2027", 110, 22), word("June", 110, 110))
    assert found == {
        (0, 0, 1): ["Train"],
        (1, 0, 1): ["Check"],
        (0, 1, 1): ["May", "2027"],
        (1, 1, 1): ["June"],
    }


def test_a_high_cell_stays_whole_where_nothing_begins_level_with_a_row():
    found = table(*LEFT, word("May", 110, 10), word("2027", 110, 22), word("June", 110, 150))
    assert found[(0, 1, 2)] == ["May", "2027", "June"]
