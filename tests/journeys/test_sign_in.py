"""Signing in and out; being locked out after five wrong tries; working with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from goldenthread.web.tests.people import PASSWORD

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def heading(page):
    return page.get_by_role("heading", level=1)


def test_a_wrong_password_is_said_on_top_and_the_right_one_leads_to_my_work(page, sign_in, check):
    page.goto("/")
    expect(heading(page)).to_have_text("Sign in")
    check(page, "sign-in")
    sign_in(page, password="not this one")
    expect(page.get_by_role("alert")).to_contain_text("The email address or the password")
    expect(page).to_have_title("Error: Sign in – Golden Thread")
    check(page, "sign-in-wrong")
    sign_in(page)
    expect(heading(page)).to_have_text("My work")
    expect(page.get_by_role("heading", name="Nothing waits for you")).to_be_visible()
    check(page, "my-work-empty")


def test_five_wrong_tries_lock_even_the_right_password_out(page, sign_in, check):
    for _ in range(5):
        sign_in(page, password="not this one")
    sign_in(page)
    expect(heading(page)).to_have_text("Sign in")
    expect(page.get_by_role("alert")).to_contain_text("Wait 15 minutes")
    check(page, "sign-in-locked")


def test_signing_out_leads_back_and_closes_the_door(page, sign_in, check):
    sign_in(page)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You have signed out.")).to_be_visible()
    check(page, "signed-out")
    page.goto("/")
    expect(heading(page)).to_have_text("Sign in")


def test_signing_in_and_out_needs_no_javascript(plain_page, sign_in):
    sign_in(plain_page)
    expect(heading(plain_page)).to_have_text("My work")
    plain_page.get_by_role("button", name="Sign out").click()
    expect(heading(plain_page)).to_have_text("Sign in")


def test_signing_in_with_the_keyboard_alone(page, officer):
    page.goto("/account/sign-in/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main-content")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Email address")).to_be_focused()
    page.keyboard.type(officer.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("My work")


NAME_OF_FOCUSED = """
(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim().slice(0, 13)
"""


def test_the_tab_key_visits_the_page_in_reading_order(page, sign_in):
    sign_in(page)
    expect(heading(page)).to_have_text("My work")
    visited = []
    for _ in range(7):
        page.keyboard.press("Tab")
        visited.append(page.evaluate(NAME_OF_FOCUSED))
    assert visited == [
        "Skip to main ",
        "Golden Thread",
        "Search",
        "Search",
        "Ines Officer:",
        "Sign out",
        "My work",
    ]


def test_focus_is_visible(page, sign_in):
    sign_in(page)
    for role, name in (("link", "My work"), ("button", "Sign out")):
        control = page.get_by_role(role, name=name)
        control.focus()
        colour = control.evaluate("element => getComputedStyle(element).backgroundColor")
        assert colour == "rgb(255, 221, 0)"


def test_ones_own_account_and_password(page, sign_in, check):
    sign_in(page)
    page.get_by_role("link", name="Ines Officer").click()
    check(page, "account")
    page.get_by_role("link", name="Change your password").click()
    check(page, "password")


def test_starting_with_an_app_asks_for_the_password_again(page, sign_in, check):
    sign_in(page)
    page.get_by_role("link", name="Ines Officer").click()
    page.get_by_role("link", name="Start signing in with an app").click()
    expect(heading(page)).to_have_text("Confirm it is you")
    check(page, "confirm-it-is-you")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    expect(heading(page)).to_have_text("Sign in with an app as well")
    check(page, "second-factor")


def test_a_page_that_is_not_there_says_what_to_do(page, sign_in, check):
    sign_in(page)
    page.goto("/plans/of-nobody/")
    expect(heading(page)).to_have_text("Page not found")
    expect(page.get_by_role("link", name="Go to the first page")).to_be_visible()
    check(page, "not-found")
