"""Labels inside a cell count on in the style of the first."""

import pytest

from goldenthread.documents.plans.numerals import parts


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("a) Train staff b) Check files", ["a)", "b)"]),
        ("i) Train staff ii) Check files", ["i)", "ii)"]),
        ("1) Train staff 2) Check files", ["1)", "2)"]),
        ("a) Train staff 2) Check files", ["a)"]),
        ("a) Train staff xx) Check files", ["a)"]),
        ("Train staff", [""]),
    ],
)
def test_a_label_of_another_style_parts_nothing(text, labels):
    assert [part.label for part in parts(text)] == labels
