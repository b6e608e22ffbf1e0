"""The ways on from an import that are seldom taken: warnings, reading again, turning the source."""

import html

import pytest

from goldenthread.inspections.models import Framework
from goldenthread.intake import actions
from goldenthread.intake.models import Import
from goldenthread.intake.tests.factories import plan_file
from goldenthread.web.imports.tests.conftest import HEADINGS, ROWS
from goldenthread.web.imports.tests.test_working import asked, page, row, send, whole

pytestmark = pytest.mark.django_db


def test_a_report_with_a_warning_asks_for_a_reason_before_it_is_confirmed(alice, desk):
    report = desk.report()
    report.draft["recommendation_count"] = 99
    report.save(update_fields=["draft"])
    answer = send(alice, report, "confirm")
    assert answer.status_code == 200
    assert "99 recommendations are stated" in answer.text
    assert send(alice, report, "confirm", despite="").status_code == 422
    report.refresh_from_db()
    assert report.state == Import.State.PROPOSED


def test_a_plan_is_given_its_report_by_answering_the_question(alice, desk):
    report = desk.report()
    send(alice, report, "confirm", despite="All are here")
    plan = desk.plan((HEADINGS, *ROWS))
    question = plan.questions.open().filter(kind="inspection").first() or plan.questions.create(
        kind="inspection", number=99, text="Which report does it answer?"
    )
    report.refresh_from_db()
    shown = page(alice, plan, f"?question={question.number}")
    assert str(report.inspection) in shown
    answer = send(
        alice, plan, f"questions/{question.number}", do="answer", answer=report.inspection_id
    )
    assert "The plan answers:" in alice.get(answer.headers["Location"]).text
    plan.refresh_from_db()
    assert plan.inspection == report.inspection


def test_a_framework_is_chosen_from_those_that_are_known(alice, desk):
    report = desk.report()
    question = report.questions.create(kind="framework", number=99, where="framework", text="?")
    shown = page(alice, report, f"?question={question.number}")
    assert [
        one.code for one in Framework.objects.all() if str(one) not in html.unescape(shown)
    ] == []


def test_nothing_is_accepted_where_nothing_is_suggested(alice, plan):
    question = plan.questions.create(kind="spelling", number=99, where="actions/a1/text", text="?")
    answer = send(alice, plan, f"questions/{question.number}", do="accept")
    assert answer.status_code == 422
    assert "There is nothing to accept." in answer.text


def test_all_of_a_kind_are_left_to_settle_at_once(alice, desk):
    rows = [(*row[:4], f"Person {'ABCD'[n]}son", *row[5:]) for n, row in enumerate(ROWS)]
    plan = desk.plan((HEADINGS, *rows))
    question = asked(plan, "new person")
    alike = plan.questions.open().filter(kind="new person").count()
    answer = send(alice, plan, f"questions/{question.number}", do="later", alike="on")
    assert f"{alike} questions left to settle" in alice.get(answer.headers["Location"]).text
    assert not plan.questions.open().filter(kind="new person").exists()


def test_who_may_look_at_an_import_and_not_work_on_it_answers_nothing(bob, plan):
    question = asked(plan, "no lead")
    assert send(bob, plan, f"questions/{question.number}", do="accept").status_code == 403
    question.refresh_from_db()
    assert question.state == "open"


def test_a_row_that_was_refused_meanwhile_is_not_edited_and_what_was_typed_stays(alice, plan):
    sent = whole(plan, "a1", **{"row-a1-leads": "Cy Flint"})
    send(alice, plan, "rows/a1/refuse", why="It is a heading")
    plan.refresh_from_db()
    answer = send(alice, plan, "rows/a1", **sent)
    assert answer.status_code == 422
    assert "The row is refused, so it cannot be edited." in answer.text
    assert row(plan, "a1")["leads"] == ["Ann Dale"]


def test_a_row_that_is_not_there_is_not_found(alice, plan):
    assert send(alice, plan, "rows/zz", **{"row-zz-text": "x"}).status_code == 404


def test_a_document_that_failed_is_read_again(alice, desk):
    [failed] = desk.upload(("plan.docx", plan_file()))
    Import.objects.filter(pk=failed.pk).update(state=Import.State.FAILED, message="The disk.")
    failed.refresh_from_db()
    assert "Read it again" in page(alice, failed)
    told = alice.get(send(alice, failed, "again").headers["Location"]).text
    assert "The document is being read again." in told
    assert desk.work(failed).state == Import.State.PROPOSED


def test_a_discarded_import_says_who_put_it_aside(alice, plan):
    send(alice, plan, "discard")
    assert "Discarded by Alice Archer on" in page(alice, plan)


def test_what_was_not_recognised_says_in_the_list_what_was_found(alice, desk):
    unknown = desk.read("note.txt", b"Dear all, the canteen is closed on Friday. Kind regards.")
    assert unknown.found
    assert unknown.found in alice.get("/library/import/").text


def test_the_source_is_turned_without_a_row_and_shown_for_a_question(alice, plan):
    assert "is marked" not in page(alice, plan, "source/")
    question = asked(plan, "no lead")
    shown = page(alice, plan, f"source/?question={question.number}")
    assert f"Question {question.number} is marked" in shown


def test_what_was_brought_without_a_file_shows_no_source(alice, desk):
    [empty] = desk.upload(("c.txt", b""))
    assert alice.get(f"/library/import/{empty.pk}/source/page-1.png").status_code == 404


def test_an_item_in_the_reports_own_words_is_the_same(alice, desk, cast):
    report = desk.report()
    send(alice, report, "confirm", despite="All are here")
    report.refresh_from_db()
    recommendation = report.inspection.recommendations.first()
    rows = [("1", recommendation.text, *one[2:]) for one in ROWS]
    plan = desk.plan((HEADINGS, *rows))
    actions.choose_inspection(import_=plan, inspection=report.inspection, by=cast.alice)
    plan.refresh_from_db()
    send(alice, plan, "links", do="link", item="i1", recommendation=recommendation.pk)
    assert "Same wording" in page(alice, plan, "?show=links")


def test_a_plan_of_good_criteria_says_that_confirming_records_them(alice, desk):
    headings = ("Services likely to be judged ‘Good’ if:", "Action", "Lead", "By when")
    rows = (
        ("1.0 Children are listened to.", "Write the guide", "Ann Dale", "Sept 2013"),
        ("2.0 Families are helped early.", "Open the hub", "Ann Dale", "Oct 2013"),
    )
    plan = desk.plan((headings, *rows))
    shown = page(alice, plan, "?show=links")
    assert "2 criteria of what would be judged good stand in this plan." in shown
    send(alice, plan, "confirm", despite="")
    plan.refresh_from_db()
    assert plan.state == Import.State.CONFIRMED
    assert plan.created.filter(kind="inspection").count() == 1
    assert plan.created.filter(kind="recommendation").count() == 2
