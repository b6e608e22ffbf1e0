"""Milestones, risks, what comes first, and a leaver's part, on the Action page."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from goldenthread.people.models import Team
from goldenthread.plans import actions
from goldenthread.plans.actions import Forecast
from goldenthread.plans.models import Milestone, Risk, Standing
from goldenthread.plans.tests.evidence_factories import make_world, person
from goldenthread.plans.tests.factories import recorded
from goldenthread.web import words
from goldenthread.web.actions.tests.test_action_page import page, send, when
from goldenthread.web.actions.tests.test_said_back import sent
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast):
    return make_world(cast)


def test_a_milestone_is_added_and_reached(world):
    sent = {"text": "Drafted", "printed": "31 January 2026", "kind": "complete"}
    assert send(world.lena, world, "milestone", **sent).status_code == 302
    assert "by 31 January 2026" in page(world.lena, world)
    one = Milestone.objects.get()
    reached = when("done_on", date(2026, 1, 20))
    send(world.lena, world, "reach", one.pk, **reached, precision="day")
    assert "reached 20 January 2026" in page(world.lena, world)


def test_a_risk_has_its_interim_control_until_a_review_closes_it(world):
    soon = timezone.localdate() + timedelta(days=30)
    sent = {"kind": "risk", "text": "Nobody is hired", "control": "Two from the next team"}
    send(world.lena, world, "risk", **sent, **when("review_on", soon))
    shown = page(world.dan, world)
    assert "Risk: Nobody is hired" in shown
    assert "Interim control: Two from the next team" in shown
    send(world.dan, world, "review", Risk.objects.get().pk, why="Hired")
    assert "Closed" in page(world.dan, world)


def test_what_comes_first_and_is_due_later_is_warned_of(cast):
    plan = recorded(cast)
    first = plan.actions.get(public_id="P1-A3")
    actions.set_local_deadline(action=first, by=cast.alice, due=date(2027, 6, 1))
    base = "/actions/990/P1-A1/"
    alice = signed_in(cast.alice)
    assert alice.post(f"{base}need/", {"need-needs": first.pk}).status_code == 302
    shown = alice.get(base).text
    assert "What comes first" in shown
    assert "before P1-A3, which it needs: 1 June 2027" in shown


def test_what_somebody_stands_in_is_handed_over(world):
    lead = Standing.objects.get(rank="lead", ended_on=None)
    sent = {"who": f"person-{person(world.carl).pk}", "why": "Lena leaves"}
    assert send(world.cast.alice, world, "hand_over", lead.pk, **sent).status_code == 302
    assert Standing.objects.get(rank="lead", ended_on=None).person == person(world.carl)
    assert send(world.dan, world, "hand_over", lead.pk, **sent).status_code == 403


def test_the_page_says_how_often_it_was_forecast_anew(world):
    actions.set_local_deadline(action=world.action, by=world.cast.alice, due=date(2027, 3, 1))
    for month in (4, 5):
        forecast = Forecast(day=date(2027, month, 1), cause="capacity")
        actions.add_update(
            action=world.action, by=world.lena, text=f"Later {month}", forecast=forecast
        )
    assert "Forecast 2 times; more time agreed 0 times." in page(world.lena, world)


def test_a_proposed_kind_is_confirmed_on_the_page_and_then_asks_for_a_review(world):
    alice = world.cast.alice
    assert "proposed: nobody has confirmed it" in page(alice, world)
    assert "Confirm or change it" not in page(world.lena, world)
    assert send(world.lena, world, "kind", kind="sustained").status_code == 403
    assert send(alice, world, "kind", kind="sustained").status_code == 302
    shown = page(alice, world)
    assert "Sustained: closes by a review" in shown
    assert "nobody has confirmed it" not in shown
    send(world.lena, world, "start")
    today = when("completed_on", timezone.localdate())
    answer = send(world.lena, world, "complete", **today, precision="day")
    assert answer.status_code == 422
    assert "it closes by a review" in answer.text


def test_a_review_that_finds_a_risk_still_there_names_the_next_one(world):
    soon, later = (timezone.localdate() + timedelta(days=n) for n in (30, 60))
    raised = {"kind": "risk", "text": "Nobody is hired", "control": "Two from the next team"}
    send(world.lena, world, "risk", **raised, **when("review_on", soon))
    risk = Risk.objects.get()
    again = {"why": "Still open", **when("again_on", later)}
    told = sent(world.lena, world, "review", risk.pk, **again)
    assert f"It stands, to be reviewed again on {words.day(later)}." in told
    risk.refresh_from_db()
    assert (risk.review_on, risk.closed_at) == (later, None)


def test_what_a_team_stands_in_is_not_handed_over_by_name(world):
    team = Team.objects.create(authority=world.cast.aldermere, name="Duty team")
    row = actions.let_stand(action=world.action, to=team, rank="co-lead", by=world.cast.alice)
    sent = {"who": f"person-{person(world.carl).pk}", "why": "It is dissolved"}
    answer = send(world.cast.alice, world, "hand_over", row.pk, **sent)
    assert answer.status_code == 422
    assert "A post or a team passes with whoever holds it" in answer.text
    row.refresh_from_db()
    assert row.ended_on is None


def test_a_forecast_goes_with_the_update_that_names_it(world):
    actions.set_local_deadline(action=world.action, by=world.cast.alice, due=date(2027, 3, 1))
    slips = {**when("forecast", date(2027, 5, 1)), "cause": "capacity"}
    send(world.lena, world, "update", text="Two are ill", **slips)
    move = world.action.moves.get()
    assert (move.kind, move.to, move.cause) == ("forecast", date(2027, 5, 1), "capacity")
