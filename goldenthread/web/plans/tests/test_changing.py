"""Changing several actions at once, settling questions together, giving a plan to a checker."""

from datetime import date

import pytest

from goldenthread.people import actions as people
from goldenthread.plans.models import Action, Checker, Delivery, Standing, ToSettle, Update
from goldenthread.plans.tests.factories import recorded
from goldenthread.web.plans import addresses

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
    shown = alice.get(f"{PLAN}checkers/").text
    assert "Dora Dean" in shown
    assert "Every account with the role “Checker” has this plan." in shown
    asked = alice.get(f"{PLAN}checkers/{row.pk}/take/").text
    assert "Take the plan from Dora Dean?" in asked
    assert "What they have checked stays checked." in asked
    assert alice.post(f"{PLAN}checkers/{row.pk}/take/", {"why": ""}).status_code == 422
    alice.post(f"{PLAN}checkers/{row.pk}/take/", {"why": "Left"})
    row.refresh_from_db()
    assert row.ended_on is not None
    shown = alice.get(f"{PLAN}checkers/").text
    assert "A checker sees the whole plan" in shown
    assert "Take from Dora Dean" not in shown


def test_whoever_gives_no_plans_reads_who_says_who_checks(bob, checker, plan):
    shown = bob.get(f"{PLAN}checkers/").text
    assert "An improvement officer says who checks a plan." in shown
    assert "Dora Dean" not in shown


def test_a_local_date_is_set_where_there_is_none_and_refused_where_there_is(alice, plan):
    day = {"due_0": "1", "due_1": "3", "due_2": "2099"}
    alice.post(CHANGE, {"action": ["P1-A1", "P1-A3"], "change": "date", **day})
    shown = results(alice)
    assert "1 of 2 rows changed" in shown
    assert "has a local deadline" in shown
    row = Action.objects.get(public_id="P1-A3")
    assert row.deadlines.current().get(source="local").due == date(2099, 3, 1)


def test_the_state_of_several_is_changed_and_said(alice, plan):
    alice.post(CHANGE, {"action": ["P1-A1", "P1-A2"], "change": "state", "state": "in progress"})
    assert "Now in progress." in results(alice)
    states = Action.objects.filter(public_id__in=["P1-A1", "P1-A2"])
    assert {row.delivery.state for row in states} == {"in progress"}


def open_question(topic, action="P1-A3", **suggestion):
    row = ToSettle.objects.filter(topic="other").first()
    of = Action.objects.get(public_id=action)
    ToSettle.objects.filter(pk=row.pk).update(topic=topic, action=of, suggestion=suggestion)
    row.refresh_from_db()
    return row


def test_the_kind_of_the_only_test_of_a_row_is_settled(alice, plan):
    row = open_question("test kind")
    sent = {"topic": "test kind", "question": [row.pk], "test-kind-kind": "practice"}
    told = alice.post(f"{PLAN}settle/", sent, follow=True).text
    assert "1 question settled" in told
    assert Action.objects.get(public_id="P1-A3").tests.get().kind == "practice"


@pytest.mark.parametrize(("answer", "done"), [("yes", True), ("no", False)])
def test_a_reported_completion_is_taken_over_or_left_as_reported(alice, plan, answer, done):
    row = open_question("completion")
    sent = {"topic": "completion", "question": [row.pk], "completion-take_over": answer}
    alice.post(f"{PLAN}settle/", sent)
    row.refresh_from_db()
    assert row.state == "settled"
    assert Delivery.objects.filter(action=row.action, state="done").exists() == done


def test_a_timescale_is_settled_with_its_words_or_its_day_and_not_with_neither(alice, plan):
    row = open_question("timescale")
    sent = {"topic": "timescale", "question": [row.pk]}
    refused = alice.post(f"{PLAN}settle/", sent)
    assert refused.status_code == 422
    assert "Give a timescale in words, or a day." in refused.text
    alice.post(f"{PLAN}settle/", {**sent, "timescale-printed": "31 March 2014"})
    row.refresh_from_db()
    assert row.state == "settled"
    dues = row.action.deadlines.current().values_list("due", flat=True)
    assert date(2014, 3, 31) in dues


def test_what_is_proposed_for_the_ticked_is_taken_at_once(alice, plan):
    row = ToSettle.objects.get(topic="completion", action__public_id="P1-A3")
    assert row.suggestion
    sent = {"topic": "completion", "accept": "on", "question": [row.pk]}
    assert alice.post(f"{PLAN}settle/", sent).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.answer) == ("settled", row.suggestion)


def test_a_question_on_an_item_leads_to_the_item(alice, plan):
    item = plan.items.get(public_id="P1-I1")
    ToSettle.objects.create(
        version=plan.current_version, order=9, topic="other", item=item, words="Which year?"
    )
    assert f'href="{addresses.of_item(item)}"' in alice.get(f"{PLAN}settle/").text
