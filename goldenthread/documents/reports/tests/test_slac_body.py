"""Headings of a SLAC report that no list knows."""

from goldenthread.documents.layout import Place
from goldenthread.documents.reports.printed_rows import Row
from goldenthread.documents.reports.slac_body import body_of


def body(*lines):
    rows = []
    for number, (text, large, fresh) in enumerate(lines, start=1):
        rows.append(Row(text, Place(page=1, line=number), fresh=fresh, large=large))
    return body_of(rows)


FIRST = ("1. Staff know the children well.", False, True)
SECOND = ("2. Plans are clear.", False, True)


def headings(*lines):
    return [(one.number, one.heading) for one in body(*lines).paragraphs]


def test_a_larger_line_titles_the_paragraphs_below_it():
    assert headings(FIRST, ("Work with schools", True, True), SECOND) == [
        (1, None),
        (2, "Work with schools"),
    ]


def test_a_line_alone_titles_the_numbered_paragraph_that_follows():
    assert headings(FIRST, ("Work with schools", False, True), SECOND) == [
        (1, None),
        (2, "Work with schools"),
    ]


def test_a_line_alone_without_a_number_below_it_is_no_heading():
    found = body(FIRST, ("Work with schools", False, True), ("goes on.", False, False))
    assert [(one.number, one.heading) for one in found.paragraphs] == [(1, None)]
    assert found.paragraphs[0].opening.text.endswith("Work with schools goes on.")


def test_a_line_at_the_end_is_text_and_no_heading():
    found = body(FIRST, ("Work with schools", False, True))
    assert found.paragraphs[0].opening.text.endswith("Work with schools")
