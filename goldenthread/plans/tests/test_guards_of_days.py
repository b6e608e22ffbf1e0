"""What the database refuses of deadlines, extensions, rules, ties, and rows that point elsewhere."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import Person
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions, status
from goldenthread.plans.models import (
    Action,
    Check,
    Deadline,
    DeadlineMove,
    Event,
    EventDeadline,
    EvidenceLink,
    MeasureLink,
    StatusRules,
    Test,
)
from goldenthread.plans.tests.evidence_factories import file, make_world
from goldenthread.plans.tests.factories import plan as printed_plan
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


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2026, 3, 17), NOW),
        (date(2026, 3, 15), NOW),
        (date(2026, 3, 13), datetime(2026, 3, 13, 12, tzinfo=UTC)),
        (date(2199, 3, 16), datetime(2199, 3, 16, 12, tzinfo=UTC)),
    ],
)
@pytest.mark.parametrize("outcome", ["accepted", "returned"])
def test_a_check_is_of_its_own_day_and_after_the_filing(cast, fixed_clock, day, at, outcome):
    world = make_world(cast)
    link = file(world)
    fields = {
        "link": link, "outcome": outcome, "how_do_we_know": "x", "note": "x", "by": world.carl,
        "person": world.carl.persons.get(), "edition": 1, "last_link": link,
    }  # fmt: skip
    with pytest.raises(DatabaseError), transaction.atomic():
        Check.objects.create(day=day, at=at, **fields)
    Check.objects.create(day=date(2026, 3, 16), at=NOW, **fields)


WORK = {
    "an update": lambda cast, row: actions.add_update(action=row, by=cast.alice, text="Begun"),
    "a day": lambda cast, row: actions.set_local_deadline(
        action=row, by=cast.alice, due=date(2026, 3, 1)
    ),
    "evidence": lambda cast, row: actions.file_evidence(
        action=row, tests=[actions.add_test(of=row, text="Copy", kind="done", by=cast.alice)],
        kind="document", title="x", shows="x", extract="x", by=cast.alice,
    ),
}  # fmt: skip


@pytest.mark.parametrize("work", WORK)
def test_an_action_that_somebody_worked_on_does_not_come_to_point_to_another(cast, action, work):
    draft = printed_plan()
    others = (draft.actions[0], draft.actions[1], replace(draft.actions[2], timescales=()))
    rows = Action.objects.filter(plan=action.plan, public_id="P1-A3")
    WORK[work](cast, rows.get())
    refused("point to another", lambda: rows.update(same_as=action))
    pointing = replace(others[2], same_as=0)
    later = replace(draft, actions=(*others[:2], pointing, draft.actions[3]))
    recorded(cast, later, replaces=action.plan)
    assert rows.get().same_as is None
    asked = action.plan.versions.get(state="current").to_settle.filter(topic="other")
    assert any("is the same as P1-A1" in one.words for one in asked)


def test_an_untouched_action_may_come_to_point_to_another(cast, action):
    rows = Action.objects.filter(plan=action.plan, public_id="P1-A3")
    rows.update(same_as=action)
    assert rows.get().same_as == action


def test_no_evidence_is_filed_on_a_row_that_points_to_another(cast, fixed_clock):
    world = make_world(cast)
    link = file(world)
    row = Action.objects.create(
        plan=world.plan, public_id="P1-A9", order=9, text="As above", same_as=world.action
    )
    test = Test.objects.create(action=row, number=1, text="Copy", kind="done")
    words = {"kind": "document", "title": "x", "shows": "x", "extract": "y", "by": cast.alice}
    with pytest.raises(NotAllowedNow, match="only points"):
        actions.file_evidence(action=row, tests=[test], **words)
    with pytest.raises(NotAllowedNow, match="only points"):
        actions.contradict(test=test, **words)
    refused(
        "file it there",
        lambda: EvidenceLink.objects.create(
            version=link.version, test=test, shows="x", linked_by=world.lena, linked_at=NOW
        ),
    )
