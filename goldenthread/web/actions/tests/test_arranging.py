"""More time, local deadlines, who stands there, practice and status, on the Action page."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from goldenthread.plans.models import Deadline, DeadlineMove, JudgedStatus, PracticePeriod, Standing
from goldenthread.plans.tests.evidence_factories import make_world, person
from goldenthread.web.actions.tests.test_action_page import page, send, when

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast):
    return make_world(cast)


@pytest.fixture
def dated(world):
    send(world.cast.alice, world, "local_deadline", **when("due", date(2027, 3, 1)))
    return Deadline.objects.get(action=world.action, source="local", due=date(2027, 3, 1))


def ask(world):
    later = when("to", date(2027, 6, 1))
    sent = {"cause": "capacity", "reason": "Two posts are vacant"}
    assert send(world.lena, world, "extension", **later, **sent).status_code == 302
    return DeadlineMove.objects.get()


def test_a_local_deadline_is_set_and_then_no_longer_offered(world, dated):
    shown = page(world.cast.alice, world)
    assert "1 March 2027" in shown
    assert "Set a local deadline" not in shown


def test_more_time_is_approved_by_somebody_else(world, dated):
    move = ask(world)
    assert send(world.lena, world, "approve_extension", move.pk).status_code == 403
    assert (
        send(world.cast.bob, world, "approve_extension", move.pk, words="Once").status_code == 302
    )
    move.refresh_from_db()
    assert move.state == DeadlineMove.State.APPROVED


def test_more_time_is_refused_with_a_reason_and_the_old_day_counts(world, dated):
    move = ask(world)
    assert send(world.cast.bob, world, "refuse_extension", move.pk, why="").status_code == 422
    send(world.cast.bob, world, "refuse_extension", move.pk, why="It is urgent")
    move.refresh_from_db()
    assert move.state == DeadlineMove.State.REFUSED
    assert Deadline.objects.get(pk=dated.pk).due == date(2027, 3, 1)


def test_somebody_stands_beside_the_lead_until_that_is_ended(world):
    alice = world.cast.alice
    sent = {"rank": "co-lead", "who": f"person-{person(world.carl).pk}"}
    assert send(alice, world, "stand", **sent).status_code == 302
    one = Standing.objects.get(rank="co-lead")
    assert one.person == person(world.carl)
    send(alice, world, "end_standing", one.pk, why="Moved on")
    one.refresh_from_db()
    assert one.ended_on is not None


def test_a_new_lead_takes_the_place_of_the_old_one(world):
    sent = {"rank": "lead", "who": f"person-{person(world.carl).pk}"}
    assert send(world.cast.alice, world, "stand", **sent).status_code == 302
    assert Standing.objects.get(rank="lead", ended_on=None).person == person(world.carl)


def test_a_period_of_practice_needs_both_numbers_or_neither(world):
    today = timezone.localdate()
    days = when("first_day", today - timedelta(days=60)) | when(
        "last_day", today - timedelta(days=30)
    )
    sent = {**days, "in_standard": "yes", "standard": "Within 15 days", "count": "9"}
    answer = send(world.carl, world, "period", **sent)
    assert answer.status_code == 422
    assert "or neither" in answer.text
    assert not PracticePeriod.objects.exists()


def test_a_status_is_lowered_and_the_one_worked_out_shown_again(world):
    assert send(world.cast.bob, world, "status", colour="red", reason="").status_code == 302
    assert JudgedStatus.objects.get().colour == "red"
    assert "Let the status that is worked out show again" in page(world.cast.bob, world)
    assert send(world.cast.bob, world, "worked_out").status_code == 302
    assert "Let the status that is worked out show again" not in page(world.cast.bob, world)
