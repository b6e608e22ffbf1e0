"""Changing several actions at once, settling questions together, giving a plan to a checker."""

import pytest

from goldenthread.people import actions as people
from goldenthread.plans.models import Action, Checker, Standing, ToSettle, Update
from goldenthread.plans.tests.factories import recorded

pytestmark = pytest.mark.django_db
PLAN = "/plans/990/P1/"
CHANGE = f"{PLAN}change/"


def results(client):
    return client.get(f"{CHANGE}results/").text


def test_what_was_ticked_is_changed_and_each_row_has_its_result(alice, plan):
    sent = {"action": ["P1-A1", "P1-A3"], "change": "take-over"}
    answer = alice.post(CHANGE, sent)
    assert answer.headers["Location"] == f"{CHANGE}results/"
    shown = results(alice)
    assert "1 of 2 rows changed" in shown
    assert "The document gives no day on which P1-A1" in shown
    assert Action.objects.get(public_id="P1-A3").delivery.state == "done"


def test_all_that_the_list_shows_can_be_chosen_at_once(alice, plan):
    page = alice.get(f"{CHANGE}?state=no-test&all=on")
    assert [row.public_id for row in page.context["rows"]] == ["P1-A2"]


def test_no_change_is_said_for_each(alice, plan):
    alice.post(CHANGE, {"action": ["P1-A1", "P1-A2"], "change": "no-change"})
    assert Update.objects.filter(kind="no change").count() == 2


def test_a_lead_is_given_to_several(alice, cast, plan):
    post = people.add_post(authority=cast.aldermere, title="Head of Help", by=cast.setup)
    sent = {"action": ["P1-A1", "P1-A2"], "change": "lead", "lead": f"post:{post.pk}"}
    alice.post(CHANGE, sent)
    leading = Standing.objects.filter(post=post, rank="lead", ended_on=None)
    assert leading.count() == 2


def test_a_change_without_what_it_needs_says_so_at_the_field(alice, plan):
    answer = alice.post(CHANGE, {"action": ["P1-A1"], "change": "date"})
    assert answer.status_code == 422
    assert "Local date: nothing chosen" in answer.text


def test_a_director_changes_nothing_in_bulk(bob, plan):
    assert bob.post(CHANGE, {"action": ["P1-A1"], "change": "no-change"}).status_code == 403
    assert not Update.objects.filter(kind="no change").exists()


def test_nothing_ticked_leads_back(alice, plan):
    assert "No action is chosen" in alice.get(CHANGE).text


def test_ticked_questions_are_answered_together(alice, plan):
    rows = list(ToSettle.objects.filter(topic="other"))
    sent = {"topic": "other", "question": [row.pk for row in rows], "other-words": "2013"}
    assert alice.post(f"{PLAN}settle/", sent).status_code == 302
    assert not ToSettle.objects.filter(topic="other", state="open").exists()
    assert "1 question settled" in alice.get(f"{PLAN}settle/").text


def test_a_lead_is_settled(alice, cast, plan):
    row = ToSettle.objects.get(topic="lead")
    person = cast.aldermere.person_set.get(name="Bob Baker")
    sent = {"topic": "lead", "question": [row.pk], "lead-lead": f"person:{person.pk}"}
    alice.post(f"{PLAN}settle/", sent)
    assert row.action.standings.get(rank="lead", ended_on=None).person == person


def test_an_answer_for_no_question_says_so(alice, plan):
    answer = alice.post(f"{PLAN}settle/", {"topic": "other", "other-words": "2013"})
    assert answer.status_code == 422
    assert "No question is ticked" in answer.text


def test_taking_what_is_proposed_says_where_nothing_is_ticked_or_nothing_proposed(alice, plan):
    sent = {"topic": "other", "accept": "on"}
    answer = alice.post(f"{PLAN}settle/", sent)
    assert answer.status_code == 422
    assert "No question is ticked" in answer.text
    assert "How it is settled: nothing" not in answer.text
    row = ToSettle.objects.filter(topic="other").first()
    ToSettle.objects.filter(pk=row.pk).update(suggestion={})
    answer = alice.post(f"{PLAN}settle/", {**sent, "question": [row.pk]})
    assert answer.status_code == 422
    assert "Nothing is proposed for what is ticked" in answer.text


def test_a_proposal_names_whom_it_proposes(alice, cast, plan):
    person = cast.aldermere.person_set.get(name="Bob Baker")
    ToSettle.objects.filter(topic="lead").update(suggestion={"person": person.pk})
    assert "Proposed: Bob Baker" in alice.get(f"{PLAN}settle/").text


def test_a_proposal_of_another_council_is_not_named(alice, cast, plan):
    theirs = cast.bramley.person_set.get(name="Charlie Cooper")
    ToSettle.objects.filter(topic="lead").update(suggestion={"person": theirs.pk})
    shown = alice.get(f"{PLAN}settle/").text
    assert "Charlie Cooper" not in shown
    assert "one that you may not see" in shown


def test_the_results_of_one_plan_are_not_told_of_another(alice, cast, plan):
    other = recorded(cast)
    alice.post(CHANGE, {"action": ["P1-A1"], "change": "no-change"})
    assert (
        "Nothing was changed lately"
        in alice.get(f"/plans/990/{other.public_id}/change/results/").text
    )
    assert "1 of 1 row changed" in results(alice)


def test_a_director_sees_the_questions_and_no_form(bob, plan):
    shown = bob.get(f"{PLAN}settle/").text
    assert "Who leads the launch?" in shown
    assert "Answer the ticked" not in shown
    row = ToSettle.objects.get(topic="other")
    sent = {"topic": "other", "question": [row.pk], "other-words": "2013"}
    bob.post(f"{PLAN}settle/", sent)
    row.refresh_from_db()
    assert row.state == "open"


def test_a_plan_is_given_to_a_checker_and_taken_back(alice, checker, plan):
    assert "Nobody checks this plan yet" in alice.get(f"{PLAN}checkers/").text
    alice.post(f"{PLAN}checkers/", {"user": checker.pk})
    row = Checker.objects.get()
    assert row.user == checker
    alice.post(f"{PLAN}checkers/{row.pk}/take/", {"why": "Left"})
    row.refresh_from_db()
    assert row.ended_on is not None
