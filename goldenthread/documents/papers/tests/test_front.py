"""The fields of a form whose table has a cell to a row."""

import pytest

from goldenthread.documents.layout import Place
from goldenthread.documents.papers.front import read_front
from goldenthread.documents.papers.row import Row


def form(*texts):
    rows = []
    for number, text in enumerate(texts, start=1):
        place = Place(table=1, row=number)
        rows.append(Row(text=text, place=place, cells=((text, place),)))
    return rows


def fields(*texts):
    return [(field.label, field.text) for field in read_front(form(*texts)).fields]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Report of: Jo Marsh"], [("Report of", "Jo Marsh")]),
        (["Report of\nJo Marsh"], [("Report of", "Jo Marsh")]),
        (["Nursery: Aldermere"], [("Nursery", "Aldermere")]),
        (
            ["Report of: Jo Marsh", "Head of Practice"],
            [("Report of", "Jo Marsh\nHead of Practice")],
        ),
        (["Words without a label"], []),
    ],
)
def test_a_cell_alone_holds_its_label_and_text_or_goes_on_with_the_field_above(texts, expected):
    assert fields(*texts) == expected
