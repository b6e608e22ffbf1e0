"""Handing over what somebody stands in, from their page: chosen, passed on, told one by one."""

from datetime import date

import pytest
from django.urls import reverse

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.models import Standing
from goldenthread.web.plans import bulk
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lena(cast):
    return make_user("Lena Long", cast.aldermere, Role.LEAD).persons.get()


@pytest.fixture
def eve(cast):
    return make_user("Eve East", cast.aldermere, Role.LEAD).persons.get()


@pytest.fixture
def address(plan, cast, lena):
    for name in ("P1-A1", "P1-A3"):
        actions.give_lead(action=plan.actions.get(public_id=name), to=lena, by=cast.alice)
    return f"/plans/hand-over/990/{lena.pk}/"


def keys(lena):
    rows = Standing.objects.filter(person=lena, ended_on=None)
    return [str(row.pk) for row in rows.order_by("action__order")]


def test_the_page_of_a_person_leads_to_it_for_whoever_says_who_leads(alice, cast, lena, address):
    person = reverse("people:person", args=["990", lena.pk])
    assert address in alice.get(person).text
    assert address not in signed_in(lena.user).get(person).text
    assert signed_in(lena.user).get(address).status_code == 403


def test_what_is_ticked_passes_and_each_is_told(alice, lena, eve, address):
    shown = alice.get(address).text
    assert shown.count(" checked>") == 2
    one, other = keys(lena)
    answer = alice.post(address, {"standing": [one], "to": f"person:{eve.pk}", "why": "Left."})
    told = alice.get(answer.headers["Location"]).text
    assert "1 of 1 row changed" in told
    assert "Eve East is its lead from today." in told
    assert "Back to Lena Long" in told
    assert keys(lena) == [other]


def test_what_was_taken_meanwhile_passes_no_more(alice, plan, cast, lena, eve, address):
    both = keys(lena)
    actions.give_lead(action=plan.actions.get(public_id="P1-A1"), to=eve, by=cast.alice)
    answer = alice.post(address, {"standing": both, "to": f"person:{eve.pk}"})
    assert "1 of 1 row changed" in alice.get(answer.headers["Location"]).text
    gone = Standing.objects.get(pk=both[0])
    with pytest.raises(NotAllowedNow, match="no longer stands in"):
        actions.pass_on(standing=gone, to=lena, by=cast.alice)


def test_a_row_that_cannot_take_them_is_told_and_nothing_is_lost(alice, lena, eve, address):
    eve.left_on = date(2020, 1, 31)
    rows = Standing.objects.filter(person=lena, ended_on=None)
    given = {"to": f"person:{eve.pk}", "why": ""}
    eve.save()
    found = bulk.pass_on(rows, given, make_user("Ines", eve.authority, Role.IMPROVEMENT_OFFICER))
    assert [one.is_done for one in found] == [False, False]
    assert "Eve East is no longer there" in found[0].words
    assert len(keys(lena)) == 2


def test_nothing_ticked_or_nobody_chosen_is_said_at_its_place(alice, lena, eve, address):
    assert "Tick at least one" in alice.post(address, {"to": f"person:{eve.pk}"}).text
    answer = alice.post(address, {"standing": keys(lena)[:1]})
    assert answer.status_code == 422
    assert answer.text.count(" checked>") == 1
    assert len(keys(lena)) == 2


def test_who_stands_in_nothing_has_nothing_to_hand_over(alice, eve):
    assert "They stand in no action" in alice.get(f"/plans/hand-over/990/{eve.pk}/").text
