"""A board paper: from the plan to the paper as it will print, and to its file."""

import pytest
from playwright.sync_api import expect

from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans.tests.factories import recorded

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(live_server):
    """Alice Archer of Aldermere, whose council has a plan."""
    cast = make_cast()
    recorded(cast)
    return cast.alice


def test_a_board_paper_is_one_click_from_the_plan_and_its_file_one_more(
    page, officer, sign_in, check
):
    sign_in(page, password=PASSWORD)
    page.goto("/plans/990/P1/")
    page.get_by_role("link", name="Print the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Action plan")
    expect(page.get_by_role("heading", name="What is missing")).to_be_visible()
    expect(page.get_by_role("article").get_by_role("table").first).to_be_visible()
    check(page, "board-paper")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Word", exact=True).click()
    assert saved.value.suggested_filename.endswith(".docx")
    with page.expect_download() as saved:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert saved.value.suggested_filename.endswith(".pdf")


def test_a_day_without_a_paper_is_refused_at_its_field(page, officer, sign_in, check):
    sign_in(page, password=PASSWORD)
    page.goto("/papers/990/P1/")
    check(page, "papers")
    page.get_by_role("link", name="Highlight report").click()
    check(page, "highlight-report")
    page.get_by_role("link", name="Papers", exact=True).click()
    page.get_by_role("link", name="Coverage").click()
    check(page, "coverage-paper")
    page.get_by_label("Year").fill("2999")
    page.get_by_label("Month").fill("1")
    page.get_by_label("Day", exact=True).fill("1")
    page.get_by_role("button", name="Show this day").click()
    expect(page.get_by_role("alert")).to_contain_text("is to come")
    check(page, "paper-refused")
