"""A consultation on the Action page and in the list of its plan."""

from datetime import date

import pytest

from goldenthread.plans.models import Consultation
from goldenthread.plans.tests.evidence_factories import make_world
from goldenthread.web.actions.tests.test_action_page import page, send, when
from goldenthread.web.actions.tests.test_said_back import sent
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
STAGE = {"stage": "formal", "with_whom": "Staff of the duty team"}
SAID = "in consultation (formal consultation), closes 30 April 2026"


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def opened(world, closes=date(2026, 4, 30)):
    days = {**when("opens_on", date(2026, 3, 2)), **when("closes_on", closes)}
    return send(world.lena, world, "consult", **STAGE, **days)


def test_a_stage_stands_on_the_page_and_in_the_list_until_its_outcome(world):
    assert opened(world).status_code == 302
    plan = f"/plans/990/{world.plan.public_id}/"
    assert "Formal consultation with Staff of the duty team" in page(world.dan, world)
    assert f"I{SAID[1:]}" in page(world.dan, world)
    assert SAID in signed_in(world.cast.alice).get(plan).text
    today = when("completed_on", date(2026, 3, 16))
    refused = send(world.lena, world, "complete", **today, precision="day")
    assert refused.status_code == 422
    assert "Record its outcome first" in refused.text
    ended = {"outcome": "Agreed with two changes", **when("ended_on", date(2026, 3, 16))}
    told = sent(world.lena, world, "end_consultation", Consultation.objects.get().pk, **ended)
    assert "This stage has its outcome." in told
    shown = page(world.dan, world)
    assert "2 March 2026 to 30 April 2026; outcome of 16 March 2026: Agreed with two" in shown
    assert SAID not in signed_in(world.cast.alice).get(plan).text


def test_the_closing_day_is_moved_with_a_reason(world):
    opened(world)
    moved = {**when("closes_on", date(2026, 5, 31)), "why": "The unions asked for it"}
    one = Consultation.objects.get()
    told = sent(world.lena, world, "move_consultation", one.pk, **moved)
    assert "It closes on 31 May 2026. To undo this, move it back." in told
    assert send(world.carl, world, "move_consultation", one.pk, **moved).status_code == 403


def test_a_stage_that_closes_before_it_opens_is_said_at_its_field(world):
    answer = opened(world, closes=date(2026, 3, 1))
    assert answer.status_code == 422
    assert "Closes on: it lies before the day on which it opens." in answer.text
