"""A plan in Excel on its pages: save, bring back, choose, and what became of each row."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.intake.models import TrackerReturn
from goldenthread.intake.tests.workbooks import Workbook
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.models import Update
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/plans/990/P1/excel/"


@pytest.fixture(autouse=True)
def here(monkeypatch, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    monkeypatch.setattr(
        "goldenthread.documents.apart.read_all",
        lambda paths, *, workers, job: iter([job(path) for path in paths]),
    )


def save(client):
    answer = client.post(f"{PAGE}save/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="990 P1 copy 1.xlsx"'
    return Workbook(answer.content)


def bring(client, book):
    file = SimpleUploadedFile("filled in.xlsx", book.saved())
    return client.post(PAGE, {"file": file})


def test_the_plan_leads_to_its_page(alice, plan):
    assert PAGE in alice.get("/plans/990/P1/").text


def test_a_changed_cell_is_shown_and_taken_over(alice, plan):
    book = save(alice)
    book.fill("P1-A1", What_has_changed="Nine heads were met.")
    answer = bring(alice, book)
    address = answer.headers["Location"]
    page = alice.get(address).text
    assert "1 change in 1 action" in page
    assert "Nine heads were met." in page
    assert "Here today: nothing" in page
    assert 'value="P1-A1:said" checked' in page
    key = "P1-A1:said"
    answer = alice.post(address, {"take": [key], f"stood:{key}": ""})
    assert answer.headers["Location"] == address
    page = alice.get(address).text
    assert "1 of 1 row changed" in page
    assert "The update was added." in page
    assert Update.objects.get(version=None).text == "Nine heads were met."
    assert "Alice Archer: 1 row taken over" in alice.get(PAGE).text


def test_what_was_changed_on_both_sides_is_not_ticked(alice, plan, cast):
    book = save(alice)
    lena = make_user("Lena Long", cast.aldermere, Role.LEAD).persons.get()
    actions.give_lead(action=plan.actions.get(public_id="P1-A1"), to=lena, by=cast.alice)
    book.fill("P1-A1", Lead="Dan Drew")
    page = alice.get(bring(alice, book).headers["Location"]).text
    assert "changed on both sides" in page
    assert "Here today: Lena Long; when the workbook was saved: Ann Adams" in page
    assert 'value="P1-A1:lead" checked' not in page


def test_what_is_not_taken_is_told_with_its_place(alice, plan):
    book = save(alice)
    book.fill("P1-A1", Forecast="soon")
    book.fill("P1-A2", Reference="P1-A99")
    page = alice.get(bring(alice, book).headers["Location"]).text
    assert "Row 2, Forecast: “soon” is no day." in page
    assert "Row 3: P1-A99 is no action of this plan" in page
    assert "There is nothing to take over" in page


def test_a_workbook_without_its_copy_or_a_column_says_so(alice, plan):
    book = save(alice)
    del book.book["About"]
    book.sheet.delete_cols(book.heading("Lead"))
    page = alice.get(bring(alice, book).headers["Location"]).text
    assert "It does not say which copy it is" in page
    assert "The workbook no longer has these columns, so nothing is changed in them: Lead." in page


def test_a_file_that_is_no_workbook_is_refused_at_its_field(alice, plan):
    answer = alice.post(PAGE, {"file": SimpleUploadedFile("mine.xlsx", b"PK\x03\x04 half")})
    assert answer.status_code == 422
    assert "mine.xlsx: " in answer.text
    assert TrackerReturn.objects.count() == 0
    assert alice.post(PAGE, {}).status_code == 422


def test_nothing_ticked_is_told(alice, plan):
    book = save(alice)
    book.fill("P1-A1", What_has_changed="Nine heads were met.")
    answer = alice.post(bring(alice, book).headers["Location"], {})
    assert answer.status_code == 409
    assert "Choose at least one change" in answer.text


def test_who_may_not_bring_in_plans_has_no_such_page(plan, cast, charlie):
    checker = make_user("Dora Dean", cast.aldermere, Role.CHECKER)
    actions.give_to_checker(plan=plan, user=checker, by=cast.alice)
    client = signed_in(checker)
    assert client.get(PAGE).status_code == 403
    assert client.post(f"{PAGE}save/").status_code == 403
    assert "Work in Excel" not in client.get("/plans/990/P1/").text
    assert charlie.get(PAGE).status_code == 404


def test_the_form_costs_the_same_for_many_workbooks(alice, plan, queries_of):
    book = save(alice)
    bring(alice, book)
    few = queries_of(alice, PAGE)
    for n in range(3):
        book.fill("P1-A1", What_has_changed=f"Step {n}.")
        bring(alice, book)
    assert queries_of(alice, PAGE) == few
