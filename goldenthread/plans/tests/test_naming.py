"""Of what kind an action is: proposed by import, confirmed or changed by a person."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import history_of
from goldenthread.plans import actions
from goldenthread.plans.models import Action, Delivery
from goldenthread.plans.tests.factories import plan as drafted

pytestmark = pytest.mark.usefixtures("fixed_clock")
TODAY = date(2026, 3, 16)


def kind_of(action):
    row = Action.objects.get(pk=action.pk)
    return row.kind, row.kind_proposed


def test_a_proposed_kind_stops_nothing_until_a_person_confirms_it(cast, action):
    Action.objects.filter(pk=action.pk).update(kind="sustained", kind_proposed=True)
    actions.set_kind(action=action, kind="sustained", by=cast.alice)
    assert kind_of(action) == ("sustained", False)
    with pytest.raises(NotAllowedNow, match="closes by a review"):
        actions.complete(action=action, by=cast.alice, completed_on=TODAY)
    with pytest.raises(DatabaseError), transaction.atomic():
        Delivery.objects.create(
            action=action, state="done", completed_on=TODAY, completed_precision="day"
        )


def test_a_person_sets_another_kind_than_was_proposed(cast, action):
    actions.set_kind(action=action, kind="recurring", by=cast.bob)
    assert kind_of(action) == ("recurring", False)
    line = history_of(action)[-1]
    assert (line.verb, line.by) == ("set the kind", cast.bob)


def test_a_confirmed_kind_changes_only_with_a_reason(cast, action):
    actions.set_kind(action=action, kind="sustained", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="Say why it changes"):
        actions.set_kind(action=action, kind="one-off", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="already"):
        actions.set_kind(action=action, kind="sustained", by=cast.alice)
    actions.set_kind(action=action, kind="one-off", by=cast.alice, why="One panel, in May.")
    assert kind_of(action) == ("one-off", False)


def test_who_leads_an_action_does_not_say_of_what_kind_it_is(action, ann):
    with pytest.raises(NotAllowed):
        actions.set_kind(action=action, kind="one-off", by=ann)


def test_the_kind_of_a_closed_action_stays(cast, action):
    actions.complete(action=action, by=cast.alice, completed_on=TODAY)
    with pytest.raises(NotAllowedNow, match="Reopen it"):
        actions.set_kind(action=action, kind="sustained", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="no kind of action"):
        actions.set_kind(action=action, kind="now and then", by=cast.alice)


def test_a_confirmed_kind_stands_against_the_next_document(cast, plan, action):
    actions.set_kind(action=action, kind="sustained", by=cast.alice)
    actions.record_plan(
        authority=cast.aldermere, by=cast.alice, upload=None, plan=drafted(), replaces=plan
    )
    assert kind_of(action) == ("sustained", False)
