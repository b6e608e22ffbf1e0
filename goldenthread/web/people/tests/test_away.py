"""An improvement officer enters for somebody that they are away."""

from datetime import date

import pytest

from goldenthread.people.models import Absence
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.web.people.tests.conftest import HERE, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(cast, fixed_clock):
    both = [make_user(name, cast.aldermere, Role.LEAD) for name in ("Lou Long", "Dan Drew")]
    return [user.persons.get() for user in both]


def test_an_officer_enters_it_on_the_persons_page_and_takes_it_back(alice, pair):
    lou, dan = pair
    page = f"{HERE}{lou.pk}/"
    assert "They are not away" in alice.get(page).text
    assert "Who stands in?" in alice.get(f"{page}away/").text
    days = {**day("started_on", date(2026, 3, 16)), **day("ended_on", date(2026, 3, 20))}
    told = alice.post(f"{page}away/", {**days, "deputy": dan.pk}, follow=True).text
    assert "Lou Long away, Dan Drew in their place." in told
    back = f"{HERE}absences/{Absence.objects.get().pk}/back/"
    assert back in told
    assert "From now on Lou Long is asked again" in alice.get(back).text
    assert "Lou Long is not away any more." in alice.post(back, follow=True).text
    assert "They are not away" in alice.get(page).text


def test_a_colleague_sees_it_and_enters_nothing(lena, pair):
    lou, _ = pair
    page = lena.get(f"{HERE}{lou.pk}/").text
    assert "They are not away" in page
    assert "Enter that they are away" not in page
    assert lena.get(f"{HERE}{lou.pk}/away/").status_code == 403
