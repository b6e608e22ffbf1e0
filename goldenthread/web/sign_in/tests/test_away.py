"""Saying on the page of one's account that one will be away."""

from datetime import date

import pytest

from goldenthread.people import actions
from goldenthread.people.models import Absence
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, make_user
from goldenthread.web.people.tests.conftest import day
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
ACCOUNT = "/account/"


@pytest.fixture
def lena(cast, fixed_clock):
    return make_user("Lena Long", cast.aldermere, Role.LEAD)


@pytest.fixture
def dan(cast, fixed_clock):
    return make_user("Dan Drew", cast.aldermere, Role.LEAD)


def sent(deputy):
    return {
        **day("started_on", date(2026, 3, 16)),
        **day("ended_on", date(2026, 3, 20)),
        "deputy": str(deputy.persons.get().pk),
    }


def test_it_is_entered_shown_and_taken_back(lena, dan):
    hers = signed_in(lena)
    assert "You are not away" in hers.get(ACCOUNT).text
    page = f"/account/away/{lena.persons.get().pk}/"
    form = hers.get(page).text
    assert "Dan Drew" in form
    assert "The deputy checks and approves nothing" in form
    told = hers.post(page, sent(dan), follow=True).text
    assert "From 16 March 2026 to 20 March 2026 Dan Drew stands in for you." in told
    row = Absence.objects.get()
    back = f"/account/away/{row.pk}/back/"
    assert back in told
    assert "You are not away" in hers.post(back, follow=True).text
    assert not Absence.objects.standing().exists()
    assert hers.post(back).status_code == 409


def test_what_cannot_be_is_said_above_the_form(lena, dan):
    hers = signed_in(lena)
    page = f"/account/away/{lena.persons.get().pk}/"
    answer = hers.post(page, {**sent(dan), **day("ended_on", date(2026, 3, 13))})
    assert answer.status_code == 422
    assert "The last day is before the first" in answer.text


def test_nobody_enters_it_for_another_here_and_a_guest_is_not_asked(cast, lena, dan):
    hers = signed_in(lena)
    assert hers.get(f"/account/away/{dan.persons.get().pk}/").status_code == 404
    police = actions.add_partner(authority=cast.aldermere, name="Police", by=cast.alice)
    paul = make_user("Paul Partner", cast.aldermere, Role.PARTNER_USER, partner=police)
    assert "You are not away" not in signed_in(paul).get(ACCOUNT).text


def test_somebody_of_two_councils_says_it_of_each(cast, lena):
    actions.give_role(
        user=lena, authority=cast.bramley, role=Role.LEAD, by=cast.setup, started_on=LONG_AGO
    )
    actions.add_person(authority=cast.bramley, name="Lena Long", by=cast.setup, user=lena)
    page = signed_in(lena).get(ACCOUNT).text
    assert "Away, Aldermere" in page
    assert "Away, Bramley" in page
