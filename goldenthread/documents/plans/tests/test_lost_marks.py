"""What is left of empty cells in a text, and what their loss costs a reading."""

from goldenthread.documents.layout import Line, Place
from goldenthread.documents.plans.lost_columns.typed import Marks, marks_of, typed


def test_a_text_of_blank_lines_has_no_marks():
    blank = [typed(Line(text, Place(line=1)), 1) for text in ("", "   ")]
    assert marks_of(blank) == Marks(leading=False, trailing=False)


def test_an_empty_cell_costs_less_the_fewer_marks_the_text_keeps():
    kept = Marks(leading=True, trailing=True)
    stripped = Marks(leading=True, trailing=False)
    none = Marks(leading=False, trailing=False)
    assert kept.skip < stripped.skip < none.skip == 0
    assert kept.new_line < stripped.new_line < none.new_line < 0
