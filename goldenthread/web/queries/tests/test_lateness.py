"""Pages of late actions: who was told, the director's weekly list, and setting the steps."""

from datetime import date

import pytest

from goldenthread.people.models import User
from goldenthread.plans import actions
from goldenthread.plans.lateness import Steps
from goldenthread.plans.models import LatenessSteps
from goldenthread.plans.models.lateness import steps_of
from goldenthread.thread import digest, work
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import make_world
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
PAGE, WEEKLY = "/library/queries/lateness/", "/library/queries/weekly/"
LATE = date(2026, 4, 15)


@pytest.fixture
def world(cast, fixed_clock):
    """An action that was due long before its plan came on 16 March, told of on 15 April."""
    world = make_world(cast)
    fixed_clock.move_to("2026-04-15 09:30:00+00:00")
    timer = User.objects.system("timer.lateness", "Late actions")
    actions.tell_of_lateness(plan=world.plan, by=timer, day=LATE)
    return world


def test_the_action_says_who_was_told_and_when(world):
    page = signed_in(world.lena).get("/actions/990/P1-A1/").text
    assert "Late by 5 working days: told Lena Long on 15 April 2026" in page
    assert "Late by 10 working days: told Alice Archer on 15 April 2026" in page
    assert "Late by 20 working days: put on the director’s weekly list on 15 April 2026" in page


def test_the_weekly_list_has_what_is_late_for_long_until_it_is_done(world):
    page = signed_in(world.cast.bob).get(WEEKLY).text
    assert page.index("Late actions, for the director") < page.index("Write a template")
    assert "31 March 2012" in page
    assert "After 5 working days whoever leads it is told" in page
    [line] = [one for one in my_work(world.cast.bob, day=LATE).lines if one.kind == work.FURTHER]
    assert line.text.endswith("P1-A1")
    assert f"{WEEKLY}?council=990" in signed_in(world.cast.bob).get("/").text
    told = digest.in_text(
        digest.digest_of(world.cast.bob, day=LATE), address="https://x", answers=False
    )
    assert "On the director’s weekly list (1)\n- P1\n" in told
    assert work.FURTHER not in {one.kind for one in my_work(world.cast.alice, day=LATE).lines}
    actions.complete(action=world.action, by=world.lena, completed_on=date(2026, 4, 1))
    assert work.FURTHER not in {one.kind for one in my_work(world.cast.bob, day=LATE).lines}
    assert "Write a template" not in signed_in(world.cast.bob).get(WEEKLY).text


def test_an_officer_sets_the_steps_and_an_empty_one_is_left_out(world):
    alice = signed_in(world.cast.alice)
    page = alice.get(PAGE).text
    assert 'value="10"' in page
    told = alice.post(PAGE, {"lead": "3", "manager": "", "director": "8"}, follow=True).text
    assert (
        "After 3 working days whoever leads it is told; after 8 working days it stands on" in told
    )
    assert steps_of(world.cast.aldermere) == Steps(3, None, 8)


def test_steps_out_of_order_are_refused_where_they_were_typed(world):
    sent = {"lead": "8", "manager": "3", "director": ""}
    answer = signed_in(world.cast.alice).post(PAGE, sent)
    assert answer.status_code == 422
    assert "more working days than the one before" in answer.text


def test_whoever_may_not_set_them_reads_them(world):
    lena = signed_in(world.lena)
    assert "An improvement officer sets it." in lena.get(PAGE).text
    assert lena.post(PAGE, {"lead": "1"}).status_code == 403
    assert not LatenessSteps.objects.exists()
