"""What waits for another body: chased by its lead, then told higher up."""

from datetime import date

import pytest

from goldenthread.plans import actions
from goldenthread.plans.actions.delivering import Step
from goldenthread.thread.chasing import goes_higher
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import make_world

MONDAY = date(2026, 3, 23)


@pytest.mark.parametrize(
    ("chase_on", "day", "higher"),
    [
        (date(2026, 3, 2), date(2026, 3, 16), False),
        (date(2026, 3, 2), date(2026, 3, 17), True),
        # Good Friday, 3 April, and Easter Monday, 6 April, are no working days.
        (date(2026, 3, 23), date(2026, 4, 8), False),
        (date(2026, 3, 23), date(2026, 4, 9), True),
        (None, date(2026, 4, 8), False),
    ],
)
def test_it_goes_higher_once_ten_working_days_after_the_chase_day_are_past(chase_on, day, higher):
    assert goes_higher(chase_on, day) is higher


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def block(world, chase_on):
    step = Step(blocked_on="The health trust", why="Outcome awaited", chase_on=chase_on)
    actions.set_delivery(action=world.action, state="blocked", by=world.lena, step=step)


def chased(user, day):
    return [line for line in my_work(user, day=day).lines if line.thing == "plans.delivery"]


@pytest.mark.django_db
def test_the_lead_is_told_on_the_chase_day_until_another_day_is_set(world):
    block(world, MONDAY)
    assert chased(world.lena, date(2026, 3, 22)) == []
    [line] = chased(world.lena, MONDAY)
    assert (line.text, line.label) == ("Chase The health trust: Outcome awaited", "P1-A1")
    assert line.clock == "It was to be chased on 23 March 2026."
    block(world, date(2026, 3, 30))
    assert chased(world.lena, MONDAY) == []


@pytest.mark.django_db
def test_what_nobody_chases_goes_to_who_may_approve_more_time_and_to_nobody_else(world):
    block(world, MONDAY)
    assert chased(world.cast.bob, date(2026, 4, 8)) == []
    [line] = chased(world.cast.bob, date(2026, 4, 9))
    assert "still waits" in line.why
    assert chased(world.cast.alice, date(2026, 4, 9)) == []
    assert chased(world.cast.charlie, date(2026, 4, 9)) == []
    actions.set_delivery(action=world.action, state="in progress", by=world.lena)
    assert chased(world.cast.bob, date(2026, 4, 9)) == []
