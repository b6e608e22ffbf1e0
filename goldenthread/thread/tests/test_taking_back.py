"""Taking back one's own last update: for a quarter of an hour, while nothing came of it."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import history_of
from goldenthread.plans import actions, rounds
from goldenthread.plans.actions import Forecast
from goldenthread.plans.answering import answers_of
from goldenthread.plans.models import TakenBack, Update
from goldenthread.plans.rounds import Rhythm, open_on
from goldenthread.plans.telling import Told, told_of
from goldenthread.thread.search import search
from goldenthread.thread.tests.factories import make_world, person

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 16)


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def say(world, text="Two heads have signed.", by=None, **more):
    return actions.add_update(action=world.action, by=by or world.lena, text=text, **more)


def take_back(row, by):
    return actions.take_back_update(update=row, by=by)


def told(world):
    return told_of([world.action.pk]).get(world.action.pk, Told())


def test_what_is_taken_back_counts_nowhere_and_stays_to_be_read(world):
    rhythm = Rhythm(first=MONDAY, every=rounds.WEEKS)
    actions.set_rounds(plan=world.plan, by=world.cast.alice, rhythm=rhythm)
    row = say(world)
    assert told(world).on == MONDAY
    assert len(search("signed", by=world.lena, most=5)) == 1
    assert str(take_back(row, world.lena)) == "Taken back: Two heads have signed."
    assert told(world).on is None
    assert world.action in answers_of(world.plan, open_on(rhythm, MONDAY)).missing
    assert search("signed", by=world.lena, most=5) == []
    assert Update.objects.get(pk=row.pk).text == "Two heads have signed."
    assert TakenBack.objects.visible_to(world.lena).get().authority == world.cast.aldermere
    assert not TakenBack.objects.visible_to(world.cast.charlie).exists()
    assert history_of(world.action)[0].verb == "took back an update"


def test_no_change_that_is_taken_back_is_not_counted_in_a_row(world):
    actions.no_change(action=world.action, by=world.lena)
    row = actions.no_change(action=world.action, by=world.lena)
    assert told(world).no_changes == 2
    take_back(row, world.lena)
    assert told(world).no_changes == 1


def test_only_who_entered_it_takes_it_back(world):
    row = say(world)
    with pytest.raises(NotAllowed, match="Only whoever entered"):
        take_back(row, world.cast.alice)
    with pytest.raises(Update.DoesNotExist):
        take_back(row, world.cast.charlie)


def test_it_is_taken_back_once_and_within_a_quarter_of_an_hour(world, fixed_clock):
    row = say(world)
    fixed_clock.move_to("2026-03-16 09:45:00+00:00")
    take_back(row, world.lena)
    with pytest.raises(NotAllowedNow, match="taken back already"):
        take_back(row, world.lena)
    late = say(world, "Three heads have signed.")
    fixed_clock.move_to("2026-03-16 10:00:01+00:00")
    with pytest.raises(NotAllowedNow, match="quarter of an hour"):
        take_back(late, world.lena)


def test_what_something_came_of_is_not_taken_back(world):
    first = say(world)
    say(world, "Three.")
    with pytest.raises(NotAllowedNow, match="Something was said after it"):
        take_back(first, world.lena)
    forecast = say(
        world, "It slips.", forecast=Forecast(day=date(2026, 4, 30), cause="capacity", reason="Ill")
    )
    with pytest.raises(NotAllowedNow, match="A forecast or a milestone"):
        take_back(forecast, world.lena)
    alice = world.cast.alice
    entered = say(world, "Four.", by=alice, for_whom=person(world.lena))
    with pytest.raises(NotAllowedNow, match="Lena Long was told of it"):
        take_back(entered, alice)


def test_a_step_is_set_back_and_not_taken_back(world):
    say(world)
    actions.complete(action=world.action, by=world.lena, completed_on=date(2026, 3, 2))
    actions.reopen(action=world.action, by=world.lena, why="Not yet")
    step = Update.objects.filter(kind=Update.Kind.STEP).order_by("-pk").first()
    with pytest.raises(NotAllowedNow, match="set the step back"):
        take_back(step, world.lena)
