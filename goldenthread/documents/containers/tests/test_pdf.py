"""PDFs: pages, lines with their boxes, junk before the start."""

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
