"""A plan that asks before each meeting of a board: due some working days before, put anew after."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.governance import actions, jobs
from goldenthread.governance.models import Forum, RoundsBefore
from goldenthread.governance.rounds import Lead, before_meeting
from goldenthread.governance.tests.factories import board, planned
from goldenthread.people.jobs import enqueue
from goldenthread.people.models import User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.people.worker import Worker
from goldenthread.plans import actions as plans
from goldenthread.plans.models import ClosedRound, UpdateRhythm
from goldenthread.plans.rounds import NEVER, ONCE, Rhythm, rounds_until
from goldenthread.plans.tests.factories import recorded

# The clock says Monday 16 March 2026; the board meets on the third Tuesday of each month.
TODAY = date(2026, 3, 16)
APRIL, MAY = date(2026, 4, 21), date(2026, 5, 19)


@pytest.mark.parametrize(
    ("meetings", "lead", "expected"),
    [
        ([], Lead(), None),
        # Due on 14 April; the five working days before it skip Good Friday and Easter Monday.
        ([APRIL], Lead(), (date(2026, 4, 7), date(2026, 4, 14), date(2026, 4, 20))),
        # Too near to leave the time to answer: the meeting after it.
        (
            [MAY, date(2026, 3, 20), APRIL],
            Lead(1, 1),
            (date(2026, 3, 18), date(2026, 3, 19)),
        ),
        ([date(2026, 3, 17), APRIL], Lead(2, 2), (date(2026, 4, 15), date(2026, 4, 17))),
        ([date(2026, 3, 17)], Lead(), None),
        # A meeting on a Saturday: the working day before it is the Friday.
        ([date(2026, 3, 28)], Lead(1, 1), (date(2026, 3, 26), date(2026, 3, 27))),
    ],
)
def test_a_round_is_due_so_many_working_days_before_the_next_meeting(meetings, lead, expected):
    rhythm = before_meeting(meetings, TODAY, lead)
    if expected is None:
        assert rhythm is None
        return
    [found] = rounds_until(rhythm, MAY)
    assert (found.opens, found.due, found.closes)[: len(expected)] == expected
    assert found.closes < min(day for day in meetings if day > found.due)


@pytest.fixture
def world(cast, fixed_clock):
    return cast, recorded(cast), board(cast)


def ask(world, **lead):
    cast, plan, forum = world
    return actions.ask_before_meetings(plan=plan, forum=forum, by=cast.alice, lead=Lead(**lead))


def timer():
    return User.objects.system("timer.rounds", "Update rounds")


def renew(row, day):
    return actions.renew_rounds(rounds_before=row, by=timer(), day=day)


def first(plan):
    return UpdateRhythm.objects.get(plan=plan).first


@pytest.mark.django_db
class TestAPlanThatAsksBeforeMeetings:
    def test_has_the_round_of_the_next_meeting(self, world):
        row, rhythm = ask(world)
        assert str(row) == "P1: before each meeting of Improvement Board (IB)"
        assert rhythm == Rhythm(first=date(2026, 4, 7), every=ONCE, answer=5, late=4)
        assert first(world[1]) == rhythm.first

    def test_gets_the_next_round_when_one_is_over_and_its_count_is_kept(self, world, fixed_clock):
        row, _ = ask(world)
        assert renew(row, date(2026, 4, 7)) is None
        assert renew(row, date(2026, 4, 20)) is None
        fixed_clock.move_to("2026-04-21 06:30:00+00:00")
        enqueue(jobs.ROUNDS, by=timer())
        Worker().run(until_empty=True)
        # Spring bank holiday is after it; due on 12 May.
        assert first(world[1]) == date(2026, 5, 5)
        assert ClosedRound.objects.get().opened_on == date(2026, 4, 7)
        assert renew(row, date(2026, 4, 21)) is None

    def test_follows_a_meeting_that_moves_before_its_round_opens(self, world):
        cast, plan, forum = world
        row, _ = ask(world)
        meeting = planned(cast, forum, date(2026, 4, 28))
        assert renew(row, TODAY).first == date(2026, 4, 14)
        actions.cancel_meeting(meeting=meeting, why="Elections", by=cast.alice)
        # Its month is taken by what was cancelled: the round is that of May.
        assert renew(row, TODAY).first == date(2026, 5, 5)
        assert first(plan) == date(2026, 5, 5)

    def test_stops_asking_once_rounds_are_set_by_hand(self, world, fixed_clock):
        cast, plan, _ = world
        row, _ = ask(world)
        fixed_clock.move_to("2026-03-17 09:30:00+00:00")
        plans.set_rounds(plan=plan, by=cast.alice, rhythm=Rhythm(first=TODAY, every=NEVER))
        assert renew(row, date(2026, 3, 18)) is None
        row.refresh_from_db()
        assert row.ended_by == timer()
        assert UpdateRhythm.objects.get(plan=plan).every == NEVER

    def test_stops_with_its_board(self, world):
        row, _ = ask(world)
        Forum.objects.update(ended_on=TODAY)
        assert renew(row, TODAY) is None
        assert not RoundsBefore.objects.current().exists()

    def test_waits_where_no_meeting_is_known(self, world):
        row, _ = ask(world)
        Forum.objects.update(every=None, unit="", first_on=None)
        assert renew(row, date(2026, 4, 22)) is None
        assert RoundsBefore.objects.current().get() == row

    def test_is_set_again_in_the_place_of_what_was_set(self, world):
        old, _ = ask(world)
        new, rhythm = ask(world, before=10)
        assert rhythm.late == 9
        assert RoundsBefore.objects.current().get() == new
        old.refresh_from_db()
        assert old.ended_by == world[0].alice
        with pytest.raises(IntegrityError), transaction.atomic():
            RoundsBefore.objects.update(ended_by=None, ended_at=None)

    def test_is_set_by_officers_for_a_board_of_theirs_that_meets(self, world):
        cast, plan, forum = world
        lena = make_user("Lena Long", cast.aldermere, Role.LEAD)
        with pytest.raises(NotAllowed):
            actions.ask_before_meetings(plan=plan, forum=forum, by=lena, lead=Lead())
        with pytest.raises(NotAllowedNow, match="one working day or more"):
            ask(world, before=0)
        Forum.objects.update(every=None, unit="", first_on=None)
        with pytest.raises(NotAllowedNow, match="no meeting that leaves so much time"):
            ask(world)
        Forum.objects.update(ended_on=TODAY)
        with pytest.raises(NotAllowedNow, match="has ended"):
            ask(world)
        assert not RoundsBefore.objects.exists()
