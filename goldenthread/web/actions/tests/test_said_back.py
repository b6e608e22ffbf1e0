"""What the Action page says once a deadline, a period, an impact or a status was sent from it."""

from datetime import date

import pytest

from goldenthread.plans.models import (
    Impact,
    JudgedStatus,
    PracticePeriod,
)
from goldenthread.plans.tests.evidence_factories import file, make_world
from goldenthread.web.actions.tests.test_action_page import page, send, when
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast):
    return make_world(cast)


def sent(user, world, deed, of="", **values):
    """What the page says once a form was taken."""
    prefix = f"{deed}-{of}" if of else deed
    data = {f"{prefix}-{name}": value for name, value in values.items()}
    where = "".join(f"{part}/" for part in (deed, of) if part)
    address = f"/actions/990/{world.action.public_id}/{where}"
    answer = signed_in(user).post(address, data, follow=True)
    assert answer.redirect_chain, answer.text
    return answer.text


def asked_for_more(world):
    send(world.cast.alice, world, "local_deadline", **when("due", date(2027, 3, 1)))
    values = {"cause": "capacity", "reason": "Two are ill"}
    told = sent(world.lena, world, "extension", **when("to", date(2027, 6, 1)), **values)
    assert "Somebody else decides; until then the old day counts." in told
    return world.action.moves.get()


def test_the_local_deadline_is_said_when_it_is_set(world):
    told = sent(world.cast.alice, world, "local_deadline", **when("due", date(2027, 3, 1)))
    assert "The local deadline is 1 March 2027." in told


def test_more_time_that_is_approved_says_until_when(world):
    move = asked_for_more(world)
    assert "More time until 1 June 2027." in sent(
        world.cast.bob, world, "approve_extension", move.pk, words="Agreed"
    )
    move.refresh_from_db()
    assert (move.state, move.decided_by) == ("approved", world.cast.bob)


def test_more_time_is_refused_with_the_words_of_who_refused_it(world):
    move = asked_for_more(world)
    told = sent(world.cast.bob, world, "refuse_extension", move.pk, why="The board needs it")
    assert "More time was refused." in told
    assert "The board needs it" in told
    move.refresh_from_db()
    assert (move.state, move.decided_by) == ("refused", world.cast.bob)


PERIOD = {**when("first_day", date(2026, 1, 1)), **when("last_day", date(2026, 3, 31))}


def test_a_period_of_practice_keeps_its_count_and_its_standard(world):
    values = {**PERIOD, "in_standard": "yes", "standard": "9 of 10 in time"}
    sent(world.cast.alice, world, "period", **values, count="18", out_of="20")
    row = PracticePeriod.objects.get(action=world.action)
    assert (row.first_day, row.last_day) == (date(2026, 1, 1), date(2026, 3, 31))
    assert (row.in_standard, row.count, row.out_of) == (True, 18, 20)


def test_a_period_out_of_standard_needs_no_count(world):
    values = {**PERIOD, "in_standard": "no", "standard": "9 of 10 in time"}
    sent(world.cast.alice, world, "period", **values)
    row = PracticePeriod.objects.get(action=world.action)
    assert (row.in_standard, row.count, row.out_of) == (False, None, None)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"count": "18"}, "Say how many were in standard and of how many, or neither."),
        (when("last_day", date(2025, 12, 1)), "Last day of the period: it lies before the first."),
    ],
)
def test_half_a_count_and_a_period_that_ends_before_it_begins_are_refused(world, changed, says):
    values = {**PERIOD, "in_standard": "yes", "standard": "9 of 10 in time", **changed}
    answer = send(world.cast.alice, world, "period", **values)
    assert answer.status_code == 422
    assert says in answer.text
    assert not PracticePeriod.objects.exists()


def test_early_signs_are_said_in_words(world):
    sent(world.lena, world, "impact", state="early signs", words="Parents say so")
    row = Impact.objects.get(action=world.action)
    assert (row.state, row.words) == ("early signs", "Parents say so")
    assert "Parents say so" in page(world.dan, world)


def test_a_status_is_lowered_and_the_one_worked_out_shows_again(world):
    send(world.lena, world, "start")
    told = sent(world.cast.bob, world, "status", colour="red", reason="The pilot failed")
    assert "The status was set." in told
    assert "The pilot failed" in told
    row = JudgedStatus.objects.get(action=world.action)
    assert (row.colour, row.ended_at) == ("red", None)
    told = sent(world.cast.bob, world, "worked_out")
    assert "The status that is worked out shows again." in told
    row.refresh_from_db()
    assert row.ended_by == world.cast.bob


def test_what_is_blocked_says_on_whom_and_can_be_begun_again(world):
    send(world.lena, world, "start")
    values = {"blocked_on": "The board", "why": "No money", **when("chase_on", date(2027, 9, 1))}
    assert "It is now: blocked." in sent(world.lena, world, "block", **values)
    shown = page(world.dan, world)
    assert "The board" in shown
    assert "No money" in shown
    assert "It is now: in progress." in sent(world.lena, world, "start")


def test_withdrawn_evidence_stays_on_file_and_counts_no_longer(world):
    link = file(world)
    told = sent(world.lena, world, "withdraw", link.pk, why="The wrong file")
    assert "It was withdrawn: it stays on file and counts no longer." in told
    link.refresh_from_db()
    assert link.withdrawn_at is not None
