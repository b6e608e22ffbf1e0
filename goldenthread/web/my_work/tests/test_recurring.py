"""What recurs, milestones, and what is to be chased, on My work."""

from datetime import date

import pytest

from goldenthread.plans import actions
from goldenthread.plans.actions.delivering import Step
from goldenthread.plans.recurring import Recurs
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db


def test_an_occurrence_that_waits_leads_to_saying_that_it_was_done(world):
    recurs = Recurs(frequency="quarterly", first_day=date(2026, 1, 5))
    made = actions.set_recurrence(action=world.action, by=world.cast.alice, recurs=recurs)
    first = made.occurrences.order_by("day")[0]
    lena = signed_in(world.lena)
    shown = lena.get("/").text
    assert "(every three months)" in shown
    assert f"/actions/990/P1-A1/hold/{first.pk}/" in shown
    assert "Nobody has said anything about it yet" in shown
    opened = lena.get(f"/actions/990/P1-A1/hold/{first.pk}/", follow=True).text
    assert "Say that it was done" in opened


def test_a_milestone_leads_to_saying_that_it_was_reached(world):
    made = actions.add_milestone(action=world.action, by=world.lena, printed="20 March 2026")
    shown = signed_in(world.lena).get("/").text
    assert "Milestone. Other: 20 March 2026" in shown
    assert f"/actions/990/P1-A1/reach/{made.pk}/" in shown


def test_what_is_to_be_chased_leads_to_setting_the_next_day(world):
    step = Step(blocked_on="The trust", why="Awaited", chase_on=date(2026, 3, 16))
    actions.set_delivery(action=world.action, state="blocked", by=world.lena, step=step)
    shown = signed_in(world.lena).get("/").text
    assert "Chase The trust: Awaited" in shown
    assert "Chased: set the next day" in shown
    assert "/actions/990/P1-A1/block/" in shown
