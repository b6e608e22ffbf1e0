"""Milestones, risks, what comes first, and a leaver's part, on the Action page."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from goldenthread.people.models import Team
from goldenthread.plans import actions
from goldenthread.plans.actions import Forecast
from goldenthread.plans.models import Commitment, Deadline, Milestone, Risk, Standing, Update
from goldenthread.plans.tests.evidence_factories import make_world, person
from goldenthread.plans.tests.factories import recorded
from goldenthread.results.tests.factories import measure
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


def test_a_risk_says_which_measure_it_keeps_down(world):
    audits = measure(world.cast, name="Audits held in time")
    soon = timezone.localdate() + timedelta(days=30)
    sent = {"kind": "issue", "text": "Too few auditors", "control": "", "measure": audits.pk}
    send(world.lena, world, "risk", **sent, **when("review_on", soon))
    assert "It keeps down: Audits held in time. No interim control." in page(world.dan, world)


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


def test_what_an_update_promises_becomes_a_milestone_in_one_press(world):
    send(world.lena, world, "update", text="Drafted. It goes to the AD within 4 weeks.")
    due = words.day(timezone.localdate() + timedelta(weeks=4))
    shown = page(world.lena, world)
    assert f"“within 4 weeks”: {due}" in shown
    assert "Make it a milestone" not in page(world.carl, world)
    told = sent(world.lena, world, "take_promise", Update.objects.get().pk)
    assert f"It is a milestone, for {due}." in told
    shown = page(world.lena, world)
    assert "It goes to the AD within 4 weeks" in shown
    assert "Make it a milestone" not in shown


def test_a_promised_frequency_is_counted_on_the_page(world):
    today = timezone.localdate()
    typed = {"printed": "The panel meets at least twice a year", "times": "2", "months": "12"}
    told = sent(world.lena, world, "promise", **typed)
    assert "is promised" in told
    shown = page(world.lena, world)
    assert f"Held 0 of 2 in the year to {words.day(today)}" in shown
    one = Commitment.objects.get()
    assert send(world.lena, world, "took_place", one.pk, **when("day", today)).status_code == 302
    shown = page(world.lena, world)
    assert f"Held 1 of 2 in the year to {words.day(today)}; last {words.day(today)}" in shown


def test_a_range_shows_both_its_ends_and_is_due_on_the_last(world):
    Deadline.objects.create(
        action=world.action, source="local", printed="Dec 26 – March 27", reading="range",
        earliest=date(2026, 12, 1), latest=date(2027, 3, 31), due=date(2027, 3, 31),
    )  # fmt: skip
    shown = page(world.lena, world)
    assert "from 1 December 2026 to 31 March 2027" in shown
    assert "31 March 2027 counts" in shown
