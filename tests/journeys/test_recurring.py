"""An action that recurs: set up from the plan's words, one held with evidence, one missed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans.models import DatedOccurrence, Deadline
from goldenthread.plans.tests.evidence_factories import make_world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# How many presses each way may cost, beside typing.
SET_UP, HELD, MISSED, FILED = 2, 2, 2, 2


@pytest.fixture
def world(live_server, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    made = make_world(make_cast())
    first = timezone.localdate() - timedelta(days=70)
    printed = f"commencing {first:%d/%m/%y} then monthly"
    Deadline.objects.create(
        action=made.action, source="local", printed=printed, reading="recurring", earliest=first
    )
    return made


@pytest.fixture
def enter(world):
    """Signs somebody in by typing."""

    def entered(page, user):
        page.goto("/account/sign-in/")
        page.get_by_label("Email address").fill(user.email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()

    return entered


class Presses:
    """Counts what is pressed."""

    def __init__(self):
        self.number = 0

    def on(self, thing):
        self.number += 1
        thing.click()


def day_in(page, day):
    for label, part in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        page.locator("#do").get_by_label(label, exact=True).first.fill(str(part))


def test_set_up_held_with_evidence_and_missed(page, world, enter, check):
    address = f"/actions/990/{world.action.public_id}/"
    enter(page, world.cast.alice)
    page.goto(address)
    expect(page.locator("#recurring-heading")).to_be_visible()
    check(page, "recurring-proposed")
    presses = Presses()
    presses.on(page.locator("section").get_by_role("link", name="Set up what recurs", exact=True))
    expect(page.get_by_label("How often?")).to_have_value("monthly")
    check(page, "recurring-form")
    presses.on(page.get_by_role("button", name="Set it up"))
    expect(page.locator("#messages")).to_contain_text("It recurs every month")
    assert presses.number == SET_UP

    first, second, *_ = DatedOccurrence.objects.order_by("day")
    page.get_by_role("button", name="Sign out").click()
    enter(page, world.lena)
    expect(page.get_by_role("link", name="Say that it was done")).to_be_visible()
    check(page, "recurring-my-work")
    held = Presses()
    held.on(page.get_by_role("link", name="Say that it was done"))
    day_in(page, first.day)
    held.on(page.get_by_role("button", name="It was done"))
    expect(page.locator("#messages")).to_contain_text("is done")
    assert held.number == HELD

    filed = Presses()
    turns = page.locator("section[aria-labelledby=recurring-heading] tbody tr")
    filed.on(turns.get_by_role("link", name="File evidence"))
    page.locator("#do").get_by_label("Title").fill("Files looked at")
    page.locator("#do").get_by_label("Extract").fill("Twelve files, all in standard.")
    filed.on(page.locator("#do").get_by_role("button", name="File the evidence"))
    expect(page.locator("#messages")).to_contain_text("was filed")
    expect(turns.filter(has_text="1 piece, 0 checked.")).to_have_count(1)
    assert filed.number == FILED

    missed = Presses()
    missed.on(turns.get_by_role("link", name="Missed").last)
    page.locator("#do").get_by_label("Why?").fill("Nobody was there")
    missed.on(page.get_by_role("button", name="It was missed"))
    expect(page.locator("section[aria-labelledby=recurring-heading]")).to_contain_text(
        "Nobody was there (Lena Long)"
    )
    assert missed.number == MISSED
    second.refresh_from_db()
    assert second.state == "missed"
    check(page, "recurring-shown")
