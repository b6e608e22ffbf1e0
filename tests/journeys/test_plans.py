"""A plan: from the list to its actions by a count, several changed at once, a question settled."""

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


@pytest.fixture
def plan(page, sign_in):
    """The browser with Alice signed in, on the plan's page."""
    sign_in(page, password=PASSWORD)
    page.get_by_role("link", name="Plans", exact=True).click()
    page.get_by_role("link", name="Improvement plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Improvement plan")
    return page


def test_a_plan_is_filtered_changed_and_settled(plan, check):
    check(plan, "plan")
    plan.locator(".gt-counts__link", has_text="no test").click()
    expect(plan.get_by_label("Choose P1-A2")).to_be_visible()
    expect(plan.get_by_label("Choose P1-A1")).to_have_count(0)

    plan.get_by_role("link", name="Remove").click()
    plan.get_by_label("Choose P1-A1").check()
    plan.get_by_label("Choose P1-A3").check()
    plan.get_by_role("button", name="Change the chosen actions").click()
    plan.get_by_label("Take over ‘completed’").check()
    check(plan, "plan-change")
    plan.get_by_role("button", name="Change these actions").click()
    expect(plan.get_by_role("heading", level=1)).to_have_text("1 of 2 rows changed")
    check(plan, "plan-results")

    plan.get_by_role("link", name="Back to the plan").click()
    plan.get_by_role("link", name="To settle").click()
    check(plan, "plan-settle")
    plan.get_by_label("Which year?").check()
    plan.get_by_label("How it is settled").fill("2013, says the clerk")
    plan.get_by_role("button", name="Answer the ticked: Something else").click()
    expect(plan.locator("#messages")).to_contain_text("1 question settled")


def test_the_items_the_checkers_and_the_first_round(plan, check):
    plan.get_by_role("link", name="Items").click()
    check(plan, "plan-items")
    plan.get_by_role("link", name="1", exact=True).click()
    check(plan, "plan-item")
    plan.get_by_role("link", name="P1 Improvement plan").click()
    plan.get_by_role("link", name="Checkers").click()
    plan.get_by_label("Checker").select_option("Dora Dean")
    plan.get_by_role("button", name="Give the plan").click()
    check(plan, "plan-checkers")
    plan.get_by_role("link", name="Actions").click()
    plan.get_by_role("link", name="Close the first update round").click()
    check(plan, "plan-close")
    plan.get_by_role("button", name="Close the first update round").click()
    expect(plan.get_by_text("The first update round closed on")).to_be_visible()


def test_a_plan_works_without_javascript(plain_page, officer, sign_in):
    sign_in(plain_page, password=PASSWORD)
    plain_page.goto("/plans/990/P1/?state=no-test")
    plain_page.get_by_role("button", name="Change all that are listed").click()
    plain_page.get_by_label("Say ‘no change, still on course’").check()
    plain_page.get_by_role("button", name="Change these actions").click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("1 of 1 row changed")
