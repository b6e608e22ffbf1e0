"""Undo beside what one has just said, on the Action page and on My work."""

import pytest

from goldenthread.plans.models import TakenBack
from goldenthread.plans.tests.evidence_factories import make_world, person
from goldenthread.web.actions.tests.test_action_page import address, page
from goldenthread.web.actions.tests.test_said_back import sent
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def undo_of(world):
    return f"{address(world)}undo_update/{world.action.updates.latest('pk').pk}/"


def test_an_update_has_its_undo_and_stays_as_taken_back(world):
    told = sent(world.lena, world, "update", text="Two heads have signed.")
    assert "It can be taken back for a quarter of an hour" in told
    assert undo_of(world) in told
    done = signed_in(world.lena).post(undo_of(world), follow=True).text
    assert "It is taken back: it stays to be read, and counts no longer." in done
    assert "Taken back by Lena Long, 16 March 2026" in done
    assert "Two heads have signed." in done


def test_no_change_has_its_undo_too_and_is_not_counted_in_the_row(world):
    for _ in range(2):
        sent(world.lena, world, "no_change")
    signed_in(world.lena).post(undo_of(world))
    sent(world.lena, world, "no_change")
    sent(world.lena, world, "no_change")
    shown = page(world.lena, world)
    assert "said 3 times in a row" in shown
    assert "said 4 times" not in shown
    assert TakenBack.objects.count() == 1


def test_what_was_entered_for_somebody_or_forecasts_has_none(world):
    whom = str(person(world.lena).pk)
    told = sent(world.cast.alice, world, "update", text="Two.", for_whom=whom)
    assert "undo_update" not in told
    assert "cannot be taken back" in told


def test_what_is_too_late_is_said_on_the_page(world, fixed_clock):
    sent(world.lena, world, "update", text="Two heads have signed.")
    fixed_clock.move_to("2026-03-16 10:00:00+00:00")
    answer = signed_in(world.lena).post(undo_of(world))
    assert answer.status_code == 422
    assert "for a quarter of an hour. Add another update instead." in answer.text


def test_on_my_work_no_change_has_its_undo(world):
    lena = signed_in(world.lena)
    told = lena.post(f"/my-work/actions/{world.action.pk}/no-change/", follow=True).text
    assert undo_of(world) in told
