"""My work and the thread: what is one click away is one click away, at a desk and on a phone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from goldenthread.basics.days import without_weekday
from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans import actions
from goldenthread.plans.models import Standing
from goldenthread.thread.tests.factories import file, make_world, person, return_

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def patience():
    """An answer may take long on a machine that does much else."""
    expect.set_options(timeout=20_000)
    yield
    expect.set_options(timeout=None)


@pytest.fixture
def world(live_server):
    """Lena leads an action that is overdue and one that is due in five days; one piece came back."""
    world = make_world(make_cast())
    Standing.objects.create(action=world.other, rank="lead", person=person(world.lena))
    soon = timezone.localdate() + timedelta(days=5)
    actions.set_local_deadline(action=world.other, by=world.cast.alice, due=soon)
    return_(world, file(world))
    return world


@pytest.fixture
def officer(world):
    return world.lena


@pytest.fixture
def lena(page, sign_in):
    sign_in(page, password=PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")
    return page


class Hand:
    """Counts what is pressed and what is filled."""

    def __init__(self):
        self.presses, self.fields = 0, set()

    def press(self, locator):
        self.presses += 1
        locator.click()

    def fill(self, field, locator, text):
        self.fields.add(field)
        locator.fill(text)


def line(page, label):
    return page.locator(".gt-line", has=page.get_by_role("heading", name=label))


def said(page):
    return page.locator("#messages")


def fill_day(hand, page, day):
    for label, part in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        hand.fill("day", page.get_by_label(label, exact=True), str(part))


def test_all_mine_is_on_one_page(lena, check):
    expect(line(lena, "P1-A1")).to_contain_text("You are its lead.")
    expect(line(lena, "P1-E1")).to_contain_text("No date on it.")
    expect(line(lena, "P1-A2")).to_contain_text("Due in 5 days.")
    check(lena, "my-work")


def test_no_change_is_said_in_one_press(lena):
    hand = Hand()
    hand.press(line(lena, "P1-A2").get_by_role("button", name="No change, still on course"))
    expect(said(lena)).to_contain_text("P1-A2: no change, still on course.")
    expect(line(lena, "P1-A2")).to_contain_text("No change, still on course (Lena Long")
    assert hand.presses == 1


def test_an_update_is_two_fields_one_click_away(lena, check):
    hand = Hand()
    hand.press(line(lena, "P1-A2").get_by_role("link", name="Update"))
    what = lena.get_by_label("What has changed?")
    expect(what).to_be_focused()
    check(lena, "my-work-update")
    hand.fill("text", what, "Two offices seen")
    fill_day(hand, lena, timezone.localdate() + timedelta(days=3))
    hand.press(lena.get_by_role("button", name="Save the update"))
    expect(line(lena, "P1-A2")).to_contain_text("Two offices seen (Lena Long")
    assert (hand.presses, hand.fields) == (2, {"text", "day"})


def test_what_is_wrong_is_said_on_top_and_at_the_field(lena, check):
    line(lena, "P1-A2").get_by_role("link", name="Update").click()
    lena.get_by_role("button", name="Save the update").click()
    expect(said(lena)).to_contain_text("What has changed?: nothing entered.")
    expect(lena.locator(".gt-line__form .govuk-error-message")).to_be_visible()
    check(lena, "my-work-refused")


def test_it_works_without_javascript(plain_page, sign_in):
    sign_in(plain_page, password=PASSWORD)
    line(plain_page, "P1-A2").get_by_role("link", name="Update").click()
    plain_page.get_by_label("What has changed?").fill("Two offices seen")
    plain_page.get_by_role("button", name="Save the update").click()
    expect(line(plain_page, "P1-A2")).to_contain_text("Two offices seen (Lena Long")


def test_the_thread_names_the_first_missing_step(lena, check):
    line(lena, "P1-A1").get_by_role("link", name="Thread").click()
    expect(lena.get_by_role("heading", level=1)).to_have_text("Thread of P1-A1")
    expect(lena.get_by_role("heading", name="First missing step: evidence")).to_be_visible()
    check(lena, "thread")


def test_an_extension_goes_from_the_lead_to_somebody_else_and_back_in_three_presses(
    world, lena, browser, browser_context_args, check
):
    """The lead asks, somebody else approves, and the lead reads the new day on the action."""
    until, hand = timezone.localdate() + timedelta(days=30), Hand()
    hand.press(line(lena, "P1-A2").get_by_role("link", name="Ask for more time"))
    check(lena, "my-work-more-time")
    fill_day(hand, lena, until)
    lena.get_by_label("Cause").select_option("partner")
    hand.fill("why", lena.get_by_label("Why is more time needed?"), "The landlord is slow.")
    hand.press(lena.get_by_role("button", name="Ask for more time"))
    expect(line(lena, "P1-A2")).to_contain_text("waits for an answer")
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.goto("/account/sign-in/")
    page.get_by_label("Email address").fill(world.cast.bob.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(line(page, "P1-A2")).to_contain_text("The landlord is slow.")
    check(page, "my-work-to-answer")
    hand.press(line(page, "P1-A2").get_by_role("button", name="Approve"))
    expect(said(page)).to_contain_text("is approved.")
    context.close()
    lena.goto("/actions/990/P1-A2/")
    expect(lena.get_by_role("main")).to_contain_text(without_weekday(until))
    expect(lena.get_by_role("main")).to_contain_text("Agreed by")
    check(lena, "action-extended")
    assert (hand.presses, hand.fields) == (3, {"day", "why"})
