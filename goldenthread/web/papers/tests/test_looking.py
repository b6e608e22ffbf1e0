"""The papers of a plan: looked at, and saved as files."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.html import escape

from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.document import Document, Facts, Heading, Note, PageBreak, Run
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.renderers.tests.made_papers import plan_grid
from goldenthread.plans.models import Plan
from goldenthread.web.papers.presenters.preview import shown

pytestmark = pytest.mark.django_db
PAPER = "/papers/990/P1/action_plan/"


def on(day):
    return f"?as_at_0={day.day}&as_at_1={day.month}&as_at_2={day.year}"


def test_the_plan_leads_to_its_papers(alice, plan):
    shown = alice.get("/plans/990/P1/").text
    assert f'href="{PAPER}"' in shown
    assert "Print the plan" in shown
    listed = alice.get("/papers/990/P1/").text
    assert [name for name in PAPERS if f'href="/papers/990/P1/{name}/"' not in listed] == []


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_stands_on_its_page_with_what_is_missing_beside_it(alice, plan, name):
    page = alice.get(f"/papers/990/P1/{name}/")
    assert page.status_code == 200
    beside = page.text.partition('<article class="gt-paper"')[0]
    assert page.context["paper"].parts
    assert "What is missing" in beside
    assert [text for text in page.context["missing"] if escape(text) not in beside] == []


def test_every_action_of_the_plan_stands_on_the_page(alice, plan):
    found = alice.get(PAPER).text
    for action in plan.actions.exclude(text=""):
        assert action.text[:30].split("\n")[0] in found


@pytest.mark.parametrize("form", FORMS)
def test_a_paper_is_saved_in_each_form(alice, plan, form):
    answer = alice.get(f"{PAPER}{form}/")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == FORMS[form].media_type
    today = timezone.localdate().isoformat()
    assert (
        f'filename="P1-action-plan-{today}{FORMS[form].extension}"'
        in (answer.headers["Content-Disposition"])
    )
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_the_word_file_is_a_word_file_of_the_plan(alice, plan):
    with zipfile.ZipFile(io.BytesIO(alice.get(f"{PAPER}docx/").content)) as parts:
        assert plan.title in parts.read("word/document.xml").decode()


def test_the_pdf_file_is_a_pdf(alice, plan):
    assert alice.get(f"{PAPER}pdf/").content.startswith(b"%PDF-")


def test_a_day_to_come_is_refused_at_its_field(alice, plan):
    tomorrow = timezone.localdate() + timedelta(days=1)
    page = alice.get(PAPER + on(tomorrow))
    assert page.status_code == 422
    assert "is to come" in page.text
    assert "gt-paper__title" not in page.text
    assert alice.get(f"{PAPER}pdf/{on(tomorrow)}").status_code == 409


def test_what_is_no_day_is_refused_at_its_field(alice, plan):
    page = alice.get(f"{PAPER}?as_at_0=31&as_at_1=2&as_at_2=2026")
    assert page.status_code == 422
    assert "must be a real date" in page.text
    assert alice.get(f"{PAPER}pdf/?as_at_0=31&as_at_1=2&as_at_2=2026").status_code == 409


def test_the_files_are_of_the_day_that_is_shown(alice, plan):
    today = timezone.localdate()
    assert on(today).replace("&", "&amp;") in alice.get(PAPER + on(today)).text


def test_another_council_sees_and_saves_no_paper(charlie, plan):
    for path in ("/papers/990/P1/", PAPER, f"{PAPER}pdf/", f"{PAPER}docx/"):
        assert charlie.get(path).status_code == 404


def test_a_withdrawn_plan_has_no_papers(alice, plan):
    Plan.objects.filter(pk=plan.pk).update(state=Plan.State.WITHDRAWN)
    assert alice.get(PAPER).status_code == 404


def test_a_paper_or_form_that_is_not_there_has_no_page(alice, plan):
    assert alice.get("/papers/990/P1/nothing/").status_code == 404
    assert alice.get(f"{PAPER}exe/").status_code == 404


def test_a_spanning_cell_stands_once_and_each_cell_names_its_column():
    paper = Document(
        title="T", authority="Aldermere", as_at=date(2025, 12, 5), blocks=(plan_grid(),)
    )
    lines = shown(paper).parts[0].lines
    assert [cell.label for cell in lines[0]][:2] == ["No", "Area for improvement"]
    assert lines[1][0].label == "Action required"
    assert lines[0][0].rows == 3


def test_a_note_says_its_kind_in_words():
    paper = Document(
        title="T",
        authority="Aldermere",
        as_at=date(2025, 12, 5),
        blocks=(Note("no minute", kind="missing"),),
    )
    assert "".join(run.text for run in shown(paper).parts[0].runs) == "Missing: no minute"


def test_a_caption_that_says_its_heading_again_is_left_to_who_cannot_see_the_table():
    grid = plan_grid()
    paper = Document(
        title="T",
        authority="Aldermere",
        as_at=date(2025, 12, 5),
        blocks=(Heading(1, grid.caption), grid, Heading(1, "Other"), grid),
    )
    tables = [part for part in shown(paper).parts if part.kind == "grid"]
    assert [table.caption_is_hidden for table in tables] == [True, False]


def test_a_page_prints_terms_and_breaks_nowhere():
    told = Facts(pairs=(("As at", (Run("5 December 2025"),)),))
    paper = Document(
        title="T",
        authority="Aldermere",
        as_at=date(2025, 12, 5),
        blocks=(told, PageBreak(), Note("no minute", kind="missing")),
    )
    facts, note = shown(paper).parts
    assert [(term, "".join(run.text for run in runs)) for term, runs in facts.pairs] == [
        ("As at", "5 December 2025")
    ]
    assert note.kind == "words"
