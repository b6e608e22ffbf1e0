"""The house asks: from the digest to an update, and what was entered for somebody is corrected."""

import re
from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.utils import timezone
from playwright.sync_api import expect

from goldenthread.people.models import Digest, User
from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans import actions
from goldenthread.thread import jobs
from goldenthread.thread.tests.factories import make_world, person

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# How many presses each way may cost, beside typing and opening the mail.
FROM_THE_LINK, FROM_THE_ANSWER, CORRECTED = 2, 1, 2


@pytest.fixture
def world(live_server, settings):
    settings.ADDRESS = live_server.url
    settings.REPLY_TO = "replies@aldermere.example"
    return make_world(make_cast())


@pytest.fixture
def digest(world):
    """The mail that Lena got."""
    now = timezone.now()
    row = Digest.objects.create(
        user=world.lena, kind="weekly", period="now", due_at=now, not_before=now
    )
    by = User.objects.system("timer.digest", "Digest")
    jobs.mail(row, by=by, now=now + timedelta(seconds=1))
    return outbox.outbox[-1]


@pytest.fixture
def officer(world):
    return world.lena


class Presses:
    """Counts what is pressed."""

    def __init__(self):
        self.number = 0

    def on(self, thing):
        self.number += 1
        thing.click()


def test_from_the_digest_to_an_update(page, world, digest, sign_in, check):
    sign_in(page, password=PASSWORD)
    link = re.search(r"http\S+", digest.body)[0]
    page.goto(link)
    line = page.locator(f"#{link.partition('#')[2]}")
    expect(line).to_be_visible()
    presses = Presses()
    presses.on(line.get_by_role("link", name="Update"))
    page.locator(".gt-line__form textarea").first.fill("Two of three teams were seen.")
    presses.on(page.get_by_role("button", name="Save the update"))
    expect(page.locator("#messages")).to_contain_text("your update is saved")
    assert presses.number == FROM_THE_LINK

    raw = f"From: {world.lena.email}\nTo: {digest.reply_to[0]}\nMessage-ID: <1@x>\n\nP1-A1: All three seen.\n"
    actions.take_reply(raw=raw.encode(), by=User.objects.system("timer.replies", "Replies"))
    page.goto("/")
    draft = page.locator(".gt-line").filter(has_text="All three seen.")
    expect(draft).to_be_visible()
    check(page, "asking-draft")
    answered = Presses()
    answered.on(draft.get_by_role("button", name="Use"))
    expect(page.locator("#messages")).to_contain_text("your update is saved")
    assert answered.number == FROM_THE_ANSWER
    texts = list(world.action.updates.order_by("pk").values_list("text", flat=True))
    assert texts == ["Two of three teams were seen.", "All three seen."]

    page.goto("/account/")
    check(page, "asking-account")
    page.get_by_role("link", name="Change your digest").click()
    page.get_by_label("Every working day").check()
    check(page, "asking-digest")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#messages")).to_contain_text("Every working day at 07:00")


def test_what_was_entered_for_somebody_is_corrected(page, world, sign_in, check):
    actions.add_update(
        action=world.action, by=world.cast.alice, text="All seen", for_whom=person(world.lena)
    )
    sign_in(page, password=PASSWORD)
    entered = page.locator(".gt-line").filter(has_text="entered for you")
    expect(entered).to_contain_text("entered")
    check(page, "asking-entered")
    presses = Presses()
    presses.on(entered.get_by_role("link", name="This is not what I said"))
    page.locator(".gt-line__form textarea").fill("Two of three were seen.")
    presses.on(page.get_by_role("button", name="Save the correction"))
    expect(page.locator("#messages")).to_contain_text("Both stay")
    assert presses.number == CORRECTED
    page.goto(f"/actions/990/{world.action.public_id}/")
    update = page.locator(".moj-timeline__item").filter(has_text="All seen")
    expect(update).to_contain_text("This is not what I said")
    expect(update).to_contain_text("Two of three were seen.")
    check(page, "asking-corrected")
