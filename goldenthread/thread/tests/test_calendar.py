"""The calendar of somebody's days: reference, kind and day, and nothing else."""

from datetime import date

import pytest
from django.utils import timezone
from icalendar import Calendar

from goldenthread.basics.errors import NotAllowed
from goldenthread.people import actions as people
from goldenthread.people.actions.calendars import owner_of
from goldenthread.people.models import CalendarAddress
from goldenthread.plans import actions
from goldenthread.plans.models import Standing
from goldenthread.thread.calendar import calendar_of
from goldenthread.thread.tests.factories import make_world, person

pytestmark = pytest.mark.django_db
LATER = date(2026, 9, 30)


@pytest.fixture
def world(fixed_clock, cast):
    world = make_world(cast)
    Standing.objects.create(action=world.other, rank="lead", person=person(world.lena))
    actions.set_local_deadline(action=world.other, by=cast.alice, due=LATER)
    return world


def events(user):
    now = timezone.now()
    raw = calendar_of(user, day=timezone.localdate(), now=now)
    return {str(one["summary"]): one for one in Calendar.from_ical(raw).walk("VEVENT")}, raw


def test_each_day_is_an_event_of_the_whole_day_also_one_far_ahead(world):
    found, raw = events(world.lena)
    event = found["P1-A2: due"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (LATER, date(2026, 10, 1))
    assert b"DTSTART;VALUE=DATE:20260930" in raw


def test_no_title_and_no_name_is_in_it(world):
    _, raw = events(world.lena)
    assert b"Rent" not in raw
    assert b"Lena" not in raw
    assert b"template" not in raw


def test_a_day_that_moved_is_the_same_event_with_a_higher_sequence(world):
    before, _ = events(world.lena)
    moved = date(2026, 10, 31)
    asked = actions.ask_extension(
        action=world.other,
        by=world.lena,
        to=actions.Forecast(day=moved, cause="demand", reason="Too many cases."),
    )
    actions.approve_extension(move=asked, by=world.cast.bob)
    after, _ = events(world.lena)
    one, other = before["P1-A2: due"], after["P1-A2: due"]
    assert one["uid"] == other["uid"]
    assert other["dtstart"].dt == moved
    assert other["sequence"] > one["sequence"]


def test_a_new_address_ends_the_one_before_and_is_kept_as_a_digest(world):
    lena = world.lena
    first = people.new_calendar_address(user=lena, by=lena)
    assert owner_of(first) == lena
    second = people.new_calendar_address(user=lena, by=lena)
    assert (owner_of(first), owner_of(second)) == (None, lena)
    assert str(CalendarAddress.objects.current().get()) == "Calendar of Lena Long"
    assert not CalendarAddress.objects.filter(digest=second).exists()
    people.end_calendar_address(user=lena, by=lena)
    assert owner_of(second) is None


def test_an_account_that_is_off_has_no_calendar(world):
    secret = people.new_calendar_address(user=world.lena, by=world.lena)
    type(world.lena).objects.filter(pk=world.lena.pk).update(is_active=False)
    assert owner_of(secret) is None


def test_nobody_makes_or_ends_somebody_elses(world):
    for verb in (people.new_calendar_address, people.end_calendar_address):
        with pytest.raises(NotAllowed):
            verb(user=world.lena, by=world.cast.alice)
