"""What is ready before the first look at a proposal."""

import pytest

from goldenthread.documents.tests import made_files
from goldenthread.intake import beside

pytestmark = pytest.mark.django_db


@pytest.fixture
def laid_out(monkeypatch):
    """What was laid out: upload and whether the cells were looked for."""
    asked = []
    monkeypatch.setattr(
        beside, "prepare", lambda *, upload, tables: asked.append((upload.name, tables))
    )
    return asked


def test_a_pdf_is_laid_out_before_anybody_looks_at_it(desk, laid_out, monkeypatch):
    """The proposal is made as if the text were a report, whatever the PDF holds."""
    report = desk.report()
    monkeypatch.setattr(
        "goldenthread.intake.apart.read",
        lambda *_, **__: type("Read", (), {"proposal": report.proposal, "texts": []})(),
    )
    import_ = desk.read("report.pdf", made_files.pdf(["Aldermere"]))
    assert import_.state == "proposed"
    assert laid_out == [("report.pdf", False)]


def test_a_word_file_is_laid_out_when_somebody_looks(desk, laid_out):
    assert desk.report().state == "proposed"
    assert laid_out == []
