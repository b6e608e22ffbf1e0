"""Lines through both columns of a form, where widths are not known."""

from goldenthread.documents.layout import Place
from goldenthread.documents.papers.columns import parted
from goldenthread.documents.papers.row import Row


def test_a_line_stays_whole_where_its_right_edge_is_not_known():
    row = Row("Report of Jo Marsh", Place(page=1), side="both", left=10.0)
    value = Row("anna anna", Place(page=1), side="value", left=100.0, right=145.0)
    assert list(parted([value, row], 100.0)) == [value, row]


def test_a_line_stays_whole_where_no_value_tells_the_width_of_a_letter():
    row = Row("Report of Jo Marsh", Place(page=1), side="both", left=10.0, right=150.0)
    assert list(parted([row], 100.0)) == [row]
