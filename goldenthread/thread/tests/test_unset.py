"""A day that was to be set at a meeting, among somebody's work."""

from datetime import date, timedelta

import pytest

from goldenthread.plans import actions
from goldenthread.plans.models import Deadline
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import make_world

pytestmark = pytest.mark.django_db
MEETING = date(2026, 3, 16)


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def reminders(user, day):
    return [line for line in my_work(user, day=day).lines if line.thing == "plans.deadline"]


def test_the_reminder_comes_the_day_after_the_meeting_and_is_due_on_no_day(world):
    action = world.other
    actions.let_stand(
        action=action, by=world.cast.alice, rank="co-lead", to=world.lena.persons.get()
    )
    Deadline.objects.create(
        action=action, source="local", printed="TBC on 16/03/26", reading="tbc",
        earliest=MEETING, latest=MEETING,
    )  # fmt: skip
    assert reminders(world.lena, MEETING) == []
    [line] = reminders(world.lena, MEETING + timedelta(days=1))
    assert line.due is None
    assert "a date was to be set on 16 March 2026, and none is set" in line.clock
    actions.set_local_deadline(action=action, by=world.cast.alice, due=date(2026, 6, 1))
    assert reminders(world.lena, MEETING + timedelta(days=1)) == []
