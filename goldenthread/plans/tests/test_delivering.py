"""Updates and steps of delivery: by the verbs."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import history_of
from goldenthread.plans import actions, gathering, status
from goldenthread.plans.actions import Forecast, Step
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, Delivery, Update

pytestmark = pytest.mark.usefixtures("fixed_clock")
TODAY = date(2026, 3, 16)
LATER = Forecast(day=date(2026, 6, 30), cause="capacity", reason="Two posts are empty.")


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
