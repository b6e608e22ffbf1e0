"""Forecasts, more time, deadlines, milestones, promises and risks: by the verbs."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions, deadlines, gathering, status
from goldenthread.plans.actions import Forecast
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Deadline, Update
from goldenthread.plans.tests.factories import plan as printed_plan
from goldenthread.plans.tests.factories import recorded
from goldenthread.results.models import Measure
from goldenthread.results.tests.factories import measure

pytestmark = pytest.mark.usefixtures("fixed_clock")
TODAY = date(2026, 3, 16)
LATER = Forecast(day=date(2026, 6, 30), cause="capacity", reason="Two posts are empty.")


def test_a_later_forecast_names_its_cause_and_all_three_days_are_kept(cast, action):
    actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 4, 30))
    with pytest.raises(NotAllowedNow, match="what causes it"):
        actions.add_update(
            action=action, by=cast.alice, text="Late.", forecast=Forecast(day=date(2026, 7, 31))
        )
    assert not Update.objects.exists()
    actions.add_update(
        action=action, by=cast.alice, text="An inspection came.",
        forecast=Forecast(day=date(2026, 7, 31), cause="inspection"),
    )  # fmt: skip
    move = action.moves.get()
    assert (move.before, move.to, move.slip_days, move.cause) == (
        date(2026, 4, 30), date(2026, 7, 31), 92, "inspection",
    )  # fmt: skip
    shown = stands_of([action], TODAY)[action.pk]
    assert (shown.facts.due, shown.facts.forecast, shown.colour) == (
        date(2026, 4, 30), date(2026, 7, 31), "amber",
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        action.moves.update(cause="")


def test_more_time_is_approved_by_somebody_else_and_the_original_stays(cast, action, ann):
    actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 4, 30))
    move = actions.ask_extension(action=action, by=ann, to=LATER)
    assert deadlines.counting(action) == date(2026, 4, 30)
    with pytest.raises(NotAllowed):
        actions.approve_extension(move=move, by=ann)
    actions.approve_extension(move=move, by=cast.bob)
    assert deadlines.counting(action) == date(2026, 6, 30)
    assert Deadline.objects.get(action=action, source="local").due == date(2026, 4, 30)
    with pytest.raises(NotAllowedNow, match="decided already"):
        actions.approve_extension(move=move, by=cast.bob)


def test_nobody_approves_what_they_asked_for_or_stand_in(cast, action):
    chief = make_user("Dora Dean", cast.aldermere, Role.DIRECTOR, Role.IMPROVEMENT_OFFICER)
    actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 4, 30))
    move = actions.ask_extension(action=action, by=chief, to=LATER)
    with pytest.raises(NotAllowedNow, match="Somebody else decides"):
        actions.approve_extension(move=move, by=chief)
    with pytest.raises(IntegrityError), transaction.atomic():
        action.moves.update(state="approved", decided_by=chief, decided_at=move.asked_at)
    actions.refuse_extension(move=move, by=cast.bob, words="The board wants April.")
    again = actions.ask_extension(action=action, by=cast.alice, to=LATER)
    actions.give_lead(action=action, to=chief.persons.get(), by=cast.alice)
    with pytest.raises(NotAllowedNow, match="Somebody else decides"):
        actions.approve_extension(move=again, by=chief)
    assert deadlines.counting(action) == date(2026, 4, 30)


def without_own_day(cast):
    """A plan whose first action has no timescale of its own."""
    draft = printed_plan()
    first = replace(draft.actions[0], timescales=())
    return recorded(cast, replace(draft, actions=(first, *draft.actions[1:])))


def test_immediately_needs_a_local_date_and_its_age_counts(cast):
    action = without_own_day(cast).actions.get(public_id="P1-A1")
    facts = gathering.facts_of([action], TODAY)[action.pk]
    assert (facts.due, facts.at_once, facts.local_date) == (None, date(2013, 9, 30), False)
    assert "immediately" in status.status(facts).why
    actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 4, 30))
    with pytest.raises(NotAllowedNow, match="Ask for more time"):
        actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 5, 31))
    facts = gathering.facts_of([action], TODAY)[action.pk]
    assert status.status(facts).colour == "green"


def test_an_action_without_a_day_is_never_said_to_be_in_time(action):
    (target,) = deadlines.by_item(action, TODAY)
    assert (target.due, target.words) == (None, "cannot be worked out: there is no day")


def test_a_deadline_moves_when_the_day_of_its_event_is_known(cast, action):
    row = Deadline.objects.create(action=action, source="local", printed="before the next visit")
    tie = actions.await_event(
        deadline=row, by=cast.alice, name="Monitoring visit", printed="October 2026", days_after=-1
    )
    actions.set_event_day(event=tie.event, day=date(2026, 10, 14), by=cast.alice)
    row.refresh_from_db()
    assert (row.due, row.printed) == (date(2026, 10, 13), "before the next visit")
    assert row.basis == "1 days before Monitoring visit, 14 October 2026"
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.set_event_day(event=tie.event, day=date(2026, 11, 4), by=cast.alice)
    actions.set_event_day(event=tie.event, day=date(2026, 11, 4), by=cast.alice, why="Put off.")
    row.refresh_from_db()
    assert row.due == date(2026, 11, 3)


def test_a_date_to_be_set_at_a_meeting_is_reminded_the_day_after(action):
    row = Deadline(printed="TBC on 28/08/12", reading="tbc", latest=date(2012, 8, 28))
    assert deadlines.no_day_set(row, date(2012, 8, 28)) == ""
    words = "a date was to be set on 28 August 2012, and none is set"
    assert deadlines.no_day_set(row, date(2012, 8, 29)) == words


def test_milestones_have_a_day_of_their_own(cast, action):
    done = actions.add_milestone(action=action, by=cast.alice, printed="Jan 2026", kind="complete")
    used = actions.add_milestone(
        action=action, by=cast.alice, printed="April 2026", kind="implement"
    )
    assert (done.due, used.due) == (date(2026, 1, 31), date(2026, 4, 30))
    actions.reach_milestone(
        milestone=done, by=cast.alice, done_on=date(2026, 2, 3), precision="month"
    )
    done.refresh_from_db()
    assert deadlines.lateness(done.due, done.done_on, by_month=True) == "late by 1 month"
    slip = Forecast(day=date(2026, 7, 31), cause="inspection", milestone=used)
    actions.add_update(action=action, by=cast.alice, text="It slips.", forecast=slip)
    assert used.moves.get().before == date(2026, 4, 30)


def test_within_four_weeks_becomes_a_day_when_the_update_is_entered(cast, action):
    told = actions.add_update(
        action=action, by=cast.alice, text="Presented in 4 weeks.", said_on=date(2026, 3, 2)
    )
    made = actions.add_milestone(
        action=action, by=cast.alice, printed="within 4 weeks", update=told
    )
    assert (made.due, made.anchor) == (date(2026, 3, 30), date(2026, 3, 2))
    with pytest.raises(NotAllowedNow, match="gives no day"):
        actions.add_milestone(action=action, by=cast.alice, printed="at pace")


@pytest.mark.parametrize(
    ("printed", "vague"),
    [("at pace", True), ("ASAP", True), ("too early", True), ("July 2012", False), ("", False)],
)
def test_vague_urgency_is_no_date(printed, vague):
    assert deadlines.is_vague(printed) is vague


def test_a_promised_frequency_is_counted_in_a_rolling_year(cast, action):
    twice = actions.promise(action=action, by=cast.alice, printed="at least twice a year", times=2)
    for day in (date(2025, 3, 16), date(2025, 6, 1), date(2026, 1, 10)):
        actions.took_place(commitment=twice, by=cast.alice, day=day)
    days = list(twice.occurrences.values_list("day", flat=True))
    assert deadlines.kept(2, 12, days, TODAY) == (2, True)
    assert deadlines.kept(2, 12, days, date(2026, 6, 1)) == (1, False)
    with pytest.raises(NotAllowedNow, match="already"):
        actions.took_place(commitment=twice, by=cast.alice, day=date(2026, 1, 10))


def test_what_an_action_needs_first_is_not_due_later(cast):
    plan = without_own_day(cast)
    tool, action = (plan.actions.get(public_id=f"P1-A{number}") for number in (1, 3))
    actions.set_local_deadline(action=tool, by=cast.alice, due=date(2026, 6, 30))
    actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 4, 30))
    actions.need_first(action=action, needs=tool, by=cast.alice)
    assert "before P1-A1" in deadlines.before_what_it_needs(action)[0]
    with pytest.raises(NotAllowedNow, match="already"):
        actions.need_first(action=tool, needs=action, by=cast.alice)


def test_a_risk_names_the_measure_of_the_same_council_that_it_keeps_down(cast, action):
    given = {"action": action, "by": cast.alice, "kind": "issue", "review_on": date(2026, 5, 1)}
    audits = measure(cast)
    risk = actions.raise_risk(text="Capacity compromises the audits.", measure=audits, **given)
    assert list(audits.endangered_by.all()) == [risk]
    Measure.objects.filter(pk=audits.pk).update(authority=cast.bramley)
    audits.refresh_from_db()
    with pytest.raises(NotAllowedNow, match="Nothing crosses"):
        actions.raise_risk(text="Capacity.", measure=audits, **given)


def test_a_risk_has_a_control_until_its_review(cast, action):
    risk = actions.raise_risk(
        action=action, by=cast.alice, kind="issue", text="Capacity compromises the audits.",
        control="Agency auditors until May.", review_on=date(2026, 5, 1),
    )  # fmt: skip
    actions.review_risk(risk=risk, by=cast.alice, why="Still short.", again_on=date(2026, 6, 1))
    actions.review_risk(risk=risk, by=cast.alice, why="Posts are filled.")
    assert not action.risks.open().exists()
    with pytest.raises(NotAllowedNow, match="open"):
        actions.review_risk(risk=risk, by=cast.alice, why="Again.")
