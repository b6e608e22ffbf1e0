"""Bringing documents, and the list of what was brought."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.intake.models import Import
from goldenthread.intake.tests.factories import plan_file, report_file
from goldenthread.web.tests.people import make_user

pytestmark = pytest.mark.django_db
LIST = "/library/import/"


def bring(client, cast, *files, **more):
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(LIST, {"documents": sent, "authority": cast.aldermere.pk, **more})


def test_an_empty_list_says_what_to_do_first(alice, desk):
    assert "Nothing was imported yet" in alice.get(LIST).text


def test_one_file_leads_to_its_own_page(alice, desk, cast):
    answer = bring(alice, cast, ("plan.docx", plan_file()))
    import_ = Import.objects.get()
    assert answer.headers["Location"] == f"{LIST}{import_.pk}/"
    assert "Reading plan.docx" in alice.get(answer.headers["Location"]).text


def test_several_files_lead_to_the_list_and_a_bad_one_stops_no_other(alice, desk, cast):
    answer = bring(alice, cast, ("a.docx", plan_file()), ("b.docx", report_file()), ("c.txt", b""))
    assert answer.headers["Location"] == LIST
    shown = alice.get(LIST).text
    assert all(name in shown for name in ("a.docx", "b.docx", "c.txt"))
    assert Import.objects.get(name="c.txt").state == "failed"


def test_a_file_that_is_here_already_is_pointed_to(alice, desk, cast):
    for name in ("plan.docx", "the same plan.docx"):
        answer = bring(alice, cast, (name, plan_file()))
    shown = alice.get(answer.headers["Location"])
    assert Import.objects.count() == 1
    assert "here already" in shown.text


def test_it_can_be_read_again_on_purpose(alice, desk, cast):
    for _ in range(2):
        bring(alice, cast, ("plan.docx", plan_file()), again="on")
    assert Import.objects.count() == 2


def test_without_a_file_the_form_says_so_at_the_field_and_on_top(alice, desk, cast):
    answer = alice.post(LIST, {"authority": cast.aldermere.pk})
    assert "error-summary" in answer.text
    assert answer.text.count("Documents: nothing entered") == 2


def test_nobody_brings_a_file_to_another_council(charlie, desk, cast):
    answer = bring(charlie, cast, ("plan.docx", plan_file()))
    assert "error-summary" in answer.text
    assert not Import.objects.exists()


def test_the_state_filters_the_list_and_stays_in_the_address(alice, desk, cast):
    bring(alice, cast, ("a.docx", plan_file()), ("c.txt", b""))
    shown = alice.get(f"{LIST}?state=failed").text
    assert "c.txt" in shown
    assert "a.docx" not in shown
    assert "?state=failed&amp;sort=name" in shown


def test_another_council_sees_neither_the_list_nor_the_import(charlie, plan):
    assert plan.name not in charlie.get(LIST).text
    assert charlie.get(f"{LIST}{plan.pk}/").status_code == 404


def test_somebody_without_a_role_sees_no_form(desk, client):
    client.force_login(make_user("nobody@aldermere.example"))
    shown = client.get(LIST).text
    assert "Improvement officer" in shown
    assert 'type="file"' not in shown


def test_the_list_costs_the_same_however_long_it_is(alice, desk, cast, queries_of):
    bring(alice, cast, ("a.docx", plan_file()))
    alice.get(LIST)  # the message of the upload
    before = queries_of(alice, LIST)
    for number in range(5):
        bring(alice, cast, (f"{number}.docx", plan_file()), again="on")
    alice.get(LIST)
    assert queries_of(alice, LIST) == before


def test_progress_leads_on_once_the_document_is_read(alice, desk, cast):
    bring(alice, cast, ("plan.docx", plan_file()))
    import_ = Import.objects.get()
    address = f"{LIST}{import_.pk}/progress/"
    assert "gt-progress" in alice.get(address, headers={"HX-Request": "true"}).text
    desk.work(import_)
    answer = alice.get(address, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == f"{LIST}{import_.pk}/"
    assert alice.get(address).headers["Location"] == f"{LIST}{import_.pk}/"
