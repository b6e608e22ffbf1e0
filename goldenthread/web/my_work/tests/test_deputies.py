"""The lines of whoever is away, on the page of their deputy."""

from datetime import date

import pytest
from django.urls import reverse

from goldenthread.people.actions import enter_absence
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans.models import Update
from goldenthread.thread.tests.factories import person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 16)


@pytest.fixture
def eve(world):
    eve = make_user("Eve East", world.cast.aldermere, Role.LEAD)
    enter_absence(
        person=person(world.lena), deputy=person(eve), started_on=TODAY, ended_on=TODAY,
        by=world.lena,
    )  # fmt: skip
    return eve


def test_the_line_is_marked_and_offers_an_update_and_no_more_time(world, eve, browser_of):
    page = browser_of(eve).get("/").text
    assert "for somebody away" in page
    assert "You stand in for Lena Long, who is away until 16 March 2026." in page
    assert "Ask for more time" not in page
    assert "Ask for more time" in browser_of(world.lena).get("/").text


def test_the_deputy_updates_in_place_and_it_is_recorded_for_whoever_is_away(world, eve, browser_of):
    browser_of(eve).post(
        f"/my-work/actions/{world.action.pk}/update/", {"update-text": "Two were seen."}
    )
    said = Update.objects.get()
    assert (said.by, said.for_whom) == (eve, person(world.lena))


def test_the_page_of_the_action_offers_the_deputy_an_update_and_nothing_else(
    world, eve, browser_of
):
    page = reverse("actions:show", args=["990", "P1-A1"])
    told = browser_of(eve).get(page).text
    assert "Add an update" in told
    assert "No change, still on course" in told
    assert "Ask for more time" not in told
