"""Screening of whole documents: what is personal is found, what is not raises no false alarm."""

import docx
import pytest

from goldenthread.documents.containers.opening import open_bytes, open_document
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.papers.tests import drawn as papers
from goldenthread.documents.plans.tests import drawn as plans
from goldenthread.documents.reports.tests import slac_drawn, worked
from goldenthread.documents.tests import made_files
from goldenthread.sources.screening import screen
from goldenthread.sources.texts import texts_of

MADE = {
    "plan.docx": lambda: plans.as_docx(plans.merged(plans.plan())),
    "plan.xlsx": lambda: plans.as_xlsx(plans.headed(plans.plan())),
    "plan.pdf": lambda: plans.as_pdf(plans.repeated(plans.plan()), stroke="all"),
    "ilacs.pdf": worked.ilacs_2024,
    "sif.pdf": worked.sif,
}


def hits(document):
    return sorted(
        {
            (suspect.kind, text.text[suspect.start : suspect.end])
            for text in texts_of(document)
            for suspect in screen(text.text, heading=text.heading)
        }
    )


@pytest.mark.parametrize("name", MADE)
def test_a_made_plan_or_report_raises_no_suspicion(name):
    document = open_bytes(MADE[name](), name)
    assert len(list(texts_of(document))) > 20
    assert hits(document) == []


def test_a_made_report_of_2012_raises_no_suspicion():
    assert hits(slac_drawn.as_pdf()) == []
    assert hits(slac_drawn.as_docx()) == []


@pytest.mark.parametrize("form", papers.FORMS)
def test_a_made_paper_raises_no_suspicion(form):
    assert hits(papers.decision(form)) == []
    assert hits(papers.question(form)) == []


def test_a_table_of_children_is_found_by_its_headings(tmp_path):
    rows = [["Child's name", "DOB", "LCS ID"], ["Tom Marsh", "03/05/2010", "445566"]]
    assert hits(word(tmp_path, rows)) == [
        ("birth_date", "03/05/2010"),
        ("case_number", "445566"),
        ("child_name", "Tom Marsh"),
    ]


def test_a_form_about_a_child_is_found_by_its_labels(tmp_path):
    rows = [["Child", "Tom Marsh"], ["Date of birth", "3 May 2010"], ["Date", "4 May 2020"]]
    assert hits(word(tmp_path, rows)) == [
        ("birth_date", "3 May 2010"),
        ("child_name", "Tom Marsh"),
    ]


def test_lines_of_a_pdf_are_screened_with_their_places():
    document = open_bytes(made_files.pdf(["Weekly list"], ["NHS 943 476 5919"]), "list.pdf")
    assert hits(document) == [("nhs_number", "943 476 5919")]
    assert [text.place.page for text in texts_of(document)] == [1, 2]


def test_the_real_plans_and_papers_raise_no_suspicion(shared):
    seeds = sorted((shared / "seeds").glob("00[0-4]_*.txt"))
    assert {path.name[:3]: hits(open_document(path)) for path in seeds} == {
        "000": [], "001": [], "002": [], "003": [], "004": [],
    }  # fmt: skip


def test_the_real_reports_raise_no_suspicion(shared):
    raised = {}
    for path in sorted((shared / "corpus" / "reports").rglob("*.pdf")):
        try:
            document = open_document(path)
        except UnreadableDocument:
            continue
        if found := hits(document):
            raised[path.parent.name] = found
    assert raised == {}


def word(folder, rows):
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(folder / "made.docx")
    return open_document(folder / "made.docx")
