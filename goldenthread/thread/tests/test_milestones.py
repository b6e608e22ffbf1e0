"""Milestones among somebody's work."""

from datetime import date

import pytest

from goldenthread.plans import actions
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import make_world

TODAY = date(2026, 3, 16)
pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def milestones(user, day=TODAY):
    return [
        (line.kind, line.text, line.due)
        for line in my_work(user, day=day).lines
        if line.thing == "plans.milestone"
    ]


def test_a_milestone_is_work_from_two_weeks_before_its_day_until_it_is_reached(world):
    made = actions.add_milestone(
        action=world.action, by=world.lena, printed="31 March 2026", kind="complete"
    )
    assert milestones(world.lena) == []
    told = [("due", "Milestone. Complete by: 31 March 2026", date(2026, 3, 31))]
    assert milestones(world.lena, date(2026, 3, 17)) == told
    assert milestones(world.carl, date(2026, 3, 17)) == []
    assert milestones(world.dan, date(2026, 4, 1))[0][0] == "overdue"
    actions.reach_milestone(milestone=made, by=world.lena, done_on=TODAY)
    assert milestones(world.lena, date(2026, 4, 1)) == []
