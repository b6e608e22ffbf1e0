"""The box of a cell lies on the page where the cell's own words are printed."""

import io
import re

import pikepdf
import pypdfium2
import pytest

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.containers.pdf_tables import blocks
from goldenthread.documents.layout import Table
from goldenthread.documents.plans import headings
from goldenthread.documents.plans.tests import drawn
from goldenthread.documents.shown.boxes import printed_cells


def letters(text):
    return re.sub(r"[^a-z0-9]", "", text.lower())


def text_in(pdf, cell):
    """What pdfium finds inside a cell's box, on the page as it is shown."""
    page = pdf[cell.page - 1]
    left, bottom, right, top = page.get_cropbox()
    box = cell.box
    corners = {
        0: (left + box.left, top - box.bottom, left + box.right, top - box.top),
        90: (left + box.top, bottom + box.left, left + box.bottom, bottom + box.right),
        180: (right - box.right, bottom + box.top, right - box.left, bottom + box.bottom),
        270: (right - box.bottom, top - box.right, right - box.top, top - box.left),
    }[page.get_rotation()]
    return page.get_textpage().get_text_bounded(*corners)


def read_and_printed(data):
    """For each cell of the tables its text as read, and the text in its boxes."""
    document = open_bytes(data, "plan.pdf")
    tables = [b for b in blocks(document, headings.is_known) if isinstance(b, Table)]
    read = {
        (number, cell.row + 1, cell.column + 1): cell.text
        for number, table in enumerate(tables, 1)
        for cell in table.cells
    }
    found = {place: "" for place, text in read.items() if text}
    pdf = pypdfium2.PdfDocument(data)
    for cell in printed_cells(data, headings.is_known):
        found[cell.table, cell.row, cell.cell] += text_in(pdf, cell)
    return [(read[place], text) for place, text in found.items()]


def changed(data, change):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            change(page)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("stroke", ["all", "rows", "none"])
def test_the_words_in_the_boxes_of_a_cell_are_those_that_were_read(stroke):
    both = read_and_printed(drawn.as_pdf(drawn.merged(drawn.plan(each=8)), stroke=stroke))
    assert len(both) > 100
    assert [pair for pair in both if letters(pair[0]) != letters(pair[1])] == []


def test_boxes_are_those_of_the_page_as_it_is_cropped():
    def crop(page):
        page.CropBox = [20, 10, 830, 580]

    both = read_and_printed(changed(drawn.as_pdf(drawn.merged(drawn.plan()), stroke="all"), crop))
    assert [pair for pair in both if letters(pair[0]) != letters(pair[1])] == []
    assert both


def test_boxes_are_those_of_a_page_that_does_not_begin_at_nought():
    def move(page):
        page.MediaBox = [-30, -20, 842, 595]
        page.CropBox = [-30, -20, 842, 595]

    both = read_and_printed(changed(drawn.as_pdf(drawn.merged(drawn.plan()), stroke="all"), move))
    assert [pair for pair in both if letters(pair[0]) != letters(pair[1])] == []
    assert both


# What turns a page of 842 by 595 points so that, shown turned, it looks as before.
TURNED = {90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 842 595 cm", 270: "0 -1 1 0 0 842 cm"}


@pytest.mark.parametrize("cropped", [False, True])
@pytest.mark.parametrize("turn", TURNED)
def test_boxes_are_those_of_the_page_as_it_is_turned(turn, cropped):
    def turned(page):
        across, down = (842, 595) if turn == 180 else (595, 842)
        page.MediaBox = [0, 0, across, down]
        page.CropBox = [10, 20, across - 15, down - 5] if cropped else page.MediaBox
        page.Rotate = turn
        page.contents_add(f"q {TURNED[turn]}".encode(), prepend=True)
        page.contents_add(b"Q")

    both = read_and_printed(changed(drawn.as_pdf(drawn.merged(drawn.plan()), stroke="all"), turned))
    assert [pair for pair in both if letters(pair[0]) != letters(pair[1])] == []
    assert both
