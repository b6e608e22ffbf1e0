"""A comment written and corrected, a press undone, and who is told when an action is late."""

import pytest
from playwright.sync_api import expect

from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans.models import Comment, TakenBack
from goldenthread.plans.models.lateness import steps_of
from goldenthread.thread.tests.factories import make_world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# How many presses each way may cost, beside typing.
COMMENTED, CORRECTED, UNDONE, SET = 2, 2, 2, 1


@pytest.fixture
def world(live_server):
    return make_world(make_cast())


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


def test_a_comment_is_written_corrected_and_a_press_undone(page, world, enter, check):
    enter(page, world.lena)
    page.goto("/actions/990/P1-A1/")
    press = Presses()
    press.on(page.get_by_role("link", name="Write the first comment"))
    check(page)
    page.locator("#do").get_by_label("What do you remark?").fill("It was in the news.")
    press.on(page.get_by_role("button", name="Save the comment"))
    expect(page.get_by_text("Your comment stands below.")).to_be_visible()
    assert press.number == COMMENTED
    press = Presses()
    press.on(page.get_by_role("link", name="Correct your comment"))
    page.locator("#do").get_by_label("What is it?").fill("It was in the paper.")
    press.on(page.get_by_role("button", name="Save the correction"))
    expect(page.get_by_text("Corrected. First,")).to_be_visible()
    assert press.number == CORRECTED
    check(page)
    press = Presses()
    press.on(page.get_by_role("button", name="No change, still on course"))
    press.on(page.get_by_role("button", name="Undo"))
    expect(page.get_by_text("Taken back by Lena Long")).to_be_visible()
    assert press.number == UNDONE
    check(page)
    assert (Comment.objects.count(), TakenBack.objects.count()) == (2, 1)


def test_an_officer_sets_who_is_told_when_an_action_is_late(page, world, enter, check):
    enter(page, world.cast.alice)
    page.goto("/library/queries/lateness/")
    check(page)
    page.get_by_label("Working days until whoever leads it is told").fill("3")
    page.get_by_label("Working days until the lead’s manager").fill("")
    press = Presses()
    press.on(page.get_by_role("button", name="Set it"))
    expect(page.get_by_text("After 3 working days whoever leads it is told").first).to_be_visible()
    assert press.number == SET
    steps = steps_of(world.cast.aldermere)
    assert (steps.lead, steps.manager, steps.director) == (3, None, 20)
    page.goto("/plans/990/P1/rounds/")
    check(page)
