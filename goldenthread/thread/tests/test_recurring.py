"""What recurs, among somebody's work."""

from datetime import date

import pytest

from goldenthread.plans import actions
from goldenthread.plans.recurring import Recurs
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import make_world

TODAY = date(2026, 3, 16)
pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def set_up(world, frequency="monthly", first=date(2026, 1, 5), **more):
    recurs = Recurs(frequency=frequency, first_day=first)
    return actions.set_recurrence(
        action=world.action, by=world.cast.alice, recurs=recurs, what="Look at files", **more
    )


def recurring(user, day=TODAY):
    return [line for line in my_work(user, day=day).lines if line.thing == "plans.datedoccurrence"]


def test_the_first_occurrence_that_waits_is_a_line_with_how_many_follow(world):
    made = set_up(world)
    [line] = recurring(world.lena)
    assert (line.kind, line.label, line.due) == ("overdue", "P1-A1", date(2026, 1, 5))
    assert line.text == "Look at files (every month)"
    assert line.clock == "2 more of it overdue."
    for row in made.occurrences.order_by("day")[:3]:
        actions.hold_occurrence(occurrence=row, by=world.lena, done_on=row.day)
    assert recurring(world.lena) == []
    [line] = recurring(world.lena, date(2026, 3, 25))
    assert (line.kind, line.due, line.clock) == ("due", date(2026, 4, 5), "")


def test_what_is_missed_excused_closed_or_somebody_elses_is_no_line(world):
    made = set_up(world)
    rows = list(made.occurrences.order_by("day"))
    actions.miss_occurrence(occurrence=rows[0], by=world.lena, why="Nobody was there")
    actions.excuse_occurrence(occurrence=rows[1], by=world.cast.bob, why="Shut")
    [line] = recurring(world.lena)
    assert line.due == date(2026, 3, 5)
    assert recurring(world.carl) == []
    actions.set_delivery(action=world.action, by=world.lena, state="in progress")
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY)
    assert recurring(world.lena) == []
