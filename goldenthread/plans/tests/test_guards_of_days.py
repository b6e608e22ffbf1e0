"""What the database refuses of deadlines, extensions, rules of status and ties of measures."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from goldenthread.people.models import Person
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions, status
from goldenthread.plans.models import (
    Deadline,
    DeadlineMove,
    Event,
    EventDeadline,
    MeasureLink,
    StatusRules,
)
from goldenthread.plans.tests.factories import recorded
from goldenthread.results.tests.factories import measure

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
JULY, MAY, OCTOBER = date(2012, 7, 31), date(2012, 5, 31), date(2012, 10, 31)


@pytest.fixture
def action(cast, fixed_clock):
    return recorded(cast).actions.get(public_id="P1-A1")


def refused(words, change):
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        change()


def another(action, **more):
    return Deadline.objects.create(**{"action": action, "source": "local", "printed": "x"} | more)


@pytest.mark.parametrize("due", [OCTOBER, None])
def test_no_later_day_is_put_beside_one_that_stands(action, due):
    refused("more time", lambda: another(action, due=due))


def test_a_day_that_stands_is_not_dropped_unless_an_earlier_one_takes_its_place(action):
    row, version = action.deadlines.get(), action.plan.current_version
    rows = Deadline.objects.filter(pk=row.pk)
    refused("no later", lambda: rows.update(dropped_in=version))
    another(action, due=MAY)
    rows.update(dropped_in=version)
    refused("no later", lambda: rows.update(dropped_in=None))


@pytest.mark.parametrize(
    "change",
    [{"due": OCTOBER}, {"due": None}, {"printed": "x"}, {"source": "inspectorate"},
     {"anchor": MAY}, {"reading": "tbc"}],
)  # fmt: skip
def test_no_deadline_is_changed_or_deleted(action, change):
    refused("no later", lambda: Deadline.objects.filter(action=action).update(**change))
    refused("never deleted", lambda: Deadline.objects.all()._raw_delete("default"))


def test_immediately_is_not_dropped_for_nothing(action):
    row = Deadline.objects.get(reading="immediate", action=None)
    version = action.plan.current_version
    refused("no later", lambda: Deadline.objects.filter(pk=row.pk).update(dropped_in=version))


def test_no_day_of_the_whole_puts_off_those_for_its_items(action):
    hub = action.plan.actions.get(public_id="P1-A2")
    refused("more time", lambda: another(hub, due=date(2014, 1, 1)))
    another(hub, due=date(2013, 9, 1))


def test_a_day_is_counted_from_its_event_alone(cast, action):
    row = another(action, source="inspectorate", printed="after the forum")
    tie = actions.await_event(deadline=row, by=cast.alice, name="Forum", days_after=7)
    actions.set_event_day(event=tie.event, day=date(2026, 4, 1), by=cast.alice)
    rows = Deadline.objects.filter(pk=row.pk)
    assert rows.get().due == date(2026, 4, 8)
    refused("no later", lambda: rows.update(due=date(2027, 1, 1)))
    refused("not changed", lambda: EventDeadline.objects.update(days_after=700))
    refused("not deleted", lambda: EventDeadline.objects.all()._raw_delete("default"))
    event = Event.objects.create(plan=action.plan, name="Later", day=date(2027, 1, 1))
    dated = action.deadlines.get(source="local")
    refused("no event", lambda: EventDeadline.objects.create(deadline=dated, event=event))


def asked(cast, action, **more):
    fields = {
        "action": action, "kind": "agreed", "state": "asked", "to": OCTOBER, "cause": "other",
        "asked_by": cast.alice, "asked_at": NOW,
    }  # fmt: skip
    return DeadlineMove.objects.create(**fields | more)


def test_more_time_is_asked_for_first_and_decided_once_by_somebody_else(cast, action):
    refused(
        "asked for before",
        lambda: asked(cast, action, state="approved", decided_by=cast.bob, decided_at=NOW),
    )
    rows = DeadlineMove.objects.filter(pk=asked(cast, action).pk)
    refused("decided once", lambda: rows.update(to=date(2030, 1, 1)))
    approval = {"state": "approved", "decided_by": cast.bob, "decided_at": NOW}
    actions.give_lead(action=action, to=cast.bob.persons.get(), by=cast.alice)
    refused("stands in the action", lambda: rows.update(**approval))
    olga = make_user("Olga Orr", cast.aldermere, Role.DIRECTOR)
    rows.update(**approval | {"decided_by": olga})
    refused("decided once", lambda: rows.update(decision="x"))
    refused("never deleted", lambda: rows._raw_delete("default"))


def test_a_tie_of_a_measure_is_only_taken_away(cast, action):
    link = actions.link_measure(
        of=action, measure=measure(cast), kind="impact", expected="rise", by=cast.alice
    )
    rows = MeasureLink.objects.filter(pk=link.pk)
    refused("taken away", lambda: rows.update(expected="fall"))
    refused("taken away", lambda: rows.update(lag_months=7))
    refused("never deleted", lambda: rows._raw_delete("default"))
    actions.unlink_measure(link=link, by=cast.alice, why="Wrong one")
    refused("taken away", lambda: rows.update(removed_by=None, removed_at=None))


def proposed(cast, **more):
    fields = {
        "authority": cast.aldermere, "started_on": date(2026, 3, 1), "approved_in": "Board",
        "content": status.content_of(status.SHIPPED), "by": cast.bob, "at": NOW,
    }  # fmt: skip
    return StatusRules.objects.create(**fields | more)


def test_rules_of_status_are_proposed_by_one_and_approved_by_another(cast, action):
    refused("proposed before", lambda: proposed(cast, approved_by=cast.alice, approved_at=NOW))
    rows = StatusRules.objects.filter(pk=proposed(cast).pk)
    refused(".", lambda: rows.update(approved_by=cast.bob, approved_at=NOW))
    twin = make_user("Other Account", cast.aldermere, Role.DIRECTOR)
    Person.objects.filter(user=twin).update(name="BOB BAKER")
    refused("Somebody else", lambda: rows.update(approved_by=twin, approved_at=NOW))
    refused("once", lambda: rows.update(content={}))
    refused("once", lambda: rows.update(ended_on=date(2026, 3, 2)))
    rows.update(approved_by=cast.alice, approved_at=NOW)
    refused("once", lambda: rows.update(started_on=date(2020, 1, 1)))
    rows.update(ended_on=date(2026, 3, 20))
    refused("once", lambda: rows.update(ended_on=None))
    refused("never deleted", lambda: rows._raw_delete("default"))
