"""A plan: several of its actions changed at once, without JavaScript."""

import pytest
from playwright.sync_api import expect

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import PASSWORD, make_cast, make_user
from goldenthread.plans.tests.factories import recorded

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(live_server):
    """Alice Archer of Aldermere, whose council has a plan and a checker."""
    cast = make_cast()
    recorded(cast)
    make_user("Dora Dean", cast.aldermere, Role.CHECKER)
    return cast.alice


def test_a_plan_works_without_javascript(plain_page, officer, sign_in):
    sign_in(plain_page, password=PASSWORD)
    plain_page.goto("/plans/990/P1/?state=no-test")
    plain_page.get_by_role("button", name="Change all that are listed").click()
    plain_page.get_by_label("Say ‘no change, still on course’").check()
    plain_page.get_by_role("button", name="Change these actions").click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("1 of 1 row changed")
