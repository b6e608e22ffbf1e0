"""Confirming, undoing, discarding; matching headings and links; looking at the source."""

import pytest

from goldenthread.intake.models import Import
from goldenthread.intake.tests.factories import plan_file
from goldenthread.web.imports.tests.conftest import HEADINGS, ROWS
from goldenthread.web.imports.tests.test_working import asked, page, send

pytestmark = pytest.mark.django_db


def confirm(alice, import_):
    import_.refresh_from_db()
    return send(alice, import_, "confirm")


def test_a_plan_is_confirmed_undone_and_confirmed_again(alice, plan):
    for _ in range(2):
        told = alice.get(confirm(alice, plan).headers["Location"]).text
        assert "1 plan, 2 items and 3 actions created." in told
        send(alice, plan, "undo", why="To look again")
        assert "This import was undone" in page(alice, plan)


def test_undoing_without_a_reason_is_refused_at_the_field(alice, plan):
    confirm(alice, plan)
    answer = send(alice, plan, "undo", why="")
    assert answer.status_code == 422
    assert "Why is it undone?: nothing entered" in answer.text


def test_what_was_edited_meanwhile_is_not_confirmed_unseen(alice, plan, cast):
    question = asked(plan, "no lead")
    send(alice, plan, f"questions/{question.number}", do="accept")
    assert send(alice, plan, "confirm").status_code == 409
    plan.refresh_from_db()
    assert plan.state == Import.State.PROPOSED


def test_discarding_asks_first(alice, plan):
    assert "cannot be undone" in page(alice, plan, "discard/")
    send(alice, plan, "discard")
    plan.refresh_from_db()
    assert plan.state == Import.State.DISCARDED


def test_what_is_not_recognised_can_be_matched_by_hand(alice, desk):
    unknown = desk.read("note.txt", b"Dear all, the canteen is closed on Friday. Kind regards.")
    assert "match them by hand" in page(alice, unknown)
    half = send(alice, unknown, "headings", **{"new-heading_1": "What"})
    assert half.status_code == 422
    send(alice, unknown, "headings", **{"new-heading_1": "What", "new-column_1": "text"})
    unknown.refresh_from_db()
    assert unknown.state == Import.State.WAITING


def test_headings_that_were_read_are_matched_anew(alice, plan):
    shown = page(alice, plan, "headings/")
    assert "“By when”" in shown
    sent = {f"heading-{n}": one["column"] for n, one in enumerate(plan.draft["headings"])}
    assert send(alice, plan, "headings", **sent).status_code == 422


def test_items_are_linked_to_the_recommendations_of_a_report(alice, desk, plan):
    report = desk.report()
    send(alice, report, "confirm", despite="All are here")
    report.refresh_from_db()
    send(alice, plan, "report", inspection=report.inspection_id)
    plan.refresh_from_db()
    recommendation = report.inspection.recommendations.first()
    chosen = {"item": "i1", "recommendation": recommendation.pk}
    send(alice, plan, "links", do="link", **chosen)
    assert "Wording differs" in page(alice, plan, "?show=links")
    plan.refresh_from_db()
    send(alice, plan, "links", do="sign", **chosen)
    assert "Wording signed off" in page(alice, plan, "?show=links")
    plan.refresh_from_db()
    send(alice, plan, "links", do="unlink", **chosen)
    assert "Item 1 answers" not in page(alice, plan, "?show=links")


def test_the_source_is_shown_with_the_row_marked(alice, plan):
    shown = page(alice, plan, "source/?row=a1")
    assert "Action 1 is marked" in shown
    assert "<mark>" in shown
    answer = alice.get(f"/library/import/{plan.pk}/source/?row=a1", headers={"HX-Request": "true"})
    assert "<html" not in answer.text


def test_the_source_of_another_council_is_not_shown(charlie, plan):
    for path in ("source/", "source/page-1.png"):
        assert charlie.get(f"/library/import/{plan.pk}/{path}").status_code == 404


def test_the_key_accepts_only_what_is_suggested(alice, plan):
    shown = page(alice, plan)
    accepts = shown.count('data-key="a"')
    question = plan.questions.open().first()
    assert accepts == int(question.suggestion is not None)


def test_a_tracker_without_questions_is_ready_to_confirm(alice, desk):
    rows = [(HEADINGS[0], *HEADINGS[3:6])] + [(r[0], r[3], "Ann Dale", "1 May 2030") for r in ROWS]
    plan = desk.read("tracker.docx", plan_file(rows))
    for question in plan.questions.open():
        send(alice, plan, f"questions/{question.number}", do="later")
    shown = page(alice, plan)
    assert "Every question has an answer or is left to settle." in shown
