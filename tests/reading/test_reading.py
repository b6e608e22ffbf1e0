"""The choice between the kinds of document, and what is said of a document that is none."""

from pathlib import Path

import pytest

from goldenthread.documents import apart, reading
from goldenthread.documents.containers import docx, opening, package, pdf, sheet, spans, text
from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.plans.lost_columns.tests.aldermere import SHAPES, Drawer
from goldenthread.documents.plans.lost_columns.tests.flattening import Manner, Typist, document
from goldenthread.documents.reading import Kind
from goldenthread.documents.tests import made_files

LETTER = open_bytes(made_files.text(), "letter.txt")


def kind(name, likely):
    return Kind(looks_like=lambda _: likely, read=lambda _: {"kind": name, "questions": []})


def test_the_likeliest_kind_reads_the_document():
    kinds = (kind("report", 0.6), kind("plan", 0.9), kind("question", 0.0))
    assert reading.read_document(LETTER, kinds) == {
        "file": "letter.txt", "kind": "plan", "questions": [],
    }  # fmt: skip


def test_a_document_that_is_more_likely_none_is_not_recognised():
    found = reading.read_document(LETTER, (kind("plan", 0.4),))
    assert found == {
        "file": "letter.txt", "kind": "not recognised", "framework": "not a report",
        "found": "plain text of another kind",
    }  # fmt: skip


def test_warnings_of_the_container_reach_the_reader():
    document = open_bytes("costs £5".encode("cp1252"), "letter.txt")
    found = reading.read_document(document, (kind("plan", 1.0),))
    assert "cp1252" in found["warnings"][0]


@pytest.mark.parametrize(
    ("name", "form", "found"),
    [
        ("report.pdf", "plan.html", "HTML page named .pdf"),
        ("report.docx", "plan.pdf", "PDF named .docx"),
        ("REPORT.PDF", "plan.xlsx", "Excel workbook named .pdf"),
        ("report", "plan.html", "HTML page of another kind"),
        ("report.docm", "plan.docx", "Word document of another kind"),
        ("notes.txt", "plan.md", "Markdown text of another kind"),
    ],
)
def test_a_file_is_called_what_it_is_beside_what_its_name_claims(name, form, found):
    document = open_bytes(made_files.GOOD[form](), name)
    assert reading.read_document(document, ())["found"] == found


def test_a_file_on_disk_and_its_bytes_read_alike(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(made_files.text())
    assert reading.read(path) == reading.read_bytes(made_files.text(), "letter.txt")


def test_the_guide_names_the_limits_that_hold():
    guide = (Path(__file__).parents[2] / "docs" / "guide" / "reading.md").read_text()
    limits = (
        f"{opening.SIZE_LIMIT // 2**20} MB; {opening.TEXT_LIMIT // 2**20} MB for text",
        f"| pages of a PDF | {pdf.PAGES_LIMIT:,} |",
        f"{package.UNPACKED_LIMIT // 2**20} MB in {package.MEMBERS_LIMIT:,} parts",
        f"not more than {package.RATIO_LIMIT} to 1",
        f"HTML | {text.LINES_LIMIT:,} |",
        f"{spans.COLUMNS_LIMIT} columns, {spans.ROWS_LIMIT:,} rows, {spans.GRID_LIMIT:,} cells",
        f"{sheet.CELLS_LIMIT:,} |",
        f"{apart.SECONDS_LIMIT:g} seconds",
        f"{apart.MEMORY_LIMIT // 2**30} GB",
        f"more than {docx.NESTING_LIMIT} deep",
    )
    assert [limit for limit in limits if limit not in guide] == []


def test_a_plan_whose_columns_are_lost_is_read_as_a_plan():
    plan = Drawer(101).plan(SHAPES[0])
    assert reading.read_document(document(Typist(101, Manner()).text([plan])))["kind"] == "plan"
