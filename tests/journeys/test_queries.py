"""A query that keeps an action from being done: refused, answered in My work, done; and a challenge."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans import actions
from goldenthread.plans.models import Challenge, Query
from goldenthread.plans.tests.evidence_factories import make_world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# How many presses each way may cost, beside typing.
ANSWERED, RAISED, REPLIED, IN_LIST = 2, 2, 2, 2


@pytest.fixture
def world(live_server, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    made = make_world(make_cast())
    made.action.text = "Templates for minutes are approved"
    made.action.save()
    said = "Templates for minutes are drafted"
    actions.add_update(action=made.action, by=made.lena, text=said)
    return made


def enter(page, user):
    """Signs somebody in by typing."""
    page.goto("/account/sign-in/")
    page.get_by_label("Email address").fill(user.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


class Presses:
    """Counts what is pressed."""

    def __init__(self):
        self.number = 0

    def on(self, thing):
        self.number += 1
        thing.click()


def say_done(page, world):
    today = timezone.localdate()
    page.goto(f"/actions/990/{world.action.public_id}/?do=complete#do")
    for label, part in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        page.locator("#do").get_by_label(label, exact=True).first.fill(str(part))
    page.locator("#do").get_by_role("button").first.click()


def test_a_query_is_answered_before_an_action_is_done(page, world, check):
    enter(page, world.lena)
    say_done(page, world)
    expect(page.locator("#main-content")).to_contain_text("until a query on it is answered")
    expect(page.locator("#asked-heading")).to_be_visible()
    check(page, "queries-refused")

    page.goto("/")
    expect(
        page.get_by_role("listitem").filter(has_text="queries and challenges").first
    ).to_be_visible()
    answered = Presses()
    line = page.locator("article").filter(has_text="asks for “approved”")
    answered.on(line.get_by_role("link", name="Answer"))
    check(page, "queries-my-work")
    page.get_by_label("What became of it?").select_option("explained")
    page.get_by_label("In words").fill("The board approved the draft as it stood.")
    answered.on(page.get_by_role("button", name="Answer"))
    expect(page.locator("#messages")).to_contain_text("the query is answered: explained")
    assert answered.number == ANSWERED

    say_done(page, world)
    expect(page.locator("#messages")).to_contain_text("Done,")
    assert Query.objects.get(rule="opposed").outcome == "explained"


def test_a_challenge_is_raised_and_answered_and_the_lists_show_it(page, world, check):
    enter(page, world.carl)
    page.goto(f"/actions/990/{world.action.public_id}/")
    raised = Presses()
    raised.on(page.get_by_role("link", name="Raise a challenge"))
    page.get_by_label("What do you ask?").fill("Is the template used?")
    raised.on(page.get_by_role("button", name="Ask it"))
    expect(page.locator("#messages")).to_contain_text("goes to Lena Long")
    assert raised.number == RAISED
    page.get_by_role("button", name="Sign out").click()

    enter(page, world.lena)
    replied = Presses()
    line = page.locator("article").filter(has_text="Is the template used?")
    replied.on(line.get_by_role("link", name="Answer"))
    page.get_by_label("Your answer").fill("Ten of twelve use it.")
    replied.on(page.get_by_role("button", name="Answer"))
    expect(page.locator("#messages")).to_contain_text("the challenge is answered")
    assert replied.number == REPLIED
    assert Challenge.objects.get().answer == "Ten of twelve use it."


def test_a_query_is_answered_in_the_list_and_its_rule_counts_it(page, world, check):
    actions.set_delivery(action=world.action, state="in progress", by=world.lena)
    Query.objects.create(
        action=world.action, rule="unshown", words="What shows it?", facts="x", by=world.lena,
        at=timezone.now(), put_on=timezone.localdate(), to=world.lena.persons.get(),
    )  # fmt: skip
    enter(page, world.lena)
    page.goto("/library/queries/")
    check(page, "queries-list")
    presses = Presses()
    presses.on(page.locator(".gt-line").get_by_role("link", name="Answer"))
    page.get_by_label("What became of it?").select_option("data fault")
    page.get_by_label("In words").fill("It was entered twice.")
    check(page, "queries-answer")
    presses.on(page.get_by_role("button", name="Answer"))
    expect(page.locator("#messages")).to_contain_text("the query is answered")
    assert presses.number == IN_LIST
    page.get_by_role("link", name="Rules, and what became of their queries").click()
    expect(page.get_by_text("1 of 1 answered")).to_be_visible()
    check(page, "queries-rules")
    page.goto("/library/queries/weekly/")
    check(page, "queries-weekly")
