"""PDFs: pages, lines with their boxes, junk before the start."""

import io

import pikepdf
import pytest

from goldenthread.documents.containers import pdf
from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Place
from goldenthread.documents.tests import made_files


def test_lines_have_page_place_box_and_size():
    found = open_bytes(made_files.pdf(["Aldermere", "Action plan"], ["The end"]), "plan.pdf")
    assert [line.text for line in found.lines()] == ["Aldermere", "Action plan", "The end"]
    first, second, last = found.lines()
    assert last.place == Place(page=2, line=1)
    assert 49 < first.box.left < 53
    assert first.box.bottom < second.box.bottom
    assert first.size == 11
    assert first.bold is False
    assert (found.pages[0].width, found.pages[0].height) == (595, 842)


def test_junk_before_the_start_is_passed_over():
    found = open_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + made_files.pdf(["Aldermere"]), "plan.pdf")
    assert [line.text for line in found.lines()] == ["Aldermere"]


def test_a_page_that_cannot_be_read_makes_the_whole_file_damaged(monkeypatch):
    """Half a report must not look like a whole one."""

    def fail(*_, **__):
        raise pdf.pypdfium2.PdfiumError("page")

    monkeypatch.setattr(pdf, "_page", fail)
    with pytest.raises(UnreadableDocument, match="damaged"):
        pdf.read(made_files.pdf(["Aldermere"]), "plan.pdf")


def test_a_page_of_a_book_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "LETTERS_LIMIT", 3)
    with pytest.raises(UnreadableDocument, match="page 1 alone"):
        open_bytes(made_files.pdf(["Aldermere"]), "plan.pdf")


def test_pages_without_text_are_named():
    found = open_bytes(made_files.pdf(["Aldermere"], [], ["End"], []), "plan.pdf")
    assert found.warnings == (
        "plan.pdf: These pages have no text; look whether they are scans: 2, 4.",
    )


def test_a_bullet_or_dash_of_windows_is_read():
    found = open_bytes(made_files.pdf(["• £5 – (all)"]), "plan.pdf")
    assert [line.text for line in found.lines()] == ["• £5 – (all)"]


@pytest.mark.parametrize(
    ("turn", "across", "down"),
    [(0, 40, 802 - 790), (90, 790, 40), (180, 585 - 40, 790), (270, 802 - 790, 585 - 40)],
)
def test_boxes_are_those_of_the_page_as_it_is_shown(turn, across, down):
    """The page is turned, and ten points are cropped from its left and forty from its top."""
    with pikepdf.open(io.BytesIO(made_files.pdf(["Aldermere"]))) as file:
        file.pages[0].CropBox = [10, 0, 595, 802]
        file.pages[0].Rotate = turn
        out = io.BytesIO()
        file.save(out)
    (page,) = open_bytes(out.getvalue(), "plan.pdf").pages
    (line,) = page.lines
    assert min(abs(line.box.left - across), abs(line.box.right - across)) < 4
    assert min(abs(line.box.top - down), abs(line.box.bottom - down)) < 4
    assert 0 <= line.box.left < line.box.right <= page.width
    assert 0 <= line.box.top < line.box.bottom <= page.height
