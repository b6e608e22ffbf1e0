"""Updates, steps of delivery, deadlines, leads, periods and statuses: by the verbs."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.basics.periods import Period
from goldenthread.people.history import history_of
from goldenthread.people.models import Person
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions, deadlines, gathering, rungs, status
from goldenthread.plans.actions import Forecast, Step
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, Deadline, Delivery, Impact, Update
from goldenthread.plans.tests.factories import plan as printed_plan
from goldenthread.plans.tests.factories import recorded

pytestmark = pytest.mark.usefixtures("fixed_clock")
TODAY = date(2026, 3, 16)
LATER = Forecast(day=date(2026, 6, 30), cause="capacity", reason="Two posts are empty.")


@pytest.fixture
def plan(cast):
    return recorded(cast)


@pytest.fixture
def action(plan):
    return plan.actions.get(public_id="P1-A3")


@pytest.fixture
def ann(cast, action):
    """Ann leads the action."""
    user = make_user("Ann Adams", cast.aldermere, Role.LEAD)
    actions.give_lead(action=action, to=user.persons.get(), by=cast.alice)
    return user


def state_of(action):
    return Delivery.objects.get(action=action).state


def test_an_update_starts_an_action_and_is_only_ever_added(cast, action, ann):
    made = actions.add_update(action=action, by=ann, text="The draft is out.", blockers="The IT")
    assert (made.said_on, made.by, made.blockers) == (TODAY, ann, "The IT")
    assert state_of(action) == "in progress"
    with pytest.raises(DatabaseError), transaction.atomic():
        Update.objects.update(text="Something else.")
    assert "updated" in [line.verb for line in history_of(action)]


def test_an_officer_enters_for_somebody_and_both_are_named(cast, action, ann):
    person = ann.persons.get()
    made = actions.add_update(action=action, by=cast.alice, for_whom=person, text="Sent out.")
    assert (made.by, made.for_whom) == (cast.alice, person)
    foreign = cast.charlie.persons.get()
    with pytest.raises(NotAllowedNow, match="Nothing crosses"):
        actions.add_update(action=action, by=cast.alice, for_whom=foreign, text="Sent out.")


def test_only_who_stands_in_an_action_or_an_officer_updates_it(cast, plan, action, ann):
    other = plan.actions.get(public_id="P1-A1")
    with pytest.raises(NotAllowed, match="do not stand in it"):
        actions.add_update(action=other, by=ann, text="News.")
    with pytest.raises(NotAllowed):
        actions.add_update(action=action, by=cast.bob, text="News.")
    with pytest.raises(Action.DoesNotExist):
        actions.add_update(action=action, by=cast.charlie, text="News.")


@pytest.mark.parametrize("text", ["", "  ", "Ongoing", "This work is ongoing.", "in progress"])
def test_ongoing_alone_says_nothing(cast, action, text):
    with pytest.raises(NotAllowedNow):
        actions.add_update(action=action, by=cast.alice, text=text)
    assert not Update.objects.exists()


def test_not_progressed_gives_its_reason_and_starts_nothing(cast, action):
    actions.add_update(
        action=action, by=cast.alice, text="Not progressed: demand rose.", progressed=False
    )
    assert not Delivery.objects.filter(action=action).exists()
    actions.set_delivery(
        action=action, state="not started", by=cast.alice,
        step=Step(why="Demand rose.", way_forward="Overtime until June."),
    )  # fmt: skip
    row = Delivery.objects.get(action=action)
    assert (row.why, row.way_forward) == ("Demand rose.", "Overtime until June.")
    actions.add_update(action=action, by=cast.alice, text="Begun.")
    with pytest.raises(NotAllowedNow, match="why it has not progressed"):
        actions.set_delivery(action=action, state="not started", by=cast.alice)


def test_no_change_in_one_press_is_counted_in_a_row(cast, action):
    actions.add_update(action=action, by=cast.alice, text="Begun.")
    for _ in range(3):
        actions.no_change(action=action, by=cast.alice)
    facts = gathering.facts_of([action], TODAY)[action.pk]
    assert facts.no_changes == 3
    actions.complete(action=action, by=cast.alice, completed_on=TODAY)
    with pytest.raises(NotAllowedNow, match="closed"):
        actions.no_change(action=action, by=cast.alice)


def test_a_row_that_only_points_elsewhere_is_updated_there(cast, plan):
    pointing = plan.actions.get(public_id="P1-A4")
    with pytest.raises(NotAllowedNow, match="only points to P1-A1"):
        actions.add_update(action=pointing, by=cast.alice, text="News.")


def test_a_completion_has_a_day_or_a_month_that_has_been(cast, action):
    with pytest.raises(NotAllowedNow, match="day of completion"):
        actions.set_delivery(action=action, state="done", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="future"):
        actions.complete(action=action, by=cast.alice, completed_on=date(2026, 3, 17))
    done = actions.complete(
        action=action, by=cast.alice, completed_on=date(2026, 3, 2), precision="month"
    )
    assert (done.completed_on, done.completed_precision) == (TODAY, "month")
    with pytest.raises(NotAllowedNow, match="already"):
        actions.complete(action=action, by=cast.alice, completed_on=TODAY)


def test_nothing_is_completed_before_its_start(cast, action):
    actions.set_delivery(
        action=action, state="in progress", by=cast.alice, step=Step(starts_on=date(2026, 2, 1))
    )
    with pytest.raises(NotAllowedNow, match="starts later"):
        actions.complete(action=action, by=cast.alice, completed_on=date(2026, 1, 31))
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.update(
            state="done", completed_on=date(2026, 1, 31), completed_precision="day"
        )


def test_the_database_refuses_done_without_a_date(action):
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(action=action, state="done")
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(action=action, state="done", completed_on=TODAY)


def test_a_blocked_action_waits_for_somebody_until_a_chase_day(cast, action):
    with pytest.raises(NotAllowedNow, match="on whom"):
        actions.set_delivery(action=action, state="blocked", by=cast.alice, step=Step(why="IT"))
    step = Step(blocked_on="The health trust", why="Outcome awaited", chase_on=date(2026, 4, 1))
    row = actions.set_delivery(action=action, state="blocked", by=cast.alice, step=step)
    assert (row.blocked_on, row.chase_on) == ("The health trust", date(2026, 4, 1))
    assert status.status(gathering.facts_of([action], TODAY)[action.pk]).colour == "red"
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.update(blocked_on="")


@pytest.mark.parametrize("state", ["superseded", "ineffective"])
def test_what_takes_an_actions_place_is_named_with_a_reason(cast, plan, action, state):
    actions.add_update(action=action, by=cast.alice, text="Begun.")
    other = plan.actions.get(public_id="P1-A2")
    with pytest.raises(NotAllowedNow, match="takes its place"):
        actions.set_delivery(action=action, state=state, by=cast.alice, step=Step(why="Failed."))
    step = Step(why="The group could not mend it.", replaced_by=other)
    row = actions.set_delivery(action=action, state=state, by=cast.alice, step=step)
    assert row.replaced_by == other
    shown = stands_of([action], TODAY)[action.pk]
    assert (shown.rung, shown.colour) == (None, "none")
    actions.add_update(action=other, by=cast.alice, text="Begun.")
    back = Step(why="Round and round.", replaced_by=action)
    with pytest.raises(NotAllowedNow, match="Each would take"):
        actions.set_delivery(action=other, state=state, by=cast.alice, step=back)
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.filter(action=action).update(replaced_by=None)


def test_an_action_to_be_agreed_is_not_specified(cast, action):
    actions.set_delivery(
        action=action, state="to be agreed", by=cast.alice, step=Step(why="With partners")
    )
    facts = gathering.facts_of([action], TODAY)[action.pk]
    assert status.status(facts).colour == "grey"
    with pytest.raises(NotAllowedNow, match="cannot become done"):
        actions.complete(action=action, by=cast.alice, completed_on=TODAY)


def test_a_sustained_action_closes_only_by_a_review(cast, action):
    Action.objects.filter(pk=action.pk).update(kind="sustained", kind_proposed=False)
    with pytest.raises(NotAllowedNow, match="review"):
        actions.complete(action=action, by=cast.alice, completed_on=TODAY)
    done = actions.complete(
        action=action, by=cast.alice, completed_on=TODAY, review="The panel meets weekly."
    )
    assert done.review == "The panel meets weekly."


def test_a_closed_action_is_opened_again_with_a_reason(cast, action):
    actions.complete(action=action, by=cast.alice, completed_on=TODAY)
    with pytest.raises(NotAllowedNow, match="Reopen"):
        actions.set_delivery(action=action, state="in progress", by=cast.alice)
    actions.reopen(action=action, by=cast.alice, why="The audit found gaps.")
    row = Delivery.objects.get(action=action)
    assert (row.state, row.completed_on) == ("in progress", None)


def test_the_first_round_closes_once(cast, plan):
    closed = actions.close_first_round(plan=plan, by=cast.alice)
    assert closed.first_round_closed_on == TODAY
    with pytest.raises(NotAllowedNow, match="closed already"):
        actions.close_first_round(plan=plan, by=cast.alice)


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


def month(number):
    return Period.month(2025, number)


def test_periods_are_recorded_by_somebody_who_does_not_stand_in_the_action(cast, action):
    officer = make_user("Olga Orme", cast.aldermere, Role.IMPROVEMENT_OFFICER, Role.LEAD)
    actions.give_lead(action=action, to=officer.persons.get(), by=cast.alice)
    given = {"action": action, "in_standard": True, "standard": "18 of 20", "counted": (19, 20)}
    with pytest.raises(NotAllowedNow, match="somebody else"):
        actions.record_period(by=officer, period=month(1), **given)
    done_by_new_year(action, cast)
    first = actions.record_period(by=cast.alice, period=Period.month(2026, 1), **given)
    with pytest.raises(NotAllowedNow, match="covers some of these days"):
        actions.record_period(by=cast.alice, period=Period.month(2026, 1), **given)
    last = actions.record_period(by=cast.alice, period=Period.month(2026, 2), **given)
    assert run_of(action) == 2
    with pytest.raises(NotAllowedNow, match="takes back"):
        actions.withdraw_period(period=first, by=officer, why="The wrong month.")
    actions.withdraw_period(period=last, by=cast.alice, why="The wrong month.")
    assert run_of(action) == 1


def done_by_new_year(action, cast):
    actions.set_delivery(action=action, by=cast.alice, state="in progress")
    actions.complete(action=action, by=cast.alice, completed_on=date(2025, 12, 31))


def run_of(action):
    return gathering.facts_of([action], TODAY)[action.pk].standing.run


def test_whoever_ever_stood_in_an_action_neither_records_nor_takes_back_its_periods(cast, action):
    officer = make_user("Olga Orme", cast.aldermere, Role.IMPROVEMENT_OFFICER)
    given = {"action": action, "standard": "18 of 20", "period": month(1)}
    told = actions.record_period(by=officer, in_standard=False, **given)
    stood = actions.let_stand(
        action=action, to=officer.persons.get(), by=cast.alice, rank="delegate"
    )
    actions.end_standing(standing=stood, by=cast.alice, why="Moved on.")
    with pytest.raises(NotAllowedNow, match="You are or were delegate"):
        actions.withdraw_period(period=told, by=officer, why="It looks bad.")
    with pytest.raises(NotAllowedNow, match="You are or were delegate"):
        actions.record_period(by=officer, in_standard=True, **given | {"period": month(2)})


def test_a_period_is_a_month_at_least_and_in_standard_only_where_something_was(cast, action):
    given = {"action": action, "by": cast.alice, "in_standard": True, "standard": "18 of 20"}
    with pytest.raises(NotAllowedNow, match="at least 28 days"):
        actions.record_period(period=Period(date(2026, 1, 1), date(2026, 1, 27)), **given)
    with pytest.raises(NotAllowedNow, match="None was in standard"):
        actions.record_period(period=month(1), counted=(0, 20), **given)
    with pytest.raises(NotAllowedNow, match="lies in the future"):
        actions.record_period(period=Period(date(2026, 2, 20), date(2026, 3, 20)), **given)


def test_a_manager_lowers_freely_raises_with_a_reason_and_never_to_blue(cast, action):
    actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 4, 30))
    actions.judge_status(action=action, by=cast.bob, colour="amber")
    assert stands_of([action], TODAY)[action.pk].colour == "amber"
    with pytest.raises(NotAllowedNow, match="Blue is worked out"):
        actions.judge_status(action=action, by=cast.bob, colour="blue")
    actions.end_judged_status(action=action, by=cast.bob)
    Deadline.objects.create(action=action, source="local", due=date(2026, 3, 1))
    with pytest.raises(NotAllowedNow, match="needs a reason"):
        actions.judge_status(action=action, by=cast.bob, colour="green")
    actions.judge_status(action=action, by=cast.bob, colour="green", reason="Done tomorrow.")
    shown = status.status(gathering.facts_of([action], TODAY)[action.pk])
    assert (shown.colour, shown.worked_out) == ("green", "red")
    assert "Done tomorrow." in shown.why
    with pytest.raises(NotAllowed):
        actions.judge_status(action=action, by=cast.alice, colour="red")


def test_a_council_approves_its_own_rules(cast, action):
    content = status.content_of(status.SHIPPED) | {"silence_days": 14}
    with pytest.raises(NotAllowedNow, match="approved"):
        actions.set_status_rules(
            authority=cast.aldermere, content=content, approved_in=" ", by=cast.bob
        )
    rules = actions.set_status_rules(
        authority=cast.aldermere, content=content, approved_in="Board, 9 March 2026", by=cast.bob
    )
    assert gathering.rules_of(cast.aldermere, TODAY) == status.SHIPPED
    with pytest.raises(NotAllowedNow, match="Somebody else"):
        actions.approve_status_rules(rules=rules, by=cast.bob)
    twin = make_user("Other Account", cast.aldermere, Role.DIRECTOR)
    Person.objects.filter(user=twin).update(name="BOB BAKER")
    with pytest.raises(NotAllowedNow, match="Somebody else"):
        actions.approve_status_rules(rules=rules, by=twin)
    olga = make_user("Olga Orr", cast.aldermere, Role.DIRECTOR)
    actions.approve_status_rules(rules=rules, by=olga)
    with pytest.raises(NotAllowedNow, match="already"):
        actions.approve_status_rules(rules=rules, by=olga)
    assert gathering.rules_of(cast.aldermere, TODAY).silence_days == 14
    assert gathering.rules_of(cast.bramley, TODAY) == status.SHIPPED


def test_s11_impact_is_not_progress(cast, action):
    with pytest.raises(NotAllowedNow, match="review day"):
        actions.set_impact(action=action, by=cast.alice, state="not yet measurable")
    for state in ("measured: improved", "sustained"):
        with pytest.raises(NotAllowedNow, match="numerator"):
            actions.set_impact(action=action, by=cast.alice, state=state, words="Improved.")
    with pytest.raises(NotAllowedNow, match="in words"):
        actions.set_impact(action=action, by=cast.alice, state="early signs")
    actions.set_impact(
        action=action, by=cast.alice, state="not yet measurable", until=date(2026, 9, 1)
    )
    actions.set_impact(action=action, by=cast.alice, state="early signs", words="Calls are fewer.")
    assert action.impacts.latest("pk").state == "early signs"
    with pytest.raises(IntegrityError), transaction.atomic():
        Impact.objects.update(state="measured: improved")
    assert rungs.rung(gathering.facts_of([action], TODAY)[action.pk].standing).number == 0
