"""Measures: words refused, a figure entered and approved by another, and the rules of the colours."""

import re

import pytest
from playwright.sync_api import expect

from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.results.tests.factories import approved, level, measure, month

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(live_server):
    return make_cast()


@pytest.fixture
def officer(cast):
    """Alice Archer, improvement officer of Aldermere."""
    return cast.alice


@pytest.fixture
def visits(cast):
    made = measure(cast)
    for number, typed in enumerate(("20 of 40", "26 of 40", "33 of 40"), start=3):
        approved(cast, made, typed, month(number))
    level(cast, made, "80")
    return made


def test_a_figure_is_entered_in_two_clicks_and_words_are_refused(page, sign_in, visits, check):
    sign_in(page, password=PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")
    page.goto("/measures/")
    check(page, "measures-list")
    page.get_by_role("link", name="Visits in time").click()
    expect(page.get_by_role("heading", name="Targets")).to_be_visible()
    check(page, "measures-show")
    page.get_by_role("button", name="Enter a figure").click()
    page.get_by_label("Figure", exact=True).fill("Approaching 100%")
    page.get_by_label("Where is it from?").fill("Case system")
    page.get_by_role("button", name="Enter the figure").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter numerator and denominator, such as")
    check(page, "measures-refused")
    page.get_by_label("Figure", exact=True).fill("38 of 40")
    page.get_by_role("button", name="Enter the figure").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("95%"))
    check(page, "measures-figure")
    page.goto("/library/status-rules/")
    check(page, "status-rules")
